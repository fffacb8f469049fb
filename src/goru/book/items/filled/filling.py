"""A workbook that was filled in, as the value that it says and the edits that lead there from what it was made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from types import NoneType
from typing import Any, get_args
from uuid import NAMESPACE_OID, UUID, uuid5

from pydantic import ValidationError

from goru.book.cells import Sheet
from goru.book.items.changing import changes_between
from goru.book.items.editing import Change, blank
from goru.book.items.filled.entries import Entered, entered, plain
from goru.book.items.filled.knowing import Asked, Key, Known, knowing
from goru.book.items.filled.problems import Cannot, Problem, ProblemKind
from goru.book.items.filled.values import said_by, value_of
from goru.book.items.locating import Json, slot, there, walk
from goru.book.items.placing import facts_of
from goru.book.items.sections import begun
from goru.book.items.sheets import (
    BUDGET,
    TOTAL,
    Column,
    ColumnKind,
    Form,
    Place,
    forms_of,
    places_of,
    text_in,
)
from goru.book.items.stamping import SHEET, NoStamp, Stamp, stamped
from goru.book.items.typed import OF_A_STEP
from goru.book.items.walking import kind_of
from goru.book.model import Item, Part, PlanBudget, StrategyAmount
from goru.book.model.editions import InstitutionPlan

_OTHERS = {"안내", "목록", SHEET}
"""Sheets that nobody fills in."""


@dataclass(frozen=True, slots=True)
class At:
    """Where a workbook says something: the sheet as it is called there, the cell or the row."""

    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What a workbook says: what it was made from, the edits since, where each stands, what was not understood or is asked.

    `cells` are the cells of fields, `rows` those of items; `unsure` are items that a person is asked about.
    """

    stamp: Stamp
    changes: Sequence[Change]
    cells: Mapping[tuple[UUID | None, str], At]
    rows: Mapping[UUID, At]
    told: Sequence[Problem]
    asked: Sequence[Asked]
    unsure: frozenset[UUID]


def filled(sheets: Sequence[Sheet], *, same: Mapping[str, str] | None = None, seed: str) -> Filled:
    """Read what was filled in. Raises NoStamp where nothing says what the workbook was made from.

    `same` answers what was asked (the place of a row: the id of the item that it is, or nothing); `seed`, which is the
    same for the same file, makes the ids of new items.
    """
    hidden = next((one for one in sheets if one.name == SHEET), None)
    if hidden is None:
        raise NoStamp
    stamp = stamped([cell.text for cell in hidden.cells if cell.column == 0])
    return _Filling(stamp, sheets, same or {}, seed).done()


