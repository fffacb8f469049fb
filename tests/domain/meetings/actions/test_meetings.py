from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from tests import cast

from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Subject, Why
from goru.domain.institutions.models import Person
from goru.domain.meetings import actions, queries
from goru.domain.meetings.models import AgendaItem, Body, Meeting, Member
from goru.domain.meetings.rules import Term, Votes
from goru.domain.meetings.vocabulary import AgendaKind, BodyKind, MemberKind, Outcome

pytestmark = [pytest.mark.web, pytest.mark.django_db]
BEFORE = datetime(2023, 11, 22, 3, tzinfo=UTC)
AT = datetime(2023, 11, 23, 3, tzinfo=UTC)
GUIDELINE = Subject("guideline", "2024")


def now(meeting: Meeting) -> dict[str, Any]:
    """The meeting as it is."""
    return {"meeting_id": meeting.pk, "version": Meeting.objects.get(pk=meeting.pk).version}


def put(meeting: Meeting, by: Person, kind: AgendaKind = AgendaKind.RESOLUTION) -> AgendaItem:
    title = "수립지침(안)" if kind is AgendaKind.RESOLUTION else "이행점검 결과"
    subject = GUIDELINE if kind is AgendaKind.RESOLUTION else None
    return actions.add_agenda_item(**now(meeting), kind=kind, title=title, subject=subject, by=by, at=BEFORE)


def attended(meeting: Meeting, members: Sequence[Member], by: Person) -> None:
    actions.record_attendance(**now(meeting), members=[one.pk for one in members], by=by, at=AT)


def decided(meeting: Meeting, by: Person, outcome: Outcome = Outcome.APPROVED, for_: int = 3) -> AgendaItem:
    return actions.decide(
        **now(meeting), number=1, outcome=outcome, votes=Votes(for_, 0, 0), remark="", by=by, at=AT
    )


def test_a_meeting_resolves_an_item(meeting: Meeting, members: Sequence[Member], secretariat: Person) -> None:
    item = put(meeting, secretariat)
    put(meeting, secretariat, AgendaKind.REPORT)
    attended(meeting, members[:3], secretariat)
    decided(meeting, secretariat)
    before = queries.force_of(queries.items_about(GUIDELINE)[0], subject=GUIDELINE, body=BodyKind.COMMITTEE)
    actions.close_meeting(**now(meeting), by=secretariat, at=AT)

    found = queries.items_about(GUIDELINE)[0]
    assert found == item
    assert (found.members, found.present, found.in_favour) == (5, 3, 3)
    assert not before
    assert queries.force_of(found, subject=GUIDELINE, body=BodyKind.COMMITTEE)
    assert not queries.force_of(found, subject=GUIDELINE, body=BodyKind.EXPERT)
    assert [one.act for one in OfficialAct.objects.filter(subject_key="committee/3").order_by("number")] == [
        *("meetings.called", "meetings.item_added", "meetings.item_added", "meetings.attendance_recorded"),
        *("meetings.decided", "meetings.closed"),
    ]


def test_a_meeting_is_seen_with_its_quorum(
    meeting: Meeting, members: Sequence[Member], secretariat: Person
) -> None:
    put(meeting, secretariat)
    attended(meeting, members[:2], secretariat)
    page = queries.meeting_seen("committee", 3, by=secretariat, on=AT.date())

    assert [one.is_present for one in page.seats] == [True, True, False, False, False]
    assert not page.quorum
    assert page.may_record
    assert not page.may_close


def test_nothing_is_recorded_before_the_day(
    meeting: Meeting, members: Sequence[Member], secretariat: Person
) -> None:
    with pytest.raises(Refused, match="그날부터"):
        actions.record_attendance(**now(meeting), members=[], by=secretariat, at=BEFORE)


def test_who_was_not_in_office_was_not_present(
    meeting: Meeting, members: Sequence[Member], secretariat: Person
) -> None:
    with pytest.raises(Refused, match="임기"):
        attended(meeting, members, secretariat)


def test_without_a_quorum_nothing_is_decided(
    meeting: Meeting, members: Sequence[Member], secretariat: Person
) -> None:
    put(meeting, secretariat)
    attended(meeting, members[:2], secretariat)

    with pytest.raises(Refused, match="의사정족수"):
        decided(meeting, secretariat, for_=2)


