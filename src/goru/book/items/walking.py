"""Which items a value has, and how each is told from its like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from goru.book.model import (
    ActionTask,
    BudgetRow,
    FocusTask,
    Item,
    Measure,
    Measured,
    Milestone,
    MoneyLine,
    NationalStrategy,
    Part,
    Plan,
    PlanCoreTask,
    Project,
    Reform,
    SectoralCoreTask,
    Source,
    StrategyAmount,
    Subtask,
    Summary,
    SummarySheet,
)
from goru.book.model.editions import TaskPart
from goru.core.text import last_clause

FEW_WORDS = 8
"""Of a dated step, what the open form of a book keeps (goru.book.writing.package)."""

P = TypeVar("P", bound=Part)
Naming = Callable[[Item], str]


class ItemKind(StrEnum):
    """What one can point at in a plan."""

    STRATEGY = "strategy"
    CORE_TASK = "core-task"
    ACTION_TASK = "action-task"
    TASK_ITEM = "task-item"
    FOCUS_TASK = "focus-task"
    SUBTASK = "subtask"
    PROJECT = "project"
    MONEY_LINE = "money-line"
    INDICATOR = "indicator"
    MEASURE = "measure"
    MILESTONE = "milestone"
    REFORM = "reform"
    STATEMENT = "statement"


_OF_CLASS: dict[type, ItemKind] = {
    NationalStrategy: ItemKind.STRATEGY,
    SectoralCoreTask: ItemKind.CORE_TASK,
    PlanCoreTask: ItemKind.CORE_TASK,
    ActionTask: ItemKind.ACTION_TASK,
    FocusTask: ItemKind.FOCUS_TASK,
    Subtask: ItemKind.SUBTASK,
    Project: ItemKind.PROJECT,
    MoneyLine: ItemKind.MONEY_LINE,
    BudgetRow: ItemKind.MONEY_LINE,
    StrategyAmount: ItemKind.MONEY_LINE,
    Measured: ItemKind.INDICATOR,
    Measure: ItemKind.MEASURE,
    Milestone: ItemKind.MILESTONE,
    Reform: ItemKind.REFORM,
}
REPEATING = (Summary, SummarySheet)
"""What repeats other parts in short: nothing in it is an item of its own."""

_OF_TEXTS = {"strategies": ItemKind.STRATEGY, "items": ItemKind.TASK_ITEM}
Key = tuple[str, ...]
"""How an item is told from its like under the same item: its field, its name, the how manieth of that name it is."""


@dataclass(frozen=True, slots=True)
class Held:
    """An item of a value: its kind, its key, and the place of the item that it stands under among all (None: none)."""

    item: Item
    kind: ItemKind
    key: Key
    under: int | None


def kind_of(item: Item, field: str) -> ItemKind:
    """The kind of an item that stands in a field of its holder."""
    kinds = (_OF_CLASS[one] for one in type(item).__mro__ if one in _OF_CLASS)
    return next(kinds, _OF_TEXTS.get(field, ItemKind.STATEMENT))


def items_of(value: Part, *, named: Naming | None = None) -> list[Held]:
    """All items of a value, each after what it stands under; `named` says what they are called.

    Summaries repeat others: what they hold are no items of their own.
    """
    found: list[Held] = []
    _walk(value, (), None, found, named or name_of)
    return found


def _walk(part: Part, above: Key, under: int | None, found: list[Held], named: Naming) -> None:
    counts: Counter[Key] = Counter()
    for field, held in vars(part).items():
        for one in held if isinstance(held, list) else (held,):
            if not _may_hold_items(type(one)):  # type: ignore[arg-type] # a class is hashable
                continue
            if isinstance(one, Item):
                key = (*above, field, _told_by(one, named))
                counts[key] += 1
                found.append(Held(one, kind_of(one, field), (*key, str(counts[key])), under))
                _walk(one, (), len(found) - 1, found, named)
            else:
                _walk(one, (*above, *_step(one, field)), under, found, named)


@lru_cache
def _may_hold_items(class_: type) -> bool:
    """Asked of a class once: whether an object is a model's costs pydantic more than all else here."""
    return issubclass(class_, Part) and not issubclass(class_, (*REPEATING, Source))


def _told_by(item: Item, named: Naming) -> str:
    """What of its name tells an item apart: of a dated step the words that are left of it without prose."""
    name = named(item)
    return plain(last_clause(name, words=FEW_WORDS) if isinstance(item, Milestone) else name)


def _step(part: Part, field: str) -> Key:
    """What a part that is no item adds to the keys of those in it."""
    if isinstance(part, Plan):
        return (field, part.kind, part.institution)
    return (field, part.action_task) if isinstance(part, TaskPart) else (field,)


def name_in(content: Mapping[str, Any]) -> Any:
    """What says in the JSON of an item, or of a part of an action task, what it is called; empty where nothing does."""
    fields = ("name", "title", "text", "strategy", "action_task")
    return next((content[field] for field in fields if content.get(field)), "")


def name_of(item: Item) -> str:
    """What an item is called: its number in the frame, its name or title, its words; of money what it is of."""
    match item:
        case NationalStrategy() | SectoralCoreTask() | ActionTask():
            return item.id
        case FocusTask():
            return f"{item.group} {item.number}"
        case BudgetRow():
            return item.ministry or item.printed or ""
        case StrategyAmount():
            return item.strategy
        case MoneyLine():
            return " ".join(
                str(one) for one in (item.fiscal_year, item.funding, item.account, item.phase) if one
            )
    named: Any = item
    return str(getattr(named, "name", None) or getattr(named, "title", None) or getattr(named, "text", ""))


def across_years(item: Item) -> str:
    """What an item is called from one year to the next, whatever its number is then."""
    match item:
        case NationalStrategy() | SectoralCoreTask() | ActionTask():
            return item.name or item.heading or item.id
        case FocusTask():
            return item.title
    return name_of(item)


def plain(name: str) -> str:
    """What two prints of a name have in common: its letters, whatever their spacing and dots."""
    return re.sub(r"[\s·,.-]", "", name)


def mapped(part: P, change: Callable[[Item], dict[str, object]]) -> P:
    """The value with the fields of its items changed as `change` says of each as it was."""
    update: dict[str, object] = change(part) if isinstance(part, Item) else {}
    for field in type(part).model_fields:
        held = update.get(field, getattr(part, field))
        if isinstance(held, Part):
            update[field] = mapped(held, change)
        elif (
            isinstance(held, list)
            and held
            and isinstance(held[0], Part)
            and not isinstance(held[0], REPEATING)
        ):
            update[field] = [mapped(one, change) for one in held]
    return part.model_copy(update=update) if update else part
