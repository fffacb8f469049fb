"""What written books are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part (level 1), of a plan, task or sheet (2), or of a section in it (3)."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first of them its head. A cell's paragraphs are parted by line breaks.

    A row of fewer cells than the first has a last cell as wide as what is left; a null cell is covered
    by the one above it.
    """

    rows: Sequence[Sequence[str | None]]


Block = Heading | Table | str


def printed_number(value: Decimal | None) -> str:
    return "-" if value is None else f"{value:,}"
