"""Edits that somebody proposes to a value that others go on writing: taken one by one, in the order they were made in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from goru.book.items.editing import Change, Deed, make
from goru.book.items.locating import Conflict, Json, Tree, Unfit, ids_in, slot, value_at, walk
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
        """What it does in the eyes of who reads it."""
        return self.changes[0].comes_to

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
    tree = Tree(before.model_dump(mode="json"), type(before))
    before_names = _names(tree)
    for change in changes:
        make(tree, change)
    names = _names(tree) | before_names
    ids = {str(one): one for one in ids_in(tree.content)}
    return [_proposed(group, tree, names, ids) for group in _grouped(changes)]


def outcome(
    content: Mapping[str, Any], class_: type[Part], chosen: Mapping[int, Proposed], seen: Mapping[int, str]
) -> Outcome:
    """Make the chosen ones (by their numbers) of a content, which itself is not touched.

    `seen` says of a number which of the others' words a person saw and writes over (`Both.digest`). What is there already
    is no change.
    """
    tree = Tree(deepcopy(dict(content)), class_)
    found = Outcome(tree.content)
    for number in sorted(chosen):
        made = _made(tree, chosen[number], seen.get(number))
        if isinstance(made, Both):
            found.conflicts[number] = made
        else:
            found.changes += made
    return found


def twins(content: Mapping[str, Any], class_: type[Part], every: Sequence[Proposed]) -> frozenset[int]:
    """The numbers of additions to lists that have an item of that name: as where a workbook is brought in once more."""
    tree = Tree(dict(content), class_)
    return frozenset(at for at, one in enumerate(every) if one.deed == Deed.ADD and _has_twin(tree, one))


def _has_twin(tree: Tree, one: Proposed) -> bool:
    change = one.changes[0]
    try:
        place = slot(tree.there(change.under), change.field)
    except (Conflict, Unfit):
        return False
    held = place.holder.get(place.name) if place.is_list else None
    others = [other for other in held or [] if other["item_id"] != str(change.item)]
    names = {plain(name_of(place.class_.model_validate(other))) for other in others}
    return bool(one.name) and plain(one.name) in names


def _made(tree: Tree, one: Proposed, seen: str | None) -> list[Change] | Both:
    try:
        return _applied(tree, _placed(tree, one))
    except Conflict as conflict:
        both = _both(tree, one, conflict.now)
    except Unfit as unfit:
        return Both(str(unfit), is_gone=True)
    if both.is_gone or seen != both.digest:
        return both
    now = both.now
    changes = [
        replace(change, seen=now if change.deed == Deed.REMOVE else now[change.field])
        for change in one.changes
    ]
    return _applied(tree, changes)


def _applied(tree: Tree, changes: Sequence[Change]) -> list[Change]:
    """Make all of them or none: those of one proposal are fields of one item."""
    made: list[Change] = []
    try:
        for change in changes:
            if done := make(tree, change):
                made.append(done)
    except (Conflict, Unfit):
        for change in reversed(made):
            make(tree, replace(change, seen=change.new, new=change.seen))
        raise
    return list(changes)


def _both(tree: Tree, one: Proposed, now: Any) -> Both:
    """What is there now: of an item that goes the whole of it, else the fields that the edit is of."""
    try:
        found = tree.there(one.changes[0].item)
        if one.deed == Deed.REMOVE:
            return Both(deepcopy(found.item))
        if one.deed == Deed.SET:
            return Both({change.field: value_at(found, change.field) for change in one.changes})
    except (Conflict, Unfit):
        pass
    return Both(now, is_gone=True)


def _placed(tree: Tree, one: Proposed) -> list[Change]:
    """The changes as they are made in a content that others wrote in: none where it is so already."""
    (change, *_) = one.changes
    is_there = change.item in tree
    match change.deed:
        case Deed.ADD if is_there:
            return []
        case Deed.REMOVE if not is_there:
            return []
        case Deed.ADD:
            place = slot(tree.there(change.under), change.field)
            if not place.is_list:
                return [change]
            at = _behind(place.holder.get(place.name) or [], one.after)
            return [replace(change, new={**change.new, "at": at})]
        case Deed.MOVE:
            return _moved(tree, one, change)
    return list(one.changes)


def _moved(tree: Tree, one: Proposed, change: Change) -> list[Change]:
    """To where it shall stand among those that are there; others who put it elsewhere were first."""
    found = tree.there(change.item)
    now = {"at": found.name, "under": found.under}
    field_ = change.new.get("field")
    is_there = field_ and (found.under, found.field) == (change.new.get("under"), field_.rpartition("/")[2])
    if found.under != change.seen["under"] and not is_there:
        raise Conflict(now)
    held = found.holder
    if field_ and not is_there:
        under = UUID(change.new["under"]) if change.new.get("under") else None
        place = slot(tree.there(under), field_)
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
    group: list[Change], tree: Tree, names: Mapping[str, tuple[str, str]], ids: Mapping[str, UUID]
) -> Proposed:
    name, above = names.get(str(group[0].item), ("", ""))
    if group[0].field.startswith("tasks/"):
        name = group[0].field.partition("/")[2]
    after = _before(tree, group[0].item, ids) if group[0].deed in (Deed.ADD, Deed.MOVE) else []
    return Proposed(changes=group, name=name, above=above, after=after)


def _names(tree: Tree) -> dict[str, tuple[str, str]]:
    """What each item is called, and what it stands under."""
    found: dict[str, tuple[str, str]] = {}
    for one in walk(tree.content, tree.class_):
        if issubclass(one.class_, Item):
            name = name_of(one.class_.model_validate(one.item))
            found[one.item["item_id"]] = name, found.get(one.under or "", ("", ""))[0]
    for task in tree.content.get("tasks") or []:
        for item in map(str, ids_in(task)):
            name, above = found[item]
            found[item] = name, above or task["action_task"]
    return found


def _before(tree: Tree, item: UUID | None, ids: Mapping[str, UUID]) -> list[UUID]:
    """The items that stand before one in its list."""
    if item not in tree:
        return []
    found = tree.there(item)
    is_listed = isinstance(found.holder, list)
    return [ids[other["item_id"]] for other in found.holder[: found.name]] if is_listed else []
