"""Addresses of what has a code, and of the page that shows a place in a book."""

from __future__ import annotations

import re
from functools import cache

from django.urls import reverse

from goru.book.paths import Path
from goru.book.register import institutions

_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_CODE = re.compile(rf"[{_ROMAN}](-\d+(-\(\d+\))?)?")


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


def number_of(code: str) -> str:
    """The address's 1-1-2 of the code Ⅰ-1-(2)."""
    first, *rest = code.split("-")
    return "-".join([str(_ROMAN.index(first) + 1), *(part.strip("()") for part in rest)])


def address_of(path: Path, year: int) -> str | None:
    """The address of the page of a year that shows what stands at a place; None where none does."""
    match path.steps:
        case ("plans", name, *_) | ("summaries", _, "sheets", name, *_):
            return _institution(name, year)
        case ("action_tasks", code, *_) if _CODE.fullmatch(code):
            return reverse("web:action-task", args=[year, number_of(code)])
        case ("sectoral_core_tasks", code, *_) if _CODE.fullmatch(code):
            return reverse("web:core-task", args=[year, number_of(code)])
        case ("strategies" | "strategy_totals", code, *_) if _CODE.fullmatch(code):
            return reverse("web:strategy", args=[year, int(number_of(code))])
        case ("focus_tasks", group, number, *_) if number.isdecimal():
            return reverse("web:focus-task", args=[year, group, int(number)])
        case ("headline", *_) | ("grand_total", *_):
            return reverse("web:nation", args=[year])
    return None


def _institution(name: str, year: int) -> str | None:
    key = _keys().get(name)
    return reverse("web:institution", args=[year, key]) if key else None


@cache
def _keys() -> dict[str, str]:
    """The keys of all that plans print themselves, by the names that books print."""
    return {one.short_name: one.key for one in institutions() if one.kind in {"province", "megaregion"}}
