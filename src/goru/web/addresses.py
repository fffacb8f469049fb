"""Where on the pages a row of what is published stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.urls import reverse

from goru.web.templatetags.figures import number_of


def address_of(row: Any) -> str:
    """The page of a row, with the place on it where there is one."""
    return _PAGES[row._meta.model_name](row, row.cycle.year)


def _strategy(row: Any, year: int) -> str:
    return reverse("web:strategy", args=[year, row.position])


def _core_task(row: Any, year: int) -> str:
    return reverse("web:core-task", args=[year, number_of(row.code)])


def _action_task(row: Any, year: int) -> str:
    return reverse("web:action-task", args=[year, number_of(row.code)])


def _plan(row: Any, year: int, anchor: str = "") -> str:
    return reverse("web:institution", args=[year, row.institution.key]) + anchor


def _plan_core_task(row: Any, year: int) -> str:
    return _plan(row.plan, year, f"#task-{row.position}")


def _task_item(row: Any, year: int) -> str:
    return _plan_core_task(row.core_task, year)


def _focus_task(row: Any, year: int) -> str:
    return reverse("web:focus-task", args=[year, row.group, row.number])


def _subtask(row: Any, year: int) -> str:
    return f"{_focus_task(row.focus_task, year)}#part-{row.position}"


def _milestone(row: Any, year: int) -> str:
    if row.subtask:
        return _subtask(row.subtask, year)
    return _project(row.project, year) if row.project else _statement(row.reform, year)


def _project(row: Any, year: int) -> str:
    if row.action_task:
        return f"{_action_task(row.action_task, year)}#money"
    return _plan_core_task(row.core_task, year) if row.core_task else _plan(row.plan, year)


def _indicator(row: Any, year: int) -> str:
    if row.plan:
        return _plan(row.plan, year, "#indicators")
    owner = _action_task(row.action_task, year) if row.action_task else _core_task(row.core_task, year)
    return f"{owner}#goal-indicators"


def _statement(row: Any, year: int) -> str:
    if row.focus_task:
        return _focus_task(row.focus_task, year)
    if row.action_task:
        return f"{_action_task(row.action_task, year)}#reforms"
    return _core_task(row.core_task, year) if row.core_task else _plan(row.plan, year)


def _budget_line(row: Any, year: int) -> str:
    if row.action_task:
        return f"{_action_task(row.action_task, year)}#money"
    return _plan(row.plan, year, "#money")


def _measure(row: Any, year: int) -> str:
    return _plan(row.plan, year, "#indicators") if row.plan else reverse("web:indicators", args=[year])


_PAGES: Mapping[str, Callable[[Any, int], str]] = {
    "strategy": _strategy,
    "coretask": _core_task,
    "actiontask": _action_task,
    "plancoretask": _plan_core_task,
    "taskitem": _task_item,
    "focustask": _focus_task,
    "subtask": _subtask,
    "milestone": _milestone,
    "project": _project,
    "indicator": _indicator,
    "statement": _statement,
    "budgetline": _budget_line,
    "measure": _measure,
}
