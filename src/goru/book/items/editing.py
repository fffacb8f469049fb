"""One edit of a value as JSON: applied where the value still is as it was seen, else given back with what it is now."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
from uuid import UUID

from pydantic import ValidationError

from goru.book.items.locating import (
    Conflict,
    Found,
    Json,
    Tree,
    Unfit,
    holder_of,
    holds_items,
    ids_in,
    parts_in,
    slot,
    task_at,
)
from goru.book.items.walking import kind_of
from goru.book.model import OF_DOCUMENT, Item, Part
from goru.book.model.editions import TaskPart

KEPT = frozenset({"item_id", "public_code", "source", "body_source"})
"""What no edit sets: who the item is, and where it was printed."""


WHOSE = frozenset({"schema_version", *OF_DOCUMENT, "year", "kind", "institution", "plans", "tasks", "plan"})
"""What no edit sets of a whole value: whose it is, and of which year."""


class Deed(StrEnum):
    """What an edit does."""

    SET = "set"
    ADD = "add"
    MOVE = "move"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Change:
    """An edit: what was seen there, and what shall be there.

    - set: the field `field` (`name`, `budget/total`) of `item`, or of the value itself where `item` is None. A ministry's
      part of an action task (`tasks/Ⅱ-2-(3)`) comes and goes so too: it is null where the plan has none.
    - add: the new item `item` into the field `field` of `under` (None: the value itself); `new` its fields, and `at`.
    - move: `item`; `seen` says where it is (`at`, from 0, `under` which item, None: the value), `new` the place in its list
      (`at`), or `under` and `field` of another too.
    - remove: `item` with all under it; `seen` is it as JSON.
    """

    deed: Deed
    item: UUID | None
    field: str = ""
    under: UUID | None = None
    seen: Any = None
    new: Any = None

    @property
    def comes_to(self) -> Deed:
        """What it does in the eyes of who reads it: a part of an action task comes and goes by being set."""
        if self.deed == Deed.SET and self.field.startswith("tasks/"):
            return Deed.REMOVE if self.new is None else Deed.ADD
        return self.deed


def changed(content: Mapping[str, Any], class_: type[Part], change: Change) -> Json:
    """The JSON of a value after an edit. Raises Conflict or Unfit; `content` itself is not touched."""
    return replayed(content, class_, [change])


def replayed(content: Mapping[str, Any], class_: type[Part], changes: Iterable[Change]) -> Json:
    """The JSON of a value after some edits, made one after another; as `changed`."""
    tree = Tree(copy.deepcopy(dict(content)), class_)
    for change in changes:
        make(tree, change)
    return tree.content


def make(tree: Tree, change: Change) -> Change | None:
    """Make an edit: as it is kept, with what was there; None where it is so already.

    Raises Conflict or Unfit; nothing is done then.
    """
    return {Deed.SET: _set, Deed.ADD: _add, Deed.MOVE: _move, Deed.REMOVE: _remove}[change.deed](tree, change)


def _set(tree: Tree, change: Change) -> Change | None:
    found = tree.there(change.item)
    if step := task_at(found, change.field):
        return _set_task(tree, step, change)
    holder, model, last = holder_of(found, change.field)
    inner, _ = parts_in(model, last)
    is_fixed = last in KEPT or (change.item is None and last in WHOSE)
    if is_fixed or last not in model.model_fields or (inner and holds_items(inner)):
        raise Unfit(change.field)
    now = holder.get(last)
    if _said(now) not in (_said(change.seen), _said(change.new)):
        raise Conflict(now)
    holder[last] = change.new
    try:
        _validate(found.item, found.class_)
    except Unfit:
        holder[last] = now
        raise
    tree.learn(found)
    holder, _, _ = holder_of(found, change.field)
    return None if holder.get(last) == now else replace(change, seen=now)


def _set_task(tree: Tree, step: str, change: Change) -> Change | None:
    """Put a part of an action task where the book has it, in the place of what is there; or take it out."""
    tasks = tree.content.setdefault("tasks", [])
    at = next((at for at, one in enumerate(tasks) if one["action_task"] == step), None)
    now = None if at is None else tasks[at]
    if now not in (change.seen, change.new):
        raise Conflict(copy.deepcopy(now))
    new = None
    if change.new is not None:
        if not isinstance(change.new, Mapping) or change.new.get("action_task") != step:
            raise Unfit(change.field)
        new = copy.deepcopy(dict(change.new))
        _validate(new, TaskPart)
    if at is not None:
        tree.forget(tasks.pop(at))
    if new is not None:
        behind = [one for one in tasks if in_order(one["action_task"]) <= in_order(step)]
        tasks.insert(len(behind), new)
        tree.learn(Found(new, TaskPart, tasks, len(behind), "tasks", None))
    return None if now == new else replace(change, seen=now)


def in_order(number: str) -> list[str]:
    """What sorts the numbers of action tasks as the book does: `Ⅰ-1-(2)` before `Ⅰ-1-(10)`."""
    return [one.zfill(3) for one in re.findall(r"\d+|[^\d()-]+", number)]


def _add(tree: Tree, change: Change) -> Change:
    under = tree.there(change.under)
    place = slot(under, change.field)
    if change.item in tree:
        raise Unfit("item_id")
    if not isinstance(change.new, Mapping | NoneType):
        raise Unfit(change.field)
    given = {name: value for name, value in dict(change.new or {}).items() if name not in KEPT}
    at = given.pop("at", None)
    item = blank(place.class_, {**given, "item_id": str(change.item)})
    if not place.is_list and place.holder.get(place.name) is not None:
        raise Conflict(copy.deepcopy(place.holder[place.name]))
    _validate(item, place.class_)
    holder: Any = place.holder
    if place.is_list:
        holder = place.holder.setdefault(place.name, [])
        holder.insert(at if isinstance(at, int) else len(holder), item)
    else:
        holder[place.name] = item
    tree.learn(Found(item, place.class_, holder, place.name, place.name, _own(under)))
    return change


def _move(tree: Tree, change: Change) -> Change | None:
    found = tree.there(change.item)
    if not isinstance(found.holder, list) or not isinstance(change.new, Mapping):
        raise Unfit(change.field)
    now = {"at": found.name, "under": found.under}
    if change.seen != now:
        raise Conflict(now)
    to = dict(change.new)
    target, model, field, above = found.holder, found.class_, found.field, found.under
    if to.get("field"):
        under = _id_of(to.get("under"))
        holder = tree.there(under)
        place = slot(holder, str(to["field"]))
        if under in set(ids_in(found.item)) or not place.is_list:
            raise Unfit("under")
        target, model, field = place.holder.setdefault(place.name, []), place.class_, place.name
        above = _own(holder)
    if model is not found.class_ or not isinstance(to.get("at"), int) or not _stays_of_its_kind(found, field):
        raise Unfit(change.field)
    _take_out(found)
    target.insert(to["at"], found.item)
    tree.learn(Found(found.item, model, target, "", field, above))
    is_there = target is found.holder and target.index(found.item) == found.name
    return None if is_there else change


def _own(under: Found) -> str | None:
    """The id of what stands above all in a part: of the part itself, or of the item it is under."""
    return under.item.get("item_id") or under.under


def _stays_of_its_kind(found: Found, field: str) -> bool:
    return issubclass(found.class_, Item) and (
        kind_of(found.class_.model_construct(), found.field) == kind_of(found.class_.model_construct(), field)
    )


def _id_of(text: object) -> UUID | None:
    try:
        return UUID(str(text)) if text else None
    except ValueError as error:
        raise Unfit("under") from error


def _remove(tree: Tree, change: Change) -> Change:
    found = tree.there(change.item)
    if found.item != change.seen:
        raise Conflict(copy.deepcopy(found.item))
    _take_out(found)
    tree.forget(found.item)
    return change


def _take_out(found: Found) -> None:
    if isinstance(found.holder, list) and isinstance(found.name, int):
        del found.holder[found.name]
    else:
        found.holder[found.name] = None


def _said(value: Any) -> Any:
    """A value as it compares: what is not printed where there is nothing to say is nothing."""
    return None if value is False or value == [] else value


def blank(model: type[Part], given: Json) -> Json:
    """The JSON of a part with what is given; what is not, and must be there, is empty."""
    for name, field in model.model_fields.items():
        if name not in given and field.is_required():
            given[name] = _nothing_of(field.annotation)
    return given


def _nothing_of(annotation: Any) -> Any:
    if get_origin(annotation) is list:
        return []
    if get_origin(annotation) in (Union, UnionType) and NoneType in get_args(annotation):
        return None
    return {bool: False, str: ""}.get(annotation)


def _validate(item: Json, class_: type[Part]) -> None:
    try:
        whole = class_.model_validate(item)
    except ValidationError as error:
        first = error.errors()[0]
        raise Unfit(f"{'/'.join(map(str, first['loc']))}: {first['msg']}") from error
    item.clear()
    item.update(whole.model_dump(mode="json"))
