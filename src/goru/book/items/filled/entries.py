"""The rows of a sheet as its form has them, however a spreadsheet program or a person re-arranged it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goru.book.cells import Cell, CellKind, Merged, Sheet, place_name
from goru.book.items.filled.problems import Problem, ProblemKind
from goru.book.items.sheets import Column, ColumnKind, Form
from goru.core.text import folded, squeeze

ID = "항목 번호"
_FIRST_ROWS = 30
"""Among which the heads are looked for."""

MOST_ROWS = 1_000
"""Of a sheet that is read; the largest plan has some three hundred in one."""

_SHARED = {ColumnKind.PLACE, ColumnKind.STRATEGY, ColumnKind.CHOICE}
"""Columns in which cells that were made one say the same of all their rows."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A row: its place from 0, the id in it, the cell of each column by its field; `covered` are those made one with others."""

    line: int
    id: str
    cells: Mapping[str, Cell]
    columns: Mapping[str, int]
    covered: frozenset[str]

    def cell_name(self, field: str) -> str:
        """Where the cell of a field stands: `F12`."""
        return place_name(self.line, self.columns[field])

    @property
    def is_cleared(self) -> bool:
        """Whether nothing stands in it but what list it is of."""
        return not any(field for field in self.cells)


def plain(name: str) -> str:
    """A name of a sheet, a column or a place whatever its spacing and capitals."""
    return folded(squeeze(name))


def entered(sheet: Sheet, form: Form, told: list[Problem]) -> list[Entered] | None:
    """The rows that hold anything, in their order; says what the sheet lacks, and has more.

    None where it has no heads, or far too many rows.
    """
    rows = sheet.rows()
    heads = _heads(rows, form)
    if heads is None:
        told.append(Problem(kind=ProblemKind.NO_HEADS, sheet=sheet.name))
        return None
    line, columns, id_at = heads
    told += _missing_and_more(sheet, form, rows[line], columns, id_at, line)
    if len(rows) > MOST_ROWS:
        told.append(Problem(kind=ProblemKind.TOO_MANY, sheet=sheet.name, of=f"{MOST_ROWS:,}"))
        return None
    covering = _covering(sheet.merged, list(rows))
    found = (_entered(at, rows, columns, id_at, form, covering.get(at, ())) for at in rows if at > line)
    return [one for one in found if one.id or one.cells]


def _heads(
    rows: Mapping[int, Mapping[int, Cell]], form: Form
) -> tuple[int, dict[str, int], int | None] | None:
    """The row of the heads: the one with most of them, at least half; the columns by field; that of the ids."""
    wanted = {plain(one.title): one.field for one in form.columns}
    best: tuple[int, dict[str, int], int | None] | None = None
    for line in [at for at in rows if at < _FIRST_ROWS]:
        columns: dict[str, int] = {}
        id_at = None
        for column, cell in rows[line].items():
            name = plain(cell.text)
            if name == plain(ID):
                id_at = column
            elif name in wanted:
                columns.setdefault(wanted[name], column)
        if len(columns) * 2 >= len(wanted) and (best is None or len(columns) > len(best[1])):
            best = line, columns, id_at
    return best


def _missing_and_more(
    sheet: Sheet,
    form: Form,
    heads: Mapping[int, Cell],
    columns: Mapping[str, int],
    id_at: int | None,
    line: int,
) -> Iterator[Problem]:
    for one in form.columns:
        if one.field not in columns:
            yield Problem(kind=ProblemKind.NO_COLUMN, sheet=sheet.name, of=one.title)
    known = {*columns.values(), id_at}
    for at, cell in heads.items():
        if at not in known and cell.text.strip():
            where = place_name(line, at)
            yield Problem(kind=ProblemKind.OTHER_COLUMN, sheet=sheet.name, cell=where, typed=cell.text)


def _covering(merged: Sequence[Merged], lines: Sequence[int]) -> dict[int, list[Merged]]:
    """By the row, what cells were made one there."""
    found: dict[int, list[Merged]] = {}
    for one in merged:
        for line in lines[bisect_left(lines, one.first_row) : bisect_right(lines, one.last_row)]:
            found.setdefault(line, []).append(one)
    return found


def _entered(
    line: int,
    rows: Mapping[int, Mapping[int, Cell]],
    columns: Mapping[str, int],
    id_at: int | None,
    form: Form,
    covering: Sequence[Merged],
) -> Entered:
    row = rows[line]
    cells: dict[str, Cell] = {}
    covered: set[str] = set()
    for column in form.columns:
        if (at := columns.get(column.field)) is None:
            continue
        found = row.get(at)
        if found is None and (over := _over(line, at, covering)):
            found = _shared(column, at, over, rows)
            covered |= set() if found else {column.field}
        if found and (found.text.strip() or found.kind == CellKind.UNKNOWN):
            cells[column.field] = found
    own = row.get(id_at) if id_at is not None else None
    return Entered(line, own.text.strip() if own else "", cells, columns, frozenset(covered))


def _over(line: int, at: int, covering: Sequence[Merged]) -> Merged | None:
    """The cells made one that a cell is in, not as their first."""
    for one in covering:
        if one.first_column <= at <= one.last_column and (line, at) != (one.first_row, one.first_column):
            return one
    return None


def _shared(column: Column, at: int, over: Merged, rows: Mapping[int, Mapping[int, Cell]]) -> Cell | None:
    if column.kind in _SHARED and over.first_column == at:
        return rows.get(over.first_row, {}).get(at)
    return None
