"""Which cells stand in which row of a HWPX table, by their addresses and spans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from goru.book.reading.elements import children, number_of
from goru.book.reading.rows import cell_name

_MOST_COLUMNS = 1000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands; none where an empty place has no cell of its own."""

    row: int
    column: int
    cell: etree._Element | None

    @property
    def at(self) -> tuple[int, int]:
        """Its row and column."""
        return self.row, self.column

    @property
    def name(self) -> str:
        """As a worksheet names it."""
        return cell_name(self.row, self.column)


def rows_of(table: etree._Element) -> Iterator[list[Place]]:
    """The table's rows, each from left to right: a merged cell once, an empty place as a cell where others follow."""
    stated = _by_address(table)
    covered: dict[int, int] = {}
    for number, cells in sorted((stated or _counted(table)).items()):
        yield _row(number, cells, covered, is_stated=stated is not None)


def _by_address(table: etree._Element) -> dict[int, dict[int, etree._Element]] | None:
    """The cells by the addresses that they state; none where one has no address, or two have the same."""
    rows: dict[int, dict[int, etree._Element]] = defaultdict(dict)
    for cell in (cell for row in children(table, "tr") for cell in children(row, "tc")):
        address = next(children(cell, "cellAddr"), None)
        if address is None:
            return None
        row, column = number_of(address, "rowAddr", -1), number_of(address, "colAddr", -1)
        if row < 0 or not 0 <= column < _MOST_COLUMNS or column in rows[row]:
            return None
        rows[row][column] = cell
    return rows


def _counted(table: etree._Element) -> dict[int, dict[int, etree._Element]]:
    return {number: dict(enumerate(children(row, "tc"))) for number, row in enumerate(children(table, "tr"))}


def _row(
    number: int, cells: dict[int, etree._Element], covered: dict[int, int], *, is_stated: bool
) -> list[Place]:
    """The places of one row; `covered` says up to which row each column belongs to a cell above or beside."""
    places: list[Place] = []
    free = 0
    for column, cell in sorted(cells.items()):
        if is_stated:
            gaps = (gap for gap in range(free, column) if covered.get(gap, -1) < number)
            places += [Place(number, gap, None) for gap in gaps]
        is_hidden = is_stated and covered.get(column, -1) >= number
        if not is_hidden or "".join(map(str, cell.itertext())).strip():
            places.append(Place(number, column, cell))
        free = max(free, column + 1)
        if not is_hidden:
            wide, high = _spans(cell)
            covered.update(dict.fromkeys(range(column, min(column + wide, _MOST_COLUMNS)), number + high - 1))
    return places


def _spans(cell: etree._Element) -> tuple[int, int]:
    span = next(children(cell, "cellSpan"), None)
    return (1, 1) if span is None else (number_of(span, "colSpan", 1), number_of(span, "rowSpan", 1))