def test_a_report_is_not_decided_on(meeting: Meeting, members: Sequence[Member], secretariat: Person) -> None:
    put(meeting, secretariat, AgendaKind.REPORT)
    attended(meeting, members[:3], secretariat)

    with pytest.raises(Refused, match="보고"):
        decided(meeting, secretariat)


def test_a_meeting_is_not_closed_while_a_decision_rests_on_another_attendance(
    meeting: Meeting, members: Sequence[Member], secretariat: Person
) -> None:
    put(meeting, secretariat)
    attended(meeting, members[:3], secretariat)
    with pytest.raises(Refused, match="제1호"):
        actions.close_meeting(**now(meeting), by=secretariat, at=AT)
    decided(meeting, secretariat)
    attended(meeting, members[:4], secretariat)

    with pytest.raises(Refused, match="출석이 바뀌었습니다"):
        actions.close_meeting(**now(meeting), by=secretariat, at=AT)
    decided(meeting, secretariat)
    actions.close_meeting(**now(meeting), by=secretariat, at=AT)


def test_a_closed_meeting_does_not_change(
    meeting: Meeting, members: Sequence[Member], secretariat: Person
) -> None:
    attended(meeting, members[:3], secretariat)
    actions.close_meeting(**now(meeting), by=secretariat, at=AT)

    for do in (
        lambda: put(meeting, secretariat),
        lambda: attended(meeting, members[:3], secretariat),
        lambda: actions.call_off_meeting(**now(meeting), by=secretariat, at=AT),
        lambda: actions.close_meeting(**now(meeting), by=secretariat, at=AT),
    ):
        with pytest.raises(Refused, match="이미 마쳤거나"):
            do()


def test_what_was_called_off_is_nowhere_decided_on(meeting: Meeting, secretariat: Person) -> None:
    put(meeting, secretariat)
    actions.call_off_meeting(**now(meeting), by=secretariat, at=BEFORE, reason="성원 미달")

    assert queries.items_about(GUIDELINE) == []
    assert queries.called_meetings(BodyKind.COMMITTEE) == []


def test_who_saw_an_older_state_looks_again(meeting: Meeting, secretariat: Person) -> None:
    seen = now(meeting)
    put(meeting, secretariat)

    with pytest.raises(Outdated):
        actions.call_off_meeting(**seen, by=secretariat, at=BEFORE)


def test_a_number_is_given_once(meeting: Meeting, committee: Body, secretariat: Person) -> None:
    with pytest.raises(Refused, match="제3차"):
        actions.call_meeting(
            body=committee, number=3, held_date=AT.date(), place="서울", by=secretariat, at=AT
        )


def test_a_body_meets_while_it_is_there(committee: Body, secretariat: Person) -> None:
    with pytest.raises(Refused, match="없는 회의체"):
        actions.call_meeting(
            body=committee,
            number=1,
            held_date=AT.date().replace(year=2022),
            place="서울",
            by=secretariat,
            at=AT,
        )


def test_others_see_nothing_of_a_meeting(
    meeting: Meeting, author_in_seoul: Person, committee_member: Person
) -> None:
    on = AT.date()
    assert queries.meeting_seen("committee", 3, by=committee_member, on=on).may_change.why is Why.FORBIDDEN
    with pytest.raises(Refused) as refused:
        queries.meeting_seen("committee", 3, by=author_in_seoul, on=on)
    assert refused.value.why is Why.HIDDEN
    assert queries.bodies_seen_by(author_in_seoul, on) == []
    assert queries.bodies_seen_by(committee_member, on) == [meeting.body]


def test_who_sits_in_a_body_sees_it_by_their_account(committee: Body, secretariat: Person) -> None:
    guest = cast.person("guest")
    actions.add_member(
        body=committee,
        kind=MemberKind.EX_OFFICIO,
        name="회장",
        office="시도지사협의회 회장",
        person=guest,
        term=Term(AT.date()),
        by=secretariat,
        at=AT,
    )

    assert queries.bodies_seen_by(guest, AT.date()) == [committee]
    assert queries.bodies_seen_by(guest, BEFORE.date()) == []
