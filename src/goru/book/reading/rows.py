"""A table's row as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def row_of(cells: Iterable[Sequence[T]], join: Callable[[T, T], T]) -> list[T]:
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
