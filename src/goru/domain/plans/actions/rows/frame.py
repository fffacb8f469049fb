"""The national frame: strategies, core tasks, action tasks with their ministries, projects."""

from __future__ import annotations

from collections.abc import Iterator

from goru.book import model as book_model
from goru.book.composing import lead_of
from goru.domain.plans.actions.rows.kept import Rows, keep, keep_links
from goru.domain.plans.models import ActionTask, ActionTaskMinistry, CoreTask, Project, Strategy
from goru.domain.plans.vocabulary import PlanKind


def write_frame(rows: Rows) -> None:
    """Keep the frame of a cycle; the plans come first."""
    book = rows.composition.book
    rows.strategies = {row.code: row for row in keep(rows, Strategy, _strategies(rows))}
    rows.core_tasks = {row.code: row for row in keep(rows, CoreTask, _core_tasks(rows))}
    rows.action_tasks = {row.code: row for row in keep(rows, ActionTask, _action_tasks(rows))}
    _write_ministries(rows, book)


def _strategies(rows: Rows) -> Iterator[Strategy]:
    book = rows.composition.book
    totals = {total.strategy: total for total in book.strategy_totals}
    for position, strategy in enumerate(book.strategies, start=1):
        total = totals.get(strategy.id)
        yield Strategy(
            code=strategy.id,
            name=strategy.name or strategy.heading or "",
            position=position,
            action_tasks_printed=total.action_tasks if total else None,
            projects_printed=total.projects if total else None,
            **rows.composition.known(strategy),
        )


def _core_tasks(rows: Rows) -> Iterator[CoreTask]:
    for position, task in enumerate(rows.composition.book.sectoral_core_tasks, start=1):
        yield CoreTask(
            strategy=rows.strategies[task.strategy],
            code=task.id,
            position=position,
            name=task.name,
            heading=task.heading or "",
            **rows.composition.row(task),
        )


def _action_tasks(rows: Rows) -> Iterator[ActionTask]:
    for position, task in enumerate(rows.composition.book.action_tasks, start=1):
        body = task.body_source
        yield ActionTask(
            core_task=rows.core_tasks[task.core_task],
            code=task.id,
            position=position,
            name=task.name,
            heading=task.heading or "",
            projects_printed=task.projects,
            body_first_line=body.first_line if body else None,
            body_last_line=body.last_line if body else None,
            body_page=body.page if body else None,
            **rows.composition.row(task),
        )


def _write_ministries(rows: Rows, book: book_model.PlanBook) -> None:
    """The ministries of each task: the lead one first (소관 부처), then in the order of the summary table."""
    links = [
        ActionTaskMinistry(
            action_task=rows.action_tasks[task.id],
            ministry=rows.institutions["ministry", name],
            position=position,
            is_lead=position == 1,
        )
        for task in book.action_tasks
        for position, name in enumerate(_lead_first(task), start=1)
    ]
    keep_links(rows, ActionTaskMinistry, links, key=("action_task", "position"))
    headed = [
        CoreTask.ministries.through(coretask_id=rows.core_tasks[task.id].pk, institution_id=ministry.pk)
        for task in book.sectoral_core_tasks
        for ministry in dict.fromkeys(rows.institutions["ministry", name] for name in task.ministries)
    ]
    keep_links(
        rows,
        CoreTask.ministries.through,
        headed,
        key=("coretask", "institution"),
    )


def _lead_first(task: book_model.ActionTask) -> list[str]:
    lead = lead_of(task)
    return list(dict.fromkeys([*([lead] if lead else []), *task.ministries]))


def task_projects(rows: Rows) -> Iterator[Project]:
    """The projects of action tasks, those that amounts are for before others, in the order of the book."""
    for task in rows.composition.book.action_tasks:
        covered = [(row.ministry, one) for row in task.budget_rows for one in row.covers]
        others = [(one.ministry, one) for one in task.further_projects]
        for position, (ministry, one) in enumerate([*covered, *others], start=1):
            yield project_row(
                rows,
                one,
                action_task=rows.action_tasks[task.id],
                plan=rows.plans.get((PlanKind.SECTORAL, ministry or "")),
                position=position,
            )


def project_row(rows: Rows, project: book_model.Project, **owner: object) -> Project:
    """The row of a project under its task."""
    period = project.period
    return Project(
        name=project.name,
        responsible_unit=project.responsible_unit or "",
        period_text=period.text if period else "",
        start_date=period.start if period else None,
        end_date=period.end if period else None,
        period_precision=period.precision if period else "",
        **owner,
        **rows.composition.row(project),
    )
