"""The money of a project as a grid: a row a fiscal year and account, a column a funding, with the sums of both."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from typing import Any, Final
from uuid import UUID, uuid5

from goru.book.model import MoneyLine, Project
from goru.core.money import WON

ASKED: Final = ("national", "provincial", "municipal", "private")
"""The columns that a form always has: 국비, 시·도비, 시·군·구비, 민자."""

ALL: Final = ("national", "local", "provincial", "municipal", "private", "combined")
"""All there may be, in their order; `combined` is the stated sum of a row, or all that is said of it."""

_PRINTED: Final = (*ALL, "")

OF_A_ROW: Final = ("fiscal_year", "account", "phase", "unit", "block_grant", "research")
"""What all lines of a row have in common."""


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of one year and account by their fundings; a line that says no funding is `combined`."""

    common: Mapping[str, Any]
    lines: dict[str, MoneyLine] = field(default_factory=dict)

    @property
    def first(self) -> MoneyLine:
        """The line that a row is known by."""
        return next(iter(self.lines.values()))

    @property
    def total(self) -> Decimal | None:
        """What its lines come to, in its unit; the stated sum only where nothing else is said. None where none says any."""
        said = {key: one.amount for key, one in self.lines.items() if one.amount is not None}
        parts = [amount for key, amount in said.items() if key != "combined"]
        return sum(parts, Decimal(0)) if parts else said.get("combined")

    @property
    def stated(self) -> Decimal | None:
        """The stated sum, where there are parts beside it."""
        is_beside = any(one.amount is not None for key, one in self.lines.items() if key != "combined")
        line = self.lines.get("combined")
        return line.amount if line and is_beside else None


@dataclass(frozen=True, slots=True)
class Grid:
    """The money of a project: its rows, the fundings that have a column, the unit that its sums are in."""

    project: UUID | None
    rows: Sequence[Row]
    columns: Sequence[str]
    unit: str

    def sum_of(self, funding: str) -> Decimal | None:
        """What a column comes to."""
        return self._sum((_amount(row, funding), row) for row in self.rows)

    @property
    def total(self) -> Decimal | None:
        """What all rows come to."""
        return self._sum((row.total, row) for row in self.rows)

    def sum_of_year(self, year: int, funding: str | None = None, *, unit: str = "") -> Decimal | None:
        """What the rows of a year come to, of money that is planned; those that say no year are the plan's.

        Of a funding its column alone; in `unit` where one is given.
        """
        rows = [row for row in self.rows if (row.common["fiscal_year"] or year) == year]
        planned = [row for row in rows if row.common["phase"] in (None, "plan")]
        return self._sum(((_amount(row, funding), row) for row in planned), unit)

    def _sum(self, amounts: Iterator[tuple[Decimal | None, Row]], unit: str = "") -> Decimal | None:
        said = [
            amount * WON.get(row.common["unit"], 1) / WON.get(unit or self.unit, 1)
            for amount, row in amounts
            if amount is not None
        ]
        return sum(said, Decimal(0)) if said else None


def grid_of(project: Project, *, unit: str = "", columns: Sequence[str] = ()) -> Grid:
    """The grid of a project's lines, by year; `columns` are there whether or not a line is in them.

    Its unit is that of its lines or, where they differ or there are none, the one that is given.
    """
    rows: list[Row] = []
    for line in project.money:
        row = next((one for one in rows if _takes(one, line)), None)
        if row is None:
            rows.append(row := Row(_common(line)))
        row.lines[_funding(line)] = line
    rows = [Row(row.common, {key: row.lines[key] for key in ALL if key in row.lines}) for row in rows]
    units = {row.common["unit"] for row in rows}
    held = {key for row in rows for key in row.lines} | {*columns}
    return Grid(
        project.item_id,
        sorted(rows, key=lambda row: row.common["fiscal_year"] or 0),
        [one for one in ALL if one in held],
        units.pop() if len(units) == 1 else unit,
    )


def rows_in_order(lines: Sequence[MoneyLine]) -> list[Row]:
    """Rows that, read one after another, give the lines in their order: what is printed. `""` is of no funding."""
    rows: list[Row] = []
    for line in lines:
        last = rows[-1] if rows else None
        key = line.funding or ""
        at = _PRINTED.index(key)
        is_behind = last is not None and all(_PRINTED.index(one) < at for one in last.lines)
        if last is None or last.common != _common(line) or not is_behind:
            rows.append(last := Row(_common(line)))
        last.lines[key] = line
    return rows


def id_of_line(project: UUID, common: Mapping[str, Any], funding: str, taken: Container[UUID]) -> UUID:
    """The id of the line that a cell will be: the same whoever fills it, so that no two lines say one amount.

    `taken` are the ids that lines have already, which may have been of this cell once.
    """
    said = " ".join([*(str(common[name]) for name in OF_A_ROW), funding])
    found = (uuid5(project, f"{said} {number}") for number in count())
    return next(one for one in found if one not in taken)


def place_of_line(project: Project, row: Row, funding: str) -> int:
    """Where among a project's lines the one of a cell shall stand: in its row, in the order of the columns."""
    before = [one for key, one in row.lines.items() if ALL.index(key) < ALL.index(funding)]
    return project.money.index(before[-1]) + 1 if before else project.money.index(row.first)


def _amount(row: Row, funding: str | None) -> Decimal | None:
    """That of a column; of none of them the row's sum."""
    if funding is None:
        return row.total
    return row.lines[funding].amount if funding in row.lines else None


def _common(line: MoneyLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in OF_A_ROW}


def _takes(row: Row, line: MoneyLine) -> bool:
    return row.common == _common(line) and _funding(line) not in row.lines


def _funding(line: MoneyLine) -> str:
    return line.funding or "combined"
