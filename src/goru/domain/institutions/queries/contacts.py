"""Whom one calls: who is in charge (담당자), and their telephone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
    return _contacts([one.pk for one in in_charge_of(institution, on)], Role.AUTHOR, on)


def in_charge(institution: Institution, on: date) -> list[Person]:
    """Who acts on a day as the author of an institution's plans, or of those of one that has ended."""
    places = [one.pk for one in in_charge_of(institution, on)]
    held = Holding.objects.in_force(on).filter(post__institution__in=places, role=Role.AUTHOR).order_by("pk")
    return list({one.person_id: one.person for one in held}.values())


def secretariat(on: date) -> list[Contact]:
    """Who of the Committee answers questions of institutions: its secretariat (기획단)."""
    found = Institution.objects.filter(key=COMMITTEE).values_list("pk", flat=True)
    return _contacts(list(found), Role.SECRETARIAT, on)


def _contacts(places: Sequence[int], role: Role, on: date) -> list[Contact]:
    held = Holding.objects.in_force(on).filter(post__institution__in=places, role=role).order_by("pk")
    by_post: dict[Post, list[str]] = {}
    for one in held:
        by_post.setdefault(one.post, []).append(one.person.first_name or one.person.username)
    return [Contact(post, names, post.telephone) for post, names in by_post.items()]
