from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from goru.book import model as book_model
from goru.core import money
from goru.domain.finance.models import BudgetLine, StatedShare, StatedTotal
from goru.domain.finance.vocabulary import FundingSource, ShareKind, TotalBasis
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Institution
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans.models import ActionTask, Document, Plan, Project, Strategy, printed_at
from goru.domain.plans.vocabulary import PlanKind


@dataclass(frozen=True, slots=True)
class _Frame:
    """What money hangs on: the rows of one cycle by the names the book uses."""

    document: Document
    plans: Mapping[tuple[str, str], Plan]
    strategies: Mapping[str, Strategy]
    action_tasks: Mapping[str, ActionTask]
    ministries: Mapping[str, Institution]


@transaction.atomic
def write_money(*, document: Document, book: book_model.PlanBook) -> None:
    """Write the money of a book anew: lines, stated totals, stated shares; plans and the frame come first."""
    cycle = document.cycle
    frame = _Frame(
        document=document,
        plans={(p.kind, p.institution.short_name): p for p in cycle.plans.select_related("institution")},
        strategies={strategy.code: strategy for strategy in cycle.strategies.order_by("position")},
        action_tasks={t.code: t for t in ActionTask.objects.filter(core_task__strategy__cycle=cycle)},
        ministries=institutions.by_short_name(InstitutionKind.MINISTRY, date(book.year, 1, 1)),
    )
    BudgetLine.objects.filter(cycle=cycle).delete()
    StatedTotal.objects.filter(cycle=cycle).delete()
    StatedShare.objects.filter(cycle=cycle).delete()
    BudgetLine.objects.bulk_create(_plan_lines(frame, book))
    _write_task_lines(frame, book)
    StatedTotal.objects.bulk_create(
        [
            *_headline(frame, book),
            *_plan_totals(frame, book),
            *_task_totals(frame, book),
            *_table_totals(frame, book),
        ]
    )
    StatedShare.objects.bulk_create(_shares(frame, book.headline))


def _stated(
    frame: _Frame,
    amount: Decimal | None,
    unit: str,
    source: book_model.Source,
    *,
    of: FundingSource,
    year: int,
    places: int = 0,
) -> dict[str, Any]:
    """The fields of an amount as printed; a missing one keeps the unit and the precision of its table."""
    stated = money.stated(amount or Decimal(0), unit, places=places)
    return {
        "won": None if amount is None else stated.won,
        "unit": unit,
        "precision": stated.precision,
        "source": of,
        "fiscal_year": year,
        "cycle": frame.document.cycle,
        **printed_at(frame.document, source),
    }


def _plan_lines(frame: _Frame, book: book_model.PlanBook) -> Iterator[BudgetLine]:
    """One line for each strategy of a plan. A province's columns stand for the national strategies, in order."""
    national = list(frame.strategies.values())
    for printed in book.plans:
        if not printed.budget:
            continue
        rows = printed.budget.by_strategy
        in_order = printed.kind == PlanKind.PROVINCIAL.value and len(rows) == len(national)
        places = money.places_of([printed.budget.total, *(row.amount for row in rows)])
        for position, row in enumerate(rows, start=1):
            yield BudgetLine(
                plan=frame.plans[printed.kind, printed.institution],
                strategy=national[position - 1] if in_order else None,
                position=position,
                wording=row.strategy,
                **_stated(
                    frame,
                    row.amount,
                    printed.budget.unit,
                    row.source,
                    of=FundingSource.COMBINED,
                    year=book.year,
                    places=places,
                ),
            )


def _write_task_lines(frame: _Frame, book: book_model.PlanBook) -> None:
    """One line for each amount of an action task, with the projects it names; the plan is the ministry's, if it owes one."""
    links = []
    for task in book.action_tasks:
        action_task = frame.action_tasks[task.id]
        projects = iter(Project.objects.filter(action_task=action_task).order_by("position"))
        lines = BudgetLine.objects.bulk_create(_task_lines(frame, task, book.year))
        for line, row in zip(lines, task.budget_rows, strict=True):
            for _name in row.project_names:
                links.append(BudgetLine.projects.through(budgetline=line, project=next(projects)))
    BudgetLine.projects.through.objects.bulk_create(links)


def _task_lines(frame: _Frame, task: book_model.ActionTask, year: int) -> Iterator[BudgetLine]:
    action_task = frame.action_tasks[task.id]
    for position, row in enumerate(task.budget_rows, start=1):
        yield BudgetLine(
            action_task=action_task,
            plan=frame.plans.get((PlanKind.SECTORAL, row.ministry or "")),
            strategy=frame.strategies[task.strategy],
            position=position,
            wording=row.printed or "",
            ministry=frame.ministries.get(row.ministry or ""),
            projects_printed=row.projects,
            **_stated(frame, row.amount, task.unit, row.source, of=FundingSource.NATIONAL, year=year),
        )


def _headline(frame: _Frame, book: book_model.PlanBook) -> Iterator[StatedTotal]:
    """The reconciled money (정합성 검토 후) of each year, whole and by source."""
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
        stated = _stated(frame, amount, year.unit, year.source, of=source, year=year.year, places=places)
        yield StatedTotal(basis=TotalBasis.HEADLINE, **stated)


def _plan_totals(frame: _Frame, book: book_model.PlanBook) -> Iterator[StatedTotal]:
    for printed in book.plans:
        if printed.budget:
            yield StatedTotal(
                basis=TotalBasis.PLAN,
                plan=frame.plans[printed.kind, printed.institution],
                **_stated(
                    frame,
                    printed.budget.total,
                    printed.budget.unit,
                    printed.budget.source,
                    of=FundingSource.COMBINED,
                    year=book.year,
                ),
            )


def _task_totals(frame: _Frame, book: book_model.PlanBook) -> Iterator[StatedTotal]:
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
                **_stated(frame, amount, task.unit, source, of=FundingSource.NATIONAL, year=book.year),
            )


def _table_totals(frame: _Frame, book: book_model.PlanBook) -> Iterator[StatedTotal]:
    """The strategies' 합계 and the 총계 of the summary table."""
    unit = book.action_tasks[0].unit if book.action_tasks else "억원"
    for total in book.strategy_totals:
        yield StatedTotal(
            basis=TotalBasis.STRATEGY,
            strategy=frame.strategies[total.strategy],
            projects_printed=total.projects,
            **_stated(
                frame, total.national_budget, unit, total.source, of=FundingSource.NATIONAL, year=book.year
            ),
        )
    if grand := book.grand_total:
        yield StatedTotal(
            basis=TotalBasis.GRAND,
            projects_printed=grand.projects,
            **_stated(
                frame,
                grand.national_budget,
                grand.unit,
                grand.source,
                of=FundingSource.NATIONAL,
                year=book.year,
            ),
        )


def _shares(frame: _Frame, headline: book_model.Headline) -> Iterator[StatedShare]:
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
