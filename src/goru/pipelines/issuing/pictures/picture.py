"""What a picture is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with all that says it in words: title, text alternative (대체 텍스트), and its data as a table.

    `quoted` are the numbers of the columns that hold the plan's own words, which are Korean in every language; the
    title can be such words too.
    """

    name: str
    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    svg: str
    credit: str = ""
    quoted: tuple[int, ...] = ()
    has_quoted_title: bool = False
    narrow: str = ""
    """The same drawn for a phone, where the drawing is not readable there."""
    gaps: tuple[str, ...] = ()
    """The figures that are not drawn, since they are no numbers or not printed: whose they are, and what is printed."""

    @property
    def has_links(self) -> bool:
        """Whether parts of the drawing lead somewhere: then it is not one picture to a screen reader."""
        return "<a " in self.svg


def in_words(rows: Sequence[tuple[Cell, ...]]) -> str:
    """The figures in one sentence, for who cannot see the picture."""
    return ", ".join(" ".join(str(cell) for cell in row if cell) for row in rows)
