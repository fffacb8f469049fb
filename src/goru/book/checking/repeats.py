"""Rules on what is printed twice: plans, indicators, projects; and on two items in one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Protocol

from goru.book.checking.names import key
from goru.book.checking.rule import Found
from goru.book.model import ActionTask, PlanBook, Source, Text
from goru.book.paths import Path, each

_LEAST = 4
"""Letters of a project's name that is told from others."""

_FEW_WORDS = 2
_ENDS_AN_ITEM = re.compile(
    r"(?:운영|구축|지원|조성|추진|개최|육성|확충|건설|개발|설치|강화|확대|마련|사업|사업 등)\)?$|\)$"
)


class _Named(Protocol):
    """What is told by its name."""

    @property
    def name(self) -> str: ...
    @property
    def source(self) -> Source | None: ...


def printed_twice(book: PlanBook) -> Iterator[Found]:
    """Plans of one institution, indicators of one plan or task, projects of the action tasks that stand twice."""
    plans = [
        ((plan.kind, plan.institution), at, plan.institution, plan.source)
        for at, plan in each(book.plans, Path.of("plans"))
    ]
    yield from _twice(plans, "plan")
    for at, plan in each(book.plans, Path.of("plans")):
        rows = each(plan.indicators, at / "indicators")
        yield from _twice(
            (((row.strategy, key(row.name)), here, row.name, row.source) for here, row in rows), "indicator"
        )
    for part in ("sectoral_core_tasks", "action_tasks"):
        for at, task in each(getattr(book, part), Path.of(part)):
            goals = each(task.indicators, at / "indicators")
            yield from _twice(
                ((key(goal.name), here, goal.name, goal.source) for here, goal in goals), "indicator"
            )
    yield from _twice(_projects(book.action_tasks), "project", doubtful=True)


_Place = tuple[Hashable, Path, str, Source | None]


def _projects(tasks: Iterable[ActionTask]) -> Iterator[_Place]:
    """Each project a ministry names, of which it has one of that name."""
    for at, task in each(tasks, Path.of("action_tasks")):
        for row in task.budget_rows:
            for name in row.project_names:
                if len(key(name)) >= _LEAST:
                    yield (row.ministry, key(name)), at, name, row.source


def _twice(places: Iterable[_Place], case: str, *, doubtful: bool = False) -> Iterator[Found]:
    same: dict[Hashable, list[_Place]] = defaultdict(list)
    for place in places:
        same[place[0]].append(place)
    for repeated in same.values():
        if len(repeated) > 1:
            _, at, name, _ = repeated[-1]
            yield Found(
                at,
                [source for _, _, _, source in repeated],
                found=name,
                case=case,
                doubtful=doubtful,
                parameters={"times": len(repeated)},
                also=[here for _, here, _, _ in repeated],
            )


def items_in_one(book: PlanBook) -> Iterator[Found]:
    """Items (§) that hold another one: behind a bracket, or beginning in words with which another item begins."""
    items = [
        (here, item)
        for at, plan in each(book.plans, Path.of("plans"))
        for here, core in each(plan.core_tasks, at / "core_tasks")
        for item in core.items
    ]
    begun: dict[str, set[str]] = defaultdict(set)
    for _, item in items:
        begun[_beginning(item.text.split())].add(item.text)
    for here, item in items:
        if second := _second(item, begun):
            yield Found(here, [item.source], found=item.text, parameters={"second": second})


def _second(item: Text, begun: dict[str, set[str]]) -> str:
    """The item that begins within another one, "" where none does."""
    words = item.text.split()
    for at in range(_FEW_WORDS, len(words) - 1):
        others = begun.get(_beginning(words[at:]), set()) - {item.text}
        if others and _ENDS_AN_ITEM.search(" ".join(words[:at])):
            return " ".join(words[at:])
    return ""


def _beginning(words: list[str]) -> str:
    return " ".join(words[:_FEW_WORDS])
