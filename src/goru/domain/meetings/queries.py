"""What pages and other rooms ask of meetings. Whatever is not there raises Django's DoesNotExist of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max

from goru.core.verdict import Subject, Verdict, require
from goru.domain.institutions.models import Institution, Person
from goru.domain.meetings import permissions, rules
from goru.domain.meetings.models import AgendaItem, Attendance, Body, Meeting, Member
from goru.domain.meetings.rules import BODIES_OF
from goru.domain.meetings.vocabulary import AgendaKind, BodyKind, MeetingState


@dataclass(frozen=True, slots=True)
class BodySeen:
    """A body as a person sees it: who is in office, who will be or was, its meetings, the latest first."""

    body: Body
    members: Sequence[Member]
    others: Sequence[Member]
    meetings: Sequence[Meeting]
    next_number: int
    may_run: Verdict


@dataclass(frozen=True, slots=True)
class Seat:
    """A member in office on a meeting's day, and whether they were present."""

    member: Member
    is_present: bool


@dataclass(frozen=True, slots=True)
class MeetingSeen:
    """A meeting as a person sees it: its agenda, its members with who was present, and what may be done."""

    meeting: Meeting
    agenda: Sequence[AgendaItem]
    seats: Sequence[Seat]
    present: int
    quorum: Verdict
    may_change: Verdict
    may_record: Verdict
    may_close: Verdict


def members_in_office(body: Body, day: date) -> list[Member]:
    """The members of a body on a day, those by office first."""
    return list(Member.objects.in_office(day).filter(body=body).order_by("-kind", "pk"))


def present_at(meeting: Meeting) -> set[int]:
    """The members who were present, by their keys in the database."""
    return set(Attendance.objects.filter(meeting=meeting).values_list("member", flat=True))


def bodies_seen_by(by: Person, on: date) -> list[Body]:
    """The bodies whose meetings a person may see."""
    found = Body.objects.select_related("institution").order_by("institution__position", "kind", "pk")
    return [one for one in found if permissions.may_see(by, one, on)]


def body_seen_by(key: str, by: Person | AnonymousUser, on: date) -> bool:
    """Whether there is a body of a key that a person may see."""
    found = Body.objects.select_related("institution").filter(key=key).first()
    return found is not None and bool(permissions.may_see(by, found, on))


def may_open_bodies_of(by: Person, on: date) -> list[Institution]:
    """The institutions that a person may open bodies of."""
    found = Institution.objects.filter(kind__in=BODIES_OF).order_by("position")
    return [one for one in found if not one.is_over(on) and permissions.may_run(by, one, on)]


def body_seen(key: str, *, by: Person, on: date) -> BodySeen:
    """One body; Refused to who may not see it."""
    body = Body.objects.select_related("institution").get(key=key)
    require(permissions.may_see(by, body, on), about=Subject("body", key))
    members = list(body.members.order_by("-kind", "pk"))
    last = body.meetings.aggregate(last=Max("number"))["last"]
    return BodySeen(
        body=body,
        members=[one for one in members if one.is_in_force(on)],
        others=[one for one in members if not one.is_in_force(on)],
        meetings=list(body.meetings.select_related("body").order_by("-number")),
        next_number=(last or 0) + 1,
        may_run=permissions.may_run(by, body.institution, on),
    )


def meeting_of(key: str, number: int) -> Meeting:
    """A meeting by its body's key and its number."""
    return Meeting.objects.select_related("body__institution").get(body__key=key, number=number)


def meeting_seen(key: str, number: int, *, by: Person, on: date) -> MeetingSeen:
    """One meeting; Refused to who may not see it."""
    meeting = meeting_of(key, number)
    require(permissions.may_see(by, meeting.body, on), about=Subject("body", key))
    agenda, there = list(meeting.agenda.order_by("number")), present_at(meeting)
    seats = [Seat(one, one.pk in there) for one in members_in_office(meeting.body, meeting.held_date)]
    may_record = permissions.may_record(by, meeting, on)
    return MeetingSeen(
        meeting=meeting,
        agenda=agenda,
        seats=seats,
        present=len(there),
        quorum=rules.has_quorum(members=len(seats), present=len(there)),
        may_change=permissions.may_change(by, meeting, on),
        may_record=may_record,
        may_close=may_be_closed(meeting) if may_record else may_record,
    )


def may_be_closed(meeting: Meeting) -> Verdict:
    """Whether nothing of a meeting is left open."""
    items = meeting.agenda.filter(kind=AgendaKind.RESOLUTION).order_by("number")
    decided = [(one.number, _counts(one)) for one in items]
    members = members_in_office(meeting.body, meeting.held_date)
    return rules.may_be_closed(decided, members=len(members), present=len(present_at(meeting)))


def member_of(number: int) -> Member:
    """A member with the body they sit in."""
    return Member.objects.select_related("body__institution").get(pk=number)


def item_of(meeting: Meeting, number: int) -> AgendaItem:
    """An item of a meeting's agenda."""
    return meeting.agenda.get(number=number)


def items_about(subject: Subject) -> list[AgendaItem]:
    """Where something was or will be decided on, the latest meeting first; meetings that were called off aside."""
    found = AgendaItem.objects.filter(subject_kind=subject.kind, subject_key=subject.key)
    found = found.exclude(meeting__state=MeetingState.CALLED_OFF).select_related("meeting__body")
    return list(found.order_by("-meeting__held_date", "-pk"))


def called_meetings(kind: BodyKind) -> list[Meeting]:
    """The meetings to come, or not yet closed, of bodies of a kind."""
    found = Meeting.objects.filter(body__kind=kind, state=MeetingState.CALLED)
    return list(found.select_related("body__institution").order_by("held_date", "pk"))


def force_of(item: AgendaItem, *, subject: Subject, body: BodyKind) -> Verdict:
    """Whether an item resolved a subject for good: it is about it, of a body of the kind, carried, its meeting closed."""
    return rules.is_about((item.subject, item.meeting.body.kind), (subject, body)) and rules.has_force(
        item.outcome, item.meeting.state
    )


def _counts(item: AgendaItem) -> tuple[int, int] | None:
    return None if item.members is None or item.present is None else (item.members, item.present)
