"""How pages write figures, places and codes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from goru.book.checking.register import reworded
from goru.book.checking.sentences import Language
from goru.book.model import Finding
from goru.core.dates import is_whole

register = template.Library()
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_PERIODS = {
    "month": gettext_lazy("%(year)s년 %(month)s월"),
    "quarter": gettext_lazy("%(year)s년 %(quarter)s분기"),
    "half": gettext_lazy("%(year)s년 %(half)s"),
    "year": gettext_lazy("%(year)s년"),
}
_TRILLION, _HUNDRED_MILLION = 10**12, 10**8


def code_of(number: str) -> str:
    """The code Ⅰ-1-(2) or Ⅰ-1 of an address's 1-1-2 or 1-1; what is none stays as it is."""
    parts = number.split("-")
    if (
        not 2 <= len(parts) <= 3
        or not all(part.isdecimal() for part in parts)
        or not 0 < int(parts[0]) <= len(_ROMAN)
    ):
        return number
    return "-".join([_ROMAN[int(parts[0]) - 1], parts[1], *(f"({part})" for part in parts[2:])])


@register.filter
def number_of(code: str) -> str:
    """The address's 1-1-2 of the code Ⅰ-1-(2)."""
    first, *rest = code.split("-")
    return "-".join([str(_ROMAN.index(first) + 1), *(part.strip("()") for part in rest)])


@register.filter
def said(finding: Any) -> str:
    """The sentence of a finding in the reader's language."""
    language: Language = "en" if get_language() == "en" else "ko"
    fields = {name: getattr(finding, name) for name in Finding.model_fields}
    return reworded(Finding.model_validate(fields), language)


@register.filter
def printed(stated: Any) -> str:
    """A stated figure in its printed unit, `-` where none is printed."""
    if stated is None or stated.printed is None:
        return "-"
    return f"{stated.printed:,}{stated.unit}"


@register.filter
def trillion(won: int | None) -> str:
    """Won in 조원 to two decimals."""
    return "-" if won is None else f"{Decimal(won) / _TRILLION:,.2f}조원"


@register.filter
def eok(won: int | None) -> str:
    """Won in 억원."""
    return "-" if won is None else f"{Decimal(won) / _HUNDRED_MILLION:,.0f}억원"


@register.filter
def item(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The entry of a mapping, None where there is none."""
    return mapping.get(key)


@register.filter
def place(fact: Any) -> SafeString | str:
    """Where a fact is printed: `766행`, `3쪽 12행`, `표 3 B2`."""
    if fact is None or not getattr(fact, "first_line", None):
        return ""
    lines = str(fact.first_line)
    if fact.last_line != fact.first_line:
        lines += f"–{fact.last_line}"
    text = fact.cell or _("%(lines)s행") % {"lines": lines}
    if fact.page:
        text = _("%(page)s쪽 %(text)s") % {"page": fact.page, "text": text}
    return format_html('<span class="place">{}</span>', text)


@register.filter
def lines(sources: list[dict[str, Any]]) -> str:
    """The lines a finding rests on."""
    spans = {(one["first_line"], one["last_line"]) for one in sources}
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in sorted(spans)]
    return _("%(lines)s행") % {"lines": ", ".join(shown)} if shown else ""


@register.filter
def days(milestone: Any) -> str:
    """When a step is, as finely as it was printed: `2024-03-05`, `2024년 3월`, `2024년 하반기`, `…–2024-06-30`."""
    start, end = milestone.start_date, milestone.end_date
    if start is None or end is None:
        return f"{start or '…'}–{end or '…'}" if start or end else _("날짜 없음")
    if start == end:
        return str(start)
    if not is_whole(start, end, milestone.precision):
        return f"{start}–{end}"
    return _PERIODS[milestone.precision] % {
        "year": start.year,
        "month": start.month,
        "quarter": (start.month + 2) // 3,
        "half": _("상반기") if start.month < 7 else _("하반기"),
    }
