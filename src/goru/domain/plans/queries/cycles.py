"""Years, the books adopted for them, and the lines of these."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from goru.book.model import Source
from goru.domain.plans.models import Cycle, Document, PrintedLine, Publication, PublishedPlan
from goru.domain.plans.queries.publications import publications_in_force, published

_SHELVED = ("number", "title", "digest", "mark", "decided_date", "at", "document__form")
_KEY = 19
"""Digits that a key of the database cannot have."""
_MOST = 500
"""Lines of a place that are shown at once."""


def cycles() -> QuerySet[Cycle]:
    """The cycles whose plan is published, the latest first; one that is only being written is not among them."""
    published = Cycle.objects.filter(publications__isnull=False).distinct()
    return published.select_related("comprehensive_plan").order_by("-year")


def latest_cycle() -> Cycle:
    """The cycle of the latest published year."""
    return cycles().latest("year")


def cycle_of(year: int) -> Cycle:
    """The cycle of a published year; Cycle.DoesNotExist where its plan is not published."""
    return cycles().get(year=year)


class Shelf(NamedTuple):
    """A year there is a published plan of: what it is called, its days, its number, how its places are to be read.

    `has_lines` where the lines of the book are kept, `has_others` where some plans were printed in documents of their own.
    """

    year: int
    number: int
    title: str
    digest: str
    mark: str
    decided_date: date | None
    published_at: datetime
    form: str
    has_lines: bool
    has_others: bool


def years() -> dict[int, Shelf]:
    """The years whose plan is published, the latest first."""
    lines = PrintedLine.objects.filter(document=OuterRef("document"))
    others = _printed_elsewhere(OuterRef("cycle"), OuterRef("document"))
    found = publications_in_force().values_list("cycle__year", *_SHELVED, Exists(lines), Exists(others))
    shelves = (Shelf(*row) for row in found)
    return {shelf.year: shelf for shelf in shelves}


def other_documents(year: int) -> dict[int, Document]:
    """The documents of the published plans of a year that the national part's document does not print, by the plan."""
    publication = published(cycle_of(year))
    plans = _printed_elsewhere(publication.cycle_id, publication.document_id).select_related("document")
    return {plan.pk: plan.document for plan in plans if plan.document}


def _printed_elsewhere(cycle: Any, document: Any) -> QuerySet[PublishedPlan]:
    plans = PublishedPlan.objects.filter(cycle=cycle, document__isnull=False)
    return plans.exclude(document=document) if document is not None else plans


def document_of(publication: Publication, key: str = "") -> Document:
    """A document that prints what is published, by its key in the database; where none is asked that of the national part or,
    where nobody printed that, the latest.

    Document.DoesNotExist where the publication has none of it.
    """
    documents = Document.objects.filter(printed_places__edition__publications=publication).distinct()
    if key:
        return documents.get(pk=int(key) if key.isdecimal() and len(key) < _KEY else 0)
    return publication.document or documents.latest("pk")


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
