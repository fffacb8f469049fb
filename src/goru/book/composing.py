"""A book taken apart into the national part and each institution's plan, and put together again.

The national part (총괄) is a book without plans: the frame, the cells of the summary table, stated totals, aims and
indicators of core tasks, the headline, focus tasks, summaries of the whole. `compose` is the inverse of `decompose`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from goru.book.model import ActionTask, BudgetRow, Part, Plan, PlanBook, Project, Summary, SummarySheet
from goru.book.model.editions import InstitutionPlan, PlacedProject, PlacedRow, PlacedSheet, TaskPart

T = TypeVar("T")
P = TypeVar("P", bound=Part)
Placed = tuple[int | None, T]

_LEADS = ("indicators", "measures", "goals", "reforms")
"""What of a task is said by the ministry that leads it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The national part and the institutions' plans; a ministry's stands here whether it owes one or only has money."""

    national: PlanBook
    plans: tuple[InstitutionPlan, ...]


def lead_of(task: ActionTask) -> str | None:
    """The ministry that leads an action task (소관 부처): the first of the body's heading, else of the summary table."""
    in_heading = [name for name in task.heading_ministries if name in task.ministries]
    return next(iter([*in_heading, *task.ministries]), None)


def owing_ministries(book: PlanBook) -> list[str]:
    """The ministries that owe a sectoral plan: those that the core tasks name (특별법 제8조)."""
    return list(dict.fromkeys(name for task in book.sectoral_core_tasks for name in task.ministries))


def decompose(book: PlanBook) -> Parts:
    """Take a book apart. What belongs to no institution that is named stays in the national part."""
    first = {plan.institution: plan for plan in reversed(book.plans)}
    plans = [
        InstitutionPlan(
            kind=plan.kind,
            year=book.year,
            institution=plan.institution,
            position=position,
            plan=plan,
            sheets=_sheets_of(book.summaries, plan) if first[plan.institution] is plan else [],
        )
        for position, plan in enumerate(book.plans)
    ]
    ministries = [
        InstitutionPlan(
            kind="sectoral",
            year=book.year,
            institution=name,
            tasks=[part for task in book.action_tasks if (part := _part_of(task, name))],
        )
        for name in _ministries_of(book)
    ]
    national = book.model_copy(
        update={
            "scope": [],
            "unread": [],
            "plans": [],
            "action_tasks": [_rest_of(task) for task in book.action_tasks],
            "summaries": [_without_sheets(summary, first) for summary in book.summaries],
        }
    )
    return Parts(national, (*plans, *ministries))


def compose(parts: Parts) -> PlanBook:
    """Put a book together of its parts, each at its printed position."""
    own = [(part.position, part.plan) for part in parts.plans if part.plan]
    tasks: dict[str, list[TaskPart]] = {}
    for part in parts.plans:
        for task in part.tasks:
            tasks.setdefault(task.action_task, []).append(task)
    sheets = [sheet for part in parts.plans for sheet in part.sheets]
    return parts.national.model_copy(
        update={
            "plans": merged(own, parts.national.plans),
            "action_tasks": [_whole(task, tasks.get(task.id, [])) for task in parts.national.action_tasks],
            "summaries": [
                _with_sheets(summary, [one for one in sheets if one.summary == summary.title])
                for summary in _summaries(parts.national.summaries, sheets)
            ],
        }
    )


def merged(placed: Iterable[Placed[T]], rest: Sequence[T]) -> list[T]:
    """The placed ones at their positions, the others between them in their order; what has no position comes last."""
    waiting = sorted(((at, one) for at, one in placed if at is not None), key=lambda each: each[0])
    last = [one for at, one in placed if at is None]
    others, result = list(reversed(rest)), list[T]()
    for at, one in waiting:
        while others and len(result) < at:
            result.append(others.pop())
        result.append(one)
    return [*result, *reversed(others), *last]


