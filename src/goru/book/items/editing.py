"""One edit of a value as JSON: applied where the value still is as it was seen, else given back with what it is now."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
from uuid import UUID

from pydantic import ValidationError

from goru.book.items.walking import REPEATING, kind_of
from goru.book.model import Item, Part

Json = dict[str, Any]
_KEPT = frozenset({"item_id", "public_code", "source", "body_source"})
"""What no edit sets: who the item is, and where it was printed."""


class Deed(StrEnum):
    """What an edit does."""

    SET = "set"
    ADD = "add"
    MOVE = "move"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Change:
    """An edit: what was seen there, and what shall be there.

    - set: the field `field` (`name`, `budget/total`) of `item`, or of the value itself where `item` is None.
    - add: the new item `item` into the field `field` of `under` (None: the value itself); `new` its fields, and `at`.
    - move: `item`; `seen` and `new` say where in its list (`at`, from 0), `new` also `under` and `field` of another.
    - remove: `item` with all under it; `seen` is it as JSON.
    """

    deed: Deed
    item: UUID | None
    field: str = ""
    under: UUID | None = None
    seen: Any = None
    new: Any = None


class Conflict(Exception):
    """The value is no longer as it was seen; `now` is what it is, None where it is gone."""

    def __init__(self, now: Any) -> None:
        super().__init__("conflict")
        self.now = now


class Unfit(Exception):
    """What shall be there cannot be: the message says in which field and why."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An item in the JSON of a value: its class, the list (or the part) that holds it, under which name."""

    item: Json
    class_: type[Part]
    holder: Any
    name: str | int
    field: str


def changed(content: Mapping[str, Any], class_: type[Part], change: Change) -> Json:
    """The JSON of a value after an edit. Raises Conflict or Unfit; `content` itself is not touched."""
    after = copy.deepcopy(dict(content))
    {Deed.SET: _set, Deed.ADD: _add, Deed.MOVE: _move, Deed.REMOVE: _remove}[change.deed](
        after, class_, change
    )
    return after


def as_it_was(content: Mapping[str, Any], class_: type[Part], change: Change) -> Change:
    """A change that can be made, as it is kept: with what was there, which is what shall be there where that was so."""
    if change.deed != Deed.SET:
        return change
    holder, _, last = _holder(_there(dict(content), class_, change.item), change.field)
    return replace(change, seen=holder.get(last))


def named_in(content: Mapping[str, Any], class_: type[Part]) -> dict[UUID, str]:
    """The ids of all items of a value, and their kinds. Raises Unfit where one has none, or two have the same."""
    named: dict[UUID, str] = {}
    for found in _walk(dict(content), class_):
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


def _set(content: Json, class_: type[Part], change: Change) -> None:
    found = _there(content, class_, change.item)
    holder, model, last = _holder(found, change.field)
    inner, _ = _parts_in(model, last)
    if last in _KEPT or last not in model.model_fields or (inner and issubclass(inner, Item)):
        raise Unfit(change.field)
    now = holder.get(last)
    if now not in (change.seen, change.new):
        raise Conflict(now)
    holder[last] = change.new
    _validate(found.item, found.class_)


def _add(content: Json, class_: type[Part], change: Change) -> None:
    slot = _slot(_there(content, class_, change.under), change.field)
    if change.item in set(ids_in(content)):
        raise Unfit("item_id")
    given = {name: value for name, value in dict(change.new or {}).items() if name not in _KEPT}
    at = given.pop("at", None)
    item = _blank(slot.class_, {**given, "item_id": str(change.item)})
    if slot.is_list:
        held = slot.holder.setdefault(slot.name, [])
        held.insert(at if isinstance(at, int) else len(held), item)
    elif slot.holder.get(slot.name) is None:
        slot.holder[slot.name] = item
    else:
        raise Conflict(slot.holder[slot.name])
    _validate(item, slot.class_)


def _move(content: Json, class_: type[Part], change: Change) -> None:
    found = _there(content, class_, change.item)
    if not isinstance(found.holder, list) or not isinstance(change.new, Mapping):
        raise Unfit(change.field)
    now, to = {"at": found.name}, dict(change.new)
    if change.seen != now:
        raise Conflict(now)
    target, model = found.holder, found.class_
    if to.get("field"):
        under = UUID(str(to["under"])) if to.get("under") else None
        slot = _slot(_there(content, class_, under), str(to["field"]))
        if under in set(ids_in(found.item)) or not slot.is_list:
            raise Unfit("under")
        target, model = slot.holder.setdefault(slot.name, []), slot.class_
    if model is not found.class_ or not isinstance(to.get("at"), int):
        raise Unfit(change.field)
    _take_out(found)
    target.insert(to["at"], found.item)


def _remove(content: Json, class_: type[Part], change: Change) -> None:
    found = _there(content, class_, change.item)
    if found.item != change.seen:
        raise Conflict(found.item)
    _take_out(found)


def _take_out(found: _Found) -> None:
    if isinstance(found.holder, list) and isinstance(found.name, int):
        del found.holder[found.name]
    else:
        found.holder[found.name] = None


def _there(content: Json, class_: type[Part], item: UUID | None) -> _Found:
    found = _find(content, class_, item)
    if found is None:
        raise Conflict(None)
    return found


def _find(content: Json, class_: type[Part], item: UUID | None) -> _Found | None:
    if item is None:
        return _Found(content, class_, None, "", "")
    wanted = str(item)
    return next((one for one in _walk(content, class_) if one.item.get("item_id") == wanted), None)


def _walk(held: Json, class_: type[Part]) -> Iterator[_Found]:
    for field in class_.model_fields:
        model, value = _parts_in(class_, field)[0], held.get(field)
        if model is None or not value or issubclass(model, REPEATING):
            continue
        for name, one in enumerate(value) if isinstance(value, list) else ((field, value),):
            yield _Found(one, model, value if isinstance(value, list) else held, name, field)
            yield from _walk(one, model)


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where items stand: the field of a part that holds a list of them, or one."""

    holder: Json
    name: str
    class_: type[Item]
    is_list: bool


def _slot(under: _Found, field: str) -> _Slot:
    """The field (`core_tasks`, `plan/core_tasks`) of an item or value that holds items."""
    holder, model, last = _holder(under, field)
    held, is_list = _parts_in(model, last)
    if held is None or not issubclass(held, Item):
        raise Unfit(field)
    return _Slot(holder, last, held, is_list)


def _holder(under: _Found, field: str) -> tuple[Json, type[Part], str]:
    """The part that has the last step of a field's path, as JSON, its class, and that step."""
    *above, last = field.split("/")
    holder, model = under.item, under.class_
    for step in above:
        inner, is_list = _parts_in(model, step)
        if inner is None or is_list or not isinstance(holder.get(step), dict):
            raise Unfit(field)
        holder, model = holder[step], inner
    return holder, model, last


def _parts_in(class_: type[Part], field: str) -> tuple[type[Part] | None, bool]:
    """The class of the part that a field holds, or of those in its list; whether it is a list."""
    known = class_.model_fields.get(field)
    annotation = known.annotation if known else None
    is_list = get_origin(annotation) is list
    held = (one for one in get_args(annotation) or (annotation,) if isinstance(one, type))
    return next((one for one in held if issubclass(one, Part)), None), is_list


def _blank(model: type[Part], given: Json) -> Json:
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
