"""A guideline brought as far as a test needs it, by the deeds of the secretariat; all of it on days of November 2024."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any

from tests import cast

from goru.domain.formulation import actions, queries
from goru.domain.formulation.models import Guideline, GuidelineSection
from goru.domain.formulation.rules import Letter, Wording
from goru.domain.institutions.models import Institution, Person
from goru.domain.meetings import actions as meetings
from goru.domain.meetings.models import AgendaItem, Body, Meeting
from goru.domain.meetings.rules import Term, Votes
from goru.domain.meetings.vocabulary import BodyKind, MemberKind, Outcome
from goru.domain.plans.models import Cycle
from goru.domain.plans.vocabulary import PlanKind

BEGUN = datetime(2024, 11, 1, 3, tzinfo=UTC)
MEETING_DAY = date(2024, 11, 21)
RESOLVED = datetime(2024, 11, 21, 8, tzinfo=UTC)
SENT = datetime(2024, 11, 22, 3, tzinfo=UTC)
LATER = datetime(2024, 12, 12, 3, tzinfo=UTC)
ALL = [kind.value for kind in PlanKind]


def now(guideline: Guideline) -> dict[str, Any]:
    """The guideline as it is."""
    return {"guideline_id": guideline.pk, "version": Guideline.objects.get(pk=guideline.pk).version}


def as_it_is(guideline: Guideline) -> Guideline:
    return queries.guideline_of(guideline.cycle.year)


def wording(title: str = "비전", kinds: Collection[str] = ALL, **changes: Any) -> Wording:
    return Wording(list(kinds), title, f"{title}을 적는 법", is_required=True)._replace(**changes)


def drafted(by: Person, year: int = 2025) -> Guideline:
    """A draft with two sections: for all kinds of plan, and for provinces alone. The cycle's plan is adopted before."""
    cycle = Cycle.objects.get(year=year)
    guideline = actions.open_guideline(cycle=cycle, title=f"{year}년 수립지침", by=by, at=BEGUN)
    for key, said in (("vision", wording()), ("devolution", wording("지방분권 시행계획", ["provincial"]))):
        actions.add_section(**now(guideline), key=key, wording=said, by=by, at=BEGUN)
    frame = queries.frames_for(cycle)[0]
    actions.choose_frame(**now(guideline), edition_id=frame.pk, by=by, at=BEGUN)
    return as_it_is(guideline)


def consult(
    guideline: Guideline,
    by: Person,
    *,
    with_: Collection[str] = ("moe", "seoul"),
    kinds: Collection[PlanKind] = tuple(PlanKind),
    finished: datetime | None = RESOLVED,
) -> None:
    """A consultation on some bases with some institutions, finished on a day."""
    held = actions.record_consultation(
        guideline=guideline,
        name="시도-부처협의회",
        kinds=kinds,
        begun_date=BEGUN.date(),
        participants=list(Institution.objects.filter(key__in=with_)),
        by=by,
        at=BEGUN,
    )
    if finished:
        actions.finish_consultation(
            consultation_id=held.pk,
            version=held.version,
            finished_date=finished.date(),
            result="의견 반영",
            by=by,
            at=finished,
        )


def consulting(by: Person) -> Guideline:
    """A guideline that all partners were consulted on."""
    guideline = drafted(by)
    actions.begin_consultation(**now(guideline), by=by, at=BEGUN)
    consult(guideline, by)
    return as_it_is(guideline)


def committee(by: Person) -> Body:
    """The Committee with three members."""
    body = meetings.open_body(
        institution=Institution.objects.get(key="committee"),
        kind=BodyKind.COMMITTEE,
        key="committee",
        name="지방시대위원회",
        first_day=cast.BEGINNING.date(),
        by=by,
        at=BEGUN,
    )
    for name in ("장관 하나", "장관 둘", "장관 셋"):
        meetings.add_member(
            body=body,
            kind=MemberKind.EX_OFFICIO,
            name=name,
            office="장관",
            term=Term(cast.BEGINNING.date()),
            by=by,
            at=BEGUN,
        )
    return body


def called(body: Body, by: Person, number: int = 3) -> Meeting:
    return meetings.call_meeting(
        body=body, number=number, held_date=MEETING_DAY, place="세종", by=by, at=BEGUN
    )


def held(meeting: Meeting, item: AgendaItem, by: Person, outcome: Outcome = Outcome.APPROVED) -> AgendaItem:
    """The meeting decides on an item and is closed."""

    def seen() -> dict[str, Any]:
        return {"meeting_id": meeting.pk, "version": Meeting.objects.get(pk=meeting.pk).version}

    everybody = list(meeting.body.members.values_list("pk", flat=True))
    meetings.record_attendance(**seen(), members=everybody, by=by, at=RESOLVED)
    votes = Votes(0, 3, 0) if outcome is Outcome.REJECTED else Votes(3, 0, 0)
    decided = meetings.decide(
        **seen(),
        number=item.number,
        outcome=outcome,
        votes=votes,
        remark="제2장 수정" if outcome is Outcome.AMENDED else "",
        by=by,
        at=RESOLVED,
    )
    meetings.close_meeting(**seen(), by=by, at=RESOLVED)
    return decided


def brought(guideline: Guideline, meeting: Meeting, by: Person) -> AgendaItem:
    return actions.put_on_agenda(
        **now(guideline), meeting_id=meeting.pk, meeting_version=meeting.version, by=by, at=BEGUN
    )


def resolved(by: Person) -> Guideline:
    """A guideline that the Committee resolved."""
    guideline, meeting = consulting(by), called(committee(by), by)
    item = held(meeting, brought(guideline, meeting, by), by)
    actions.resolve_guideline(**now(guideline), item_id=item.pk, by=by, at=RESOLVED)
    return as_it_is(guideline)


def letters(day: date | None = None) -> dict[PlanKind, Letter]:
    return {
        kind: Letter(f"총괄기획과-{number}", day or SENT.date(), "위원장")
        for number, kind in enumerate(PlanKind, start=101)
    }


def sent(by: Person) -> Guideline:
    """A guideline that all recipients were sent."""
    guideline = resolved(by)
    actions.send_guideline(**now(guideline), letters=letters(), by=by, at=SENT)
    return as_it_is(guideline)


def section(guideline: Guideline, key: str = "vision") -> GuidelineSection:
    return queries.section_of(guideline.cycle.year, key)


def reword(guideline: Guideline, by: Person, title: str, at: datetime = LATER, key: str = "vision") -> None:
    """A section says something else, with a reason."""
    found = section(guideline, key)
    actions.word_section(
        section_id=found.pk,
        version=found.version,
        wording=wording(title),
        reason="오류 바로잡음",
        by=by,
        at=at,
    )
