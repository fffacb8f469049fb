from datetime import date
from typing import Any

import pytest
from tests import formulating
from tests.formulating import BEGUN, LATER, RESOLVED, SENT, now

from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.formulation import actions, queries
from goru.domain.formulation.models import Guideline
from goru.domain.formulation.vocabulary import GuidelineState
from goru.domain.institutions.models import Person
from goru.domain.meetings.vocabulary import Outcome
from goru.domain.plans.models import Cycle, Duty, Publication, PublishedPlan
from goru.domain.plans.vocabulary import DutyKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def test_a_guideline_goes_from_draft_to_all_recipients(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.sent(secretariat)

    owing = Duty.objects.filter(cycle=guideline.cycle, kind=DutyKind.YEARLY_PLAN)
    dispatches = {one.institution_id: one for one in guideline.dispatches.all()}
    assert guideline.state == GuidelineState.SENT
    assert dispatches.keys() == set(owing.values_list("institution", flat=True))
    assert len(dispatches) > 10
    by_kind = {one.institution.kind: one.letter_number for one in dispatches.values()}
    assert by_kind["province"] == "총괄기획과-101"
    assert by_kind["ministry"] == "총괄기획과-102"
    assert {one.digest for one in dispatches.values()} == {queries.digest_of(guideline)}
    acts = OfficialAct.objects.filter(subject_kind="guideline", subject_key="2025").order_by("number")
    assert [one.act.partition(".")[2] for one in acts] == [
        *("guideline_opened", "section_added", "section_added", "frame_chosen", "consultation_begun"),
        *("consultation_recorded", "consultation_finished", "put_on_agenda", "guideline_resolved"),
        "guideline_sent",
    ]


def test_a_year_has_one_guideline(adopted: Publication, secretariat: Person) -> None:
    formulating.drafted(secretariat)

    with pytest.raises(Refused, match="이미 있습니다"):
        formulating.drafted(secretariat)


def test_the_frame_is_a_sealed_edition_of_the_cycles_national_part(
    adopted: Publication, secretariat: Person
) -> None:
    guideline = formulating.drafted(secretariat)
    other = adopted.editions.exclude(plan__institution=None).first()
    assert other

    assert guideline.frame == adopted.editions.get(plan__institution=None)
    with pytest.raises(Refused, match="총괄"):
        actions.choose_frame(**now(guideline), edition_id=other.pk, by=secretariat, at=BEGUN)


def test_the_frame_says_who_owes_a_plan(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.drafted(secretariat)
    before = queries.recipients_of(guideline)
    gone = Duty.objects.filter(cycle=guideline.cycle).exclude(institution__kind="province")
    PublishedPlan.objects.filter(duty__in=gone).update(duty=None)
    gone.delete()

    actions.choose_frame(
        **now(guideline), edition_id=queries.frames_for(guideline.cycle)[0].pk, by=secretariat, at=BEGUN
    )

    assert queries.recipients_of(guideline) == before


def test_a_guideline_is_not_resolved_before_its_partners_were_consulted(
    adopted: Publication, secretariat: Person
) -> None:
    guideline = formulating.drafted(secretariat)
    actions.begin_consultation(**now(guideline), by=secretariat, at=BEGUN)
    formulating.consult(guideline, secretariat, with_=("moe",))
    meeting = formulating.called(formulating.committee(secretariat), secretariat)
    item = formulating.held(meeting, formulating.brought(guideline, meeting, secretariat), secretariat)

    with pytest.raises(Refused, match="제8조"):
        actions.resolve_guideline(**now(guideline), item_id=item.pk, by=secretariat, at=RESOLVED)
    formulating.consult(guideline, secretariat, with_=("seoul",), finished=LATER)
    actions.resolve_guideline(**now(guideline), item_id=item.pk, by=secretariat, at=LATER)

    page = queries.guideline_seen(2025, by=secretariat, on=LATER.date())
    assert [(one.is_consulted, one.is_late) for one in page.bases] == [(True, True)] * 3


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.DEFERRED])
def test_what_the_committee_did_not_carry_is_not_resolved(
    outcome: Outcome, adopted: Publication, secretariat: Person
) -> None:
    guideline = formulating.consulting(secretariat)
    body = formulating.committee(secretariat)
    meeting = formulating.called(body, secretariat)
    item = formulating.held(
        meeting, formulating.brought(guideline, meeting, secretariat), secretariat, outcome
    )

    with pytest.raises(Refused, match="의결되지 않은"):
        actions.resolve_guideline(**now(guideline), item_id=item.pk, by=secretariat, at=RESOLVED)

    again = formulating.called(body, secretariat, number=4)
    item = formulating.held(again, formulating.brought(guideline, again, secretariat), secretariat)
    done = actions.resolve_guideline(**now(guideline), item_id=item.pk, by=secretariat, at=RESOLVED)
    assert done.state == GuidelineState.RESOLVED


