"""The days of a year, as a page and for calendar programs; who owes what; the holidays that came late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goru.domain.institutions import queries as institutions
from goru.domain.plans import permissions
from goru.domain.plans import queries as plans
from goru.web.access import public, today
from goru.web.calendar.icalendar import written

if TYPE_CHECKING:
    from goru.domain.institutions.models import Institution

_MINUTES = 60 * 60
"""Seconds for which a calendar program need not ask again."""


@public
def calendar(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """The statutory days of a year (this one where none is said), for all or of one institution."""
    on = today()
    shown = _known(year or on.year)
    chosen = _asked(request)
    found = plans.calendar_of(shown, chosen)
    page = {
        "calendar": found,
        "calendar_year": shown,
        "calendar_years": plans.calendar_years(on),
        "next": found.next_on(on),
        "chosen": chosen,
        "institutions": plans.owing_institutions(on),
        "hide_years": True,
    }
    return render(request, "calendar/year.html", page)


@public
def file(request: HttpRequest, year: int) -> HttpResponse:
    """The same for calendar programs (RFC 5545)."""
    return _as_file(request, [_known(year)], f"goru-{year}.ics")


@public
def feed(request: HttpRequest) -> HttpResponse:
    """This year and the next, to subscribe to."""
    this = today().year
    return _as_file(request, [this, this + 1], "goru.ics")


@public
def duties(request: HttpRequest, year: int) -> HttpResponse:
    """Who owes what of a plan year, and the exceptions that were given."""
    on = today()
    page = {
        "calendar_year": _known(year),
        "duties": plans.duties_of(year, on),
        "may_except": permissions.may_keep_calendar(request.user, on),
        "hide_years": True,
    }
    return render(request, "calendar/duties.html", page)


@public
def holidays(request: HttpRequest) -> HttpResponse:
    """The temporary holidays that were added."""
    page = {
        "holidays": plans.temporary_holidays(),
        "may_keep": permissions.may_keep_calendar(request.user, today()),
    }
    return render(request, "calendar/holidays.html", page)


def _as_file(request: HttpRequest, years: list[int], name: str) -> HttpResponse:
    chosen = _asked(request)
    found = [plans.calendar_of(year, chosen) for year in years]
    text = written(found, chosen, host=request.get_host(), page=request.build_absolute_uri, on=today())
    headers = {
        "Content-Disposition": f'inline; filename="{name}"',
        "Cache-Control": f"public, max-age={_MINUTES}",
        "Access-Control-Allow-Origin": "*",
    }
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)


def _known(year: int) -> int:
    if year not in plans.calendar_years(today()):
        raise Http404
    return year


def _asked(request: HttpRequest) -> Institution | None:
    """The institution of `?institution=`; page 404 where there is none of that key."""
    key = request.GET.get("institution", "").replace("\0", "")
    return institutions.institution_on(key, today()).institution if key else None
