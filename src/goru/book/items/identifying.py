"""Which item of a book is which of an earlier one, so that what lasts keeps its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar
from uuid import UUID, uuid4

from goru.book.items.measures import with_measures, with_measures_linked
from goru.book.items.walking import (
    Held,
    ItemKind,
    Key,
    Naming,
    across_years,
    items_of,
    mapped,
    name_of,
    plain,
)
from goru.book.model import BudgetRow, Item, Measured, NationalStrategy, Part, PlanBook, Project

_ALIKE = 0.6
"""Of two names, from which on they may be one thing worded anew (difflib's ratio)."""

_MOVE = {ItemKind.PROJECT, ItemKind.TASK_ITEM, ItemKind.CORE_TASK}
"""Kinds that may have gone elsewhere under their name."""

P = TypeVar("P", bound=Part)
Where = tuple[UUID | None, Key]
"""The item that something stands under, and its key there."""


@dataclass(frozen=True, slots=True)
class Similar:
    """An item that is new, and one that was there and is not now, which may be the same: a person decides.

    `place` says which the new one is, the same whenever the book is looked at.
    """

    place: str
    kind: ItemKind
    name: str
    old_id: UUID
    old_name: str


@dataclass(frozen=True, slots=True)
class Identified:
    """A book all of whose items have ids, and what may be the same and is not taken for it."""

    book: PlanBook
    similar: tuple[Similar, ...] = ()


def identified(
    book: PlanBook,
    *,
    before: PlanBook | None = None,
    last_year: PlanBook | None = None,
    same: Mapping[str, UUID] | None = None,
    renamed: Mapping[str, str] | None = None,
) -> Identified:
    """A book with an id for each item: its own; else that of the same in the edition before; else in last year's.

    The same is what has the same key under the same item: in one year the number in the frame, between years the name.
    `same` says of places which item of the edition before (of last year's, where there is none) a person took for it;
    `renamed` which institution follows which (last year's short name → this year's).
    """
    whole = with_measures(_with_projects(_with_strategies(book)))
    ids = [held.item.item_id for held in items_of(whole)]
    left: dict[UUID, tuple[Where, Held]] = {}
    if before:
        left = _take_over(whole, ids, before, name_of, same or {})
    if last_year:
        earlier = _as_named_now(last_year, renamed or {})
        left_of_last = _take_over(whole, ids, earlier, across_years, {} if before else same or {})
        left = left if before else left_of_last
    similar = tuple(_similar(items_of(whole), ids, left))
    final = iter([one or uuid4() for one in ids])
    return Identified(with_measures_linked(mapped(whole, lambda _: {"item_id": next(final)})), similar)


def places(items: Sequence[Held]) -> list[str]:
    """Of each item a word for where it stands, the same for the same book."""
    found: list[str] = []
    for held in items:
        above = found[held.under] if held.under is not None else ""
        found.append("/".join([above, *held.key]))
    return found


def _take_over(
    book: PlanBook, ids: list[UUID | None], earlier: PlanBook, named: Naming, same: Mapping[str, UUID]
) -> dict[UUID, tuple[Where, Held]]:
    """Fill in the ids that an earlier book knows; what it has and nobody took is given back."""
    items = items_of(book, named=named)
    known = _known(earlier, named)
    taken = set(ids)
    left = {
        held.item.item_id: (where, held) for where, held in known.items() if held.item.item_id not in taken
    }
    for at, (held, place) in enumerate(zip(items, places(items_of(book)), strict=True)):
        under = ids[held.under] if held.under is not None else None
        if ids[at] is None and (held.under is None or under):
            found = known.get((under, held.key))
            one = same.get(place) or (found.item.item_id if found else None)
            ids[at] = one if one in left else None
            left.pop(one, None)
    return {one: held for one, held in left.items() if one}


def _known(book: PlanBook, named: Naming) -> dict[Where, Held]:
    items = items_of(book, named=named)
    return {
        (items[held.under].item.item_id if held.under is not None else None, held.key): held for held in items
    }


def _similar(
    items: Sequence[Held], ids: Sequence[UUID | None], left: Mapping[UUID, tuple[Where, Held]]
) -> Iterator[Similar]:
    """Of each new item the most alike of those that are gone: under the same item, or of the same name elsewhere."""
    beside: dict[Where, dict[UUID, str]] = {}
    elsewhere: dict[tuple[ItemKind, str], list[UUID]] = {}
    for one, ((there, _), old) in left.items():
        name = plain(name_of(old.item))
        beside.setdefault((there, (old.kind, *old.key[:-2])), {})[one] = name
        elsewhere.setdefault((old.kind, name), []).append(one)
    taken = set[UUID]()
    for held, own, place in zip(items, ids, places(items), strict=True):
        under = ids[held.under] if held.under is not None else None
        if own or (held.under is not None and not under):
            continue
        name = plain(name_of(held.item))
        near = beside.get((under, (held.kind, *held.key[:-2])), {})
        likeness = {
            **{one: 1.0 for one in elsewhere.get((held.kind, name), ()) if held.kind in _MOVE},
            **{one: SequenceMatcher(None, name, other).ratio() for one, other in near.items()},
        }
        best = max((one for one in likeness if one not in taken), key=lambda one: likeness[one], default=None)
        if best and likeness[best] >= _ALIKE:
            taken.add(best)
            yield Similar(place, held.kind, name_of(held.item), best, name_of(left[best][1].item))


def _with_strategies(book: PlanBook) -> PlanBook:
    """The strategies that only core tasks name, as items too."""
    named = {strategy.id for strategy in book.strategies}
    codes = dict.fromkeys(task.strategy for task in book.sectoral_core_tasks if task.strategy not in named)
    others = [NationalStrategy(id=code, name="", heading=None, body_source=None) for code in codes]
    return book.model_copy(update={"strategies": [*book.strategies, *others]}) if others else book


def _with_projects(book: PlanBook) -> PlanBook:
    """The names of an amount's projects as projects that it covers."""
    tasks = [
        task.model_copy(update={"budget_rows": [_covering(row) for row in task.budget_rows]})
        for task in book.action_tasks
    ]
    return book.model_copy(update={"action_tasks": tasks})


def _covering(row: BudgetRow) -> BudgetRow:
    projects = row.covers or [Project(name=name, source=row.source) for name in row.project_names]
    return row.model_copy(update={"covers": projects})


def _as_named_now(book: PlanBook, renamed: Mapping[str, str]) -> PlanBook:
    """A book of last year under this year's names of institutions."""
    if not renamed:
        return book
    plans = [
        plan.model_copy(update={"institution": renamed.get(plan.institution, plan.institution)})
        for plan in book.plans
    ]
    tasks = [
        task.model_copy(update={"budget_rows": [_renamed(row, renamed) for row in task.budget_rows]})
        for task in book.action_tasks
    ]
    return book.model_copy(update={"plans": plans, "action_tasks": tasks})


def _renamed(row: BudgetRow, renamed: Mapping[str, str]) -> BudgetRow:
    return row.model_copy(update={"ministry": renamed.get(row.ministry or "", row.ministry)})


def without_ids(value: P) -> P:
    """A value as nobody pointed at it yet."""
    return mapped(value, _unnamed)


def _unnamed(item: Item) -> dict[str, object]:
    names: dict[str, object] = {"item_id": None, "public_code": None}
    return {**names, "measure": None} if isinstance(item, Measured) else names
