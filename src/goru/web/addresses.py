"""Addresses of what has a code, of the page that shows a place in a book, and of that which shows a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.urls import reverse

from goru.book.paths import Path
from goru.book.register import institutions
from goru.core.romans import ROMANS

_CODE = re.compile(rf"[{ROMANS}](-\d+(-\(\d+\))?)?")


def code_of(number: str) -> str:
    """The code Ⅰ-1-(2) or Ⅰ-1 of an address's 1-1-2 or 1-1; what is none stays as it is."""
    parts = number.split("-")
    if (
        not 2 <= len(parts) <= 3
        or not all(part.isdecimal() for part in parts)
        or not 0 < int(parts[0]) <= len(ROMANS)
    ):
        return number
    return "-".join([ROMANS[int(parts[0]) - 1], parts[1], *(f"({part})" for part in parts[2:])])


def number_of(code: str) -> str:
    """The address's 1-1-2 of the code Ⅰ-1-(2)."""
    first, *rest = code.split("-")
    return "-".join([str(ROMANS.index(first) + 1), *(part.strip("()") for part in rest)])


def address_of(path: Path, year: int) -> str | None:
    """The address of the page of a year that shows what stands at a place; None where none does."""
    match path.steps:
        case ("plans", name, *_) | ("summaries", _, "sheets", name, *_):
            return _institution(name, year)
        case ("action_tasks", code, *_) if _CODE.fullmatch(code):
            return reverse("web:action-task", args=[year, number_of(code)])
        case ("sectoral_core_tasks", code, *_) if _CODE.fullmatch(code):
            return reverse("web:core-task", args=[year, number_of(code)])
        case ("strategies" | "strategy_totals", code, *_) if _CODE.fullmatch(code):
            return reverse("web:strategy", args=[year, int(number_of(code))])
        case ("focus_tasks", group, number, *_) if number.isdecimal():
            return reverse("web:focus-task", args=[year, group, int(number)])
        case ("headline", *_) | ("grand_total", *_):
            return reverse("web:nation", args=[year])
    return None


def _institution(name: str, year: int) -> str | None:
    key = _keys().get(name)
    return reverse("web:institution", args=[year, key]) if key else None


@cache
def _keys() -> dict[str, str]:
    """The keys of all that plans print themselves, by the names that books print."""
    return {one.short_name: one.key for one in institutions() if one.kind in {"province", "megaregion"}}


def page_of(row: Any) -> str:
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
