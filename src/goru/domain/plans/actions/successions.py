"""What items of drafts are to become, proposed with the edits that make it so, and in force once that is published."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from goru.book.items.locating import ids_in
from goru.core.audit import actions as audit
from goru.core.verdict import Subject
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Edition, ItemSuccession, ProposedSuccession, Publication
from goru.domain.plans.vocabulary import PlanAct, SuccessionKind


def propose_successions(
    *,
    edition: Edition,
    kind: SuccessionKind,
    pairs: Iterable[tuple[UUID, UUID]],
    by: Person,
    at: datetime,
) -> None:
    """Keep with an edition which item (the first of a pair) is to be succeeded by which."""
    ProposedSuccession.objects.bulk_create(
        ProposedSuccession(edition=edition, kind=kind, predecessor_id=old, successor_id=new, at=at, by=by)
        for old, new in pairs
    )


def put_successions_in_force(*, publication: Publication, by: Person, post: str, at: datetime) -> None:
    """Of what was proposed for its plans that which came true: the one is gone from what is published, the other stands there.

    What came and went while the plan was written is passed over: what it came of is succeeded by what it became.
    """
    reshaped = publication.editions.filter(plan__in=ProposedSuccession.objects.values("edition__plan"))
    for plan, content in reshaped.values_list("plan", "content"):
        proposed = list(ProposedSuccession.objects.filter(edition__plan=plan).order_by("pk"))
        for one, successor in _came_true(proposed, set(ids_in(content))):
            _succession, is_new = ItemSuccession.objects.get_or_create(
                predecessor_id=one.predecessor_id,
                successor_id=successor,
                defaults={"kind": one.kind, "at": at, "by": by},
            )
            if is_new:
                about = Subject("item", one.predecessor.code or str(one.predecessor_id))
                details = {"kind": one.kind, "successor": str(successor)}
                audit.note(PlanAct.ITEM_SUCCEEDED, subject=about, by=by, post=post, at=at, details=details)


def _came_true(
    proposed: Sequence[ProposedSuccession], standing: Container[UUID]
) -> Iterator[tuple[ProposedSuccession, UUID]]:
    """Each that begins at an item from before, with what stands in the end."""
    made = {one.successor_id for one in proposed}
    for one in proposed:
        if one.predecessor_id in made or one.predecessor_id in standing:
            continue
        waiting = [one.successor_id]
        while waiting:
            item = waiting.pop()
            if item in standing:
                yield one, item
            waiting += [other.successor_id for other in proposed if other.predecessor_id == item]
