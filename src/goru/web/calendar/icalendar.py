"""A calendar as an iCalendar file (RFC 5545): an event a day of the law, on the day that it is due."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar as File
from icalendar import Event

from goru.core.practice import marked
from goru.domain.institutions import queries as institutions
from goru.domain.plans.queries import Calendar, CalendarEntry

if TYPE_CHECKING:
    from goru.domain.institutions.models import Institution

_A_DAY = timedelta(days=1)


def written(
    calendars: Iterable[Calendar],
    institution: Institution | None,
    *,
    host: str,
    page: Callable[[str], str],
    on: date,
) -> bytes:
    """The file. An event keeps its UID when its day moves; `page` makes an address whole, `on` is the day it is written."""
    name = marked(_("지방시대 시행계획 일정"))
    file = File()
    file.add("prodid", "-//Goru//Calendar//KO")
    file.add("version", "2.0")
    file.add("x-wr-calname", f"{name} · {institutions.named(institution)}" if institution else name)
    for calendar in calendars:
        link = page(reverse("web:calendar-of", args=[calendar.year]))
        for one in calendar.dated:
            if one.due:
                key = f"{institution.key}-" if institution else ""
                file.add_component(_event(one, one.due, f"{key}{one.id}-{calendar.year}@{host}", link, on))
    return bytes(file.to_ical())


def _event(one: CalendarEntry, due: date, uid: str, link: str, on: date) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(on, time(), UTC))
    event.add("dtstart", due)
    event.add("dtend", due + _A_DAY)
    event.add("summary", one.what)
    event.add("description", "\n".join(_lines(one)))
    event.add("categories", [_("법정") if one.is_law else _("관행")])
    event.add("url", link)
    event.add("transp", "TRANSPARENT")
    return event


def _lines(one: CalendarEntry) -> Iterable[str]:
    yield _("법정 기한: %(day)s") % {"day": one.statutory}
    yield _("실제 기한: %(day)s") % {"day": one.effective}
    if one.reason:
        yield _("예외로 정한 기한: %(day)s. %(reason)s") % {"day": one.due, "reason": one.reason}
    for way in one.ways:
        yield f"{way.by} → {way.to} ({way.basis})" if way.to else f"{way.by} ({way.basis})"