class _Filling:
    def __init__(self, stamp: Stamp, sheets: Sequence[Sheet], same: Mapping[str, str], seed: str) -> None:
        self.stamp, self.same, self.seed = stamp, same, seed
        self.before = stamp.value
        self.content, _ = facts_of(stamp.value.model_dump(mode="json"))
        self.items = {
            one.item["item_id"]: deepcopy(one.item)
            for one in walk(self.content, InstitutionPlan)
            if "item_id" in one.item
        }
        self.sheets = {plain(one.name): one for one in reversed(sheets)}
        self.places = places_of(stamp.value, stamp.sections)
        self.told: list[Problem] = []
        self.asked: list[Asked] = []
        self.unsure = set[UUID]()
        self.cells: dict[tuple[UUID | None, str], At] = {}
        self.rows: dict[UUID, At] = {}

    def done(self) -> Filled:
        forms = forms_of(self.before, self.stamp.sections)
        for form in forms:
            if sheet := self.sheets.get(plain(form.title)):
                self._form(form, sheet)
            else:
                self.told.append(Problem(kind=ProblemKind.NO_SHEET, sheet=form.title))
        known = {plain(one) for one in (*_OTHERS, *(form.title for form in forms))}
        for name, sheet in self.sheets.items():
            if name not in known:
                self.told.append(Problem(kind=ProblemKind.OTHER_SHEET, sheet=sheet.name))
        changes = changes_between(self.before, self._value())
        told, asked = tuple(self.told), tuple(self.asked)
        return Filled(self.stamp, changes, self.cells, self.rows, told, asked, frozenset(self.unsure))

    def _value(self) -> InstitutionPlan:
        return InstitutionPlan.model_validate(self.content)

    def _form(self, form: Form, sheet: Sheet) -> None:
        entries = entered(sheet, form, self.told)
        if entries is None:
            return
        if form.class_ is StrategyAmount:
            entries = self._without_total(entries, form, sheet)
        before = {one.key: one for one in self.places[form.title]}
        now = {one.key: one for one in places_of(self._value(), self.stamp.sections)[form.title]}
        lists = _Lists(form, sheet.name, before, now, self.told)
        known = [_known(item, place, form) for place in before.values() for item in place.items]
        understood = knowing(
            entries,
            known,
            [lists.said_in(one) for one in entries],
            form=form,
            sheet=sheet.name,
            same=self.same,
            told=self.told,
        )
        self.asked += understood.asked
        self.unsure |= {one.old_id for one in understood.asked}
        asked = {one.cell for one in understood.asked}
        is_of = {one.item: one.place for one in known}
        found: dict[Key, list[Json]] = {key: [] for key in now}
        for entry, item in understood.rows:
            at = lists.of(entry, is_of.get(item) if item else None)
            if at is None or at not in now:
                continue
            held = self._item(entry, item, form, now[at], sheet.name)
            if str(entry.line + 1) in asked:
                self.unsure.add(UUID(held["item_id"]))
            found[at].append(held)
        for key, items in found.items():
            self._keep(now[key], items)

    def _keep(self, at: Place, items: list[Json]) -> None:
        place = slot(there(self.content, InstitutionPlan, at.under), at.field)
        if not at.is_one:
            place.holder[place.name] = items
            return
        place.holder[place.name] = items[0] if items else None
        for more in items[1:]:
            where = self.rows[UUID(more["item_id"])]
            told = Problem(kind=ProblemKind.ONLY_ONE, sheet=where.sheet, cell=where.cell, of=at.label)
            self.told.append(told)

    def _item(self, entry: Entered, item: UUID | None, form: Form, place: Place, sheet: str) -> Json:
        """What a row says of its item, or of a new one."""
        if item:
            held = deepcopy(self.items[str(item)])
        else:
            id_ = uuid5(NAMESPACE_OID, f"{self.seed}:{plain(sheet)}:{entry.line}")
            new = blank(place.class_, {**begun(place.class_, self.before), "item_id": str(id_)})
            held = place.class_.model_validate(new).model_dump(mode="json")
        id_ = UUID(held["item_id"])
        self.rows[id_] = At(sheet, str(entry.line + 1))
        columns = [one for one in form.columns if one.field in place.class_.model_fields]
        if form.class_ is StrategyAmount:
            columns = [one for one in columns if one.field != "unit"]
        for column in columns:
            self._fill(held, place.class_, column, entry, sheet, (id_, column.field), is_new=item is None)
        return held

    def _fill(
        self,
        held: Json,
        class_: type[Part],
        column: Column,
        entry: Entered,
        sheet: str,
        at: tuple[UUID | None, str],
        *,
        is_new: bool,
        of: str = "",
    ) -> None:
        """Set a field of an item as its cell says, where that is another than stood there."""
        if column.field not in entry.columns:
            return
        field = of or column.field
        seen = "" if is_new else text_in(replace(column, field=field), held)
        cell = entry.cells.get(column.field)
        where = At(sheet, entry.cell_name(column.field))
        try:
            if column.field in entry.covered and seen:
                raise Cannot(ProblemKind.MERGED)
            said = said_by(cell, column, seen)
            if said == seen:
                return
            value = value_of(said, column, self.before.year)
            _set(held, class_, field, value, is_step=column.kind == ColumnKind.STEP)
        except Cannot as cannot:
            unit = self._unit(held, class_) if column.kind == ColumnKind.NUMBER else ""
            typed = cell.text if cell else ""
            problem = Problem(
                kind=cannot.kind, sheet=sheet, cell=where.cell, typed=typed, of=unit or column.title
            )
            self.told.append(problem)
        else:
            self.cells[at] = where

    def _unit(self, held: Json, class_: type[Part]) -> str:
        """The unit that an amount is in, as far as the plan says."""
        of = self.content["plan"]["budget"] if class_ is StrategyAmount else held
        return str(of.get("unit") or "")

    def _without_total(self, entries: Sequence[Entered], form: Form, sheet: Sheet) -> list[Entered]:
        """The rows of strategies; that of the whole says the plan's total and its unit."""
        budget = self.content["plan"]["budget"]
        rest = []
        for entry in entries:
            cell = entry.cells.get("strategy")
            if entry.id != BUDGET and not (not entry.id and cell and plain(cell.text) == TOTAL):
                rest.append(entry)
                continue
            fields = {"amount": "total", "unit": "unit"}
            for column in (one for one in form.columns if one.field in fields):
                of = fields[column.field]
                at = (None, f"{BUDGET}/{of}")
                self._fill(budget, PlanBudget, column, entry, sheet.name, at, is_new=False, of=of)
        return rest


