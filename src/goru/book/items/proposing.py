"""Edits that somebody proposes to a value that others go on writing: taken one by one, in the order they were made in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from goru.book.items.editing import Change, Deed, changed
from goru.book.items.locating import Conflict, Json, Unfit, ids_in, slot, there, value_at, walk
from goru.book.items.typed import OF_A_STEP
from goru.book.items.walking import name_of, plain
from goru.book.model import Item, Part


class Proposed(BaseModel, frozen=True, defer_build=True):
    """An edit one may take or leave: its change, or those of all fields that one cell says.

    `name` is what the item is called, `above` what it stands under; `after` are the items before it in its list, for one
    that is added or moved; `lines` is what is printed of it, `sheet` and `cell` where a workbook says it. What is not
    sure, or takes something out, is taken only where a person says so.
    """

    changes: list[Change]
    name: str
    above: str = ""
    after: list[UUID] = []
    sheet: str = ""
    cell: str = ""
    lines: list[str] = []
    is_sure: bool = True

    @property
    def deed(self) -> Deed:
        """What it does."""
        return self.changes[0].deed

    @property
    def comes_to(self) -> Deed:
        """What it does in the eyes of who reads it: a part of an action task comes and goes by being set."""
        change = self.changes[0]
        if change.item is None and change.field.startswith("tasks/"):
            return Deed.REMOVE if change.new is None else Deed.ADD
        return change.deed

    @property
    def is_offered(self) -> bool:
        """Whether it is taken unless a person says otherwise."""
        return self.is_sure and self.comes_to != Deed.REMOVE


@dataclass(frozen=True, slots=True)
class Both:
    """A proposal whose place is no longer as it was seen: what is there `now`; `is_gone` where nothing can be put there."""

    now: Any
    is_gone: bool = False

    @property
    def digest(self) -> str:
        """What says that a person saw this."""
        return sha256(json.dumps(self.now, sort_keys=True, default=str).encode()).hexdigest()


@dataclass(slots=True)
class Outcome:
    """What proposals come to: the content with them, the changes as they are made there, and those that meet others' words."""

    content: Json
    changes: list[Change] = field(default_factory=list)
    conflicts: dict[int, Both] = field(default_factory=dict)


def proposals(before: Part, changes: Sequence[Change]) -> list[Proposed]:
    """The changes from a value (`goru.book.items.changing`) as one takes or leaves them."""
    class_ = type(before)
    content: Json = before.model_dump(mode="json")
    before_names = _names(content, class_)
    for change in changes:
        content = changed(content, class_, change)
    names = _names(content, class_) | before_names
    return [_proposed(group, content, class_, names) for group in _grouped(changes)]


def outcome(
    content: Mapping[str, Any], class_: type[Part], chosen: Mapping[int, Proposed], seen: Mapping[int, str]
) -> Outcome:
    """Make the chosen ones (by their numbers) of a content, which itself is not touched.

    `seen` says of a number which of the others' words a person saw and writes over (`Both.digest`). What is there already
    is no change.
    """
    found = Outcome(dict(content))
    for number in sorted(chosen):
        made = _made(found.content, class_, chosen[number], seen.get(number))
        if isinstance(made, Both):
            found.conflicts[number] = made
        else:
            found.content, changes = made
            found.changes += changes
    return found


def twins(content: Mapping[str, Any], class_: type[Part], every: Sequence[Proposed]) -> frozenset[int]:
    """The numbers of additions to lists that have an item of that name: as where a workbook is brought in once more."""
    return frozenset(
        at for at, one in enumerate(every) if one.deed == Deed.ADD and _has_twin(content, class_, one)
    )


def _has_twin(content: Mapping[str, Any], class_: type[Part], one: Proposed) -> bool:
    change = one.changes[0]
    try:
        place = slot(there(dict(content), class_, change.under), change.field)
    except (Conflict, Unfit):
        return False
    held = place.holder.get(place.name) if place.is_list else None
    others = [other for other in held or [] if other["item_id"] != str(change.item)]
    names = {plain(name_of(place.class_.model_validate(other))) for other in others}
    return bool(one.name) and plain(one.name) in names


def _made(
    content: Json, class_: type[Part], one: Proposed, seen: str | None
) -> tuple[Json, list[Change]] | Both:
    try:
        return _applied(content, class_, _placed(content, class_, one))
    except Conflict as conflict:
        both = _both(content, class_, one, conflict.now)
    except Unfit as unfit:
        return Both(str(unfit), is_gone=True)
    if both.is_gone or seen != both.digest:
        return both
    now = both.now
    changes = [
        replace(change, seen=now if change.deed == Deed.REMOVE else now[change.field])
        for change in one.changes
    ]
    return _applied(content, class_, changes)


