"""What the database itself refuses."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.domain.conftest import Refused, save_checked

from goru.domain.institutions.models import Person
from goru.domain.meetings.models import AgendaItem, Attendance, Meeting, Member
from goru.domain.meetings.vocabulary import AgendaKind, MeetingState, MemberKind, Outcome

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2023, 11, 23, tzinfo=UTC)
COUNTS = {"members": 5, "present": 3, "in_favour": 2, "against": 1, "abstained": 0}


def item(meeting: Meeting, by: Person, **changes: Any) -> AgendaItem:
    decided = {"outcome": Outcome.APPROVED, "decided_at": AT, "decided_by": by, **COUNTS}
    said = {"number": 1, "kind": AgendaKind.RESOLUTION, "title": "지침", **decided}
    return AgendaItem(meeting=meeting, **{**said, **changes})


def test_a_decision_that_can_have_been_made_is_kept(meeting: Meeting, secretariat: Person) -> None:
    save_checked(item(meeting, secretariat))
    save_checked(item(meeting, secretariat, number=2, outcome=Outcome.DEFERRED, in_favour=0))


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("has_a_title", {"title": ""}),
        ("subject_has_a_kind_and_a_key", {"subject_kind": "guideline"}),
        ("reported_is_not_decided", {"kind": AgendaKind.REPORT}),
        ("says_by_whom_and_by_how_many", {"members": None}),
        ("says_by_whom_and_by_how_many", {"decided_by": None}),
        ("says_by_whom_and_by_how_many", {"outcome": ""}),
        ("votes_are_of_those_present", {"against": 2}),
        ("votes_are_of_those_present", {"present": 6, "in_favour": 4}),
        ("decided_with_a_quorum", {"members": 6}),
        ("decided_with_a_quorum", {"outcome": Outcome.REJECTED, "members": 6, "in_favour": 0}),
        ("carried_by_a_majority", {"in_favour": 1}),
        ("amended_or_conditional_says_how", {"outcome": Outcome.AMENDED}),
        ("amended_or_conditional_says_how", {"outcome": Outcome.CONDITIONAL}),
    ],
)
def test_the_database_refuses_a_decision_that_cannot_have_been_made(
    words: str, changes: dict[str, Any], meeting: Meeting, secretariat: Person, refused: Refused
) -> None:
    refused(words, item(meeting, secretariat, **changes))


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("commissioned_has_a_last_day", {"valid_to": None}),
        ("ex_officio_has_an_office", {"kind": MemberKind.EX_OFFICIO, "name": "다른 이름"}),
        ("begins_on_a_day_and_has_a_name", {"name": ""}),
        ("begins_on_a_day_and_has_a_name", {"valid_from": None, "name": "다른 이름"}),
        ("valid_from_before_valid_to", {"valid_to": date(2023, 1, 1), "name": "다른 이름"}),
        ("sits_once_at_a_time", {}),
    ],
)
def test_the_database_refuses_a_member_that_cannot_be(
    words: str,
    changes: dict[str, Any],
    members: Sequence[Member],
    copy_of: Callable[..., Member],
    refused: Refused,
) -> None:
    refused(words, copy_of(members[2], **changes))


def test_a_meeting_that_ended_says_when_and_by_whom(
    meeting: Meeting, copy_of: Callable[..., Meeting], refused: Refused
) -> None:
    refused("called_until_it_ended", copy_of(meeting, number=4, state=MeetingState.CLOSED))
    refused("called_until_it_ended", copy_of(meeting, number=4, ended_at=AT))
    refused("meeting_number_in_its_body", copy_of(meeting))
    refused("counted_from_one", copy_of(meeting, number=0))


def test_a_member_is_present_once(meeting: Meeting, members: Sequence[Member], refused: Refused) -> None:
    save_checked(Attendance(meeting=meeting, member=members[0]))
    refused("attendance_of_a_member_is_one", Attendance(meeting=meeting, member=members[0]))


def test_a_body_of_a_sole_kind_is_one_at_a_time(
    meeting: Meeting, copy_of: Callable[..., Any], refused: Refused
) -> None:
    body = meeting.body
    refused("sole_kind_is_one_at_a_time", copy_of(body, key="other", name="다른 이름"))
    refused("name_is_one_of_its_institution", copy_of(body, key="other", kind="expert"))
    refused("has_a_name", copy_of(body, key="other", kind="expert", name=""))
