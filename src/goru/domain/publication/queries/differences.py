"""What differs between two publications of a cycle, item by item."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from goru.book.differing import Difference, difference
from goru.domain.plans.models import Publication
from goru.domain.plans.queries.compositions import composition_of
from goru.domain.plans.queries.publications import editions_of


def changes_between(before: Publication, after: Publication) -> Difference:
    """The facts that are others in the later of two publications, figures first; where they are printed is no fact."""
    return _changes((before.pk, before.digest), (after.pk, after.digest))


def figures_first(found: Difference) -> Difference:
    """What is another now comes before what is gone, and that before what is new; prose comes last."""
    order = ("changed", "removed", "added")
    changes = sorted(found.changes, key=lambda one: (one.is_prose, order.index(one.kind)))
    return replace(found, changes=tuple(changes))


@lru_cache(maxsize=8)
def _changes(before: tuple[int, str], after: tuple[int, str]) -> Difference:
    """What was published never changes, so this is worked out once (the digests tell databases apart)."""
    old, new = (_facts(pk) for pk, _digest in (before, after))
    return figures_first(replace(difference(old, new), moved=0))


def _facts(pk: int) -> dict[str, object]:
    publication = Publication.objects.select_related("cycle").get(pk=pk)
    book = composition_of(publication.cycle, editions_of(publication)).book
    return book.model_dump(mode="json")
