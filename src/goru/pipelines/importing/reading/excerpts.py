"""The printed lines that a finding rests on, each with its neighbours, the wrong figure marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from goru.book.model import Finding, Source
from goru.book.reading import Line, Lines
from goru.pipelines.importing.reading.checked import Checked, PrintedLine

NEIGHBOURS = 2
_FEW = 6
"""Of a place with more lines only the last is shown, where a table has its total."""


def with_excerpts(findings: Iterable[Finding], lines: Lines | None) -> list[Checked]:
    """The findings with what is printed at their places."""
    every = lines.all if lines else ()
    positions = {
        (line.page, line.number, cell): i for i, line in enumerate(every) for cell in (line.cell, None)
    }
    return [
        Checked(
            finding=one,
            excerpts=tuple(
                found for source in one.sources if (found := _excerpt(source, one.found, every, positions))
            ),
        )
        for one in findings
    ]


def _excerpt(
    source: Source,
    wrong: object,
    lines: tuple[Line, ...],
    positions: dict[tuple[int | None, int, str | None], int],
) -> tuple[PrintedLine, ...]:
    first = positions.get((source.page, source.first_line, source.cell))
    end = source.last_page or source.page, source.last_line
    last = positions.get((*end, source.cell), positions.get((*end, None), first))
    if first is None or last is None:
        return ()
    if last - first >= _FEW:
        first = last
    start = max(first - NEIGHBOURS, 0)
    return tuple(
        _printed(line, wrong, is_source=first <= i <= last)
        for i, line in enumerate(lines[start : last + NEIGHBOURS + 1], start=start)
    )


def _printed(line: Line, wrong: object, *, is_source: bool) -> PrintedLine:
    parts = marked(line.text, wrong) if is_source else (line.text,)
    return PrintedLine(page=line.page, number=line.number, cell=line.cell, parts=parts, is_source=is_source)


def marked(text: str, wrong: object) -> tuple[str, ...]:
    """The text before, the wrong figure, the text after; the text alone where the figure is not in it just once."""
    if (
        isinstance(wrong, bool)
        or not isinstance(wrong, int | float | Decimal | str)
        or not str(wrong).strip()
    ):
        return (text,)
    printed = [str(wrong)] if isinstance(wrong, str) else [f"{wrong:,}", str(wrong)]
    words = "|".join(re.escape(one) for one in printed)
    found = list(re.finditer(rf"(?<![\d.,])(?:{words})(?![\d]|[.,]\d)", text))
    if len(found) != 1:
        return (text,)
    return text[: found[0].start()], found[0][0], text[found[0].end() :]
