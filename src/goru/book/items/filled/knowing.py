"""Which item a row of a workbook is: by the id it carries, else by what it says; where that is not sure, a person is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from uuid import UUID

from pydantic import BaseModel

from goru.book.items.filled.entries import Entered
from goru.book.items.filled.problems import Problem, ProblemKind
from goru.book.items.sheets import Form
from goru.book.items.walking import plain
from goru.book.model import MoneyLine, StrategyAmount
from goru.book.model.editions import PlacedRow

_ALIKE = 0.6
"""Of two names, from which on they may be one thing worded anew (as in goru.book.items.identifying)."""

_MOST_ALIKE = 200
"""Rows without an id that are compared with what is gone; of more, none is."""

_TOLD_BY = {
    MoneyLine: ("fiscal_year", "funding", "account"),
    StrategyAmount: ("strategy",),
    PlacedRow: (),
}
"""What tells rows of a class apart; all others their names or words."""

Key = tuple[UUID | None, str]


class Asked(BaseModel, frozen=True, defer_build=True):
    """A row without an id that may be an item whose row is gone: a person decides."""

    place: str
    name: str
    old_id: UUID
    old_name: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Known:
    """An item that a sheet had: the list it stands in, what its row said."""

    item: UUID
    place: Key
    texts: Mapping[str, str]


@dataclass(slots=True)
class Knowing:
    """The rows of a sheet with the items they are; None is a new one. `gone` are those that no row is."""

    rows: list[tuple[Entered, UUID | None]]
    gone: list[Known]
    asked: list[Asked] = field(default_factory=list)


def knowing(
    entries: Sequence[Entered],
    known: Sequence[Known],
    places: Sequence[Key | None],
    *,
    form: Form,
    sheet: str,
    same: Mapping[str, str],
    told: list[Problem],
) -> Knowing:
    """Who the rows are; `places` are the lists they say they are of, `same` what persons said of rows they were asked about.

    A row of which only the id is left is none, unless nothing else ever stood there.
    """
    return _Knowing(form, sheet, same, told).of(entries, known, places)


class _Knowing:
    def __init__(self, form: Form, sheet: str, same: Mapping[str, str], told: list[Problem]) -> None:
        self.form, self.sheet, self.same, self.told = form, sheet, same, told
        first = form.columns[1 if form.place else 0].field
        self.told_by = _TOLD_BY.get(form.class_, ("name",) if _has(form, "name") else (first,))
        self.asked: list[Asked] = []
        self.names: dict[UUID, str] = {}

    def of(self, entries: Sequence[Entered], known: Sequence[Known], places: Sequence[Key | None]) -> Knowing:
        self.names = {one.item: self._told_of(one) for one in known}
        empty = {str(one.item) for one in known if not any(one.texts.values())}
        standing = [
            (one, at)
            for one, at in zip(entries, places, strict=True)
            if not one.is_cleared or one.id.lower() in empty
        ]
        taken = self._by_ids([one for one, _ in standing], known)
        gone = {one.item: one for one in known if one.item not in set(taken.values())}
        left = [(one, at) for one, at in standing if one.line not in taken]
        for match in (self._as_named_there, self._as_named_anywhere, self._alike):
            for entry, at in left:
                if entry.line not in taken and (found := match(entry, at, gone, len(left))):
                    taken[entry.line] = found
                    del gone[found]
        return Knowing([(one, taken.get(one.line)) for one, _ in standing], list(gone.values()), self.asked)

    def _by_ids(self, entries: Sequence[Entered], known: Sequence[Known]) -> dict[int, UUID]:
        """Of rows that carry the same id the one that says most of what it said; the others are copies."""
        by_id = {str(one.item): one for one in known}
        found: dict[str, list[Entered]] = {}
        for entry in entries:
            if entry.id.lower() in by_id:
                found.setdefault(entry.id.lower(), []).append(entry)
        taken = {}
        for id_, rows in found.items():
            texts = by_id[id_].texts
            best = max(rows, key=lambda row: sum(_text(row, one) == said for one, said in texts.items()))
            taken[best.line] = by_id[id_].item
            self.told += [self._note(ProblemKind.COPIED, row) for row in rows if row is not best]
        return taken

    def _note(self, kind: ProblemKind, row: Entered) -> Problem:
        return Problem(kind=kind, sheet=self.sheet, cell=str(row.line + 1), typed=self._name(row))

    def _name(self, row: Entered) -> str:
        return " ".join(filter(None, (_text(row, one) for one in self.told_by)))

    def _as_named_there(
        self, row: Entered, at: Key | None, gone: Mapping[UUID, Known], _rows: int
    ) -> UUID | None:
        """The first of its name in the same list."""
        name = plain(self._name(row))
        for one in gone.values():
            if one.place == at and self.names[one.item] == name:
                self.told.append(self._note(ProblemKind.MATCHED, row))
                return one.item
        return None

    def _as_named_anywhere(
        self, row: Entered, _at: Key | None, gone: Mapping[UUID, Known], _rows: int
    ) -> UUID | None:
        """The only one of its name."""
        name = plain(self._name(row))
        found = [one.item for one in gone.values() if name and self.names[one.item] == name]
        if len(found) != 1 or self.form.class_ is MoneyLine:
            return None
        self.told.append(self._note(ProblemKind.MATCHED, row))
        return found[0]

    def _alike(self, row: Entered, at: Key | None, gone: Mapping[UUID, Known], rows: int) -> UUID | None:
        """The most alike of the same list, if a person took it for the same; else they are asked."""
        name = plain(self._name(row))
        if not name or rows > _MOST_ALIKE:
            return None
        near = {
            one.item: SequenceMatcher(None, name, self.names[one.item]).ratio()
            for one in gone.values()
            if one.place == at
        }
        best = max(near, key=lambda one: near[one], default=None)
        if best is None or near[best] < _ALIKE:
            return None
        place = f"{self.sheet}:{row.line}"
        answer = self.same.get(place)
        if answer is None:
            old = " ".join(filter(None, (gone[best].texts.get(one, "") for one in self.told_by)))
            cell = str(row.line + 1)
            asked = Asked(
                place=place, name=self._name(row), old_id=best, old_name=old, sheet=self.sheet, cell=cell
            )
            self.asked.append(asked)
        return best if answer == str(best) else None

    def _told_of(self, one: Known) -> str:
        return plain(" ".join(filter(None, (one.texts.get(name, "") for name in self.told_by))))


def _has(form: Form, name: str) -> bool:
    return any(one.field == name for one in form.columns)


def _text(row: Entered, name: str) -> str:
    cell = row.cells.get(name)
    return cell.text.strip() if cell else ""