def _ministries_of(book: PlanBook) -> list[str]:
    """All that owe a plan, lead a task, or have money or a project, in the order of the book."""
    named = owing_ministries(book)
    for task in book.action_tasks:
        found = [lead_of(task), *(row.ministry for row in task.budget_rows)]
        named += [name for name in (*found, *(one.ministry for one in task.further_projects)) if name]
    return list(dict.fromkeys(named))


def _part_of(task: ActionTask, ministry: str) -> TaskPart | None:
    leads = lead_of(task) == ministry
    rows = [
        _as(PlacedRow, row, position=position)
        for position, row in enumerate(task.budget_rows)
        if row.ministry == ministry
    ]
    projects = [
        _as(PlacedProject, project, position=position)
        for position, project in enumerate(task.further_projects)
        if project.ministry == ministry
    ]
    if not (leads or rows or projects):
        return None
    sharing = {*task.ministries, *(row.ministry for row in task.budget_rows if row.ministry)}
    return TaskPart(
        action_task=task.id,
        is_joint=bool(sharing - {ministry}),
        rows=rows,
        projects=projects,
        indicators=task.indicators if leads else [],
        measures=task.measures if leads else [],
        goals=task.goals if leads else [],
        reforms=task.reforms if leads else [],
    )


def _rest_of(task: ActionTask) -> ActionTask:
    """What of a task is the national part's: its cells and totals, and whatever no named ministry has."""
    nobodys: dict[str, object] = {
        "budget_rows": [row for row in task.budget_rows if row.ministry is None],
        "further_projects": [project for project in task.further_projects if project.ministry is None],
    }
    if lead_of(task) is not None:
        nobodys |= {name: [] for name in _LEADS}
    return task.model_copy(update=nobodys)


def _whole(task: ActionTask, parts: Sequence[TaskPart]) -> ActionTask:
    rows = [(row.position, _printed_row(row)) for part in parts for row in part.rows]
    projects = [(one.position, _as(Project, one)) for part in parts for one in part.projects]
    return task.model_copy(
        update={
            "budget_rows": merged(rows, task.budget_rows),
            "further_projects": merged(projects, task.further_projects),
            **{
                name: [*getattr(task, name), *(one for part in parts for one in getattr(part, name))]
                for name in _LEADS
            },
        }
    )


def _printed_row(row: PlacedRow) -> BudgetRow:
    names = [project.name for project in row.covers] or row.project_names
    return _as(BudgetRow, row, project_names=names)


def _sheets_of(summaries: Sequence[Summary], plan: Plan) -> list[PlacedSheet]:
    """The pages of 참고 2 and 3 that sum up a plan; overviews (개관) are the national part's."""
    return [
        _as(PlacedSheet, sheet, summary=summary.title, position=position)
        for summary in summaries
        if summary.kind == "sheets"
        for position, sheet in enumerate(summary.sheets)
        if sheet.institution == plan.institution
    ]


def _summaries(known: Sequence[Summary], sheets: Sequence[PlacedSheet]) -> list[Summary]:
    """The summaries, with those that only plans have pages of."""
    titles = {summary.title for summary in known if summary.kind == "sheets"}
    others = dict.fromkeys(sheet.summary for sheet in sheets if sheet.summary not in titles)
    return [*known, *(Summary(kind="sheets", title=title) for title in others)]


def _without_sheets(summary: Summary, summed_up: Container[str]) -> Summary:
    if summary.kind != "sheets":
        return summary
    rest = [sheet for sheet in summary.sheets if sheet.institution not in summed_up]
    return summary.model_copy(update={"sheets": rest})


def _with_sheets(summary: Summary, sheets: Sequence[PlacedSheet]) -> Summary:
    if summary.kind != "sheets":
        return summary
    placed = [(one.position, _as(SummarySheet, one)) for one in sheets]
    return summary.model_copy(update={"sheets": merged(placed, summary.sheets)})


def _as(of: type[P], part: Part, **others: Any) -> P:
    """A part as one of another type: the fields that both have, and others."""
    shared = {name: getattr(part, name) for name in of.model_fields if name in type(part).model_fields}
    return cast(P, of.model_construct(**{**shared, **others}))