def test_an_open_meeting_has_not_resolved_yet(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.consulting(secretariat)
    item = formulating.brought(
        guideline, formulating.called(formulating.committee(secretariat), secretariat), secretariat
    )

    with pytest.raises(Refused, match="아직 마치지 않은"):
        actions.resolve_guideline(**now(guideline), item_id=item.pk, by=secretariat, at=RESOLVED)


def test_a_guideline_is_sent_once_it_is_resolved(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.consulting(secretariat)

    with pytest.raises(Refused, match="지금 상태"):
        actions.send_guideline(**now(guideline), letters=formulating.letters(), by=secretariat, at=SENT)


@pytest.mark.parametrize(
    ("day", "words"), [(date(2024, 11, 20), "앞섭니다"), (date(2024, 11, 23), "오늘까지")]
)
def test_a_letter_is_dated_after_the_resolution_and_not_ahead(
    day: date, words: str, adopted: Publication, secretariat: Person
) -> None:
    guideline = formulating.resolved(secretariat)

    with pytest.raises(Refused, match=words):
        actions.send_guideline(**now(guideline), letters=formulating.letters(day), by=secretariat, at=SENT)
    assert not guideline.dispatches.exists()


def test_sending_late_is_a_fact_and_no_refusal(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.resolved(secretariat)
    actions.send_guideline(
        **now(guideline), letters=formulating.letters(LATER.date()), by=secretariat, at=LATER
    )

    page = queries.guideline_seen(2025, by=secretariat, on=date(2025, 3, 1))
    assert (page.days_left, page.days_late) == (0, 12)


def test_before_it_is_sent_the_days_left_are_counted(adopted: Publication, secretariat: Person) -> None:
    formulating.drafted(secretariat)

    page = queries.guideline_seen(2025, by=secretariat, on=date(2024, 11, 7))
    assert (page.days_left, page.days_late) == (23, 0)


def test_who_saw_an_older_guideline_looks_again(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.drafted(secretariat)
    seen = now(guideline)
    actions.begin_consultation(**seen, by=secretariat, at=BEGUN)

    with pytest.raises(Outdated):
        actions.begin_consultation(**seen, by=secretariat, at=BEGUN)


def test_nobody_else_writes_guidelines_or_sees_drafts(
    adopted: Publication, secretariat: Person, author_in_seoul: Person, committee_member: Person
) -> None:
    guideline = formulating.drafted(secretariat)

    def tried(by: Any) -> Why:
        with pytest.raises(Refused) as refused:
            actions.begin_consultation(**now(guideline), by=by, at=BEGUN)
        return refused.value.why

    assert tried(author_in_seoul) is Why.HIDDEN
    assert tried(committee_member) is Why.FORBIDDEN
    with pytest.raises(Refused):
        actions.open_guideline(cycle=Cycle.objects.get(year=2025), title="지침", by=author_in_seoul, at=BEGUN)
    assert Guideline.objects.get().state == GuidelineState.DRAFT


def test_what_was_approved_is_resolved_in_the_words_that_were_brought(
    adopted: Publication, secretariat: Person
) -> None:
    guideline = formulating.consulting(secretariat)
    meeting = formulating.called(formulating.committee(secretariat), secretariat)
    item = formulating.held(meeting, formulating.brought(guideline, meeting, secretariat), secretariat)
    formulating.reword(guideline, secretariat, "추진전략", at=RESOLVED)

    with pytest.raises(Refused, match="안건으로 올린 뒤"):
        actions.resolve_guideline(**now(guideline), item_id=item.pk, by=secretariat, at=RESOLVED)
    formulating.reword(guideline, secretariat, "비전", at=RESOLVED)
    actions.resolve_guideline(**now(guideline), item_id=item.pk, by=secretariat, at=RESOLVED)


def test_what_was_amended_is_resolved_in_other_words(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.consulting(secretariat)
    meeting = formulating.called(formulating.committee(secretariat), secretariat)
    item = formulating.held(
        meeting, formulating.brought(guideline, meeting, secretariat), secretariat, Outcome.AMENDED
    )
    formulating.reword(guideline, secretariat, "추진전략", at=RESOLVED)

    done = actions.resolve_guideline(**now(guideline), item_id=item.pk, by=secretariat, at=RESOLVED)
    assert done.state == GuidelineState.RESOLVED
