"""A plan book as text in the printed form that `parsing` reads, never wrapped, its cells parted by tabs."""

from __future__ import annotations

from collections.abc import Sequence

from goru.book.model import PlanBook
from goru.book.writing.block import Heading, Table
from goru.book.writing.blocks import blocks


def as_text(book: PlanBook) -> str:
    """The whole book: a paragraph a line; of a table, the lines that its cells give (`reading.hwpx`)."""
    lines: list[str] = []
    for block in blocks(book):
        if isinstance(block, Table):
            for row in block.rows:
                lines.extend(_lines(row))
        else:
            lines.append(block.text if isinstance(block, Heading) else block)
    return "\n".join(lines) + "\n"


def _lines(row: Sequence[str | None]) -> list[str]:
    """A row's cells, parted by tabs, in one line up to the first paragraph of one that has several."""
    lines: list[str] = []
    is_open = False
    for cell in filter(None, row):
        first, *rest = cell.split("\n")
        if is_open:
            lines[-1] = f"{lines[-1]}\t{first}"
        else:
            lines.append(first)
        lines.extend(rest)
        is_open = not rest
    return lines
