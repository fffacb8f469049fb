"""What a file that was brought into an open edition says of its plan, kept until somebody decides on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from goru.book.composing import decompose
from goru.book.model import Source
from goru.book.model.editions import InstitutionPlan
from goru.book.model.parts import held_by
from goru.book.reading.lines import Line, Lines, named_place
from goru.book.reading.workbook import Sheet

if TYPE_CHECKING:  # it loads all that reads files
    from goru.book.opening import Opened

_FEW = 6
"""Of a place with more lines the last are shown."""


class BroughtWorkbook(BaseModel, frozen=True, defer_build=True):
    """The sheets of a workbook."""

    kind: Literal["workbook"] = "workbook"
    sheets: list[Sheet]


class BroughtPlan(BaseModel, frozen=True, defer_build=True):
    """A plan that a document prints, the lines of its places (`place_of`), whose other plans the document has."""

    kind: Literal["plan"] = "plan"
    value: InstitutionPlan
    printed: dict[str, list[str]]
    others: list[str]


def place_of(source: Source) -> str:
    """A place in a document, in a word."""
    ends = source.first_line, source.page, source.last_line, source.last_page, source.cell
    return ":".join("" if one is None else str(one) for one in ends)


def plan_in(opened: Opened, *, kind: str, institution: str) -> BroughtPlan | list[str]:
    """The plan of an institution that a document prints; where it has none, whose plans it has."""
    plans = [one for one in decompose(opened.book).plans if one.plan or one.tasks]
    own = next((one for one in plans if (one.kind, one.institution) == (kind, institution)), None)
    others = [one.institution for one in plans if one is not own]
    if own is None:
        return others
    return BroughtPlan(value=own, printed=_printed(own, opened.lines), others=others)


def _printed(value: InstitutionPlan, lines: Lines | None) -> dict[str, list[str]]:
    every = lines.all if lines else ()
    at = {(one.page, one.number, cell): i for i, one in enumerate(every) for cell in (one.cell, None)}
    found: dict[str, list[str]] = {}
    for source in held_by(value, Source):
        first = at.get((source.page, source.first_line, source.cell))
        end = source.last_page or source.page, source.last_line
        last = at.get((*end, source.cell), at.get((*end, None), first))
        if first is not None and last is not None:
            found[place_of(source)] = [_said(one) for one in every[first : last + 1][-_FEW:]]
    return found


def _said(line: Line) -> str:
    return f"{named_place(line.number, line.page, line.cell)[0]} {line.text}"
