"""The national frame of a book: strategies, core tasks, action tasks, named projects."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from goru.book import model as book_model
from goru.core.verdict import refuse, require
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Institution
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans import rules
from goru.domain.plans.actions.statements import write_statements
from goru.domain.plans.models import (
    ActionTask,
    ActionTaskMinistry,
    CoreTask,
    Document,
    Project,
    Strategy,
    printed_at,
)
from goru.domain.plans.vocabulary import PlanKind, StatementKind

_PLACE = ["document", "first_line", "last_line", "page", "last_page", "cell"]


@transaction.atomic
def write_frame(*, document: Document, book: book_model.PlanBook) -> None:
    """Bring the cycle's national frame to what the book says; tasks that stay keep their rows. Plans come first."""
    ministries = institutions.by_short_name(InstitutionKind.MINISTRY, date(book.year, 1, 1))
    _require_known(book, ministries)
    strategies = _write_strategies(document, book)
    core_tasks = _write_core_tasks(document, book, strategies, ministries)
    action_tasks = _write_action_tasks(document, book, core_tasks)
    _write_ministries(book, action_tasks, ministries)
    _write_projects(document, book, action_tasks)
    _write_statements(document, book, core_tasks, action_tasks)


def _require_known(book: book_model.PlanBook, ministries: Mapping[str, Institution]) -> None:
    named = {name for task in book.sectoral_core_tasks for name in task.ministries}
    named |= {name for task in book.action_tasks for name in task.ministries}
    named |= {row.ministry for task in book.action_tasks for row in task.budget_rows if row.ministry}
    if unknown := sorted(named - set(ministries)):
        require(refuse("기관 등록부에 없는 부처입니다: %(names)s", names=", ".join(unknown)))


def _write_strategies(document: Document, book: book_model.PlanBook) -> dict[str, Strategy]:
    codes = dict.fromkeys(task.strategy for task in book.sectoral_core_tasks)
    names = {strategy.id: strategy.name or strategy.heading or "" for strategy in book.strategies}
    totals = {total.strategy: total for total in book.strategy_totals}
    rows = [
        Strategy(
            cycle=document.cycle,
            code=code,
            name=names.get(code, ""),
            position=position,
            action_tasks_printed=totals[code].action_tasks if code in totals else None,
            projects_printed=totals[code].projects if code in totals else None,
        )
        for position, code in enumerate(codes, start=1)
    ]
    kept = Strategy.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["cycle", "code"],
        update_fields=["name", "position", "action_tasks_printed", "projects_printed"],
    )
    document.cycle.strategies.exclude(pk__in=[strategy.pk for strategy in kept]).delete()
    return {strategy.code: strategy for strategy in kept}


def _write_core_tasks(
    document: Document,
    book: book_model.PlanBook,
    strategies: Mapping[str, Strategy],
    ministries: Mapping[str, Institution],
) -> dict[str, CoreTask]:
    rows = [
        CoreTask(
            strategy=strategies[task.strategy],
            code=task.id,
            position=position,
            name=task.name,
            heading=task.heading or "",
            **printed_at(document, task.source),
        )
        for position, task in enumerate(book.sectoral_core_tasks, start=1)
    ]
    kept = CoreTask.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["strategy", "code"],
        update_fields=["position", "name", "heading", *_PLACE],
    )
    gone = CoreTask.objects.filter(strategy__cycle=document.cycle)
    gone.exclude(pk__in=[task.pk for task in kept]).delete()
    for task, printed in zip(kept, book.sectoral_core_tasks, strict=True):
        task.ministries.set([ministries[name] for name in printed.ministries])
    return {task.code: task for task in kept}


def _write_action_tasks(
    document: Document, book: book_model.PlanBook, core_tasks: Mapping[str, CoreTask]
) -> dict[str, ActionTask]:
    rows = [
        ActionTask(
            core_task=core_tasks[task.core_task],
            code=task.id,
            position=position,
            name=task.name,
            heading=task.heading or "",
            projects_printed=task.projects,
            body_first_line=task.body_source.first_line if task.body_source else None,
            body_last_line=task.body_source.last_line if task.body_source else None,
            body_page=task.body_source.page if task.body_source else None,
            **printed_at(document, task.source),
        )
        for position, task in enumerate(book.action_tasks, start=1)
    ]
    body = ["body_first_line", "body_last_line", "body_page"]
    kept = ActionTask.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["core_task", "code"],
        update_fields=["position", "name", "heading", "projects_printed", *body, *_PLACE],
    )
    gone = ActionTask.objects.filter(core_task__strategy__cycle=document.cycle)
    gone.exclude(pk__in=[task.pk for task in kept]).delete()
    return {task.code: task for task in kept}


def _write_ministries(
    book: book_model.PlanBook, tasks: Mapping[str, ActionTask], ministries: Mapping[str, Institution]
) -> None:
    """The ministries of each task; the first of the body's heading leads, or of the table where it names none."""
    ActionTaskMinistry.objects.filter(action_task__in=tasks.values()).delete()
    ActionTaskMinistry.objects.bulk_create(
        ActionTaskMinistry(
            action_task=tasks[task.id], ministry=ministries[name], position=position, is_lead=position == 1
        )
        for task in book.action_tasks
        for position, name in enumerate(
            rules.lead_first(task.ministries, task.heading_ministries, ministries), start=1
        )
    )


def _write_projects(document: Document, book: book_model.PlanBook, tasks: Mapping[str, ActionTask]) -> None:
    plans = document.cycle.plans.filter(kind=PlanKind.SECTORAL).select_related("institution")
    plan_of = {plan.institution.short_name: plan for plan in plans}
    Project.objects.filter(action_task__in=tasks.values()).delete()
    Project.objects.bulk_create(
        Project(
            action_task=tasks[task.id],
            plan=plan_of.get(row.ministry or ""),
            position=position,
            name=name,
            **printed_at(document, row.source),
        )
        for task in book.action_tasks
        for position, (row, name) in enumerate(
            ((row, name) for row in task.budget_rows for name in row.project_names), start=1
        )
    )


def _write_statements(
    document: Document,
    book: book_model.PlanBook,
    core_tasks: Mapping[str, CoreTask],
    action_tasks: Mapping[str, ActionTask],
) -> None:
    for task in book.sectoral_core_tasks:
        write_statements(document, StatementKind.AIM, task.aims, core_task=core_tasks[task.id])
    for action_task in book.action_tasks:
        kept = action_tasks[action_task.id]
        write_statements(document, StatementKind.GOAL, action_task.goals, action_task=kept)
        write_statements(document, StatementKind.REFORM, action_task.reforms, action_task=kept)
