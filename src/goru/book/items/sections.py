"""An institution's plan as it is written: sections (절) in the order of the book, and in each what stands below one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from goru.book.model import (
    GoalIndicator,
    Item,
    KeyFigure,
    Milestone,
    MoneyLine,
    Plan,
    PlanCoreTask,
    PlanIndicator,
    Project,
    Reform,
    StrategyAmount,
    TaskItem,
    Text,
)
from goru.book.model.editions import InstitutionPlan, PlacedProject, PlacedRow, TaskPart
from goru.book.paths import Path


class SectionKind(StrEnum):
    """What a section is of."""

    VISION = "vision"
    CORE_TASKS = "core-tasks"
    CORE_TASK = "core-task"
    MONEY = "money"
    INDICATORS = "indicators"
    REFORMS = "reforms"
    DECENTRALIZATION = "decentralization"
    PERFORMANCE = "performance"
    SUMMARY = "summary"
    ACTION_TASK = "action-task"


FIELDS: dict[type[Item], tuple[str, ...]] = {
    Text: ("text",),
    Reform: ("text",),
    Milestone: ("text", "done"),
    TaskItem: ("text", "is_flagship"),
    PlanCoreTask: ("strategy", "name", "is_flagship"),
    KeyFigure: ("name", "unit", "value"),
    Project: ("name", "responsible_unit", "regions", "period", "money_is_complete"),
    PlacedProject: ("name", "responsible_unit", "regions", "period", "money_is_complete"),
    MoneyLine: ("fiscal_year", "funding", "account", "amount", "unit", "block_grant", "research"),
    StrategyAmount: ("strategy", "amount"),
    PlanIndicator: ("group", "strategy", "name", "unit", "actual", "target", "change"),
    GoalIndicator: ("name", "unit", "baseline_year", "baseline", "target_year", "target"),
    PlacedRow: ("amount", "projects"),
}
"""What one writes of an item, in the order of the form; what else it has was read, or follows from its place."""

_LISTS: dict[type[Item], tuple[str, ...]] = {
    PlanCoreTask: ("items", "projects"),
    Project: ("money", "steps"),
    PlacedProject: ("money", "steps"),
    PlacedRow: ("covers",),
    Reform: ("steps",),
}
_HELD: dict[str, type[Item]] = {
    "plan/vision": Text,
    "plan/strategies": Text,
    "plan/core_tasks": PlanCoreTask,
    "plan/budget/by_strategy": StrategyAmount,
    "plan/indicators": PlanIndicator,
    "plan/reforms": Reform,
    "plan/performance_management": Text,
    "plan/decentralization": Text,
    "plan/summary": Text,
    "plan/key_figures": KeyFigure,
    "items": TaskItem,
    "projects": Project,
    "covers": Project,
    "money": MoneyLine,
    "steps": Milestone,
    "rows": PlacedRow,
    "indicators": GoalIndicator,
    "goals": Text,
    "reforms": Reform,
}
_BY_FIELD = {
    "vision": "vision",
    "strategies": "vision",
    "core_tasks": "core-tasks",
    "budget": "money",
    "indicators": "indicators",
    "measures": "indicators",
    "reforms": "reforms",
    "performance_management": "performance",
    "decentralization": "decentralization",
    "summary": "summary",
    "key_figures": "summary",
}
_OF_TASK = ("rows", "projects", "indicators", "goals", "reforms")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as it is written: where it stands in its list, and the lists that stand under it."""

    item: Item
    at: int
    lists: Sequence[Rows] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """What one writes of it."""
        return FIELDS[type(self.item)]


@dataclass(frozen=True, slots=True)
class Rows:
    """The items in the field `field` of an item (`under`; None: of the value), and of which class one more would be.

    `is_one` where there is at most one.
    """

    under: UUID | None
    field: str
    class_: type[Item]
    entries: Sequence[Entry]
    is_one: bool = False

    @property
    def key(self) -> str:
        """What tells it from the other lists of its section."""
        return f"{self.under or ''}/{self.field}"

    @property
    def name(self) -> str:
        """The last step of the field, which says what stands there."""
        return self.field.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Section:
    """What one writes at a time: its key in addresses, what it is called, the fields of the value itself, its items.

    `parent` is what it stands under in the tree: a strategy's words. `is_required` where a plan must have it,
    `is_written` where nothing is missing in it.
    """

    key: str
    kind: SectionKind
    rows: Sequence[Rows]
    name: str = ""
    parent: str = ""
    fields: Sequence[str] = ()
    is_required: bool = True
    is_written: bool = False

    def entries(self) -> Iterator[Entry]:
        """All its items, each before those under it."""
        for rows in self.rows:
            yield from _entries(rows)


def sections_of(value: InstitutionPlan) -> list[Section]:
    """The sections of a plan: of a province or megaregion vision to performance management, of a ministry its tasks."""
    own = _own(value.plan) if value.plan else []
    return [*own, *(_action_task(task) for task in value.tasks)]


