"""What written books are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from goru.book.funds import HEADS
from goru.book.model import Funding, FundingAmount


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


def fundings(amounts: Iterable[Sequence[FundingAmount]], *more: Funding) -> list[Funding]:
    """The sources that amounts print apart, with some more, in order; none where they print none apart."""
    named = {one.funding for own in amounts for one in own}
    return [one for one in HEADS if one in named or one in more] if named else []


def amounts_of(columns: Sequence[Funding], own: Sequence[FundingAmount]) -> list[str]:
    """The cells of the sources of an amount."""
    held = {one.funding: one.amount for one in own}
    return [printed_number(held.get(one)) for one in columns]


def printed_number(value: Decimal | None) -> str:
    return "-" if value is None else f"{value:,}"
