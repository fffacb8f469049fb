"""Who holds what."""

from __future__ import annotations

from datetime import date

from goru.domain.institutions.models import Holding, Institution, Person, Post, Unit
from goru.domain.institutions.rules import WITH_SECOND_FACTOR
from goru.domain.institutions.vocabulary import Role


def post_of(institution: Institution, role: Role, unit: Unit | None = None) -> Post:
    """The post of a role at an institution, or at a unit of it; not kept yet where nobody ever held it."""
    place = {"institution": None, "unit": unit} if unit else {"institution": institution, "unit": None}
    found = Post.objects.filter(**place, role=role).select_related("institution", "unit__institution")
    return found.first() or Post(**place, role=role)


def posts_of(person: Person, on: date) -> list[Holding]:
    """By what a person acts on a day."""
    return list(Holding.objects.in_force(on).filter(person=person).order_by("pk"))


def holders_of(post: Post, on: date) -> list[Holding]:
    """Who acts by a post on a day, those in their own right first."""
    if post.pk is None:
        return []
    return list(Holding.objects.in_force(on).filter(post=post).order_by("kind", "valid_from", "pk"))


def needs_second_factor(person: Person, on: date) -> bool:
    """Whether a person acts by a post that asks for a second factor at the door."""
    return Holding.objects.in_force(on).filter(person=person, role__in=WITH_SECOND_FACTOR).exists()
