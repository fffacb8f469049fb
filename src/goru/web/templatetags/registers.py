"""How pages write what registers hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from goru.core import wording
from goru.core.dates import dates_in
from goru.domain.registers.rules.values import said_of
from goru.web.places import linked
from goru.web.templatetags.figures import korean

if TYPE_CHECKING:
    from goru.domain.registers.models import Case, Move, Register
    from goru.domain.registers.rules.definition import ReturnField

register = template.Library()


@register.filter
def called(one: Register) -> str:
    """The name of a register in the reader's language."""
    return one.name_en if get_language() == "en" else one.name


@register.filter
def address(one: Case) -> str:
    """The page of a case."""
    return reverse("web:case", args=[one.register.key, one.number])


@register.filter
def stage(one: Case) -> str:
    """The name of the stage that a case stands in."""
    return str(one.definition.said.stage(one.stage).name) if one.stage else ""


@register.filter
def stage_of(one: Case, key: str) -> str:
    """The name of a stage of its register."""
    return str(one.definition.said.stage(key).name)


@register.filter
def days_to(day: date | None, today: date) -> int | None:
    """How many days there are to a day; below zero once it is over."""
    return (day - today).days if day else None


@register.filter
def ago(days: int) -> int:
    """How many days a day is over."""
    return -days


@register.filter
def when(dated: Any) -> str:
    """A date as it was written, with the year that it means where that is left out (3분기), else the days it means."""
    if dated.date_printed:
        printed, day = korean(dated.date_printed), dated.date_end or dated.date_start
        leaves_out_year = not any(one.has_year for one in dates_in(dated.date_printed, 1900))
        return f"{_('%(year)s년') % {'year': day.year}} {printed}" if day and leaves_out_year else printed
    if not (dated.date_start or dated.date_end):
        return _("날짜 없음")
    return wording.days(dated.date_start, dated.date_end, dated.date_precision)


@register.filter
def days_since(day: date | None, today: date) -> int | None:
    """How many days a case has been in a stage."""
    return (today - day).days if day else None


@register.filter
def last_move(one: Case) -> Move | None:
    """The move by which a case came into its stage."""
    return max(one.moves.all(), key=lambda move: move.sequence, default=None)


@register.filter
def is_going_on(one: Case) -> bool:
    """Whether a case has not come to its end."""
    return bool(one.stage) and not one.definition.said.stage(one.stage).end


@register.filter
def period(key: str) -> str:
    """A period in words: 2024-h1 as 2024년 상반기."""
    year, _dash, part = key.partition("-")
    if not part:
        return _("%(year)s년") % {"year": year}
    if part.startswith("h"):
        half = _("상반기") if part == "h1" else _("하반기")
        return _("%(year)s년 %(half)s") % {"year": year, "half": half}
    if part.startswith("q"):
        return _("%(year)s년 %(quarter)s분기") % {"year": year, "quarter": part[1:]}
    return _("%(year)s년 %(month)s월") % {"year": year, "month": int(part)}


@register.filter
def amount(value: Decimal | None) -> str:
    """An amount with its thousands parted, without zeros at its end."""
    if value is None:
        return ""
    said = f"{value:,f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


@register.filter
def told(values: Mapping[str, Any], one: ReturnField) -> str:
    """What was told for a value of a period."""
    return said_of(one, values.get(one.key)) or "-"


@register.simple_tag
def gauge(used: Any, most: Any) -> SafeString:
    """A bar as long as what is used is to the most; the figures beside it say how much."""
    if not most:
        return SafeString()
    share = f"{min(100, 100 * float(used) / float(most)):.1f}%"
    return format_html(
        '<svg class="gauge" aria-hidden="true" width="100%" height="6"><rect width="{}" height="6"/></svg>',
        share,
    )


@register.simple_tag(takes_context=True)
def printed_at(context: Mapping[str, Any], row: Any) -> SafeString | str:
    """The line of the book of its plan year that prints it, leading there where that year is published."""
    if not row.first_line:
        return ""
    year, here = row.printed_year, {}
    if year in (context.get("published_years") or ()):
        here = {"shelf": context["shelf"], "lines_address": reverse("web:lines", args=[year])}
    return linked(here, {"first_line": row.first_line, "last_line": row.last_line})
