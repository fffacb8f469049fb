"""What is true of bodies, meetings and resolutions by the values alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from goru.core.moves import Moves
from goru.core.verdict import ALLOWED, Verdict, refuse
from goru.domain.meetings.vocabulary import BodyKind, MeetingState, MemberKind, Outcome

BODIES_OF: Mapping[str, tuple[BodyKind, ...]] = {
    "committee": (BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE, BodyKind.EXPERT, BodyKind.SPECIAL),
    "province": (BodyKind.REGIONAL, BodyKind.SUBCOMMITTEE),
}
"""Which bodies an institution may have, by its kind (특별법 제62조, 제64조⑨⑩, 제67조①). Special ones the law does not know:
they rest on the Committee's own rules (운영세칙, 시행령 제72조)."""

SOLE = (BodyKind.COMMITTEE, BodyKind.REGIONAL)
"""Bodies of which an institution has one at a time."""

TERMS: Mapping[str, int] = {BodyKind.COMMITTEE: 2, BodyKind.REGIONAL: 2, BodyKind.EXPERT: 1}
"""Years of a commissioned member's term, where the law says them (특별법 제62조, 시행령 제62조, 제65조)."""

MEETING_MOVES: Moves = {
    (MeetingState.CALLED, MeetingState.CLOSED): "secretariat",
    (MeetingState.CALLED, MeetingState.CALLED_OFF): "secretariat",
}
"""How a meeting goes; those of a province are moved by its support group (지방시대지원단)."""

CARRIED = (Outcome.APPROVED, Outcome.AMENDED, Outcome.CONDITIONAL)
"""Decisions by which what was proposed has force."""

WITH_REMARK = (Outcome.AMENDED, Outcome.CONDITIONAL)
"""Decisions that say more than yes or no."""


@dataclass(frozen=True, slots=True)
class Votes:
    """How those present voted; who did not vote is in none of the three."""

    in_favour: int
    against: int
    abstained: int


class Term(NamedTuple):
    """From which day to which somebody is a member, both included; None is until further notice."""

    first_day: date
    last_day: date | None = None


def may_have(institution_kind: str, body: str) -> Verdict:
    """Whether an institution of a kind has bodies of a kind."""
    if body in BODIES_OF.get(institution_kind, ()):
        return ALLOWED
    return refuse(_("이 기관에는 둘 수 없는 회의체입니다."))


def is_a_term(body: str, kind: str, term: Term) -> Verdict:
    """Whether somebody may be a member for so long: who is commissioned has a last day, within the term where the law says it."""
    first_day, last_day = term
    if last_day is not None and last_day < first_day:
        return refuse(_("마지막 날이 첫날보다 앞섭니다."))
    if kind == MemberKind.EX_OFFICIO:
        return ALLOWED
    if last_day is None:
        return refuse(_("위촉위원은 임기의 마지막 날을 적어야 합니다."))
    years = TERMS.get(body)
    if years is None or last_day <= _last_day_of(first_day, years):
        return ALLOWED
    return refuse(_("위촉위원의 임기는 법에 따라 %(years)s년까지입니다."), years=years)


def has_quorum(*, members: int, present: int) -> Verdict:
    """Whether a meeting can decide: more than half of the members in office are present (특별법 제64조, 시행령 제65조)."""
    if present * 2 > members:
        return ALLOWED
    sentence = _("의사정족수가 모자랍니다. 재적위원 %(members)s명 가운데 %(present)s명이 출석했습니다.")
    return refuse(sentence, members=members, present=present)


def is_carried(*, present: int, in_favour: int) -> Verdict:
    """Whether a proposal is resolved: more than half of those present are in favour (특별법 제64조, 시행령 제65조)."""
    if in_favour * 2 > present:
        return ALLOWED
    sentence = _("의결정족수가 모자랍니다. 출석위원 %(present)s명 가운데 %(in_favour)s명이 찬성했습니다.")
    return refuse(sentence, present=present, in_favour=in_favour)


def is_valid(outcome: str, votes: Votes, *, members: int, present: int, remark: str) -> Verdict:
    """Whether a decision can have been made by votes of those present among the members in office (재적)."""
    if votes.in_favour + votes.against + votes.abstained > present:
        return refuse(_("찬성, 반대, 기권을 더하면 출석위원보다 많습니다."))
    carried = is_carried(present=present, in_favour=votes.in_favour)
    if outcome == Outcome.REJECTED and carried:
        return refuse(_("출석위원 과반수가 찬성한 안건은 부결할 수 없습니다."))
    if outcome in WITH_REMARK and not remark:
        return refuse(_("무엇을 수정했는지, 어떤 조건을 붙였는지 적으세요."))
    quorum = has_quorum(members=members, present=present)
    return (carried if outcome in CARRIED else ALLOWED) if quorum else quorum


def is_about(item: tuple[object, str], wanted: tuple[object, str]) -> Verdict:
    """Whether an item (its subject, the kind of its body) is about a subject, before a body of a kind."""
    if item[0] != wanted[0]:
        return refuse(_("다른 일에 관한 안건입니다."))
    if item[1] != wanted[1]:
        return refuse(_("%(body)s의 안건이어야 합니다."), body=BodyKind(wanted[1]).label)
    return ALLOWED


def has_force(outcome: str, meeting_state: str) -> Verdict:
    """Whether a decision can be gone by: the meeting is closed, and it was carried."""
    if meeting_state != MeetingState.CLOSED:
        return refuse(_("아직 마치지 않은 회의의 안건입니다."))
    return ALLOWED if outcome in CARRIED else refuse(_("의결되지 않은 안건입니다."))


def may_be_closed(
    decided: Sequence[tuple[int, tuple[int, int] | None]], *, members: int, present: int
) -> Verdict:
    """Whether enough were there, and nothing is left open: each item to be resolved (its number, the members and those present
    when it was decided) is decided, by the attendance that is recorded now."""
    for number, counts in decided:
        if counts is None:
            return refuse(_("제%(number)s호 안건의 결정을 아직 적지 않았습니다."), number=number)
        if counts != (members, present):
            sentence = _("출석이 바뀌었습니다. 제%(number)s호 안건의 결정을 다시 적으세요.")
            return refuse(sentence, number=number)
    return has_quorum(members=members, present=present)


def _last_day_of(first_day: date, years: int) -> date:
    """The last day of a term that begins on a day (민법 제160조②)."""
    try:
        return first_day.replace(year=first_day.year + years) - timedelta(days=1)
    except ValueError:  # 29 February: the term ends with the month
        return date(first_day.year + years, 2, 28)
