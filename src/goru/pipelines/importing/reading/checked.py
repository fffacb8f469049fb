"""A finding with what is printed at its places."""

from __future__ import annotations

from pydantic import BaseModel

from goru.book.model import Finding


class PrintedLine(BaseModel, frozen=True, defer_build=True):
    """A line of the document; `parts` are before, the marked figure, after: or the whole text alone."""

    page: int | None
    number: int
    cell: str | None
    parts: tuple[str, ...]
    is_source: bool


class Checked(BaseModel, frozen=True, defer_build=True):
    """A finding, and the lines it rests on place by place; none where the file holds no lines."""

    finding: Finding
    excerpts: tuple[tuple[PrintedLine, ...], ...] = ()
