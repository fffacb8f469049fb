"""Parts of a book as documents of their own, and the facts that both print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from goru.book.model import ActionTask, Plan, PlanBook, Source
from goru.book.parsing import parse
from goru.book.reading import Line, Lines

_OF_THE_TABLE = {
    "id",
    "strategy",
    "core_task",
    "core_task_name",
    "name",
    "ministries",
    "projects",
    "national_budget",
}


def lines_of(lines: Lines, source: Source) -> list[Line]:
    return [line for line in lines if source.first_line <= line.number <= source.last_line]


def part_of(lines: Lines, source: Source, year: int | None = None) -> PlanBook:
    """What the lines of a source say as a document of their own."""
    return parse(Lines("part.txt", tuple(lines_of(lines, source))), year)


def facts(value: Any) -> Any:
    """Without places."""
    if isinstance(value, dict):
        return {name: facts(one) for name, one in value.items() if not name.endswith("source")}
    return [facts(one) for one in value] if isinstance(value, list) else value


def facts_of_plan(plan: Plan) -> dict[str, Any]:
    found: dict[str, Any] = facts(plan.model_dump(mode="json"))
    return found


def facts_of_task(task: ActionTask) -> dict[str, Any]:
    """Those of the body alone."""
    found = facts(task.model_dump(mode="json"))
    return {name: value for name, value in found.items() if name not in _OF_THE_TABLE}


def runs_of_tasks(book: PlanBook) -> Iterator[tuple[str, Sequence[ActionTask]]]:
    """The action tasks that follow each other and have one lead ministry."""
    with_bodies = (task for task in book.action_tasks if task.heading_ministries)
    for lead, tasks in groupby(with_bodies, key=lambda task: task.heading_ministries[0]):
        yield lead, list(tasks)


def letters(value: Any) -> Any:
    """Facts without blanks: which words of wrapped lines are one, only the whole book can settle."""
    if isinstance(value, str):
        return value.replace(" ", "")
    if isinstance(value, dict):
        return {name: letters(one) for name, one in value.items()}
    return [letters(one) for one in value] if isinstance(value, list) else value
