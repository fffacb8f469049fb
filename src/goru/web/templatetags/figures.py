"""How pages write figures, places and codes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_TRILLION, _HUNDRED_MILLION = 10**12, 10**8


def code_of(number: str) -> str:
    """The code Ⅰ-1-(2) of an address's 1-1-2; what is none stays as it is."""
    parts = number.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 0 < int(parts[0]) <= len(_ROMAN):
        return number
    return f"{_ROMAN[int(parts[0]) - 1]}-{parts[1]}-({parts[2]})"


@register.filter
def number_of(code: str) -> str:
    """The address's 1-1-2 of the code Ⅰ-1-(2)."""
    first, *rest = code.split("-")
    return "-".join([str(_ROMAN.index(first) + 1), *(part.strip("()") for part in rest)])


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
