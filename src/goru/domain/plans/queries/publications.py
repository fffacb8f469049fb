"""What is published: the one way to it."""

from __future__ import annotations

from django.db.models import QuerySet

from goru.domain.plans.models import Cycle, Edition, Publication, PublishedEdition
from goru.domain.plans.vocabulary import EditionState


def publications_in_force() -> QuerySet[Publication]:
    """The latest publication of each cycle that has one, the latest year first."""
    found = Publication.objects.order_by("cycle", "-number").distinct("cycle")
    latest = Publication.objects.filter(pk__in=found.values("pk"))
    return latest.select_related("cycle__comprehensive_plan", "document").order_by("-cycle__year")


def latest_publication(cycle: Cycle) -> Publication | None:
    """The publication of a cycle that is in force; None where nothing is published."""
    return publications_in_force().filter(cycle=cycle).first()


def published(cycle: Cycle) -> Publication:
    """The publication of a cycle that is in force: all that is public of the cycle goes by it."""
    publication = publications_in_force().get(cycle=cycle)
    publication.cycle = cycle  # is known already
    return publication


def publications_of(cycle: Cycle) -> QuerySet[Publication]:
    """All publications of a cycle, the latest first."""
    return Publication.objects.filter(cycle=cycle).select_related("document").order_by("-number")


def editions_of(publication: Publication) -> list[Edition]:
    """The editions of a publication, with their plans and institutions."""
    found = publication.editions.select_related("plan__institution", "plan__cycle")
    return list(found.order_by("plan__institution__position"))


def drafts_behind(publication: Publication) -> QuerySet[Edition]:
    """The open editions of its plans that were not begun with what it publishes: their authors are told.

    They keep their base; whoever publishes them later replaces what they have not seen.
    """
    published = PublishedEdition.objects.filter(publication=publication)
    behind = Edition.objects.filter(state=EditionState.OPEN, plan__in=published.values("plan"))
    behind = behind.exclude(bases__in=published.values("edition"))
    return behind.select_related("plan__institution", "opened_by").order_by("plan__institution__position")
