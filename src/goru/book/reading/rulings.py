"""Lines drawn on a page → ruled tables: which cell a letter stands in."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

_NEAR = 3.0
"""Points within which two lines are one: borders are drawn twice, and a little beside each other."""

_NARROW = 5.0
"""Points that a cell is wide and high at least."""

_ROWS = 1.5
"""Of its lowest row, how high a row can be in which nothing is drawn down: a paragraph between two tables is higher."""

_MOST_PLACES = 5_000
"""Of the grid of one table."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line from `start` to `end`, across at `at`: horizontal ones run along x at a height, vertical ones along y."""

    at: float
    start: float
    end: float


Reach = tuple[float, float]
"""From where to where something is drawn."""

Rulings = tuple[list[Ruling], list[Ruling]]
"""The horizontal and the vertical lines of a page."""

At = tuple[int, int]


@dataclass(frozen=True, eq=False, slots=True)
class RuledTable:
    """A table: its columns' and rows' edges from left and from below, and which places are one cell."""

    xs: Sequence[float]
    ys: Sequence[float]
    cells: dict[At, At] = field(default_factory=dict)
    """By the place in the grid, the place of its cell's first row and column; rows count from above."""

    def cell_at(self, x: float, y: float) -> At | None:
        """The cell in which a point lies."""
        column, row = bisect_right(self.xs, x) - 1, len(self.ys) - 1 - bisect_right(self.ys, y)
        return self.cells.get((row, column))

    @property
    def is_table(self) -> bool:
        """Whether any row has more than one cell: a frame around lines is no table."""
        rows: dict[int, set[At]] = defaultdict(set)
        for (row, _), cell in self.cells.items():
            rows[row].add(cell)
        return any(len(cells) > 1 for cells in rows.values())


def tables_of(rulings: Rulings) -> list[RuledTable]:
    """The tables that the lines make."""
    parts = [part for part in _parts(*rulings) if all(part)]
    return [table for table in (_table(*part) for part in parts) if table is not None and table.is_table]


def _parts(rows: list[Ruling], columns: list[Ruling]) -> Iterator[Rulings]:
    """The lines of one table after the other: cut where nothing reaches from one to the next."""
    for bottom, top in _joined(_reaches((line.start, line.end) for line in columns), rows, columns):
        level = [line for line in rows if bottom - _NEAR <= line.at <= top + _NEAR]
        upright = [line for line in columns if bottom <= line.start and line.end <= top]
        points = [(line.at, line.at) for line in upright]
        sides = list(_reaches([*((line.start, line.end) for line in level), *points]))
        for left, right in sides:
            part = (
                [line for line in level if left <= line.start and line.end <= right],
                [line for line in upright if left <= line.at <= right],
            )
            if len(sides) > 1:
                yield from _parts(*part)
            else:
                yield part


def _joined(reaches: Iterable[Reach], rows: list[Ruling], columns: list[Ruling]) -> Iterator[Reach]:
    """Reaches of a table open at its sides as one, where between them a row is one cell: nothing is drawn down it."""
    below: Reach | None = None
    for above in reaches:
        if below and _is_one_cell_between(below, above, rows, columns):
            below = below[0], above[1]
            continue
        if below:
            yield below
        below = above
    if below:
        yield below


def _is_one_cell_between(below: Reach, above: Reach, rows: list[Ruling], columns: list[Ruling]) -> bool:
    """Whether the lines on both sides of a gap are as wide, the gap no higher than a row, and no side of either is drawn."""
    sides, others = _width_at(below[1], rows), _width_at(above[0], rows)
    if (
        not sides
        or not others
        or any(abs(one - other) > _NEAR for one, other in zip(sides, others, strict=True))
    ):
        return False
    if any(abs(line.at - side) <= _NEAR for line in columns for side in sides if _is_in(line, below, above)):
        return False
    heights = [
        high - low
        for reach in (below, above)
        for low, high in itertools.pairwise(_edges(line.at for line in rows if _reaches_to(line, reach)))
    ]
    return above[0] - below[1] <= _ROWS * min(heights, default=0)


def _width_at(at: float, rows: list[Ruling]) -> Reach | None:
    """From where to where the lines at a height reach."""
    there = [line for line in rows if abs(line.at - at) <= _NEAR]
    return (min(line.start for line in there), max(line.end for line in there)) if there else None


def _is_in(line: Ruling, *reaches: Reach) -> bool:
    return any(bottom <= line.start and line.end <= top for bottom, top in reaches)


def _reaches_to(line: Ruling, reach: Reach) -> bool:
    return reach[0] - _NEAR <= line.at <= reach[1] + _NEAR


def _reaches(spans: Iterable[Reach]) -> Iterator[Reach]:
    """Spans that touch as one."""
    reach: Reach | None = None
    for start, end in sorted(spans):
        if reach is None or start > reach[1] + _NEAR:
            if reach is not None:
                yield reach
            reach = (start, end)
        else:
            reach = (reach[0], max(reach[1], end))
    if reach is not None:
        yield reach


def _table(rows: list[Ruling], columns: list[Ruling]) -> RuledTable | None:
    xs = _edges([*(line.at for line in columns), *_ends(rows)])
    ys = _edges([*(line.at for line in rows), *_ends(columns)])
    width, height = len(xs) - 1, len(ys) - 1
    if min(width, height) < 1 or width * height > _MOST_PLACES:
        return None
    below = _drawn(rows, ys, xs)
    beside = _drawn(columns, xs, ys)
    one_with: dict[At, At] = {}
    for row in range(height):
        for column in range(width):
            level = height - 1 - row
            if column and (column, level) not in beside:
                _unite(one_with, (row, column - 1), (row, column))
            if row and (level + 1, column) not in below:
                _unite(one_with, (row - 1, column), (row, column))
    table = RuledTable(xs, ys)
    _keep_wide(
        table,
        {(row, column): _first(one_with, (row, column)) for row in range(height) for column in range(width)},
    )
    return table


def _keep_wide(table: RuledTable, cells: dict[At, At]) -> None:
    """The cells with room for a letter: what lies between two borders has none."""
    high: dict[At, float] = defaultdict(float)
    wide: dict[At, float] = defaultdict(float)
    for (row, column), cell in cells.items():
        if column == cell[1]:
            high[cell] += table.ys[-1 - row] - table.ys[-2 - row]
        if row == cell[0]:
            wide[cell] += table.xs[column + 1] - table.xs[column]
    table.cells.update({at: cell for at, cell in cells.items() if min(high[cell], wide[cell]) > _NARROW})


def _ends(lines: Iterable[Ruling]) -> Iterator[float]:
    for line in lines:
        yield line.start
        yield line.end


def _edges(places: Iterable[float]) -> list[float]:
    """The places, those near to each other as one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place > edges[-1] + _NEAR:
            edges.append(place)
    return edges


def _drawn(lines: Iterable[Ruling], places: Sequence[float], along: Sequence[float]) -> set[At]:
    """Which pieces of the grid's lines are drawn: by the line's place and the piece along it."""
    middles = [(start + end) / 2 for start, end in itertools.pairwise(along)]
    drawn: set[At] = set()
    for line in lines:
        place = bisect_right(places, line.at) - 1
        first, last = bisect_right(middles, line.start), bisect_right(middles, line.end)
        drawn.update((place, piece) for piece in range(first, last))
    return drawn


def _first(one_with: dict[At, At], place: At) -> At:
    while place in one_with:
        place = one_with[place]
    return place


def _unite(one_with: dict[At, At], one: At, other: At) -> None:
    first, last = sorted((_first(one_with, one), _first(one_with, other)))
    if first != last:
        one_with[last] = first