def _applied(content: Json, class_: type[Part], changes: Sequence[Change]) -> tuple[Json, list[Change]]:
    for change in changes:
        content = changed(content, class_, change)
    return content, list(changes)


def _both(content: Json, class_: type[Part], one: Proposed, now: Any) -> Both:
    """What is there now: of an item that goes the whole of it, else the fields that the edit is of."""
    try:
        found = there(content, class_, one.changes[0].item)
        if one.deed == Deed.REMOVE:
            return Both(found.item)
        if one.deed == Deed.SET:
            return Both({change.field: value_at(found, change.field) for change in one.changes})
    except (Conflict, Unfit):
        pass
    return Both(now, is_gone=True)


def _placed(content: Json, class_: type[Part], one: Proposed) -> list[Change]:
    """The changes as they are made in a content that others wrote in: none where it is so already."""
    (change, *_) = one.changes
    is_there = change.item in set(ids_in(content))
    match change.deed:
        case Deed.ADD if is_there:
            return []
        case Deed.REMOVE if not is_there:
            return []
        case Deed.ADD:
            place = slot(there(content, class_, change.under), change.field)
            if not place.is_list:
                return [change]
            at = _behind(place.holder.get(place.name) or [], one.after)
            return [replace(change, new={**change.new, "at": at})]
        case Deed.MOVE:
            return _moved(content, class_, one, change)
    return list(one.changes)


def _moved(content: Json, class_: type[Part], one: Proposed, change: Change) -> list[Change]:
    """To where it shall stand among those that are there; others who put it elsewhere were first."""
    found = there(content, class_, change.item)
    now = {"at": found.name, "under": found.under}
    field_ = change.new.get("field")
    is_there = field_ and (found.under, found.field) == (change.new.get("under"), field_.rpartition("/")[2])
    if found.under != change.seen["under"] and not is_there:
        raise Conflict(now)
    held = found.holder
    if field_ and not is_there:
        under = UUID(change.new["under"]) if change.new.get("under") else None
        place = slot(there(content, class_, under), field_)
        held = place.holder.get(place.name) or []
    at = _behind([other for other in held if other["item_id"] != str(change.item)], one.after)
    new = {
        "at": at,
        **({name: change.new[name] for name in ("under", "field")} if field_ and not is_there else {}),
    }
    is_same = not (field_ and not is_there) and found.name == at
    return [] if is_same else [replace(change, seen=now, new=new)]


def _behind(held: Sequence[Json], before: Sequence[UUID]) -> int:
    """The place behind the nearest of the items that shall stand before it."""
    ids = [one["item_id"] for one in held]
    return next((ids.index(str(one)) + 1 for one in reversed(before) if str(one) in ids), 0)


def _grouped(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """The fields of a dated step are one edit."""
    group: list[Change] = []
    for change in changes:
        is_of_step = change.deed == Deed.SET and change.item is not None and change.field in OF_A_STEP
        if group and is_of_step and group[0].item == change.item:
            group.append(change)
            continue
        if group:
            yield group
        group = [change]
        if not is_of_step:
            yield group
            group = []
    if group:
        yield group


def _proposed(
    group: list[Change], content: Json, class_: type[Part], names: Mapping[str, tuple[str, str]]
) -> Proposed:
    name, above = names.get(str(group[0].item), ("", ""))
    if group[0].field.startswith("tasks/"):
        name = group[0].field.partition("/")[2]
    after = _before(content, class_, str(group[0].item)) if group[0].deed in (Deed.ADD, Deed.MOVE) else []
    return Proposed(changes=group, name=name, above=above, after=after)


def _names(content: Json, class_: type[Part]) -> dict[str, tuple[str, str]]:
    """What each item is called, and what it stands under."""
    found: dict[str, tuple[str, str]] = {}
    for one in walk(content, class_):
        if issubclass(one.class_, Item):
            name = name_of(one.class_.model_validate(one.item))
            found[one.item["item_id"]] = name, found.get(one.under or "", ("", ""))[0]
    for task in content.get("tasks") or []:
        for item in map(str, ids_in(task)):
            name, above = found[item]
            found[item] = name, above or task["action_task"]
    return found


def _before(content: Json, class_: type[Part], item: str) -> list[UUID]:
    """The items that stand before one in its list."""
    for one in walk(content, class_):
        if one.item.get("item_id") == item and isinstance(one.holder, list):
            return [UUID(other["item_id"]) for other in one.holder[: int(one.name)]]
    return []
