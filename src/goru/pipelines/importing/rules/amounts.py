"""The amounts of money and numbers of projects that a plan book states, each with the sum it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from goru.core.money import WON
from goru.pipelines.importing.vocabulary import Part

_SOURCES = ("total", "national", "local", "private")
_UNIT_OF_TOTALS = "억원"
"""The totals of strategies state none."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure: money in won or a number of things.

    `kind` is the path of what it is added up with (`provincial/total`), `owner` and `name` say whose it is and which.
    """

    part: Part
    kind: str
    owner: str
    name: str
    value: Decimal
    is_money: bool


def amounts(book: Mapping[str, Any]) -> Iterator[Amount]:
    """All amounts of a book; where none is printed there is none."""
    for plan in book["plans"]:
        if plan["budget"]:
            yield from _of_plan(plan, plan["budget"])
    yield from _of_headline(book["headline"])
    yield from _of_tasks(book)
    for summary in book["summaries"]:
        title = summary["title"]
        for one in (*_of_headline(summary["headline"]), *_of_tasks(summary)):
            name = f"{one.owner} {one.name}"
            yield replace(one, part=Part.SUMMARIES, kind=f"{title}/{one.kind}", owner=title, name=name)


def _of_plan(plan: Mapping[str, Any], budget: Mapping[str, Any]) -> Iterator[Amount]:
    kind, owner, unit = plan["kind"], plan["institution"], budget["unit"]
    yield from _money(Part.PLAN_MONEY, f"{kind}/total", owner, "total", budget["total"], unit)
    for one in budget["by_strategy"]:
        name = one["strategy"]
        yield from _money(Part.PLAN_MONEY, f"{kind}/by_strategy", owner, name, one["amount"], unit)


def _of_headline(headline: Mapping[str, Any] | None) -> Iterator[Amount]:
    for budget in headline["budget"] if headline else ():
        year = str(budget["year"])
        for name in _SOURCES:
            yield from _money(Part.HEADLINE, f"{year}/{name}", year, name, budget[name], budget["unit"])


def _of_tasks(table: Mapping[str, Any]) -> Iterator[Amount]:
    """Of a table of action tasks with its totals: that of the book, or of a summary."""
    for task in table["action_tasks"]:
        yield from _of_task(task)
    for total in table["strategy_totals"]:
        yield from _of_total("strategy_totals", total["strategy"], total, _UNIT_OF_TOTALS)
    if total := table["grand_total"]:
        yield from _of_total("grand_total", "grand_total", total, total["unit"])


def _of_total(kind: str, owner: str, total: Mapping[str, Any], unit: str) -> Iterator[Amount]:
    for name in ("strategies", "core_tasks", "action_tasks", "projects"):
        yield from _number(Part.TOTALS, f"{kind}/{name}", owner, name, total.get(name))
    name = "national_budget"
    yield from _money(Part.TOTALS, f"{kind}/{name}", owner, name, total[name], unit)


def _of_task(task: Mapping[str, Any]) -> Iterator[Amount]:
    owner, unit = task["id"], task["unit"]
    name = "national_budget"
    yield from _money(Part.TASK_MONEY, f"action_tasks/{name}", owner, name, task[name], unit)
    yield from _number(Part.PROJECT_COUNTS, "action_tasks/projects", owner, "projects", task["projects"])
    rows = [("budget_rows", row["ministry"] or "", row) for row in task["budget_rows"]]
    totals = [(name, name, task[name]) for name in ("budget_total", "task_total") if task[name]]
    for kind, name, row in (*rows, *totals):
        yield from _money(Part.TASK_MONEY, f"action_tasks/{kind}", owner, name, row["amount"], unit)
        yield from _number(Part.PROJECT_COUNTS, f"action_tasks/{kind}", owner, name, row["projects"])


def _money(part: Part, kind: str, owner: str, name: str, figure: Any, unit: str) -> Iterator[Amount]:
    if figure is not None:
        won = Decimal(str(figure)) * WON.get(unit, 1)
        yield Amount(part, kind, owner, name, won, is_money=True)


def _number(part: Part, kind: str, owner: str, name: str, number: int | None) -> Iterator[Amount]:
    if number is not None:
        yield Amount(part, kind, owner, name, Decimal(number), is_money=False)
