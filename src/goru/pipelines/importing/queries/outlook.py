"""What the plan of a year would be once a book is adopted, beside what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from goru.book.differing import Difference, difference
from goru.book.items.identifying import Similar, identified
from goru.book.model import PlanBook
from goru.domain.institutions import queries as institutions
from goru.domain.plans.models import Cycle, Edition, Publication
from goru.domain.plans.queries.compositions import composition_of
from goru.domain.plans.queries.publications import editions_of, latest_publication
from goru.pipelines.importing.rules import Loss, losses, scoped


@dataclass(frozen=True, slots=True)
class Outlook:
    """The book of a year as it would be, what the file prints of it, what is published now, and how they differ.

    `similar` are items that may be the same as some that would be gone, for a person to decide.
    """

    book: PlanBook
    printed: PlanBook
    current: PlanBook | None
    publication: Publication | None
    editions: Sequence[Edition]
    difference: Difference
    losses: Sequence[Loss]
    similar: Sequence[Similar]


def outlook_of(
    cycle: Cycle, book: PlanBook, *, lines: int = 0, same: Mapping[str, UUID] | None = None
) -> Outlook:
    """What a cycle's plan would be once a book (all of it or a part) is adopted; `lines` is how many its file has."""
    publication = latest_publication(cycle) if cycle.pk else None
    editions = editions_of(publication) if publication else []
    current = composition_of(cycle, editions).book if publication else None
    found = identified(
        book,
        before=current,
        last_year=_last_year(cycle),
        same=same,
        renamed=institutions.renamed_between(cycle.year - 1, cycle.year),
    )
    after = scoped(found.book, current)
    if current is None or publication is None:
        return Outlook(after, found.book, None, None, editions, Difference(), (), found.similar)
    now, new = current.model_dump(mode="json"), after.model_dump(mode="json")
    kept = publication.document.lines.count() if publication.document else 0
    return Outlook(
        after,
        found.book,
        current,
        publication,
        editions,
        difference(now, new),
        losses(now, new, lines=(kept, lines)),
        found.similar,
    )


def _last_year(cycle: Cycle) -> PlanBook | None:
    before = Cycle.objects.filter(year=cycle.year - 1).first()
    publication = latest_publication(before) if before else None
    return composition_of(before, editions_of(publication)).book if before and publication else None
