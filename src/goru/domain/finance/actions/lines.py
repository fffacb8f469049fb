"""The addends: what plans spend on strategies, and ministries on action tasks."""

from __future__ import annotations

from collections.abc import Iterator

from goru.book import model as book_model
from goru.core import money
from goru.domain.finance.actions.frame import Frame, stated
from goru.domain.finance.models import BudgetLine
from goru.domain.finance.vocabulary import FundingSource
from goru.domain.plans.models import Project
from goru.domain.plans.vocabulary import PlanKind


def plan_lines(frame: Frame, book: book_model.PlanBook) -> Iterator[BudgetLine]:
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
                **stated(
                    frame,
                    row.amount,
                    printed.budget.unit,
                    row.source,
                    of=FundingSource.COMBINED,
                    year=book.year,
                    places=places,
                ),
            )


def write_task_lines(frame: Frame, book: book_model.PlanBook) -> None:
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


def _task_lines(frame: Frame, task: book_model.ActionTask, year: int) -> Iterator[BudgetLine]:
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
            **stated(frame, row.amount, task.unit, row.source, of=FundingSource.NATIONAL, year=year),
        )
