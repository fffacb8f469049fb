"""The totals and percentages as the book states them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from goru.book import model as book_model
from goru.core import money
from goru.domain.finance.actions.frame import Frame, stated
from goru.domain.finance.models import StatedShare, StatedTotal
from goru.domain.finance.vocabulary import FundingSource, ShareKind, TotalBasis
from goru.domain.plans.models import printed_at


def stated_totals(frame: Frame, book: book_model.PlanBook) -> Iterator[StatedTotal]:
    """Every total of the book: headline, plans, action tasks, summary table."""
    yield from _headline(frame, book)
    yield from _plan_totals(frame, book)
    yield from _task_totals(frame, book)
    yield from _table_totals(frame, book)


def _headline(frame: Frame, book: book_model.PlanBook) -> Iterator[StatedTotal]:
    """The headline money of each year, whole and by source."""
    rows = [
        (year, source, amount)
        for year in book.headline.budget
        for source, amount in (
            (FundingSource.COMBINED, year.total),
            (FundingSource.NATIONAL, year.national),
            (FundingSource.LOCAL, year.local),
            (FundingSource.PRIVATE, year.private),
        )
    ]
    places = money.places_of(amount for _, _, amount in rows)
    for year, source, amount in rows:
        fields = stated(frame, amount, year.unit, year.source, of=source, year=year.year, places=places)
        yield StatedTotal(basis=TotalBasis.HEADLINE, **fields)


def _plan_totals(frame: Frame, book: book_model.PlanBook) -> Iterator[StatedTotal]:
    for printed in book.plans:
        if printed.budget:
            yield StatedTotal(
                basis=TotalBasis.PLAN,
                plan=frame.plans[printed.kind, printed.institution],
                **stated(
                    frame,
                    printed.budget.total,
                    printed.budget.unit,
                    printed.budget.source,
                    of=FundingSource.COMBINED,
                    year=book.year,
                ),
            )


def _task_totals(frame: Frame, book: book_model.PlanBook) -> Iterator[StatedTotal]:
    """What the summary table and the body's own tables say of a task; the three may differ, and are all kept."""
    for task in book.action_tasks:
        said: Iterable[tuple[TotalBasis, Decimal | None, int | None, book_model.Source]] = (
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
            yield StatedTotal(
                basis=basis,
                action_task=frame.action_tasks[task.id],
                strategy=frame.strategies[task.strategy],
                projects_printed=projects,
                **stated(frame, amount, task.unit, source, of=FundingSource.NATIONAL, year=book.year),
            )


def _table_totals(frame: Frame, book: book_model.PlanBook) -> Iterator[StatedTotal]:
    """The strategies' 합계 and the 총계 of the summary table."""
    unit = book.action_tasks[0].unit if book.action_tasks else "억원"
    for total in book.strategy_totals:
        yield StatedTotal(
            basis=TotalBasis.STRATEGY,
            strategy=frame.strategies[total.strategy],
            projects_printed=total.projects,
            **stated(
                frame, total.national_budget, unit, total.source, of=FundingSource.NATIONAL, year=book.year
            ),
        )
    if grand := book.grand_total:
        yield StatedTotal(
            basis=TotalBasis.GRAND,
            projects_printed=grand.projects,
            **stated(
                frame,
                grand.national_budget,
                grand.unit,
                grand.source,
                of=FundingSource.NATIONAL,
                year=book.year,
            ),
        )


def stated_shares(frame: Frame, headline: book_model.Headline) -> Iterator[StatedShare]:
    sources = {"total": FundingSource.COMBINED}
    for kind, rows in ((ShareKind.OF_TOTAL, headline.shares), (ShareKind.GROWTH, headline.growth)):
        for row in rows:
            yield StatedShare(
                cycle=frame.document.cycle,
                kind=kind,
                source=sources.get(row.of) or FundingSource(row.of),
                percent=row.percent,
                **printed_at(frame.document, row.source),
            )
    if by_strategy := headline.strategy_shares:
        for kind, percents, source, of in (
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
            for strategy, percent in zip(frame.strategies.values(), percents, strict=False):
                yield StatedShare(
                    cycle=frame.document.cycle,
                    kind=kind,
                    source=of,
                    strategy=strategy,
                    percent=percent,
                    **printed_at(frame.document, source),
                )
