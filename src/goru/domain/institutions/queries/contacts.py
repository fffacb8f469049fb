"""Whom one calls: who is in charge (담당자), and their telephone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from goru.domain.institutions.models import Holding, Institution, Person, Post
from goru.domain.institutions.permissions import in_charge_of
from goru.domain.institutions.rules import COMMITTEE
from goru.domain.institutions.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Contact:
    """A post that somebody holds on a day: its holders by their names, its telephone, empty where none is said."""

    post: Post
    names: Sequence[str]
    telephone: str


def authors_of(institution: Institution, on: date) -> list[Contact]:
    """Who is in charge of an institution's plans on a day, or of those of an institution that has ended."""
    return _contacts(_held_by_authors(institution, on))


def in_charge(institution: Institution, on: date) -> list[Person]:
    """Who acts on a day as the author of an institution's plans, or of those of one that has ended."""
    return list({one.person_id: one.person for one in _held_by_authors(institution, on)}.values())


def secretariat(on: date) -> list[Contact]:
    """Who of the Committee answers questions of institutions: its secretariat (기획단)."""
    held = Holding.objects.in_force(on).filter(post__institution__key=COMMITTEE, role=Role.SECRETARIAT)
    return _contacts(held.order_by("pk"))


def _held_by_authors(institution: Institution, on: date) -> QuerySet[Holding]:
    places = [one.pk for one in in_charge_of(institution, on)]
    held = Holding.objects.in_force(on).filter(post__institution__in=places, role=Role.AUTHOR)
    return held.order_by("pk")


def _contacts(held: Iterable[Holding]) -> list[Contact]:
    by_post: dict[Post, list[str]] = {}
    for one in held:
        by_post.setdefault(one.post, []).append(one.person.first_name or one.person.username)
    return [Contact(post, names, post.telephone) for post, names in by_post.items()]
