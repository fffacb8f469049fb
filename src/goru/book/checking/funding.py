"""Rule on the sources of money (국비, 지방비, 민자) that tables print beside an amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from goru.book.checking.rule import Found, span
from goru.book.funds import HEADS
from goru.book.model import ActionTask, Funding, FundingAmount, PlanBook, PlanBudget, Source
from goru.book.paths import Path, each
from goru.core.figures import agree, is_rounding

_Amounts = dict[Funding, Decimal]
_Row = tuple[str, _Amounts]


def sources_that_do_not_add_up(book: PlanBook) -> Iterator[Found]:
    """Amounts that are not those of their sources together, and a source's total that its rows do not add up to."""
    for at, plan in each(book.plans, Path.of("plans")):
        if plan.budget:
            yield from _of_plan(at / "budget", plan.budget)
    for at, task in each(book.action_tasks, Path.of("action_tasks")):
        yield from _of_task(at, task)


def _of_plan(at: Path, budget: PlanBudget) -> Iterator[Found]:
    rows = [(one.strategy, _amounts("combined", one.amount, one.by_funding)) for one in budget.by_strategy]
    whole = "총액", _amounts("combined", budget.total, budget.by_funding)
    yield from _differing(at, rows, whole, budget.source, budget.unit)


def _of_task(at: Path, task: ActionTask) -> Iterator[Found]:
    """The nation's money is what other rules add up."""
    total = task.budget_total
    rows = [(row.printed or "", _amounts("national", row.amount, row.by_funding)) for row in task.budget_rows]
    whole = "합계", _amounts("national", total.amount, total.by_funding) if total else {}
    source = span([*(row.source for row in task.budget_rows), total.source if total else None])
    yield from _differing(at / "budget_rows", rows, whole, source, task.unit, told="national")


def _amounts(funding: Funding, amount: Decimal | None, others: Sequence[FundingAmount]) -> _Amounts:
    """By their sources; nothing where no source is told apart."""
    own: _Amounts = {funding: amount} if others and amount is not None else {}
    return own | {one.funding: one.amount for one in others}


def _differing(
    at: Path,
    rows: Sequence[_Row],
    whole: _Row,
    source: Source | None,
    unit: str,
    *,
    told: Funding | None = None,
) -> Iterator[Found]:
    for name, amounts in [*rows, whole]:
        parts = [amount for funding, amount in amounts.items() if funding != "combined"]
        total = amounts.get("combined", Decimal(0))
        if parts and "combined" in amounts and (len(parts) > 1 or parts[0] > total):
            is_whole = "private" in amounts or sum(parts) > total
            yield from _of_parts(at, parts, total, source, {"unit": unit, "name": name}, is_whole=is_whole)
    for funding, total in whole[1].items():
        parts = [amounts[funding] for _, amounts in rows if funding in amounts]
        if parts and funding not in ("combined", told):
            yield from _of_parts(
                at, parts, total, source, {"unit": unit, "name": HEADS[funding]}, case="rows"
            )


def _of_parts(
    at: Path,
    parts: Sequence[Decimal],
    total: Decimal,
    source: Source | None,
    parameters: dict[str, str],
    *,
    case: str = "sources",
    is_whole: bool = True,
) -> Iterator[Found]:
    """`is_whole`: whether all parts are surely printed."""
    expected = sum(parts, Decimal(0))
    if agree(total, expected):
        return
    rounding = is_rounding(total - expected, [*parts, total])
    yield Found(
        at,
        [source],
        expected,
        total,
        total - expected,
        case=case,
        doubtful=rounding or not is_whole,
        parameters={**parameters, "rounding": rounding},
    )
