"""What differs between two publications of a cycle, item by item."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from goru.domain.plans.models import Publication
from goru.domain.plans.queries.compositions import composition_of
from goru.domain.plans.queries.publications import editions_of
from goru.pipelines.importing.queries.imports import figures_first
from goru.pipelines.importing.rules import Difference, difference

_NO_FACTS = {"item_id", "measure", "public_code"}


def changes_between(before: Publication, after: Publication) -> Difference:
    """The facts that are others in the later of two publications, figures first; where they are printed is no fact."""
    return _changes((before.pk, before.digest), (after.pk, after.digest))


@lru_cache(maxsize=8)
def _changes(before: tuple[int, str], after: tuple[int, str]) -> Difference:
    """What was published never changes, so this is worked out once (the digests tell databases apart)."""
    old, new = (
        composition_of(one.cycle, editions_of(one)).book.model_dump(mode="json")
        for one in (Publication.objects.select_related("cycle").get(pk=pk) for pk, _digest in (before, after))
    )
    found = difference(old, new)
    changes = tuple(one for one in found.changes if one.path.rpartition("/")[2] not in _NO_FACTS)
    return figures_first(replace(found, changes=changes, moved=0))
