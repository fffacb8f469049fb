"""Rule on units that slipped by a factor: 억원 for 백만원, 천명 for 명."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from goru.book.checking.indicators import before_and_target, goals_of, rows_of
from goru.book.checking.rule import Found
from goru.book.model import GoalIndicator, Plan, PlanBook, PlanIndicator
from goru.book.paths import Path, each
from goru.core.figures import half_unit
from goru.core.money import WON

_LEAP = 50
"""So many times what is reached now is no goal but another unit."""

_FAR = {"provincial": 20, "megaregional": 40}
"""How many times the middle of its like a plan's money may be, or a part of it."""

_SEVERAL = 4
_FACTORS = (Decimal(10), Decimal(100), Decimal(1000), Decimal(10_000))
_PLAIN = 10
"""How many times what rounding allows a difference is that one factor explains and not chance."""


def units_that_slipped(book: PlanBook) -> Iterator[Found]:
    """Goals many times what is reached or a small part of it, and plans whose money is out of all proportion."""
    for at, row in rows_of(book):
        yield from _leap(at, row)
    for at, goal in goals_of(book):
        yield from _leap(at, goal)
    for kind, far in _FAR.items():
        yield from _out_of_proportion(
            [(at, plan) for at, plan in each(book.plans, Path.of("plans")) if plan.kind == kind], far
        )


def _leap(at: Path, one: PlanIndicator | GoalIndicator) -> Iterator[Found]:
    before, target, unit = before_and_target(one)
    if not before or not target or before.mended or target.mended or min(before.value, target.value) <= 0:
        return
    if max(before.value, target.value) >= _LEAP * min(before.value, target.value):
        yield Found(
            at,
            [one.source],
            before.value,
            target.value,
            case="leap",
            parameters={"name": one.name, "unit": unit},
        )


def _out_of_proportion(plans: list[tuple[Path, Plan]], far: int) -> Iterator[Found]:
    won = {
        at: plan.budget.total * WON.get(plan.budget.unit, 1)
        for at, plan in plans
        if plan.budget and plan.budget.total and plan.budget.total > 0
    }
    if len(won) < _SEVERAL:
        return
    middle = median(won.values())
    for at, plan in plans:
        if at in won and plan.budget and not middle / far <= won[at] <= middle * far:
            unit = Decimal(WON.get(plan.budget.unit, 1))
            yield Found(
                at / "budget",
                [plan.budget.source],
                (middle / unit).to_integral_value(),
                plan.budget.total,
                case="budget",
                parameters={"unit": plan.budget.unit},
            )


def slipped(amounts: Sequence[Decimal], total: Decimal) -> int | None:
    """Which of the amounts makes up the total if its unit slipped: by ten to ten thousand times, either way."""
    off = total - sum(amounts, Decimal(0))
    allowed = sum((half_unit(amount) for amount in (*amounts, total)), Decimal(0))
    for position, amount in enumerate(amounts):
        wanted = [amount * (factor - 1) for factor in (*_FACTORS, *(1 / factor for factor in _FACTORS))]
        if abs(off) > _PLAIN * allowed and any(abs(off - one) <= allowed for one in wanted):
            return position
    return None
