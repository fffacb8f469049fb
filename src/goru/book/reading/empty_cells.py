"""Which empty cells of a table stand where others print a figure: they say what a plan prints as `-`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from goru.book.reading.cleaning import clean

NO_VALUE = "-"
_FIGURE = re.compile(r"(?:[-+△▲↓] ?)?\d[\d,]*(?:\.\d+)?(?:\('?\d\d\))?(?:%p?|억원|백만원|개)?|-|신규")
_HEAD = re.compile(r"억 ?원|백만 ?원|조 ?원|예산|국비|지방비|민자|금액|총 ?액|실적|목표|증감|사업 ?수|\(개\)")
_LONG = 30
"""Letters that no figure has."""

Cells = Mapping[tuple[int, int], str]
"""The text of each cell by its row and column."""


def without_value(cells: Cells) -> set[tuple[int, int]]:
    """The empty cells in a row or a column of figures; a row of many that holds but one text is a heading, none of values."""
    if all(cells.values()):
        return set()
    filled = {at: clean(text) if len(text) < _LONG else text for at, text in cells.items() if text}
    figures = {at for at, text in filled.items() if _FIGURE.fullmatch(text)}
    in_row = Counter(row for row, _ in filled)
    wide = Counter(row for row, _ in cells)
    values = Counter(row for row, _ in figures)
    columns = set(_columns(filled, figures))
    head = min(row for row, _ in cells)
    return {
        (row, column)
        for (row, column), text in cells.items()
        if not text
        and in_row[row] >= min(max(wide[row] - 1, 1), 2)
        and (values[row] * 2 >= in_row[row] or (row > head and column in columns))
    }


def _columns(filled: Cells, figures: set[tuple[int, int]]) -> Iterator[int]:
    """The columns of figures: by most of their cells, or by their head alone."""
    below: dict[int, list[bool]] = defaultdict(list)
    head = min((row for row, _ in filled), default=0)
    for row, column in filled:
        if row > head:
            below[column].append((row, column) in figures)
        elif _HEAD.search(filled[row, column]):
            below[column] = below[column]
    for column, are_figures in below.items():
        if sum(are_figures) * 2 >= len(are_figures):
            yield column