def _own(plan: Plan) -> Iterator[Section]:
    budget = plan.budget
    yield Section(
        "vision",
        SectionKind.VISION,
        [
            _rows(None, "plan/vision", [plan.vision] if plan.vision else [], is_one=True),
            _list(plan, "strategies"),
        ],
        is_written=bool(plan.vision and plan.vision.text and plan.strategies) and _are_said(plan.strategies),
    )
    yield Section(
        "core-tasks",
        SectionKind.CORE_TASKS,
        [_rows(None, "plan/core_tasks", plan.core_tasks, with_lists=False)],
        is_written=bool(plan.core_tasks) and all(one.name and one.strategy for one in plan.core_tasks),
    )
    for task in plan.core_tasks:
        yield Section(
            f"core-task-{task.item_id}",
            SectionKind.CORE_TASK,
            _lists(task),
            name=task.name,
            parent=task.strategy,
            is_written=bool(task.items) and _are_said(task.items),
        )
    if budget:
        amounts = [one.amount for one in budget.by_strategy]
        yield Section(
            "money",
            SectionKind.MONEY,
            [_rows(None, "plan/budget/by_strategy", budget.by_strategy)],
            fields=("plan/budget/unit", "plan/budget/total"),
            is_written=budget.total is not None and bool(amounts) and any(one is not None for one in amounts),
        )
    yield Section(
        "indicators",
        SectionKind.INDICATORS,
        [_list(plan, "indicators")],
        is_written=bool(plan.indicators) and all(one.name and one.target for one in plan.indicators),
    )
    yield Section(
        "reforms",
        SectionKind.REFORMS,
        [_list(plan, "reforms")],
        is_required=False,
        is_written=bool(plan.reforms) and _are_said(plan.reforms),
    )
    if plan.kind == "provincial":
        yield Section(
            "decentralization",
            SectionKind.DECENTRALIZATION,
            [_list(plan, "decentralization")],
            is_required=False,
            is_written=bool(plan.decentralization) and _are_said(plan.decentralization),
        )
    yield Section(
        "performance",
        SectionKind.PERFORMANCE,
        [_list(plan, "performance_management")],
        is_written=bool(plan.performance_management) and _are_said(plan.performance_management),
    )
    yield Section(
        "summary",
        SectionKind.SUMMARY,
        [_list(plan, "summary"), _list(plan, "key_figures")],
        is_required=False,
        is_written=bool(plan.summary and plan.key_figures)
        and _are_said(plan.summary)
        and all(one.name and one.value for one in plan.key_figures),
    )


def _action_task(task: TaskPart) -> Section:
    at = f"tasks/{task.action_task}"
    held = {name: getattr(task, name) for name in _OF_TASK}
    return Section(
        f"action-task-{task.action_task}",
        SectionKind.ACTION_TASK,
        [_rows(None, f"{at}/{name}", held[name]) for name in _OF_TASK],
        name=task.action_task,
        is_written=any(held.values()) and all(one.target for one in task.indicators),
    )


def _are_said(texts: Sequence[Text]) -> bool:
    return all(one.text for one in texts)


def _list(plan: Plan, name: str) -> Rows:
    return _rows(None, f"plan/{name}", getattr(plan, name))


def lists_of(class_: type[Item]) -> tuple[str, ...]:
    """The fields of an item whose items are written below it."""
    return next((_LISTS[one] for one in class_.__mro__ if one in _LISTS), ())


def _lists(item: Item) -> list[Rows]:
    return [_rows(item.item_id, name, getattr(item, name)) for name in lists_of(type(item))]


def _rows(
    under: UUID | None, field: str, items: Sequence[Item], *, is_one: bool = False, with_lists: bool = True
) -> Rows:
    class_ = _HELD.get(field) or _HELD[field.rpartition("/")[2]]
    if field.startswith("tasks/") and class_ is Project:
        class_ = PlacedProject
    entries = [Entry(item, at, _lists(item) if with_lists else ()) for at, item in enumerate(items)]
    return Rows(under, field, class_, entries, is_one)


def all_rows(every: Sequence[Rows]) -> Iterator[Rows]:
    """Some lists, and all that stand under their items."""
    for rows in every:
        yield rows
        for entry in rows.entries:
            yield from all_rows(entry.lists)


def _entries(rows: Rows) -> Iterator[Entry]:
    for entry in rows.entries:
        yield entry
        for inner in entry.lists:
            yield from _entries(inner)


def begun(class_: type[Item], value: InstitutionPlan) -> dict[str, Any]:
    """What one more item of a plan has from the beginning: what follows from where it stands."""
    budget = value.plan.budget if value.plan else None
    if issubclass(class_, Milestone):
        return {"precision": "year"}
    if issubclass(class_, MoneyLine):
        return {"fiscal_year": value.year, "unit": budget.unit if budget else "백만원"}
    if issubclass(class_, PlacedRow):
        return {"ministry": value.institution}
    return {"group": "own"} if issubclass(class_, PlanIndicator) else {}


def section_at(sections: Sequence[Section], item: UUID | None, path: Path) -> str | None:
    """The key of the section that an item stands in or, where it is none of them, that a place of a book leads to."""
    by_key = {section.key for section in sections}
    for section in sections:
        if item and (
            section.key == f"core-task-{item}" or any(one.item.item_id == item for one in section.entries())
        ):
            return section.key
    if path.steps[:1] == ("action_tasks",):
        key: str | None = f"action-task-{path.steps[1]}"
    else:
        key = next((_BY_FIELD[step] for step in path.steps[2:3] if step in _BY_FIELD), None)
    return key if key in by_key else None
