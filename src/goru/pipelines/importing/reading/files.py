"""A file that is brought into an open edition is read: only when one is, for this loads all that reads files."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import BinaryIO

from goru.book.composing import decompose
from goru.book.model import Source
from goru.book.model.editions import InstitutionPlan
from goru.book.model.parts import held_by
from goru.book.opening import Broken, Opened, OpenedWorkbook, open_any
from goru.book.reading import Line, Lines, Unreadable
from goru.book.reading.lines import named_place
from goru.book.register import Institution
from goru.pipelines.importing.reading.brought import BroughtPlan, BroughtWorkbook, NotBrought, place_of

_LOG = logging.getLogger(__name__)
_BROKEN = (
    "프로그램 오류로 읽지 못했습니다. 다시 저장한 파일을 올려 보고, 되풀이되면 운영자에게 알려 주세요.",
    "A fault of the program: it was not read. Save the file again; if that does not help, tell the operator.",
)
_FEW = 6
"""Of a place with more lines the last are shown."""


def brought(
    file: BinaryIO, name: str, *, own: Sequence[Institution], year: int, kind: str, institution: str
) -> BroughtWorkbook | BroughtPlan | list[str]:
    """A workbook, or the plan of an institution that a document prints; where it has none, whose plans it has.

    Raises NotBrought.
    """
    try:
        opened = open_any(file, name, year=year, own=own)
    except Unreadable as error:
        raise NotBrought(str(error), error.english) from error
    except Broken as error:
        _LOG.exception("a file that was brought in broke its reading")
        raise NotBrought(*_BROKEN) from error
    if isinstance(opened, OpenedWorkbook):
        return BroughtWorkbook(sheets=opened.sheets)
    return plan_in(opened, kind=kind, institution=institution)


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
