"""The edits that make one value of another: what a document or a workbook says, as edits of the draft it was made from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from goru.book.items.editing import KEPT, WHOSE, Change, Deed, make
from goru.book.items.locating import Conflict, Json, Tree, Unfit, holds_items, ids_in, parts_in, slot
from goru.book.items.placing import facts_of
from goru.book.items.walking import REPEATING
from goru.book.model import Item, Part
from goru.book.paths import named


@dataclass(frozen=True, slots=True)
class _List:
    """The items of a field, as JSON: of which item (None: the value), whether there may be more than one."""

    under: UUID | None
    field: str
    class_: type[Item]
    items: Sequence[Json]
    is_list: bool


def changes_between(old: Part, new: Part) -> list[Change]:
    """The edits that lead from a value to another whose items are known by the same ids, to be made in their order.

    Places of facts are none. What no edit reaches (whose plan it is, pages of summaries, parts but those of action tasks
    that one of the two does not have at all) stays as it is.
    """
    return list(_Edits(old, new))


class _Edits:
    def __init__(self, old: Part, new: Part) -> None:
        self.class_ = type(old)
        self.old, _ = facts_of(old.model_dump(mode="json"))
        self.wanted, _ = facts_of(new.model_dump(mode="json"))
        self.before, self.after = set(ids_in(self.old)), set(ids_in(self.wanted))
        self.now = Tree(deepcopy(self.old), self.class_)

    def __iter__(self) -> Iterator[Change]:
        yield from self._each(self._settings())
        yield from self._each(self._new_tasks())
        yield from self._removals(whole=True)
        for wanted in list(_lists(self.wanted, self.class_)):
            yield from self._arrangements(wanted)
        yield from self._removals(whole=False)
        yield from self._each(self._gone_tasks())

    def _each(self, changes: Iterator[Change]) -> Iterator[Change]:
        for change in changes:
            make(self.now, change)
            yield change

    def _settings(self) -> Iterator[Change]:
        there = {item: held for item, held, _ in _parts(self.old, self.class_)}
        for item, held, class_ in _parts(self.wanted, self.class_):
            if item in there:
                yield from _set(there[item], held, class_, item)

    def _new_tasks(self) -> Iterator[Change]:
        """The parts of action tasks that come, before what stands in them."""
        there = {one["action_task"] for one in self.old.get("tasks") or []}
        for one in self.wanted.get("tasks") or []:
            if one["action_task"] not in there:
                new = {"action_task": one["action_task"], "is_joint": one["is_joint"]}
                yield Change(Deed.SET, None, f"tasks/{one['action_task']}", new=new)

    def _gone_tasks(self) -> Iterator[Change]:
        """Those that go, once what stood in them has gone or moved out."""
        stays = {one["action_task"] for one in self.wanted.get("tasks") or []}
        for one in list(self.now.content.get("tasks") or []):
            if one["action_task"] not in stays:
                yield Change(Deed.SET, None, f"tasks/{one['action_task']}", seen=one)

    def _removals(self, *, whole: bool) -> Iterator[Change]:
        """First what goes with all under it; what is left of the others once what stays has moved out."""
        for held in list(_lists(self.now.content, self.class_)):
            if whole and held.under and held.under not in self.after:
                continue
            for one in held.items:
                item = UUID(one["item_id"])
                is_gone = item in self.now and item not in self.after
                if is_gone and (not whole or self.after.isdisjoint(ids_in(one))):
                    yield from self._each(iter([Change(Deed.REMOVE, item, seen=one)]))

    def _arrangements(self, wanted: _List) -> Iterator[Change]:
        """What is added to a list and what moves, in the order of the list: each behind what it shall stand behind."""
        order = {one["item_id"]: at for at, one in enumerate(wanted.items)}
        ids = self._ids_at(wanted)
        kept = _in_order([order[one] for one in ids if one in order])
        before: str | None = None
        for at, one in enumerate(wanted.items):
            if at not in kept:
                yield from self._each(self._arranged(wanted, one, before, ids))
            before = one["item_id"]

    def _arranged(self, wanted: _List, one: Json, before: str | None, ids: list[str]) -> Iterator[Change]:
        """`ids` are those that stand in the list now."""
        item = one["item_id"]
        is_there, is_here = UUID(item) in self.now, item in ids
        if not wanted.is_list and is_there:
            return
        if is_here:
            ids.remove(item)
        to: dict[str, Any] = {"at": ids.index(before) + 1 if before else 0}
        ids.insert(to["at"], item)
        if not is_there:
            given = one if self.before.isdisjoint(ids_in(one)) else _alone(one, wanted.class_)
            new = {name: held for name, held in given.items() if name not in KEPT}
            place = to if wanted.is_list else {}
            yield Change(Deed.ADD, UUID(item), wanted.field, wanted.under, new={**new, **place})
            return
        found = self.now.there(UUID(item))
        seen = {"at": found.name, "under": found.under}
        if not is_here:
            to |= {"under": str(wanted.under) if wanted.under else None, "field": wanted.field}
        if not is_here or seen["at"] != to["at"]:
            yield Change(Deed.MOVE, UUID(item), seen=seen, new=to)

    def _ids_at(self, wanted: _List) -> list[str]:
        try:
            place = slot(self.now.there(wanted.under), wanted.field)
        except (Conflict, Unfit):
            return []
        held = place.holder.get(place.name)
        items = held if place.is_list else [held]
        return [one["item_id"] for one in items or [] if one]


def _parts(held: Json, class_: type[Part]) -> Iterator[tuple[UUID | None, Json, type[Part]]]:
    """The value itself (None), and every item in it."""
    yield None, held, class_
    for one in _lists(held, class_):
        for item in one.items:
            yield UUID(item["item_id"]), item, one.class_


def _set(old: Json, new: Json, class_: type[Part], item: UUID | None, above: str = "") -> Iterator[Change]:
    """The fields of an item, or of the value, that are others; those of parts that are no items by their paths."""
    for field in class_.model_fields:
        at = f"{above}{field}"
        inner, is_list = parts_in(class_, field)
        if inner and holds_items(inner):
            if not is_list and not issubclass(inner, Item) and old.get(field) and new.get(field):
                yield from _set(old[field], new[field], inner, item, f"{at}/")
        elif not _is_kept(field, is_own=item is None and not above) and old.get(field) != new.get(field):
            yield Change(Deed.SET, item, at, seen=old.get(field), new=new.get(field))


def _is_kept(field: str, *, is_own: bool) -> bool:
    return field in KEPT or (is_own and field in WHOSE)


def _lists(held: Json, class_: type[Part], under: UUID | None = None, above: str = "") -> Iterator[_List]:
    """Every field that holds items, each before those under its items."""
    for field in class_.model_fields:
        inner, is_list = parts_in(class_, field)
        value = held.get(field)
        if inner is None or issubclass(inner, REPEATING) or not holds_items(inner):
            continue
        at = f"{above}{field}"
        if issubclass(inner, Item):
            items = list(value or []) if is_list else [value] if value else []
            yield _List(under, at, inner, items, is_list)
            for one in items:
                yield from _lists(one, inner, UUID(one["item_id"]))
        elif is_list:
            for step, one in named(value or []).items():
                yield from _lists(one, inner, under, f"{at}/{step}/")
        elif value:
            yield from _lists(value, inner, under, f"{at}/")


def _alone(one: Json, class_: type[Part]) -> Json:
    """An item without what stands under it."""
    return {
        name: value
        for name, value in one.items()
        if not ((inner := parts_in(class_, name)[0]) and holds_items(inner))
    }


def _in_order(places: Sequence[int]) -> set[int]:
    """As many of some numbers as stand in rising order: what need not move."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(tails, place)
        before[place] = ends[at - 1] if at else None
        tails[at:] = [place, *tails[at + 1 :]]
        ends[at:] = [place, *ends[at + 1 :]]
    found = set[int]()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
