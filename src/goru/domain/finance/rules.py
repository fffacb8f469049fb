"""How a stated total and the sum of its lines compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from goru.core.money import rounding_allowance


@dataclass(frozen=True, slots=True)
class Comparison:
    """A stated total beside the sum of its lines, in won, and how far rounding alone could part them."""

    stated: int
    computed: int
    allowance: Decimal

    @property
    def difference(self) -> int:
        """Stated less computed."""
        return self.stated - self.computed

    @property
    def is_equal(self) -> bool:
        return self.difference == 0

    @property
    def could_be_rounding(self) -> bool:
        """Unequal, but no further apart than rounding allows: (n + 1) / 2 printed places."""
        return not self.is_equal and abs(self.difference) <= self.allowance


def compare(stated: int, amounts: Sequence[int], precision: int) -> Comparison:
    """A stated total against its rounded addends, all in won; `precision` is the printed place."""
    return Comparison(stated, sum(amounts), rounding_allowance(len(amounts), precision))
