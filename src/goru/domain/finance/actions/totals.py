"""The totals and percentages as the book states them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from goru.book import model as book_model
from goru.core import money
from goru.domain.finance.actions.stated import stated
from goru.domain.finance.models import StatedShare, StatedTotal
from goru.domain.finance.vocabulary import FundingSource, ShareKind, TotalBasis
from goru.domain.plans.actions.rows import Rows
from goru.domain.plans.models import Strategy
from goru.domain.plans.queries.compositions import place_of


def stated_totals(rows: Rows) -> Iterator[StatedTotal]:
    """Every total of the book: headline, plans, action tasks, summary table."""
    yield from _headline(rows)
    yield from _plan_totals(rows)
    yield from _task_totals(rows)
    yield from _table_totals(rows)


def _headline(rows: Rows) -> Iterator[StatedTotal]:
    """The headline money of each year, whole and by source of funds."""
    amounts = [
        (year, funding, amount)
        for year in rows.composition.book.stated.budget
        for funding, amount in (
            (FundingSource.COMBINED, year.total),
            (FundingSource.NATIONAL, year.national),
            (FundingSource.LOCAL, year.local),
            (FundingSource.PRIVATE, year.private),
        )
    ]
    places = money.places_of(amount for _, _, amount in amounts)
    for year, funding, amount in amounts:
        place = place_of(year.source)
        fields = stated(rows, amount, year.unit, place, of=funding, year=year.year, places=places)
        yield StatedTotal(basis=TotalBasis.HEADLINE.value, **fields)


def _plan_totals(rows: Rows) -> Iterator[StatedTotal]:
    for printed in rows.composition.book.plans:
        budget, plan = printed.budget, rows.plans[printed.kind, printed.institution]
        if budget:
            place = place_of(budget.source)
            amount = stated(rows, budget.total, budget.unit, place, of=FundingSource.COMBINED)
            yield StatedTotal(basis=TotalBasis.PLAN.value, plan=plan, **amount)


def _task_totals(rows: Rows) -> Iterator[StatedTotal]:
    """What the summary table and the body's own tables say of a task; the three may differ, and are all kept."""
    for task in rows.composition.book.action_tasks:
        said: Iterable[tuple[TotalBasis, Decimal | None, int | None, book_model.Source | None]] = (
            (TotalBasis.SUMMARY_TABLE, task.national_budget, task.projects, task.source),
            *(
                (basis, total.amount, total.projects, total.source)
                for basis, total in (
                    (TotalBasis.BODY_MONEY, task.budget_total),
                    (TotalBasis.BODY_TASKS, task.task_total),
                )
                if total
            ),
        )
        for basis, amount, projects, source in said:
            place = place_of(source)
            yield StatedTotal(
                basis=basis.value,
                action_task=rows.action_tasks[task.id],
                strategy=rows.strategies[task.strategy],
                projects_printed=projects,
                **stated(rows, amount, task.unit, place, of=FundingSource.NATIONAL),
            )


def _table_totals(rows: Rows) -> Iterator[StatedTotal]:
    """The strategies' 합계 and the 총계 of the summary table."""
    book = rows.composition.book
    unit = book.action_tasks[0].unit if book.action_tasks else "억원"
    for total in book.strategy_totals:
        place = place_of(total.source)
        yield StatedTotal(
            basis=TotalBasis.STRATEGY.value,
            strategy=rows.strategies[total.strategy],
            projects_printed=total.projects,
            **stated(rows, total.national_budget, unit, place, of=FundingSource.NATIONAL),
        )
    if grand := book.grand_total:
        place = place_of(grand.source)
        yield StatedTotal(
            basis=TotalBasis.GRAND.value,
            projects_printed=grand.projects,
            **stated(rows, grand.national_budget, grand.unit, place, of=FundingSource.NATIONAL),
        )


def stated_shares(rows: Rows) -> Iterator[StatedShare]:
    """The percentages of the headline: of its total, against the year before, by strategy."""
    headline = rows.composition.book.stated
    whole = {"total": FundingSource.COMBINED}
    for kind, said in ((ShareKind.OF_TOTAL, headline.shares), (ShareKind.GROWTH, headline.growth)):
        for one in said:
            funding = whole.get(one.of) or FundingSource(one.of)
            yield _share(rows, kind, funding, one.percent, one.source)
    if by_strategy := headline.strategy_shares:
        for kind, percents, source, funding in (
            (
                ShareKind.MINISTRIES,
                by_strategy.ministries,
                by_strategy.ministries_source,
                FundingSource.NATIONAL,
            ),
            (
                ShareKind.PROVINCES,
                by_strategy.provinces,
                by_strategy.provinces_source,
                FundingSource.COMBINED,
            ),
        ):
            for strategy, percent in zip(rows.strategies.values(), percents, strict=False):
                yield _share(rows, kind, funding, percent, source, strategy)


def _share(
    rows: Rows,
    kind: ShareKind,
    funding: FundingSource,
    percent: Decimal,
    source: book_model.Source | None,
    strategy: Strategy | None = None,
) -> StatedShare:
    return StatedShare(
        cycle=rows.cycle,
        kind=kind.value,
        funding=funding.value,
        percent=percent,
        strategy=strategy,
        **place_of(source),
    )
