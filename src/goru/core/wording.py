"""How money and days are written for people, in the language that is active: on pages and in pictures alike."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Protocol, cast

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from goru.core.dates import Precision, period_of

_MONEY = {"조원": ("trillion", 1), "억원": ("billion", 10), "백만원": ("million", 1)}
"""What a unit of the print is in English, and how many of it that is."""

_PERIODS = {
    "month": gettext_lazy("%(year)s년 %(month)s월"),
    "quarter": gettext_lazy("%(year)s년 %(quarter)s분기"),
    "half": gettext_lazy("%(year)s년 %(half)s"),
    "year": gettext_lazy("%(year)s년"),
}
_TRILLION, _HUNDRED_MILLION = 10**12, 10**8
_FINE = Decimal("0.0001")


class Stated(Protocol):
    """A figure of money as it is printed, with its unit; none where only words are printed."""

    @property
    def printed(self) -> Decimal | None: ...
    @property
    def unit(self) -> str: ...


class Span(Protocol):
    """All amounts of won between two."""

    @property
    def low(self) -> Decimal: ...
    @property
    def high(self) -> Decimal: ...


def printed(total: Stated | int | None) -> str:
    """A stated total in its printed unit, `-` where none is printed; won that were added up in 억원."""
    if isinstance(total, int):
        return eok(total)
    return "-" if total is None or total.printed is None else _money(total.printed, total.unit)


def trillion(won: int | None) -> str:
    """Won in 조원 to two decimals."""
    return "-" if won is None else _money(round(Decimal(won) / _TRILLION, 2), "조원")


def between(won: Span | None) -> str:
    """An interval of won in 조원, its ends to whole 억원 and outwards: `42.2000–42.2500조원`."""
    if won is None:
        return "-"
    low = (won.low / _TRILLION).quantize(_FINE, ROUND_FLOOR)
    high = (won.high / _TRILLION).quantize(_FINE, ROUND_CEILING)
    if low == high:
        return _money(low, "조원")
    if low >= 0:
        return _money(f"{low:,}–{high:,}", "조원")
    ends = [_money(abs(end), "조원") for end in (low, high)]
    signs = ["-" if end < 0 else "" for end in (low, high)]
    return " ~ ".join(f"{sign}{end}" for sign, end in zip(signs, ends, strict=True))


def eok(won: int | None) -> str:
    """Won in whole 억원."""
    return "-" if won is None else _money(round(Decimal(won) / _HUNDRED_MILLION), "억원")


def days(start: date | None, end: date | None, precision: str) -> str:
    """When something is, as finely as it was printed: `2024-03-05`, `2024년 3월`, `2024년 하반기`, `2023년까지`."""
    finely = cast(Precision, precision)
    first = start and _day(start, finely, start == period_of(start, finely)[0])
    last = end and _day(end, finely, end == period_of(end, finely)[1])
    if start and end:
        if start == end:
            return str(start)
        return str(first) if period_of(start, finely) == (start, end) else f"{first}–{last}"
    if end:
        return _("%(day)s까지") % {"day": last}
    return _("%(day)s부터") % {"day": first} if start else _("날짜 없음")


def quarter(day: date) -> str:
    """The quarter that a day is in."""
    return _day(day, "quarter", is_edge=True)


def _day(day: date, precision: Precision, is_edge: bool) -> str:
    """A day or, where it is the edge of a period, the period."""
    if not is_edge or precision == "day":
        return str(day)
    return str(_PERIODS[precision]) % {
        "year": day.year,
        "month": day.month,
        "quarter": (day.month + 2) // 3,
        "half": _("상반기") if day.month < 7 else _("하반기"),
    }


def _money(value: Decimal | int | str, unit: str) -> str:
    """`8,781억원`, in English the same figure as `₩878.1 billion`; words are figures that are written already."""
    if unit not in _MONEY or get_language() != "en":
        return f"{value}{unit}" if isinstance(value, str) else f"{value:,}{unit}"
    word, how_many = _MONEY[unit]
    return f"₩{value} {word}" if isinstance(value, str) else f"₩{Decimal(value) / how_many:,} {word}"
