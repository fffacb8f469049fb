"""The publications of a cycle: who published what when, and what going back to one would take away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from goru.book.items.walking import Held, across_years
from goru.domain.institutions.rules import SYSTEM
from goru.domain.plans.models import (
    Cycle,
    Document,
    Edition,
    Item,
    Plan,
    PrintedPlaces,
    Publication,
    PublishedEdition,
)
from goru.domain.plans.queries.publications import editions_of, latest_publication, publications_of
from goru.domain.plans.vocabulary import ItemKind
from goru.domain.publication.queries.items import hanging_on, held_in


@dataclass(frozen=True, slots=True)
class Act:
    """A publication beside the one before it: how many editions it has, whose are others, whose are gone."""

    publication: Publication
    by: str
    editions: int
    changed: Sequence[Plan]
    gone: Sequence[Plan]
    is_first: bool
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """An edition as it is published (공표본), and the document that prints it; whether it is in force still."""

    edition: Edition
    document: Document | None
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """An item that a publication lacks although something hangs on it, and how much."""

    code: str
    kind: ItemKind
    name: str
    plan: Plan
    hanging: int


@dataclass(frozen=True, slots=True)
class Return:
    """What going back to an earlier publication comes to: what hangs on items it lacks, how many of each kind go."""

    publication: Publication
    current: Publication
    missing: Sequence[Missing]
    going: Sequence[tuple[ItemKind, int]]


def publication_of(year: int, number: int) -> Publication:
    """A publication by its address; Publication.DoesNotExist where there is none."""
    found = Publication.objects.select_related("cycle", "document", "by")
    return found.get(cycle__year=year, number=number)


def before(publication: Publication) -> Publication | None:
    """The publication before one."""
    return publications_of(publication.cycle).filter(number__lt=publication.number).first()


def role_of(publication: Publication) -> str:
    """As what a person published: who they are is nobody's business."""
    return _("설치 프로그램") if publication.by.username == SYSTEM else _("계획을 공표할 수 있는 담당자")


def acts_of(cycle: Cycle) -> list[Act]:
    """All publications of a cycle, the latest first."""
    chosen: dict[int, dict[int, int]] = {}
    plans: dict[int, Plan] = {}
    links = PublishedEdition.objects.filter(publication__cycle=cycle).select_related("plan__institution")
    for link in links.order_by("plan__institution__position"):
        chosen.setdefault(link.publication_id, {})[link.plan_id] = link.edition_id
        plans[link.plan_id] = link.plan
    found = list(publications_of(cycle).select_related("document", "by"))
    return [
        _act(
            one,
            chosen.get(one.pk, {}),
            chosen.get(earlier.pk, {}) if earlier else None,
            plans,
            one == found[0],
        )
        for one, earlier in zip(found, [*found[1:], None], strict=True)
    ]


def copies_of(publication: Publication) -> list[Copy]:
    """The editions of a publication, the national part first."""
    editions = editions_of(publication)
    current = latest_publication(publication.cycle)
    in_force = set(current.editions.values_list("pk", flat=True)) if current else set()
    printed = PrintedPlaces.objects.filter(edition__in=editions).select_related("document").order_by("pk")
    documents = {one.edition_id: one.document for one in printed}
    copies = [Copy(one, documents.get(one.pk), one.pk in in_force) for one in editions]
    return sorted(copies, key=lambda copy: copy.edition.plan.institution_id is not None)


def return_to(publication: Publication) -> Return:
    """What going back to a publication would come to, as things are now."""
    current = latest_publication(publication.cycle) or publication
    going = _going(publication, current)
    kinds = Counter(ItemKind(held.kind.value) for held, _plan in going.values())
    return Return(
        publication, current, _missing(going), [(kind, kinds[kind]) for kind in ItemKind if kinds[kind]]
    )


def items_missing(publication: Publication) -> list[Missing]:
    """What is published now, is not in a publication, and has something hanging on it."""
    return _missing(_going(publication, latest_publication(publication.cycle) or publication))


def _act(
    one: Publication,
    chosen: Mapping[int, int],
    earlier: Mapping[int, int] | None,
    plans: Mapping[int, Plan],
    is_in_force: bool,
) -> Act:
    before = earlier or {}
    return Act(
        publication=one,
        by=role_of(one),
        editions=len(chosen),
        changed=[plans[plan] for plan, edition in chosen.items() if before.get(plan) != edition],
        gone=[plans[plan] for plan in before if plan not in chosen],
        is_first=earlier is None,
        is_in_force=is_in_force,
    )


def _going(publication: Publication, current: Publication) -> dict[UUID, tuple[Held, Plan]]:
    """What of what is published now a publication lacks; editions that both have need not be looked into."""
    now, then = editions_of(current), editions_of(publication)
    kept = {edition.pk for edition in now} & {edition.pk for edition in then}
    there = {item for edition in then if edition.pk not in kept for item in held_in(edition)}
    return {
        item: (held, edition.plan)
        for edition in now
        if edition.pk not in kept
        for item, held in held_in(edition).items()
        if item not in there
    }


def _missing(going: Mapping[UUID, tuple[Held, Plan]]) -> list[Missing]:
    hanging = hanging_on(going)
    codes = dict(Item.objects.filter(pk__in=hanging).values_list("pk", "code"))
    return [
        Missing(codes[item] or "", ItemKind(held.kind.value), across_years(held.item), plan, hanging[item])
        for item, (held, plan) in going.items()
        if item in hanging
    ]
