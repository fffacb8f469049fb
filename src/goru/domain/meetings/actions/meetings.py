"""Meetings are called, recorded and closed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from goru.core import moves
from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import Outdated, Refused, Subject, Verdict, require
from goru.domain.institutions.models import Person
from goru.domain.meetings import permissions, queries, rules
from goru.domain.meetings.models import AgendaItem, Attendance, Body, Meeting
from goru.domain.meetings.rules import MEETING_MOVES, Votes
from goru.domain.meetings.vocabulary import AgendaKind, MeetingAct, MeetingState, Outcome


@audit.deed
def call_meeting(
    *, body: Body, number: int, held_date: date, place: str, by: Person, at: datetime
) -> Meeting:
    """Call a numbered meeting of a body (소집); one that was held already is recorded the same way."""
    about = Subject("body", body.key)
    verdict = require(permissions.may_run(by, body.institution, day_in_korea(at)), about=about)
    if not body.is_in_force(held_date):
        raise Refused(_("그날에는 없는 회의체입니다."), about=about)
    Body.objects.select_for_update().get(pk=body.pk)
    if body.meetings.filter(number=number).exists():
        raise Refused(_("제%(number)s차 회의가 이미 있습니다.") % {"number": number}, about=about)
    meeting = Meeting.objects.create(
        body=body, number=number, held_date=held_date, place=place, called_at=at, called_by=by
    )
    _note(MeetingAct.CALLED, meeting, by, verdict, at, held_date=held_date, place=place)
    return meeting


@audit.deed
def add_agenda_item(
    *,
    meeting_id: int,
    version: int,
    kind: AgendaKind,
    title: str,
    by: Person,
    at: datetime,
    subject: Subject | None = None,
) -> AgendaItem:
    """Put an item on the agenda of a meeting that is not over (안건)."""
    meeting = _as_seen(meeting_id, version)
    verdict = require(permissions.may_change(by, meeting, day_in_korea(at)), about=meeting.subject)
    last = meeting.agenda.aggregate(last=Max("number"))["last"]
    item = AgendaItem.objects.create(
        meeting=meeting,
        number=(last or 0) + 1,
        kind=kind,
        title=title,
        subject_kind=subject.kind if subject else "",
        subject_key=subject.key if subject else "",
    )
    _count_up(meeting)
    said = {"item": item.number, "kind": kind.value, "title": title}
    _note(MeetingAct.ITEM_ADDED, meeting, by, verdict, at, **said, about=list(subject) if subject else None)
    return item


@audit.deed
def record_attendance(
    *, meeting_id: int, version: int, members: Collection[int], by: Person, at: datetime
) -> Meeting:
    """Say which members were present (출석), all at once; only who was in office on the day can have been."""
    meeting = _as_seen(meeting_id, version)
    verdict = require(permissions.may_record(by, meeting, day_in_korea(at)), about=meeting.subject)
    in_office = {one.pk: one for one in queries.members_in_office(meeting.body, meeting.held_date)}
    if not set(members) <= in_office.keys():
        raise Refused(_("회의한 날에 임기 중이 아닌 위원이 있습니다."), about=meeting.subject)
    meeting.attendances.all().delete()
    Attendance.objects.bulk_create(
        [Attendance(meeting=meeting, member_id=one) for one in in_office if one in members]
    )
    _count_up(meeting)
    present = [str(one) for pk, one in in_office.items() if pk in members]
    _note(MeetingAct.ATTENDANCE_RECORDED, meeting, by, verdict, at, members=len(in_office), present=present)
    return meeting


@audit.deed
def decide(
    *,
    meeting_id: int,
    version: int,
    number: int,
    outcome: Outcome,
    votes: Votes,
    by: Person,
    at: datetime,
    remark: str = "",
) -> AgendaItem:
    """Record what was decided on an item and by how many votes, until the meeting closes: again where that was wrong."""
    meeting = _as_seen(meeting_id, version)
    about = meeting.subject
    verdict = require(permissions.may_record(by, meeting, day_in_korea(at)), about=about)
    item = queries.item_of(meeting, number)
    if item.kind != AgendaKind.RESOLUTION:
        raise Refused(_("보고 안건은 의결하지 않습니다."), about=about)
    members = len(queries.members_in_office(meeting.body, meeting.held_date))
    present = len(queries.present_at(meeting))
    require(rules.is_valid(outcome, votes, members=members, present=present, remark=remark), about=about)
    counts = {"members": members, "present": present, **asdict(votes)}
    decided = {"outcome": outcome, "remark": remark, **counts, "decided_at": at, "decided_by": by}
    AgendaItem.objects.filter(pk=item.pk).update(**decided)
    _count_up(meeting)
    said = {"item": number, "title": item.title, "outcome": outcome.value, "remark": remark}
    _note(MeetingAct.DECIDED, meeting, by, verdict, at, **said, **counts)
    item.refresh_from_db()
    return item


@audit.deed
def close_meeting(*, meeting_id: int, version: int, by: Person, at: datetime) -> Meeting:
    """Close a meeting whose items are all decided (폐회): from here on it does not change, and its resolutions have force."""
    meeting = _as_seen(meeting_id, version)
    verdict = require(permissions.may_record(by, meeting, day_in_korea(at)), about=meeting.subject)
    require(queries.may_be_closed(meeting), about=meeting.subject)
    _end(meeting, MeetingState.CLOSED, by, at)
    _note(MeetingAct.CLOSED, meeting, by, verdict, at)
    return meeting


@audit.deed
def call_off_meeting(*, meeting_id: int, version: int, by: Person, at: datetime, reason: str = "") -> Meeting:
    """Call a meeting off (취소): nothing in it has force, and its number stays its own."""
    meeting = _as_seen(meeting_id, version)
    verdict = require(permissions.may_change(by, meeting, day_in_korea(at)), about=meeting.subject)
    _end(meeting, MeetingState.CALLED_OFF, by, at)
    _note(MeetingAct.CALLED_OFF, meeting, by, verdict, at, reason=reason)
    return meeting


def _as_seen(meeting_id: int, version: int) -> Meeting:
    """The meeting, while nobody else changes it; Outdated where it went on since it was seen."""
    found = Meeting.objects.select_for_update(of=("self",)).select_related("body__institution")
    meeting = found.get(pk=meeting_id)
    if meeting.version != version:
        sentence = _("그사이 이 회의의 기록이 바뀌었습니다. 지금 상태를 확인한 뒤 다시 하세요.")
        raise Outdated(sentence, about=meeting.subject)
    return meeting


def _count_up(meeting: Meeting) -> None:
    meeting.version += 1
    meeting.save(update_fields=["version"])


def _end(meeting: Meeting, state: MeetingState, by: Person, at: datetime) -> None:
    ended = {"ended_at": at, "ended_by": by}
    moves.move(meeting, "state", to=state, moves=MEETING_MOVES, also=ended, about=meeting.subject)


def _note(
    act: MeetingAct, meeting: Meeting, by: Person, verdict: Verdict, at: datetime, **details: object
) -> None:
    audit.note(act, subject=meeting.subject, by=by, post=verdict.post, at=at, details=details)
