"""Sentences, focus tasks and dated steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from goru.book import model as book_model
from goru.domain.plans.actions.rows.kept import Rows, keep
from goru.domain.plans.models import FocusTask, Milestone, Statement, Subtask
from goru.domain.plans.vocabulary import StatementKind


def write_parts(rows: Rows) -> None:
    """Keep the focus tasks, the sentences of all plans and tasks, and dated steps; plans and projects come first."""
    tasks = keep(rows, FocusTask, _focus_tasks(rows))
    focus = list(zip(tasks, rows.composition.book.focus_tasks, strict=True))
    subtasks = [
        (Subtask(focus_task=row, position=position, title=one.title or "", **rows.composition.row(one)), one)
        for row, task in focus
        for position, one in enumerate(task.subtasks, start=1)
    ]
    kept = keep(rows, Subtask, (row for row, _ in subtasks))
    statements = keep(rows, Statement, _statements(rows, focus))
    reforms = {row.item_id: row for row in statements if row.kind == StatementKind.REFORM}
    of_subtasks = (
        _steps(rows, one.milestones, subtask=row) for row, (_, one) in zip(kept, subtasks, strict=True)
    )
    of_projects = (
        _steps(rows, one.steps, project=rows.projects[one.item_id])
        for one in rows.composition.projects
        if one.item_id
    )
    of_reforms = (
        _steps(rows, one.steps, reform=reforms[one.item_id])
        for one in rows.composition.reforms
        if one.item_id
    )
    steps = (step for group in (*of_subtasks, *of_projects, *of_reforms) for step in group)
    keep(rows, Milestone, steps)


def _focus_tasks(rows: Rows) -> Iterator[FocusTask]:
    for task in rows.composition.book.focus_tasks:
        yield FocusTask(group=task.group, number=task.number, title=task.title, **rows.composition.row(task))


def _steps(rows: Rows, steps: Iterable[book_model.Milestone], **owner: Any) -> list[Milestone]:
    return [
        Milestone(
            position=position,
            text=step.text,
            start_date=step.start,
            end_date=step.end,
            precision=step.precision,
            is_done=step.done,
            **owner,
            **rows.composition.row(step),
        )
        for position, step in enumerate(steps, start=1)
    ]


def _statements(rows: Rows, focus: Iterable[tuple[FocusTask, book_model.FocusTask]]) -> Iterator[Statement]:
    book = rows.composition.book
    for plan in book.plans:
        owner = {"plan": rows.plans[plan.kind, plan.institution]}
        yield from _said(rows, StatementKind.VISION, filter(None, [plan.vision]), owner)
        yield from _said(rows, StatementKind.STRATEGY, plan.strategies, owner)
        yield from _said(rows, StatementKind.PERFORMANCE, plan.performance_management, owner)
        yield from _said(rows, StatementKind.REFORM, plan.reforms, owner)
    for core_task in book.sectoral_core_tasks:
        yield from _said(
            rows, StatementKind.AIM, core_task.aims, {"core_task": rows.core_tasks[core_task.id]}
        )
    for task in book.action_tasks:
        of_task = {"action_task": rows.action_tasks[task.id]}
        yield from _said(rows, StatementKind.GOAL, task.goals, of_task)
        yield from _said(rows, StatementKind.REFORM, task.reforms, of_task)
    for row, focus_task in focus:
        yield from _said(rows, StatementKind.AIM, focus_task.aims, {"focus_task": row})


def _said(
    rows: Rows, kind: StatementKind, texts: Iterable[book_model.Text], owner: dict[str, Any]
) -> Iterator[Statement]:
    for position, text in enumerate(texts, start=1):
        yield Statement(kind=kind, position=position, text=text.text, **owner, **rows.composition.row(text))