def _known(item: Item, place: Place, form: Form) -> Known:
    held = item.model_dump(mode="json")
    texts = {one.field: text_in(one, held) for one in form.columns if one.field}
    if item.item_id is None:
        raise ValueError(item)
    return Known(item.item_id, place.key, texts)


def _set(held: Json, class_: type[Part], field: str, value: Any, *, is_step: bool) -> None:
    """Set a field, or all that say when a step is. Raises Cannot where it takes no such value."""
    if value is None and NoneType not in get_args(class_.model_fields[field].annotation):
        value = ""
    new = value if is_step else {field: value}
    try:
        whole = class_.model_validate({**held, **new}).model_dump(mode="json")
    except ValidationError as error:
        raise Cannot(ProblemKind.UNFIT) from error
    for name in OF_A_STEP if is_step else (field,):
        if name in whole:
            held[name] = whole[name]
        else:
            held.pop(name, None)


class _Lists:
    """Which list a row is of: by its label when the workbook was made, or by the name that its item has now."""

    def __init__(
        self,
        form: Form,
        sheet: str,
        before: Mapping[Key, Place],
        now: Mapping[Key, Place],
        told: list[Problem],
    ) -> None:
        self.form, self.sheet, self.before, self.now, self.told = form, sheet, before, now, told
        self.labels: dict[str, Key] = {plain(one.label): key for key, one in before.items()}
        for key, one in now.items():
            self.labels.setdefault(plain(one.label), key)

    def said_in(self, entry: Entered) -> Key | None:
        """The list that a row names; where the sheet has one alone, that."""
        if not self.form.place:
            return next(iter(self.now), None)
        cell = entry.cells.get("")
        return self.labels.get(plain(cell.text)) if cell else None

    def of(self, entry: Entered, was: Key | None) -> Key | None:
        """The list that a row is to stand in; where it was, if it does not say or may not go there."""
        said = self.said_in(entry)
        if said is None and was is None and len(self.now) == 1:
            return next(iter(self.now))
        if said is None:
            if "" in entry.columns or was is None:
                typed = entry.cells[""].text if "" in entry.cells else ""
                kind = ProblemKind.UNKNOWN_PLACE if typed else ProblemKind.NO_PLACE
                self._tell(kind, entry, typed)
            return was
        if said != was and said not in self.now:  # what it names is taken out
            self._tell(ProblemKind.UNKNOWN_PLACE, entry, self._label(said))
            return was
        if was and said != was and not self._are_of_a_kind(was, said):
            self._tell(ProblemKind.FIXED_PLACE, entry, self._label(said))
            return was
        return said

    def _are_of_a_kind(self, was: Key, to: Key) -> bool:
        """An item stays of its kind: a vision is no strategy, an amount's project none of the others."""
        first, second = (self.now.get(one) or self.before[one] for one in (was, to))
        if first.class_ is not second.class_:
            return False
        names = (one.field.rpartition("/")[2] for one in (first, second))
        kinds = {kind_of(first.class_.model_construct(), one) for one in names}
        return len(kinds) == 1

    def _label(self, key: Key) -> str:
        return (self.now.get(key) or self.before[key]).label

    def _tell(self, kind: ProblemKind, entry: Entered, typed: str) -> None:
        cell = entry.cell_name("") if "" in entry.columns else str(entry.line + 1)
        self.told.append(Problem(kind=kind, sheet=self.sheet, cell=cell, typed=typed, of=self.form.place))
