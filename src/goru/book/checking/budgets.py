"""Rules on the money of provincial and megaregional plans (자체 집계분)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import get_close_matches

from goru.book.checking.names import key
from goru.book.checking.rule import Found
from goru.book.checking.slips import slipped
from goru.book.model import PlanBook
from goru.book.paths import Path, each
from goru.core.figures import is_rounding

_ALIKE = 0.75


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
            rows = [row for row in plan.budget.by_strategy if row.amount is not None]
            at_fault = slipped(amounts, total)
            yield Found(
                at / "budget",
                [plan.budget.source],
                expected,
                total,
                total - expected,
                doubtful=doubtful,
                parameters={"unit": plan.budget.unit, "rounding": doubtful}
                | ({} if at_fault is None else {"slipped": rows[at_fault].strategy}),
            )


def strategies_out_of_order(book: PlanBook) -> Iterator[Found]:
    """Tables of investment that name strategies in another order than the table of core tasks, or than the nation's five."""
    nation = [strategy.name for strategy in book.strategies]
    for at, plan in each(book.plans, Path.of("plans")):
        own = list(dict.fromkeys(task.strategy for task in plan.core_tasks))
        rows = [row.strategy for row in plan.budget.by_strategy] if plan.budget else []
        for known in (own, nation):
            places = [place for name in rows if (place := _place(name, known)) is not None]
            if places != sorted(places) and plan.budget:
                expected = [known[place] for place in sorted(places)]
                found = [known[place] for place in places]
                yield Found(at / "budget", [plan.budget.source], expected, found)
            if places:
                break


def _place(name: str, known: Sequence[str]) -> int | None:
    """The place of a strategy among others by its name, or by the one it is most like."""
    keys = [key(one) for one in known]
    if key(name) in keys:
        return keys.index(key(name))
    nearest = get_close_matches(key(name), keys, n=1, cutoff=_ALIKE)
    return keys.index(nearest[0]) if nearest else None
