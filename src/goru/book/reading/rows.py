"""A table's row as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def cell_name(row: int, column: int) -> str:
    """As a worksheet names a cell: B2 for the second of the second row."""
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return f"{letters}{row + 1}"


def column_of(cell: str) -> int:
    """The column in which a cell of such a name stands, from 0."""
    column = 0
    for letter in cell.rpartition(" ")[2].rstrip("0123456789"):
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def row_of(cells: Iterable[list[T]], join: Callable[[T, T], T]) -> list[T]:
    """A line for the row, up to the first line of a cell that holds several; the others are lines of their own."""
    lines: list[T] = []
    is_open = False
    for held in cells:
        first, *rest = held
        if is_open:
            first = join(lines.pop(), first)
        lines += [first, *rest]
        is_open = not rest
    return lines
