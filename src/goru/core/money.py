"""Money as integer won, beside the unit and the precision it was printed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from goru.core.postpositions import particle
from goru.core.ranges import MOST_WON
from goru.core.verdict import Refused

WON = {"원": 1, "천원": 10**3, "백만원": 10**6, "억원": 10**8, "조원": 10**12}
"""Won per printed unit."""


class NotMoney(Refused):
    """A unit or an amount that cannot be money; the message says which and what is possible."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as a document states it: `won`, the printed `unit`, and `precision`, the last printed place in won.

    42.2조원 is 42,200,000,000,000 won to a precision of 100,000,000,000.
    """

    won: int
    unit: str
    precision: int

    @property
    def printed(self) -> Decimal:
        """The figure in the printed unit, with as many places as were printed."""
        place = (Decimal(self.precision) / WON[self.unit]).normalize()
        return (Decimal(self.won) / WON[self.unit]).quantize(min(place, Decimal(1)))


def places_of(figures: Iterable[Decimal | None]) -> int:
    """The decimal places that figures of one table were printed to: those of the finest (15 beside 24.6 is 15.0)."""
    exponents = (figure.normalize().as_tuple().exponent for figure in figures if figure is not None)
    return max((-exponent for exponent in exponents if isinstance(exponent, int) and exponent < 0), default=0)


def stated(figure: Decimal, unit: str, *, places: int = 0) -> Money:
    """The money a printed figure means.

    NotMoney where the unit is unknown, or it is no whole number of won, or more than there is.
    """
    if unit not in WON:
        raise NotMoney(
            f"'{unit}'{particle(unit, '은/는')} 금액의 단위가 아닙니다. 쓸 수 있는 단위: {', '.join(WON)}"
        )
    won = figure * WON[unit]
    if won != won.to_integral_value():
        raise NotMoney(f"{figure}{unit}{particle(unit, '은/는')} 원 단위로 나누어떨어지지 않습니다.")
    if abs(won) > MOST_WON:
        raise NotMoney(f"{figure}{unit}{particle(unit, '은/는')} 금액으로는 너무 큽니다.")
    finest = max(places, places_of([figure]))
    return Money(int(won), unit, int(Decimal(WON[unit]).scaleb(-finest)))


def rounding_allowance(addends: int, precision: int) -> Decimal:
    """How far a printed total may miss the sum of its rounded addends, in the unit of `precision`.

    Each of n addends and the total itself may be off by half a place: (n + 1) / 2 places.
    """
    return Decimal(addends + 1) * precision / 2
