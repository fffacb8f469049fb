"""What the secretariat does to the days of duties: temporary holidays, exceptions by name."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from goru.core.verdict import Subject
from goru.domain.plans import actions, permissions
from goru.domain.plans import queries as plans
from goru.web.access import SignedInRequest, private, today
from goru.web.calendar.asking import asked, seen
from goru.web.calendar.forms import Ended, Excepted, Holiday, Taken


@require_http_methods(["GET", "HEAD", "POST"])
@private
def add_holiday(request: SignedInRequest) -> HttpResponse:
    """Add a temporary holiday."""

    def do(said: dict[str, Any]) -> None:
        actions.add_holiday(by=request.user, at=timezone.now(), **said)

    return asked(
        request,
        Holiday(request.POST or None),
        verdict=permissions.may_keep_calendar(request.user, today()),
        about=Subject("holiday", ""),
        title=_("임시공휴일 더하기"),
        do=do,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private
def take_holiday(request: SignedInRequest, day: str) -> HttpResponse:
    """Take one out again."""
    try:
        holiday = plans.temporary_holidays().get(day=date.fromisoformat(day))
    except ValueError as none:
        raise Http404 from none

    def do(said: dict[str, Any]) -> None:
        actions.take_holiday(day=holiday.day, by=request.user, at=timezone.now(), **said)

    return asked(
        request,
        Taken(request.POST or None),
        verdict=permissions.may_keep_calendar(request.user, today()),
        about=Subject("holiday", day),
        title=_("임시공휴일 빼기"),
        do=do,
        holiday=holiday,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private
def except_duty(request: SignedInRequest, number: int) -> HttpResponse:
    """Give a duty a later day."""
    duty = plans.duty_of(number)
    about, exception = plans.subject_of_duty(duty), getattr(duty, "exception", None)

    def do(said: dict[str, Any]) -> None:
        given = {"by": request.user, "at": timezone.now(), **said}
        actions.except_duty(duty_id=number, version=seen(request), **given)

    return asked(
        request,
        Excepted(
            request.POST or None,
            initial={"due_date": exception.due_date, "reason": exception.reason} if exception else None,
        ),
        verdict=permissions.may_keep_calendar(request.user, today()),
        about=about,
        title=_("기한 예외 두기"),
        do=do,
        duty=duty,
        version=exception.version if exception else 0,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private
def end_exception(request: SignedInRequest, number: int) -> HttpResponse:
    """Have a duty be due on the day of the law again."""
    duty = plans.duty_of(number)
    about, exception = plans.subject_of_duty(duty), getattr(duty, "exception", None)

    def do(said: dict[str, Any]) -> None:
        given = {"by": request.user, "at": timezone.now(), **said}
        actions.end_exception(duty_id=number, version=seen(request), **given)

    return asked(
        request,
        Ended(request.POST or None),
        verdict=permissions.may_keep_calendar(request.user, today()),
        about=about,
        title=_("기한 예외 거두기"),
        do=do,
        duty=duty,
        version=exception.version if exception else 0,
    )
