"""The addends: what plans spend on strategies and projects, and ministries on action tasks."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from goru.book.model import BudgetRow, Dimensions
from goru.core import money
from goru.domain.finance.actions.stated import dimensions, stated
from goru.domain.finance.models import BudgetLine
from goru.domain.finance.vocabulary import BudgetPhase, FundingSource
from goru.domain.plans.actions.rows import Rows
from goru.domain.plans.models import Project
from goru.domain.plans.vocabulary import PlanKind


def lines_of_plans(rows: Rows) -> Iterator[BudgetLine]:
    """One line for each amount by strategy. A province's columns stand for the national strategies, in order."""
    national = list(rows.strategies.values())
    for printed in rows.composition.book.plans:
        if not printed.budget:
            continue
        lines, unit = printed.budget.by_strategy, printed.budget.unit
        in_order = printed.kind == PlanKind.PROVINCIAL.value and len(lines) == len(national)
        places = money.places_of([printed.budget.total, *(line.amount for line in lines)])
        for position, line in enumerate(lines, start=1):
            amount = stated(
                rows, line.amount, unit, rows.composition.row(line), of=FundingSource.COMBINED, places=places
            )
            yield BudgetLine(
                is_counted=_is_of_the_plan(line, rows.cycle.year),
                plan=rows.plans[printed.kind, printed.institution],
                strategy=national[position - 1] if in_order else None,
                position=position,
                wording=line.strategy,
                **{**amount, **dimensions(line)},
            )


def lines_of_tasks(rows: Rows) -> Iterator[tuple[BudgetLine, list[UUID]]]:
    """One line for each amount of an action task, with the projects it is for; the plan is the ministry's."""
    for task in rows.composition.book.action_tasks:
        for position, row in enumerate(task.budget_rows, start=1):
            amount = stated(rows, row.amount, task.unit, rows.composition.row(row), of=FundingSource.NATIONAL)
            line = BudgetLine(
                is_counted=_is_of_the_plan(row, rows.cycle.year) and not _is_told_by_projects(row),
                action_task=rows.action_tasks[task.id],
                plan=rows.plans.get((PlanKind.SECTORAL, row.ministry or "")),
                strategy=rows.strategies[task.strategy],
                position=position,
                wording=row.printed or "",
                ministry=rows.ministry(row.ministry),
                projects_printed=row.projects,
                **{**amount, **dimensions(row)},
            )
            yield line, [project.item_id for project in row.covers if project.item_id]


def lines_of_projects(rows: Rows) -> Iterator[BudgetLine]:
    """The lines of single projects: counted where no amount is for them, or in its stead where all are complete."""
    standing = _told_by_amounts(rows)
    for project in rows.composition.projects:
        owner = rows.projects[project.item_id] if project.item_id else None
        if not isinstance(owner, Project):
            continue
        for position, line in enumerate(project.money, start=1):
            funding = FundingSource(line.funding or FundingSource.COMBINED)
            amount = stated(rows, line.amount, line.unit, rows.composition.row(line), of=funding)
            is_of_task = owner.action_task is not None and project.item_id not in standing
            yield BudgetLine(
                is_counted=is_of_task and _is_of_the_plan(line, rows.cycle.year),
                strategy=owner.action_task.core_task.strategy if owner.action_task else None,
                plan_id=owner.plan_id,
                project=owner,
                position=position,
                wording=project.name,
                **{**amount, **dimensions(line)},
            )


def _is_of_the_plan(line: Dimensions, year: int) -> bool:
    """Whether an amount is planned for the plan's own year."""
    return (line.fiscal_year or year) == year and (
        line.phase or BudgetPhase.PLAN.value
    ) == BudgetPhase.PLAN.value


def _is_told_by_projects(row: BudgetRow) -> bool:
    """Whether the projects that an amount is for say all of it by their own lines."""
    return bool(row.covers) and all(one.money and one.money_is_complete for one in row.covers)


def _told_by_amounts(rows: Rows) -> set[UUID | None]:
    """The projects whose money the amount that is for them says."""
    return {
        project.item_id
        for task in rows.composition.book.action_tasks
        for row in task.budget_rows
        if not _is_told_by_projects(row)
        for project in row.covers
    }
