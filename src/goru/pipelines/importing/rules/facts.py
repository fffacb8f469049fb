"""What a plan book holds, fact by fact."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from goru.pipelines.importing.rules.amounts import amounts
from goru.pipelines.importing.vocabulary import Part

Holdings = Mapping[Part, Counter[tuple[str, str]]]
"""By part of the book: whose the fact is and what it is called, and how often it is there.

What has a number or a name is known by it; sentences (items, steps) are counted by their owner, so that
another wording is no loss.
"""
Fact = tuple[Part, str, str]

_NAMES = (
    "name",
    "heading",
    "title",
    "full_name",
    "core_task_name",
    "strategy",
    "unit",
    "ministry",
    "printed",
)
_DATES = ("decided", "start", "end", "baseline_year", "target_year")
_FIELDS = {
    **dict.fromkeys((*_NAMES, "heading_ministries"), Part.NAMES),
    **dict.fromkeys(_DATES, Part.DATES),
}
_OF_UNITS = "%‰"
_LOST = "?\ufffd"
"""What stands for letters that an encoding does not have."""


def is_there(value: Any) -> bool:
    """Whether a field says something: a figure other than 0, words of which more is left than lost."""
    if not isinstance(value, str):
        return bool(value)
    letters = unicodedata.normalize("NFKC", value)
    legible = sum(letter.isalnum() or letter in _OF_UNITS for letter in letters)
    return legible > sum(letter in _LOST for letter in letters)


def holdings(book: Mapping[str, Any]) -> Holdings:
    """All facts that a book holds."""
    held: dict[Part, Counter[tuple[str, str]]] = {part: Counter() for part in Part}
    for facts in (
        _of_plans(book),
        _of_frame(book),
        _of_focus_tasks(book),
        _of_percentages(book["headline"]),
        _of_summaries(book),
        _of_fields(book),
        ((one.part, one.owner, one.name) for one in amounts(book) if one.value),
    ):
        for part, owner, name in facts:
            held[part][owner, name] += 1
    return held


def _of_plans(book: Mapping[str, Any]) -> Iterator[Fact]:
    for plan in book["plans"]:
        owner = plan["institution"]
        is_province = plan["kind"] == "provincial"
        yield (Part.PROVINCIAL_PLANS if is_province else Part.MEGAREGIONAL_PLANS), owner, ""
        for task in plan["core_tasks"]:
            yield Part.PLAN_CORE_TASKS, owner, task["name"]
            yield from _said(Part.ITEMS, owner, task["items"])
        yield from _said(Part.STATEMENTS, owner, [*plan["strategies"], *filter(None, [plan["vision"]])])
        yield from _said(Part.PROSE, owner, plan["performance_management"])
        for one in plan["indicators"]:
            yield Part.INDICATORS, owner, one["name"]
            yield from _values(owner, one, ("actual", "target", "change"))


def _of_frame(book: Mapping[str, Any]) -> Iterator[Fact]:
    yield from ((Part.STRATEGIES, strategy["id"], "") for strategy in book["strategies"])
    for core_task in book["sectoral_core_tasks"]:
        yield Part.CORE_TASKS, core_task["id"], ""
        yield from _said(Part.PROSE, core_task["id"], core_task["aims"])
        yield from _of_task(core_task)
    for task in book["action_tasks"]:
        owner = task["id"]
        yield Part.ACTION_TASKS, owner, ""
        yield from _said(Part.STATEMENTS, owner, [*task["goals"], *task["reforms"]])
        names = (name for row in task["budget_rows"] for name in row["project_names"])
        yield from ((Part.PROJECTS, owner, name) for name in names)
        yield from _of_task(task)


def _of_task(task: Mapping[str, Any]) -> Iterator[Fact]:
    """What core tasks and action tasks both have."""
    yield from ((Part.MINISTRIES, ministry, task["id"]) for ministry in task["ministries"])
    for goal in task["indicators"]:
        yield Part.GOALS, task["id"], goal["name"]
        yield from _values(task["id"], goal, ("baseline", "target"))


def _values(owner: str, indicator: Mapping[str, Any], fields: Iterable[str]) -> Iterator[Fact]:
    yield from ((Part.VALUES, owner, indicator["name"]) for field in fields if is_there(indicator[field]))


def _said(part: Part, owner: str, texts: Iterable[Mapping[str, Any]]) -> Iterator[Fact]:
    yield from ((part, owner, "") for text in texts if is_there(text["text"]))


def _of_focus_tasks(book: Mapping[str, Any]) -> Iterator[Fact]:
    for task in book["focus_tasks"]:
        owner = _focus_task(task)
        yield Part.FOCUS_TASKS, owner, ""
        yield from _said(Part.PROSE, owner, task["aims"])
        for part in task["subtasks"]:
            yield Part.SUBTASKS, owner, ""
            yield from _said(Part.MILESTONES, owner, part["milestones"])


def _focus_task(task: Mapping[str, Any]) -> str:
    return f"{task['group']} {task['number']}"


def _of_percentages(headline: Mapping[str, Any] | None) -> Iterator[Fact]:
    if headline is None:
        return
    for kind in ("shares", "growth"):
        yield from ((Part.HEADLINE, kind, one["of"]) for one in headline[kind] if one["percent"])
    shares = headline["strategy_shares"] or {}
    for who in ("ministries", "provinces"):
        yield from ((Part.HEADLINE, "strategy_shares", who) for share in shares.get(who, []) if share)


def _of_summaries(book: Mapping[str, Any]) -> Iterator[Fact]:
    """Their words, by the institution or the task; their figures are among the amounts."""
    for summary in book["summaries"]:
        title = summary["title"]
        yield Part.SUMMARIES, title, ""
        for part in (*summary["sheets"], *summary["action_tasks"]):
            name = part.get("institution") or part["id"]
            yield from ((Part.SUMMARIES, title, name) for said in _leaves(part) if is_there(said))
        percentages = _of_percentages(summary["headline"])
        yield from ((Part.SUMMARIES, title, kind) for _part, kind, _of in percentages)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    elif isinstance(value, Mapping):
        yield from _leaves([part for name, part in value.items() if not name.endswith("source")])


def _of_fields(book: Mapping[str, Any]) -> Iterator[Fact]:
    """Names, units, dates and places, wherever they stand."""
    alone = ("title", "decided", "page_numbers_source")
    yield from _fields({name: book[name] for name in alone if name in book}, "")
    yield from _fields(book["headline"] or {}, "headline")
    for plan in book["plans"]:
        yield from _fields(plan, plan["institution"])
    for task in (*book["strategies"], *book["sectoral_core_tasks"], *book["action_tasks"]):
        yield from _fields(task, task["id"])
    for task in book["focus_tasks"]:
        yield from _fields(task, _focus_task(task))


def _fields(part: Mapping[str, Any], owner: str) -> Iterator[Fact]:
    for name, value in part.items():
        values = value if isinstance(value, list) else [value]
        if name in _FIELDS or name.endswith("_source"):
            kind = _FIELDS.get(name, Part.PLACES)
            yield from ((kind, owner, name) for one in values if is_there(one))
        elif name != "source":
            for one in values:
                yield from _fields(one, owner) if isinstance(one, Mapping) else ()
