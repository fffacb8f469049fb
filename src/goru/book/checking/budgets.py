"""Rules on the money of provincial and megaregional plans (자체 집계분)."""

from collections.abc import Iterator
from decimal import Decimal

from goru.book.checking.rule import Found
from goru.book.model import PlanBook
from goru.book.paths import Path, each
from goru.core.figures import is_rounding


def sums_that_differ(book: PlanBook) -> Iterator[Found]:
    """Totals that are not the sum of the strategies' amounts."""
    for at, plan in each(book.plans, Path.of("plans")):
        amounts = (
            [row.amount for row in plan.budget.by_strategy if row.amount is not None] if plan.budget else []
        )
        if not plan.budget or plan.budget.total is None or not amounts:
            continue
        total, expected = plan.budget.total, sum(amounts, Decimal(0))
        if total != expected:
            doubtful = is_rounding(total - expected, [*amounts, total])
            yield Found(
                at / "budget",
                [plan.budget.source],
                expected,
                total,
                total - expected,
                doubtful=doubtful,
                parameters={"unit": plan.budget.unit, "rounding": doubtful},
            )
