"""What rounded figures say together: each means an interval, and sums and shares make it narrower."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from goru.domain.finance.vocabulary import FundingSource


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high` that a figure may stand for."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Whether some value is in both."""
        return self.low <= other.high and other.low <= self.high

    def within(self, other: Interval) -> Interval:
        """What is in both; itself where that is nothing."""
        if not self.meets(other):
            return self
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, share: Interval) -> Interval:
        """A share of it; nothing here is negative."""
        return Interval(self.low * share.low, self.high * share.high)

    def over(self, share: Interval) -> Interval:
        """The whole that it is a share of."""
        return Interval(self.low / share.high, self.high / share.low)


_MOST_ROUNDS = 20
Amounts = Mapping[FundingSource, Interval]


def rounded(figure: Decimal, precision: Decimal) -> Interval:
    """What a figure printed to a precision may have been before it was rounded."""
    return Interval(figure - precision / 2, figure + precision / 2)


def narrowed(whole: Interval, parts: Amounts, shares: Amounts) -> tuple[Interval, Amounts]:
    """A whole and its parts as far as they and the printed shares bound one another.

    `parts` are all there are, `shares` fractions of the whole. What contradicts another figure does not narrow it.
    """
    for _round in range(_MOST_ROUNDS):
        before = whole, parts
        for name, share in shares.items():
            if name in parts and share.low > 0:
                whole = whole.within(parts[name].over(share))
        whole = whole.within(_sum(list(parts.values()))) if parts else whole
        parts = {name: _part(name, whole, parts, shares) for name in parts}
        if (whole, parts) == before:
            break
    return whole, parts


def _part(name: FundingSource, whole: Interval, parts: Amounts, shares: Amounts) -> Interval:
    others = _sum([part for other, part in parts.items() if other != name])
    part = parts[name].within(whole - others)
    return part.within(whole.times(shares[name])) if name in shares else part


def _sum(intervals: Sequence[Interval]) -> Interval:
    return sum(intervals[1:], start=intervals[0]) if intervals else Interval(Decimal(0), Decimal(0))
