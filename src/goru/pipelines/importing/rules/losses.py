"""What a plan book holds, fact by fact, and which of it another version of the book no longer has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from goru.pipelines.importing.vocabulary import Part

Holdings = Mapping[Part, Counter[tuple[str, str]]]
"""By part of the book: whose the fact is and what it is called, and how often it is there.

What has a number or a name is known by it; sentences (items, steps) are counted by their owner, so that
another wording is no loss.
"""

_SUMS = ("total", "national", "local", "private")


@dataclass(frozen=True, slots=True)
class Loss:
    """What of one part would be gone: how much there is, how much of it goes, and which.

    `names` says where (a path: `서울/total`) and how many there.
    """

    part: Part
    before: int
    lost: int
    names: tuple[tuple[str, int], ...]


def losses(old: Mapping[str, Any], new: Mapping[str, Any], *, lines: tuple[int, int] = (0, 0)) -> list[Loss]:
    """What the adopted book (`old`) has and a new one has not, or has without its value.

    `lines` is how many printed lines are kept of each: all are gone where the new book comes as data alone.
    """
    before, after = holdings(old), holdings(new)
    had, has = lines
    found = {part: before[part] - after[part] for part in Part}
    return [
        Loss(part, before[part].total(), gone.total(), tuple(_named(gone)))
        for part, gone in found.items()
        if gone
    ] + ([Loss(Part.LINES, had, had, ())] if had and not has else [])


def holdings(book: Mapping[str, Any]) -> Holdings:
    """All facts that a book holds."""
    held: dict[Part, Counter[tuple[str, str]]] = {part: Counter() for part in Part}
    for facts in (
        _of_plans(book),
        _of_frame(book),
        _of_focus_tasks(book),
        _of_headline(book["headline"]),
        _of_totals(book),
    ):
        for part, owner, name in facts:
            held[part][owner, name] += 1
    return held


def _named(gone: Counter[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    """Owner by owner: the fact by name where it is one, else how many."""
    owners: dict[str, list[str]] = {}
    for (owner, name), count in gone.items():
        owners.setdefault(owner, []).extend([name] * count)
    for owner, names in owners.items():
        is_named = len(names) == 1 and names[0]
        yield (f"{owner}/{names[0].replace('/', '∕')}" if is_named else owner), len(names)


def _of_plans(book: Mapping[str, Any]) -> Iterator[tuple[Part, str, str]]:
    for plan in book["plans"]:
        owner = plan["institution"]
        is_province = plan["kind"] == "provincial"
        yield (Part.PROVINCIAL_PLANS if is_province else Part.MEGAREGIONAL_PLANS), owner, ""
        for task in plan["core_tasks"]:
            yield Part.PLAN_CORE_TASKS, owner, task["name"]
            yield from ((Part.ITEMS, owner, "") for _item in task["items"])
        yield from ((Part.STATEMENTS, owner, "") for _said in plan["strategies"])
        yield from ((Part.STATEMENTS, owner, "") for _said in filter(None, [plan["vision"]]))
        yield from ((Part.PROSE, owner, "") for _said in plan["performance_management"])
        for one in plan["indicators"]:
            yield Part.INDICATORS, owner, one["name"]
            yield from (
                (Part.VALUES, owner, one["name"]) for value in (one["actual"], one["target"]) if value
            )
        budget = plan["budget"] or {"total": None, "by_strategy": []}
        if budget["total"] is not None:
            yield Part.PLAN_MONEY, owner, "total"
        for one in budget["by_strategy"]:
            if one["amount"] is not None:
                yield Part.PLAN_MONEY, owner, one["strategy"]


def _of_frame(book: Mapping[str, Any]) -> Iterator[tuple[Part, str, str]]:
    yield from ((Part.STRATEGIES, strategy["id"], "") for strategy in book["strategies"])
    for core_task in book["sectoral_core_tasks"]:
        yield Part.CORE_TASKS, core_task["id"], ""
        yield from ((Part.PROSE, core_task["id"], "") for _aim in core_task["aims"])
        yield from _goals_of(core_task)
    for task in book["action_tasks"]:
        owner = task["id"]
        yield Part.ACTION_TASKS, owner, ""
        yield from ((Part.MINISTRIES, ministry, owner) for ministry in task["ministries"])
        yield from ((Part.STATEMENTS, owner, "") for _said in (*task["goals"], *task["reforms"]))
        yield from (
            (Part.PROJECTS, owner, name) for row in task["budget_rows"] for name in row["project_names"]
        )
        yield from (
            (Part.PROJECT_COUNTS, owner, "") for part in _parts_of(task) if part["projects"] is not None
        )
        yield from ((Part.TASK_MONEY, owner, name) for name in _amounts_of(task))
        yield from _goals_of(task)


def _goals_of(task: Mapping[str, Any]) -> Iterator[tuple[Part, str, str]]:
    for goal in task["indicators"]:
        yield Part.GOALS, task["id"], goal["name"]
        values = (goal["baseline"], goal["target"])
        yield from ((Part.VALUES, task["id"], goal["name"]) for value in values if value)


def _parts_of(task: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Whatever of a task has a printed number of projects."""
    yield task
    yield from task["budget_rows"]
    yield from filter(None, [task["budget_total"], task["task_total"]])


def _amounts_of(task: Mapping[str, Any]) -> Iterator[str]:
    if task["national_budget"] is not None:
        yield "national_budget"
    for row in task["budget_rows"]:
        if row["amount"] is not None:
            yield row["ministry"] or ""
    for total in ("budget_total", "task_total"):
        if task[total] and task[total]["amount"] is not None:
            yield total


def _of_focus_tasks(book: Mapping[str, Any]) -> Iterator[tuple[Part, str, str]]:
    for task in book["focus_tasks"]:
        owner = f"{task['group']} {task['number']}"
        yield Part.FOCUS_TASKS, owner, ""
        for part in task["subtasks"]:
            yield Part.SUBTASKS, owner, ""
            yield from ((Part.MILESTONES, owner, "") for _step in part["milestones"])


def _of_headline(headline: Mapping[str, Any]) -> Iterator[tuple[Part, str, str]]:
    """Its amounts and percentages."""
    for year in headline["budget"]:
        for name in _SUMS:
            if year[name] is not None:
                yield Part.HEADLINE, str(year["year"]), name
    for kind in ("shares", "growth"):
        yield from ((Part.HEADLINE, kind, one["of"]) for one in headline[kind])
    for who in ("ministries", "provinces"):
        for _share in (headline["strategy_shares"] or {who: []})[who]:
            yield Part.HEADLINE, "strategy_shares", who


def _of_totals(book: Mapping[str, Any]) -> Iterator[tuple[Part, str, str]]:
    """The totals of the summary table, and the summaries."""
    for total in book["strategy_totals"]:
        yield Part.TOTALS, "strategy_totals", total["strategy"]
    if book["grand_total"]:
        yield Part.TOTALS, "grand_total", ""
    for summary in book["summaries"]:
        yield Part.SUMMARIES, summary["title"], ""
        yield from ((Part.SUMMARIES, summary["title"], sheet["institution"]) for sheet in summary["sheets"])
        yield from ((Part.SUMMARIES, summary["title"], task["id"]) for task in summary["action_tasks"])
