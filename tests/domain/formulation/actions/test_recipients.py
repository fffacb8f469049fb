from datetime import date, timedelta
from typing import Any

import pytest
from tests import cast, formulating
from tests.formulating import LATER, SENT, section

from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.formulation import actions, permissions, queries
from goru.domain.formulation.models import Guideline, Reading
from goru.domain.institutions.actions import appoint, system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.models import Plan, Publication

pytestmark = [pytest.mark.web, pytest.mark.django_db]
DAY = LATER.date()


@pytest.fixture
def guideline(adopted: Publication, secretariat: Person) -> Guideline:
    return formulating.sent(secretariat)


def test_a_recipient_enters_its_receipt_once(guideline: Guideline, author_in_seoul: Person) -> None:
    (own,) = queries.guideline_seen(2025, by=author_in_seoul, on=DAY).own
    given: dict[str, Any] = {"dispatch_id": own.dispatch.pk, "by": author_in_seoul, "at": LATER}
    actions.receive_guideline(receipt_number="기획-1", **given)

    (own,) = queries.guideline_seen(2025, by=author_in_seoul, on=DAY).own
    assert own.dispatch.receipt_number == "기획-1"
    with pytest.raises(Refused, match="이미 접수"):
        actions.receive_guideline(receipt_number="기획-2", **given)


def test_nobody_enters_the_receipt_of_another(guideline: Guideline, stranger_in_busan: Person) -> None:
    dispatch = guideline.dispatches.get(institution__key="seoul")

    with pytest.raises(Refused) as refused:
        actions.receive_guideline(dispatch_id=dispatch.pk, receipt_number="1", by=stranger_in_busan, at=LATER)
    assert refused.value.why is Why.FORBIDDEN


def test_who_of_a_recipient_opened_it_first_is_on_record(
    guideline: Guideline, author_in_seoul: Person, contributor: Person, secretariat: Person
) -> None:
    for by in (author_in_seoul, author_in_seoul, contributor, secretariat):
        actions.record_reading(guideline=guideline, by=by, at=LATER)

    read = Reading.objects.order_by("pk").values_list("dispatch__institution__key", "by__username", "at")
    assert list(read) == [("seoul", "author-in-seoul", LATER), ("seoul", "contributor", LATER)]
    assert OfficialAct.objects.filter(act="formulation.guideline_read").count() == 2


def test_an_officer_of_a_municipality_reads_what_the_province_was_sent(guideline: Guideline) -> None:
    of_jongno = cast.officer("of-jongno", Role.CONTRIBUTOR, "mois-11110")

    assert [str(one.institution) for one in permissions.dispatches_to(of_jongno, guideline, DAY)] == ["서울"]


def test_a_successor_reads_what_those_before_it_were_sent(guideline: Guideline) -> None:
    """전남광주통합특별시 since 2026-07-01, of 광주 and 전남."""
    of_both = cast.person("of-both")
    holder = cast.post(Role.AUTHOR, "jeonnam-gwangju")
    appoint(post=holder, person=of_both, first_day=date(2026, 7, 1), by=system_person(), at=LATER)

    def sent_to(day: date) -> list[str]:
        return [str(one.institution) for one in permissions.dispatches_to(of_both, guideline, day)]

    assert sent_to(date(2026, 7, 1)) == ["광주", "전남"]
    assert sent_to(date(2026, 6, 30)) == []


def test_a_guideline_is_hidden_from_who_was_sent_none(guideline: Guideline, evaluator: Person) -> None:
    with pytest.raises(Refused) as refused:
        queries.guideline_seen(2025, by=evaluator, on=DAY)
    assert refused.value.why is Why.HIDDEN
    assert queries.guidelines_seen_by(evaluator, DAY) == []


