from datetime import date

import pytest

from goru.core.verdict import Verdict
from goru.domain.meetings import rules
from goru.domain.meetings.rules import Term, Votes
from goru.domain.meetings.vocabulary import BodyKind, MeetingState, MemberKind, Outcome


def valid(outcome: Outcome, votes: Votes, *, members: int, present: int, remark: str = "조건") -> Verdict:
    return rules.is_valid(outcome, votes, members=members, present=present, remark=remark)


@pytest.mark.parametrize(
    ("members", "present", "has"),
    [(39, 20, True), (39, 19, False), (40, 20, False), (40, 21, True), (0, 0, False), (1, 1, True)],
)
def test_a_quorum_is_more_than_half_of_the_members_in_office(members: int, present: int, has: bool) -> None:
    assert bool(rules.has_quorum(members=members, present=present)) is has


@pytest.mark.parametrize(
    ("present", "in_favour", "carried"), [(26, 14, True), (26, 13, False), (25, 13, True), (25, 12, False)]
)
def test_a_proposal_is_carried_by_more_than_half_of_those_present(
    present: int, in_favour: int, carried: bool
) -> None:
    assert bool(rules.is_carried(present=present, in_favour=in_favour)) is carried


@pytest.mark.parametrize("outcome", rules.CARRIED)
def test_abstentions_count_among_those_present(outcome: Outcome) -> None:
    assert not valid(outcome, Votes(10, 0, 10), members=39, present=20)
    assert valid(outcome, Votes(11, 0, 9), members=39, present=20)


@pytest.mark.parametrize("outcome", Outcome)
def test_nothing_is_decided_without_a_quorum_nor_by_more_than_were_there(outcome: Outcome) -> None:
    assert not valid(outcome, Votes(9 * (outcome != Outcome.REJECTED), 0, 0), members=40, present=20)
    assert not valid(outcome, Votes(11, 5, 5), members=39, present=20)


def test_what_most_were_for_was_not_rejected_and_what_was_not_was_not_carried() -> None:
    assert not valid(Outcome.REJECTED, Votes(11, 9, 0), members=39, present=20)
    assert valid(Outcome.REJECTED, Votes(10, 10, 0), members=39, present=20)
    assert valid(Outcome.DEFERRED, Votes(0, 0, 0), members=39, present=20)


@pytest.mark.parametrize("outcome", rules.WITH_REMARK)
def test_an_amendment_or_a_condition_is_said(outcome: Outcome) -> None:
    assert not valid(outcome, Votes(20, 0, 0), members=39, present=20, remark="")


@pytest.mark.parametrize(
    ("body", "kind", "first", "last", "may"),
    [
        (BodyKind.COMMITTEE, MemberKind.COMMISSIONED, date(2023, 7, 10), date(2025, 7, 9), True),
        (BodyKind.COMMITTEE, MemberKind.COMMISSIONED, date(2023, 7, 10), date(2025, 7, 10), False),
        (BodyKind.COMMITTEE, MemberKind.COMMISSIONED, date(2024, 2, 29), date(2026, 2, 28), True),
        (BodyKind.COMMITTEE, MemberKind.COMMISSIONED, date(2024, 2, 29), date(2026, 3, 1), False),
        (BodyKind.COMMITTEE, MemberKind.COMMISSIONED, date(2023, 7, 10), None, False),
        (BodyKind.COMMITTEE, MemberKind.EX_OFFICIO, date(2023, 7, 10), None, True),
        (BodyKind.COMMITTEE, MemberKind.EX_OFFICIO, date(2023, 7, 10), date(2023, 7, 9), False),
        (BodyKind.EXPERT, MemberKind.COMMISSIONED, date(2024, 1, 1), date(2024, 12, 31), True),
        (BodyKind.EXPERT, MemberKind.COMMISSIONED, date(2024, 1, 1), date(2025, 1, 1), False),
        (BodyKind.SPECIAL, MemberKind.COMMISSIONED, date(2024, 1, 1), date(2029, 1, 1), True),
    ],
)
def test_terms_are_those_of_the_law_where_it_says_any(
    body: BodyKind, kind: MemberKind, first: date, last: date | None, may: bool
) -> None:
    assert bool(rules.is_a_term(body, kind, Term(first, last))) is may


def test_a_meeting_is_closed_when_all_is_decided_by_the_attendance_that_is_recorded() -> None:
    assert rules.may_be_closed([], members=39, present=20)
    assert not rules.may_be_closed([], members=39, present=19)
    assert rules.may_be_closed([(1, (39, 26))], members=39, present=26)
    assert not rules.may_be_closed([(1, (39, 26)), (2, None)], members=39, present=26)
    assert not rules.may_be_closed([(1, (39, 25))], members=39, present=26)
    assert not rules.may_be_closed([(1, (40, 26))], members=39, present=26)


@pytest.mark.parametrize("outcome", ["", *Outcome])
@pytest.mark.parametrize("state", MeetingState)
def test_only_what_a_closed_meeting_carried_has_force(outcome: str, state: MeetingState) -> None:
    expected = state == MeetingState.CLOSED and outcome in ("approved", "amended", "conditional")

    assert bool(rules.has_force(outcome, state)) is expected


def test_bodies_belong_to_the_committee_or_to_a_province() -> None:
    assert rules.may_have("committee", BodyKind.EXPERT)
    assert rules.may_have("province", BodyKind.REGIONAL)
    assert not rules.may_have("province", BodyKind.COMMITTEE)
    assert not rules.may_have("ministry", BodyKind.SUBCOMMITTEE)


def test_an_item_is_about_one_thing_before_one_kind_of_body() -> None:
    assert rules.is_about(("a", "committee"), ("a", "committee"))
    assert not rules.is_about(("b", "committee"), ("a", "committee"))
    assert not rules.is_about(("a", "expert"), ("a", "committee"))
