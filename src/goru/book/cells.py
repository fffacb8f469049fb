"""The cells of a workbook, as they are read: what stands in each, and how a person sees it there."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel


class CellKind(StrEnum):
    """What a cell holds. Of a formula it is the value that was worked out last; `UNKNOWN` where none was."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TRUTH = "truth"
    ERROR = "error"
    UNKNOWN = "unknown"


class Cell(NamedTuple):
    """A cell that holds something: `text` is a number as it is kept, a day as `2025-03-01`, a share as `52.9%`."""

    kind: CellKind
    text: str


class CellAt(NamedTuple):
    """A cell and where it stands, from 0."""

    row: int
    column: int
    kind: CellKind
    text: str


class Merged(NamedTuple):
    """Cells that are one: from where to where, from 0, both included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Sheet(BaseModel, frozen=True, defer_build=True):
    """A sheet: its name, its cells row by row, the runs of cells that are one."""

    name: str
    cells: list[CellAt]
    merged: list[Merged] = []

    def rows(self) -> dict[int, dict[int, Cell]]:
        """The rows that hold anything, in order, each by its columns."""
        found: dict[int, dict[int, Cell]] = {}
        for row, column, kind, text in self.cells:
            found.setdefault(row, {})[column] = Cell(kind, text)
        return dict(sorted(found.items()))


def place_name(row: int, column: int) -> str:
    """A place as spreadsheets call it: `H19`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