def test_a_change_is_shown_to_readers_until_they_confirm_it(
    guideline: Guideline, author_in_seoul: Person, secretariat: Person
) -> None:
    def changed() -> list[tuple[str, str]]:
        page = queries.guideline_seen(2025, by=author_in_seoul, on=DAY)
        return [(one.key, one.before.title if one.before else "") for one in page.sections if one.is_changed]

    actions.record_reading(guideline=guideline, by=author_in_seoul, at=SENT + timedelta(hours=1))
    assert changed() == []
    formulating.reword(guideline, secretariat, "추진전략")
    assert changed() == [("vision", "비전")]
    actions.confirm_changes(
        guideline=guideline, until=LATER, by=author_in_seoul, at=LATER + timedelta(hours=1)
    )
    assert changed() == []
    formulating.reword(guideline, secretariat, "목표", at=LATER + timedelta(minutes=1))
    assert changed() == [("vision", "추진전략")]


def test_what_changed_before_somebody_first_looked_is_shown_too(
    guideline: Guideline, author_in_seoul: Person, secretariat: Person
) -> None:
    formulating.reword(guideline, secretariat, "추진전략", at=SENT + timedelta(hours=1))
    actions.add_section(
        **formulating.now(guideline),
        key="money",
        wording=formulating.wording("재정"),
        reason="빠진 항목",
        by=secretariat,
        at=SENT + timedelta(hours=1),
    )
    actions.record_reading(guideline=guideline, by=author_in_seoul, at=LATER)

    page = queries.guideline_seen(2025, by=author_in_seoul, on=DAY)
    assert [(one.key, one.is_new) for one in page.sections if one.is_changed] == [
        ("vision", False),
        ("money", True),
    ]


def test_a_question_is_the_institutions_own_until_it_is_answered_for_all(
    guideline: Guideline, author_in_seoul: Person, stranger_in_busan: Person, secretariat: Person
) -> None:
    def seen(by: Person) -> tuple[int, int]:
        one = queries.guideline_seen(2025, by=by, on=DAY).sections[0]
        return len(one.waiting), len(one.answers)

    question = actions.ask(section=section(guideline), text="언제까지?", by=author_in_seoul, at=LATER)
    assert [seen(by) for by in (author_in_seoul, stranger_in_busan, secretariat)] == [(1, 0), (0, 0), (1, 0)]

    actions.answer(question_id=question.pk, version=1, text="2월 15일", by=secretariat, at=LATER)
    assert seen(author_in_seoul) == seen(stranger_in_busan) == (0, 1)
    with pytest.raises(Outdated):
        actions.answer(question_id=question.pk, version=1, text="2월 17일", by=secretariat, at=LATER)
    actions.answer(question_id=question.pk, version=2, text="2월 17일", by=secretariat, at=LATER)


def test_authors_ask(guideline: Guideline, contributor: Person, evaluator: Person) -> None:
    for by, why in ((contributor, Why.FORBIDDEN), (evaluator, Why.HIDDEN)):
        with pytest.raises(Refused) as refused:
            actions.ask(section=section(guideline), text="?", by=by, at=LATER)
        assert refused.value.why is why


def test_a_plan_is_told_what_its_kind_must_hold_and_what_changed(
    guideline: Guideline, author_in_seoul: Person, secretariat: Person
) -> None:
    plans = {
        kind: Plan.objects.filter(cycle=guideline.cycle, kind=kind).first()
        for kind in ("provincial", "sectoral")
    }
    actions.record_reading(guideline=guideline, by=author_in_seoul, at=SENT)
    formulating.reword(guideline, secretariat, "추진전략")

    told = {
        kind: [
            (one.key, one.is_required, one.is_changed)
            for one in queries.guidance_for(plan, by=author_in_seoul)
        ]
        for kind, plan in plans.items()
        if plan
    }
    assert told == {
        "provincial": [("vision", True, True), ("devolution", True, False)],
        "sectoral": [("vision", True, True)],
    }


def test_a_plan_of_a_cycle_without_a_sent_guideline_is_told_nothing(
    adopted: Publication, secretariat: Person
) -> None:
    formulating.resolved(secretariat)

    assert queries.guidance_for(Plan.objects.filter(kind="provincial")[0], by=secretariat) == []
