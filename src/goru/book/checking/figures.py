"""Printed figures: how they are read, and how far rounding lets them stand from the truth."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_YEAR_MARK = re.compile(r"\('?(?:\d{2}|\d{4})년?\)")
_FIGURE = re.compile(r"(?P<sign>[-+△▲]?)\s*(?P<digits>\d[\d,.]*)")
_WELL_FORMED = re.compile(r"\d+(\.\d+)?|\d{1,3}(,\d{3})+(\.\d+)?")
_COMMA_FOR_POINT = re.compile(r"\d+,\d{1,2}")
_MINUS = "-△▲"


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure. `mended` is how it should have been printed, where it is a misprint."""

    value: Decimal
    mended: str | None = None

    @property
    def half(self) -> Decimal:
        """The most that rounding to the printed decimals can have changed it by."""
        return half_unit(self.value)


def read(printed: str) -> Figure | None:
    """The figure of a cell, its year mark ("24,852('18)") left aside; None for words and for `-`."""
    match = _FIGURE.fullmatch(_YEAR_MARK.sub("", printed).strip())
    if not match:
        return None
    digits = match["digits"]
    mended = None if _WELL_FORMED.fullmatch(digits) else _mend(digits)
    value = Decimal((mended or digits).replace(",", ""))
    return Figure(-value if match["sign"] and match["sign"] in _MINUS else value, mended)


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
