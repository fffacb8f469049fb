"""Years, the books adopted for them, and the lines of these."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from goru.book.model import Source
from goru.domain.plans.models import Cycle, Document, PrintedLine

_SHELVED = ("title", "digest", "mark", "decided_date", "adopted_at", "form")
_MOST = 500
"""Lines of a place that are shown at once."""


def cycles() -> QuerySet[Cycle]:
    """All cycles, the latest first."""
    return Cycle.objects.select_related("comprehensive_plan").order_by("-year")


def latest_cycle() -> Cycle:
    """The cycle of the latest year."""
    return cycles().latest("year")


def cycle_of(year: int) -> Cycle:
    """The cycle of a year."""
    return Cycle.objects.select_related("comprehensive_plan").get(year=year)


class Shelf(NamedTuple):
    """A year there is a plan of: its book, the days of it (decided, adopted), how its places are to be read.

    `has_lines` where the lines of the book are kept.
    """

    year: int
    title: str
    digest: str
    mark: str
    decided_date: date | None
    adopted_at: datetime
    form: str
    has_lines: bool


def years() -> dict[int, Shelf]:
    """The years there are plans of, the latest first."""
    lines = PrintedLine.objects.filter(document=OuterRef("pk"))
    found = Document.objects.filter(is_current=True).order_by("-cycle__year")
    shelves = (Shelf(*row) for row in found.values_list("cycle__year", *_SHELVED, Exists(lines)))
    return {shelf.year: shelf for shelf in shelves}


def current_document(cycle: Cycle) -> Document:
    """The book that the cycle's rows say, without its content."""
    document = Document.objects.defer("content").get(cycle=cycle, is_current=True)
    document.cycle = cycle  # is known already
    return document


def current_documents() -> QuerySet[Document]:
    """The books that the rows of all cycles say, the latest year first, without their content."""
    found = Document.objects.filter(is_current=True).defer("content")
    return found.select_related("cycle__comprehensive_plan").order_by("-cycle__year")


def has_lines(document: Document) -> bool:
    """Whether the printed lines of a book are kept."""
    return document.lines.exists()


def lines_around(document: Document, place: Source, *, around: int = 3) -> list[tuple[PrintedLine, bool]]:
    """The printed lines at a place and some around them, each with whether it belongs to the place itself."""
    first = document.lines.filter(page=place.page, number=place.first_line).earliest("position").position
    last_page = place.last_page or place.page
    last = document.lines.filter(page=last_page, number=place.last_line).latest("position").position
    found = document.lines.filter(position__range=(first - around, min(last, first + _MOST) + around))
    return [(line, first <= line.position <= last) for line in found.order_by("position")]
