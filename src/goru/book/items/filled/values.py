"""What a cell says, as a person would have typed it into the field, and the value that this is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from goru.book.cells import Cell, CellKind
from goru.book.funds import account_of, funding_of
from goru.book.items import typed
from goru.book.items.filled.entries import plain
from goru.book.items.filled.problems import Cannot, ProblemKind
from goru.book.items.sheets import Column, ColumnKind
from goru.core import figures
from goru.core.text import normalise

_FIGURES = {ColumnKind.NUMBER, ColumnKind.WHOLE}
_TIMES = {ColumnKind.PERIOD, ColumnKind.STEP}
_YES = {"예", "네", "o", "y", "yes", "true", "1", "v", "✓", "✔", "○"}
_NO = {"", "아니요", "아니오", "x", "n", "no", "false", "0", "-"}
_DAY = re.compile(r"(?:(?P<year>\d{2}|\d{4})[-/.] ?)?(?P<month>\d{1,2})[-/.] ?(?P<day>\d{1,2})\.?")
_MONTH = re.compile(r"(?P<year>\d{4})[-/.] ?(?P<month>\d{1,2})\.?")


def said_by(cell: Cell | None, column: Column, seen: str) -> str:
    """What a cell says in a column, where `seen` stood when the workbook was made. Raises Cannot.

    What a spreadsheet made of it by itself (a number or a day of text) is what it was.
    """
    if cell is None:
        return ""
    match cell.kind:
        case CellKind.UNKNOWN | CellKind.ERROR:
            raise Cannot(ProblemKind(cell.kind.value))
        case CellKind.DATE if column.kind not in _TIMES:
            if not _is_day(seen, cell.text):
                raise Cannot(ProblemKind.DATE)
            return seen
        case CellKind.PERCENT if column.kind in _FIGURES:
            raise Cannot(ProblemKind.PERCENT)
        case CellKind.NUMBER | CellKind.PERCENT if column.kind not in _FIGURES:
            return seen if _is_figure(seen, cell.text) else cell.text
    said = normalise(cell.text)
    return said.lstrip("'") if column.kind in _FIGURES else said


def _is_day(seen: str, day: str) -> bool:
    """Whether words were taken for a day: 1-1, 2025-03."""
    year, month, number = day.split("-")
    found = _DAY.fullmatch(seen)
    if found and (int(found["month"]), int(found["day"])) == (int(month), int(number)):
        return not found["year"] or year.endswith(found["year"])
    found = _MONTH.fullmatch(seen)
    return bool(found and number == "01" and (found["year"], int(found["month"])) == (year, int(month)))


def _is_figure(seen: str, now: str) -> bool:
    before = figures.number(seen, "%")
    after: Decimal | None = figures.number(now)
    return before is not None and before == after


def value_of(said: str, column: Column, year: int) -> Any:
    """The value of what was said. Raises Cannot."""
    if column.kind == ColumnKind.TICK:
        return _ticked(said)
    if column.choices is not None:
        return _chosen(said, column)
    try:
        return _READ[column.kind](said, year)
    except typed.NoValue as error:
        raise Cannot(ProblemKind(error.wanted.value)) from error


def _ticked(said: str) -> bool:
    word = plain(said)
    if word not in _YES | _NO:
        raise Cannot(ProblemKind.CHOICE)
    return word in _YES


def _chosen(said: str, column: Column) -> str | None:
    if not said:
        return None
    for value, label in (column.choices or {}).items():
        if plain(said) in (plain(value), plain(label)):
            return value
    if column.field in _OTHER_WORDS and (known := _OTHER_WORDS[column.field](said)):
        return known
    raise Cannot(ProblemKind.CHOICE)


_OTHER_WORDS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "funding": funding_of,
    "account": account_of,
}
"""What reads the words that a field's choices are called by too."""

_READ: Final[Mapping[ColumnKind, Callable[[str, int], Any]]] = {
    ColumnKind.LONG: typed.words,
    ColumnKind.LINE: typed.words_or_none,
    ColumnKind.STRATEGY: typed.words,
    ColumnKind.NUMBER: typed.number,
    ColumnKind.WHOLE: typed.whole,
    ColumnKind.PERIOD: typed.period,
    ColumnKind.STEP: typed.step,
    ColumnKind.REGIONS: typed.places,
}
