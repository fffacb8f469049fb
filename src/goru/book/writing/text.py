"""A plan book as text in the printed form that `parsing` reads, never wrapped."""

from __future__ import annotations

from collections.abc import Sequence

from goru.book.model import PlanBook
from goru.book.writing.blocks import Heading, Table, blocks


def as_text(book: PlanBook) -> str:
    """The whole book: a paragraph a line, a row of figures a line, the cells of other rows one below another."""
    lines: list[str] = []
    for block in blocks(book):
        if isinstance(block, Table):
            for number, row in enumerate(block.rows):
                lines.extend(_lines(row, in_one=block.is_of_figures or number < block.head))
        else:
            lines.append(block.text if isinstance(block, Heading) else block)
    return "\n".join(lines) + "\n"


def _lines(row: Sequence[str | None], in_one: bool) -> list[str]:
    """A row as print gives it: cells in one line up to the first paragraph of one that has several.

    A first item (§) stands behind the name of its task in any case: nothing else tells where an item
    ends and the next name begins.
    """
    lines: list[str] = []
    is_open = False
    for cell in row:
        first, *rest = (cell or "").split("\n")
        if lines and first and ((is_open and in_one) or first.startswith("§")):
            lines[-1] = f"{lines[-1]} {first}"
        elif first:
            lines.append(first)
        lines.extend(rest)
        is_open = not rest
    return lines
