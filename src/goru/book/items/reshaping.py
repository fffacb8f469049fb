"""One item of a draft becomes several, or several become one: the edits that this is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any, Final
from uuid import UUID

from goru.book.items.editing import KEPT, Change, Deed, make
from goru.book.items.locating import Json, Tree, parts_in
from goru.book.items.sections import Rows, lists_of
from goru.book.model import (
    GoalIndicator,
    Item,
    PlanCoreTask,
    PlanIndicator,
    Project,
    Reform,
    TaskItem,
)
from goru.book.model.editions import InstitutionPlan

_RESHAPED: Final = (PlanCoreTask, TaskItem, Project, PlanIndicator, GoalIndicator, Reform)
_OF_THE_OLD: Final = frozenset(
    {
        *("actual", "target", "change", "baseline", "targets", "measure"),
        "money_is_complete",
    }
)
"""What is said of an item as it was, and not of what it becomes."""


def may_be_reshaped(rows: Rows) -> bool:
    """Whether items of a list can be split and merged: those that persons point at by their names."""
    return issubclass(rows.class_, _RESHAPED)


def split(
    content: Mapping[str, Any], rows: Rows, item: UUID, new: Sequence[tuple[UUID, str]]
) -> list[Change]:
    """The edits by which an item becomes several (their ids and names) in its place; what stands under it goes to the first."""
    return _reshaped(content, rows, [item], new)


def merged(
    content: Mapping[str, Any], rows: Rows, items: Sequence[UUID], new: tuple[UUID, str]
) -> list[Change]:
    """The edits by which items of a list become one in the place of the first, with all that stands under them."""
    return _reshaped(content, rows, items, [new])


def _reshaped(
    content: Mapping[str, Any], rows: Rows, items: Sequence[UUID], new: Sequence[tuple[UUID, str]]
) -> list[Change]:
    edits = _Edits(content)
    places = {entry.item.item_id: entry.at for entry in rows.entries}
    ordered = sorted(items, key=lambda one: places[one])
    first = edits.found(ordered[0])
    at = places[ordered[0]]
    for number, (id_, name) in enumerate(new):
        edits.do(
            Change(
                Deed.ADD,
                id_,
                rows.field,
                rows.under,
                new={**_begun(first, rows.class_, name), "at": at + number},
            )
        )
    heir = new[0][0]
    for item in ordered:
        for field in lists_of(rows.class_):
            for one in list(edits.found(item).get(field) or []):
                to = {"under": str(heir), "field": field, "at": len(edits.found(heir).get(field) or [])}
                seen = {"at": 0, "under": str(item)}
                edits.do(Change(Deed.MOVE, UUID(one["item_id"]), seen=seen, new=to))
        edits.do(Change(Deed.REMOVE, item, seen=edits.found(item)))
    return edits.made


class _Edits:
    """Edits one after another, each of what the ones before it made."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.tree = Tree(deepcopy(dict(content)), InstitutionPlan)
        self.made: list[Change] = []

    def do(self, change: Change) -> None:
        make(self.tree, change)
        self.made.append(change)

    def found(self, item: UUID) -> Json:
        return self.tree.there(item).item


def _begun(first: Json, class_: type[Item], name: str) -> Json:
    """What of the first item holds of what it becomes: where it belongs, not what stands under it nor its figures."""
    named = "name" if "name" in class_.model_fields else "text"
    held = {
        field: value
        for field, value in first.items()
        if field not in KEPT | _OF_THE_OLD and not _holds_items(class_, field)
    }
    return {**held, named: name}


def _holds_items(class_: type[Item], field: str) -> bool:
    inner, _is_list = parts_in(class_, field)
    return inner is not None and issubclass(inner, Item)
