"""Bodies, their members and their meetings: for who may see them; the deeds for who runs them."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goru.core.verdict import ALLOWED, Subject, Why, refuse
from goru.domain.meetings import actions, permissions, queries
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import Confirmed, as_seen, asked
from goru.web.meetings.forms import Attended, Called, CalledOff, Decided, Ended, Named, Opened, Put

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@private
def desk(request: SignedInRequest) -> HttpResponse:
    """The bodies whose meetings the person may see."""
    page = {
        "bodies": queries.bodies_seen_by(request.user, today()),
        "opens": queries.may_open_bodies_of(request.user, today()),
    }
    return render(request, "meetings/desk.html", page)


@require_safe
@private
def body(request: SignedInRequest, key: str) -> HttpResponse:
    """A body: its members and meetings."""
    return render(
        request, "meetings/body.html", {"found": queries.body_seen(key, by=request.user, on=today())}
    )


@require_safe
@private
def meeting(request: SignedInRequest, key: str, number: int) -> HttpResponse:
    """A meeting: its agenda, who was present, what was decided."""
    found = queries.meeting_seen(key, number, by=request.user, on=today())
    return render(request, "meetings/meeting.html", {"found": found})


@_FORM
@private
def open_body(request: SignedInRequest) -> HttpResponse:
    """Open a body."""
    of = queries.may_open_bodies_of(request.user, today())
    verdict = ALLOWED if of else refuse(_("회의체를 둘 수 있는 기관이 없습니다."), why=Why.FORBIDDEN)

    def do(said: dict[str, Any]) -> None:
        actions.open_body(by=request.user, at=timezone.now(), **said)

    return asked(
        request,
        partial(Opened, of=of),
        do,
        verdict=verdict,
        about=Subject("body", ""),
        title=_("회의체 두기"),
    )


@_FORM
@private
def add_member(request: SignedInRequest, key: str) -> HttpResponse:
    """Name a member."""
    found = queries.body_seen(key, by=request.user, on=today())

    def do(said: dict[str, Any]) -> None:
        actions.add_member(body=found.body, by=request.user, at=timezone.now(), **said)

    about, facts = Subject("body", key), {_("회의체"): found.body.name}
    return asked(request, Named, do, verdict=found.may_run, about=about, title=_("위원 두기"), facts=facts)


@_FORM
@private
def end_member(request: SignedInRequest, number: int) -> HttpResponse:
    """Say the last day of a member."""
    member = queries.member_of(number)
    about = Subject("body", member.body.key)

    def do(said: dict[str, Any]) -> None:
        actions.end_member(member_id=number, **as_seen(request, about), **said)

    return asked(
        request,
        Ended,
        do,
        verdict=permissions.may_run(request.user, member.body.institution, today()),
        about=about,
        title=_("위원 끝내기"),
        facts={_("회의체"): member.body.name, _("위원"): str(member)},
        version=member.version,
    )


@_FORM
@private
def call(request: SignedInRequest, key: str) -> HttpResponse:
    """Call a meeting."""
    found = queries.body_seen(key, by=request.user, on=today())

    def do(said: dict[str, Any]) -> None:
        actions.call_meeting(body=found.body, by=request.user, at=timezone.now(), **said)

    about, facts = Subject("body", key), {_("회의체"): found.body.name}
    return asked(request, Called, do, verdict=found.may_run, about=about, title=_("회의 소집"), facts=facts)


@_FORM
@private
def put(request: SignedInRequest, key: str, number: int) -> HttpResponse:
    """Put an item on the agenda."""
    found = queries.meeting_seen(key, number, by=request.user, on=today())
    form = partial(Put, by=request.user, on=today())
    return _recorded(request, found, form, actions.add_agenda_item, _("안건 올리기"), is_before=True)


@_FORM
@private
def attend(request: SignedInRequest, key: str, number: int) -> HttpResponse:
    """Record who was present."""
    found = queries.meeting_seen(key, number, by=request.user, on=today())
    form = partial(Attended, seats=found.seats)
    return _recorded(request, found, form, actions.record_attendance, _("출석 기록"))


@_FORM
@private
def decide(request: SignedInRequest, key: str, number: int, item: int) -> HttpResponse:
    """Record what was decided on an item."""
    found = queries.meeting_seen(key, number, by=request.user, on=today())
    one = queries.item_of(found.meeting, item)
    facts = {
        _("안건"): one.title,
        _("재적위원"): str(len(found.seats)),
        _("출석위원"): str(found.present),
        _("의사정족수"): found.quorum.reason or _("찼습니다."),
    }
    do = partial(actions.decide, number=item)
    return _recorded(request, found, Decided, do, _("결정 기록"), facts=facts)


@_FORM
@private
def close(request: SignedInRequest, key: str, number: int) -> HttpResponse:
    """Close a meeting."""
    found = queries.meeting_seen(key, number, by=request.user, on=today())
    return _recorded(request, found, Confirmed, actions.close_meeting, _("회의 마침"))


@_FORM
@private
def call_off(request: SignedInRequest, key: str, number: int) -> HttpResponse:
    """Call a meeting off."""
    found = queries.meeting_seen(key, number, by=request.user, on=today())
    return _recorded(request, found, CalledOff, actions.call_off_meeting, _("회의 취소"), is_before=True)


def _recorded(
    request: SignedInRequest,
    found: queries.MeetingSeen,
    form: Any,
    act: Any,
    title: str,
    *,
    is_before: bool = False,
    facts: dict[str, str] | None = None,
) -> HttpResponse:
    """The form of a deed on a meeting; `is_before` for what may be done before its day."""
    one = found.meeting

    def do(said: dict[str, Any]) -> None:
        act(meeting_id=one.pk, **as_seen(request, one.subject), **said)

    return asked(
        request,
        form,
        do,
        verdict=found.may_change if is_before else found.may_record,
        about=one.subject,
        title=title,
        facts={_("회의"): str(one), _("날짜"): str(one.held_date), **(facts or {})},
        version=one.version,
    )
