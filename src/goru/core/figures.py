"""Printed figures: how they are read, and how far rounding lets them stand from the truth.

One reader for all: what a cell says is the same figure to the parser, to the checks and in the database.

| printed | is |
| --- | --- |
| `5,147` · `51.6` · `+41` | the figure |
| `△5` `▲5` `▼5` `- 5` `−5` `5↓` `5 감소` | less than nothing, as in all Korean budget papers |
| `24,852('18)` · `5*` | the figure; its year mark and the mark of a note are left aside |
| `52.9%` · `0.3%p` | the figure, in percent |
| `1,234억원` · `5개` | the figure, where no unit or the same one is printed at the head of its column |
| `31,6` · `1,2345` | a misprint: read as it was meant, and no number |
| `-` · empty · `신규` · `2회` · `5~6` · `'24년` | none: no value, words, a range, which is two figures, a time |
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from goru.core.money import WON
from goru.core.text import normalise, squeeze

FIGURE = r"\d[\d,]*(?:\.\d+)?"
"""An amount or a percentage: what looks like one but is none (1.2.3) is left as it is."""

VALUE = r"(?:[\d,]*\d(?:\.\d+)?(?:\('?\d\d\))?|-)"
"""A cell of a table: a figure, perhaps with its year, or `-`."""

_MARKS = re.compile(r"\('?(?:\d{2}|\d{4})년?\)|\*+$")
_PRINTED = re.compile(
    r"(?P<sign>[-+△▲▽▼]?) ?(?P<digits>\d[\d,.]*) ?(?P<unit>[^\d\s~<>(),.'↑↓]{0,8}?) ?(?P<way>↑|↓|증가|감소|)"
)
_WELL_FORMED = re.compile(r"\d+(\.\d+)?|\d{1,3}(,\d{3})+(\.\d+)?")
_COMMA_FOR_POINT = re.compile(r"\d+,\d{1,2}")
_LESS = {"-", "△", "▲", "▽", "▼", "↓", "감소"}
_PERCENT = {"%", "%p"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure. `mended` is how it should have been printed, where it is a misprint."""

    value: Decimal
    mended: str | None = None

    @property
    def half(self) -> Decimal:
        """The most that rounding to the printed decimals can have changed it by."""
        return half_unit(self.value)


@lru_cache(maxsize=4096)
def read(printed: str, unit: str = "") -> Figure | None:
    """The figure of a cell whose column has a unit, or none; None for all that is no single figure."""
    found = _PRINTED.fullmatch(_MARKS.sub("", normalise(printed)).strip())
    if not found or not _is_of(found["unit"], unit):
        return None
    digits = found["digits"]
    mended = None if _WELL_FORMED.fullmatch(digits) else _mend(digits)
    size = Decimal((mended or digits).replace(",", ""))
    is_less = found["sign"] in _LESS or found["way"] in _LESS
    return Figure(-size if is_less else size, mended and printed.strip().replace(digits, mended))


def number(printed: str | None, unit: str = "") -> Decimal | None:
    """The number a printed value is, or None. What only looks like one (31,6) is refused, not mended."""
    figure = read(printed, unit) if printed else None
    return figure.value if figure and not figure.mended else None


def _is_of(own: str, column: str) -> bool:
    """Whether a figure with a unit of its own says the same in its column: 1,234억원 is no number of 백만원."""
    units = set(squeeze(column).split(",")) - {""}
    if own in _PERCENT:
        return not units or bool(units & _PERCENT)
    return not own or own in (units or WON)


def _mend(digits: str) -> str:
    """The likeliest reading of a misprint: `31,6` is 31.6; else the digits, grouped as they should be."""
    if _COMMA_FOR_POINT.fullmatch(digits):
        return digits.replace(",", ".")
    whole, point, decimals = digits.strip(",.").rpartition(".")
    if point and "." not in whole and len(decimals) < 3:
        return f"{int(re.sub('[,.]', '', whole)):,}.{decimals}"
    return f"{int(re.sub('[,.]', '', digits)):,}"


def half_unit(value: Decimal) -> Decimal:
    """Half a unit of the last printed decimal: the interval of rounding around a figure."""
    return Decimal(5).scaleb(min(int(value.as_tuple().exponent), 0) - 1)


def finest(values: Iterable[Decimal]) -> Decimal:
    """Half a unit of the finest decimals among figures that a table prints alike (15.0 beside 24.6)."""
    return min(half_unit(value) for value in values)


def is_rounding(difference: Decimal, values: Iterable[Decimal]) -> bool:
    """Whether rounding alone could explain the difference: n addends and their total, (n+1)/2 units."""
    return abs(difference) <= sum((half_unit(value) for value in values), Decimal(0))


def agree(coarse: Decimal, fine: Decimal) -> bool:
    """Whether a figure is another one rounded to its own decimals."""
    step = Decimal(1).scaleb(min(int(coarse.as_tuple().exponent), 0))
    return fine.quantize(step, ROUND_HALF_UP) == coarse
