"""What became of every line of a document, as `goru read --account` prints it."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from pydantic import BaseModel

from goru.book.completeness import LINES, Completeness, completeness
from goru.book.model import LineKind, Unread
from goru.book.opening import Opened
from goru.book.reading.lines import named_place
from goru.cli.completeness import completeness_lines

ACCOUNT: tuple[LineKind, ...] = get_args(LineKind)
_NO_LINES = "줄이 없는 자료입니다. (Data has no lines.)"


class _Account(BaseModel):
    """The account as data: how much was read, what became of how many lines, the runs that were not read."""

    completeness: Completeness
    lines: dict[LineKind, int]
    unread: list[Unread]


def account(opened: Opened) -> str:
    """How much was read, and the five shares of lines; data have no lines."""
    counts, whole = Counter(opened.kinds), len(opened.kinds)
    rows = [
        f"{counts[kind]:>7,} {counts[kind] / whole:>6.1%}  {LINES[kind][0]} ({kind})"
        for kind in ACCOUNT
        if whole
    ]
    rows.append(f"{whole:>7,} 100.0%  모두 (all)" if whole else _NO_LINES)
    return completeness_lines(opened.book, "ko") + "".join(f"{row}\n" for row in rows)


def account_as_json(opened: Opened) -> str:
    """The same as data, with the places that were not read."""
    counts = Counter(opened.kinds)
    said = _Account(
        completeness=completeness(opened.book),
        lines={kind: counts[kind] for kind in ACCOUNT},
        unread=opened.book.unread,
    )
    return said.model_dump_json(indent=1) + "\n"


def lines_that_became(kind: LineKind, opened: Opened) -> str:
    """The lines of one of the five kinds, with their places."""
    if not opened.kinds:
        return f"{_NO_LINES}\n"
    every = zip([*opened.printed, *opened.beside], opened.kinds, strict=True)
    return "".join(
        f"{named_place(number, page, cell)[0]}: {text}\n"
        for (text, number, page, cell), became in every
        if became == kind
    )
