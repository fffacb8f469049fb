"""Where items stand in the JSON of a value, and what a place in it may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_args, get_origin
from uuid import UUID

from goru.book.items.walking import REPEATING, kind_of
from goru.book.model import Item, Part
from goru.book.model.editions import TaskPart
from goru.book.paths import named

Json = dict[str, Any]


class Conflict(Exception):
    """The value is no longer as it was seen; `now` is what it is, None where it is gone."""

    def __init__(self, now: Any) -> None:
        super().__init__("conflict")
        self.now = now


class Unfit(Exception):
    """What shall be there cannot be: the message says in which field and why."""


@dataclass(frozen=True, slots=True)
class Found:
    """A part in the JSON of a value: its class, the list (or the part) that holds it, under which name and item."""

    item: Json
    class_: type[Part]
    holder: Any
    name: str | int
    field: str
    under: str | None


def named_in(content: Mapping[str, Any], class_: type[Part]) -> dict[UUID, str]:
    """The ids of all items of a value, and their kinds. Raises Unfit where one has none, or two have the same."""
    named: dict[UUID, str] = {}
    for found in walk(dict(content), class_):
        if issubclass(found.class_, Item):
            one = found.item.get("item_id")
            if not one or UUID(str(one)) in named:
                raise Unfit("item_id")
            named[UUID(str(one))] = str(kind_of(found.class_.model_construct(), found.field))
    return named


def ids_in(content: Any) -> Iterator[UUID]:
    """The ids of all items in the JSON of a value."""
    if isinstance(content, dict):
        if one := content.get("item_id"):
            yield UUID(str(one))
        for held in content.values():
            yield from ids_in(held)
    elif isinstance(content, list):
        for held in content:
            yield from ids_in(held)


@cache
def holds_items(class_: type[Part]) -> bool:
    """Whether parts of a class are items, or hold some: these are added, moved and removed one by one."""
    return issubclass(class_, Item) or any(holds_items_in(class_, field) for field in class_.model_fields)


def holds_items_in(class_: type[Part], field: str) -> bool:
    inner, _ = parts_in(class_, field)
    return inner is not None and holds_items(inner)


def there(content: Json, class_: type[Part], item: UUID | None) -> Found:
    """The item of a value by its id, None being the value itself; Conflict where it has none."""
    found = _find(content, class_, item)
    if found is None:
        raise Conflict(None)
    return found


def _find(content: Json, class_: type[Part], item: UUID | None) -> Found | None:
    if item is None:
        return Found(content, class_, None, "", "", None)
    wanted = str(item)
    return next((one for one in walk(content, class_) if one.item.get("item_id") == wanted), None)


def walk(held: Json, class_: type[Part], under: str | None = None) -> Iterator[Found]:
    """All parts in the JSON of a part, each after what it stands in; `under` is the item that the part is, or is under."""
    for field in class_.model_fields:
        model, value = parts_in(class_, field)[0], held.get(field)
        if model is None or not value or issubclass(model, REPEATING):
            continue
        for name, one in enumerate(value) if isinstance(value, list) else ((field, value),):
            yield Found(one, model, value if isinstance(value, list) else held, name, field, under)
            yield from walk(one, model, one.get("item_id") or under)


class Tree:
    """The JSON of a value with its items at hand by their ids, while one edit after the other is made in it."""

    def __init__(self, content: Json, class_: type[Part]) -> None:
        self.content, self.class_ = content, class_
        self._known: dict[str, Found] = {}
        self.learn(Found(content, class_, None, "", "", None))

    def __contains__(self, item: UUID | None) -> bool:
        return str(item) in self._known

    def there(self, item: UUID | None) -> Found:
        """An item by its id, None being the value itself; Conflict where there is none."""
        if item is None:
            return Found(self.content, self.class_, None, "", "", None)
        known = self._known.get(str(item))
        if known is None:
            raise Conflict(None)
        is_listed = isinstance(known.holder, list)
        return replace(known, name=known.holder.index(known.item)) if is_listed else known

    def learn(self, found: Found) -> None:
        """Know a part, and all under it, that is new, stands elsewhere or was made anew."""
        own = found.item.get("item_id")
        if own:
            self._known[own] = found
        for one in walk(found.item, found.class_, own or found.under):
            if inner := one.item.get("item_id"):
                self._known[inner] = one

    def forget(self, part: Json) -> None:
        """Know a part, and all under it, no more."""
        for one in ids_in(part):
            self._known.pop(str(one), None)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where items stand: the field of a part that holds a list of them, or one."""

    holder: Json
    name: str
    class_: type[Item]
    is_list: bool


def slot(under: Found, field: str) -> Slot:
    """The field (`core_tasks`, `plan/core_tasks`) of an item or value that holds items."""
    holder, model, last = holder_of(under, field)
    held, is_list = parts_in(model, last)
    if held is None or not issubclass(held, Item):
        raise Unfit(field)
    return Slot(holder, last, held, is_list)


def task_at(under: Found, field: str) -> str | None:
    """The action task whose part of a plan a path names as a whole (`tasks/Ⅱ-2-(3)`): no item, and set as one value."""
    above, _slash, step = field.partition("/")
    is_one = bool(step) and "/" not in step and parts_in(under.class_, above)[0] is TaskPart
    return step if is_one else None


def value_at(under: Found, field: str) -> Any:
    """What stands in a field of an item or value, by its path, as JSON."""
    if step := task_at(under, field):
        return named(under.item.get("tasks") or []).get(step)
    holder, _, last = holder_of(under, field)
    return holder.get(last)


def holder_of(under: Found, field: str) -> tuple[Json, type[Part], str]:
    """The part that has the last step of a field's path, as JSON, its class, and that step.

    A part of a list that is no item is named by one step more (`tasks/Ⅱ-2-(3)/goals`), as in goru.book.paths.
    """
    *above, last = field.split("/")
    holder, model, steps = under.item, under.class_, iter(above)
    for step in steps:
        inner, is_list = parts_in(model, step)
        held = holder.get(step)
        if inner and is_list and not issubclass(inner, Item):
            held = named(held or []).get(next(steps, ""))
        elif is_list:
            held = None
        if inner is None or not isinstance(held, dict):
            raise Unfit(field)
        holder, model = held, inner
    return holder, model, last


@cache
def parts_in(class_: type[Part], field: str) -> tuple[type[Part] | None, bool]:
    """The class of the part that a field holds, or of those in its list; whether it is a list."""
    known = class_.model_fields.get(field)
    annotation = known.annotation if known else None
    is_list = get_origin(annotation) is list
    held = (one for one in get_args(annotation) or (annotation,) if isinstance(one, type))
    return next((one for one in held if issubclass(one, Part)), None), is_list
