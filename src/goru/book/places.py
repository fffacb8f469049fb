"""What the place of a fact is: what its lines are counted in, and on which printed page they are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from goru.book.model import PageNumber, PlanBook, Source, held_by


class Form(StrEnum):
    """What a book was given as, and so what its lines are: of a text, of a PDF's page, paragraphs of a HWPX."""

    TEXT = "text"
    PDF = "pdf"
    HWPX = "hwpx"


class Pages(NamedTuple):
    """The printed pages that a line may be on: both the same where it is known; no last one where nothing tells."""

    first: int
    last: int | None

    @property
    def is_known(self) -> bool:
        """Whether there is but one."""
        return self.first == self.last


def form_of(book: PlanBook) -> Form:
    """What a book was given as: its own places tell."""
    places = list(held_by(book, Source))
    if any(place.page for place in places):
        return Form.PDF
    return Form.HWPX if any(place.cell for place in places) else Form.TEXT


def printed_pages(numbers: Sequence[PageNumber], place: Source | None) -> Pages | None:
    """The printed pages of a place's first line, by the page numbers (each at the foot of its page).

    None where nothing is printed, where the file shows no page number, or where those it shows do not count on.
    """
    feet = [(_begin(one.source), one.number) for one in numbers if one.source]
    if not feet or not place:
        return None
    own = [number for (page, _), number in feet if page and page == place.page]
    if own:
        return Pages(own[0], own[0])
    here = _begin(place)
    before = [number for foot, number in feet if foot < here]
    after = [number for foot, number in feet if foot >= here]
    pages = Pages(max(before, default=0) + 1, min(after, default=None))
    return pages if pages.last is None or pages.first <= pages.last else None


def _begin(place: Source) -> tuple[int, int]:
    return place.page or 0, place.first_line
