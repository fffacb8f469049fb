"""What pages show of who holds what: each post with its holders, each deed with its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from goru.core.text import number_said
from goru.core.verdict import Verdict, require
from goru.domain.institutions import permissions, rules
from goru.domain.institutions.models import Holding, Institution, Person, Post, Unit, valid_on
from goru.domain.institutions.queries.posts import post_of
from goru.domain.institutions.rules import ROLES_OF, ROLES_OF_A_UNIT
from goru.domain.institutions.vocabulary import InstitutionKind, Role


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A holding that is not over, and what the person who looks may do with it."""

    holding: Holding
    may_pass_on: Verdict
    may_end: Verdict
    may_name_stand_in: Verdict


@dataclass(frozen=True, slots=True)
class Office:
    """A post, who holds it and who will, and whether the person who looks may give it."""

    post: Post
    held: Sequence[HeldPost]
    may_appoint: Verdict
    may_name_stand_in: Verdict
    may_set_telephone: Verdict


@dataclass(frozen=True, slots=True)
class OpenUnit:
    """A unit that is not closed, and its posts."""

    unit: Unit
    offices: Sequence[Office]


@dataclass(frozen=True, slots=True)
class Offices:
    """All posts of an institution, of its units, and the municipalities whose officers contribute to its plan."""

    institution: Institution
    offices: Sequence[Office]
    units: Sequence[OpenUnit]
    municipalities: Sequence[Institution]
    may_open_units: Verdict


def offices_of(key: str, *, by: Person, on: date) -> Offices:
    """The posts of an institution as a person sees them; Refused where they may not, DoesNotExist where there is none."""
    institution = Institution.objects.select_related("region").get(key=key)
    require(permissions.may_see_posts(by, institution, on))
    units = [one for one in institution.units.order_by("name") if not one.is_over(on)]
    return Offices(
        institution=institution,
        offices=[_office(post_of(institution, role), by, on) for role in ROLES_OF[institution.kind]],
        units=[
            OpenUnit(unit, [_office(post_of(institution, role, unit), by, on) for role in ROLES_OF_A_UNIT])
            for unit in units
        ],
        municipalities=municipalities_under(institution),
        may_open_units=permissions.may_open_units(by, institution, on),
    )


def own_posts(person: Person, on: date) -> list[HeldPost]:
    """What a person holds, and may pass on."""
    found = Holding.objects.in_force(on).filter(person=person).order_by("pk")
    return [_held(one, person, on) for one in found]


def institutions_seen_by(person: Person, on: date) -> list[Institution]:
    """The institutions whose posts a person may see, also those that ended while somebody holds a post of them.

    Those of municipalities aside: they stand with their province.
    """
    held = Holding.objects.filter(valid_on(on))
    open_still = Q(pk__in=held.values("post__institution")) | Q(pk__in=held.values("post__unit__institution"))
    there = Institution.objects.filter(valid_on(on) | open_still).exclude(kind=InstitutionKind.MUNICIPALITY)
    if permissions.holds_nationally(person, (Role.ADMINISTRATOR, Role.SECRETARIAT), on):
        return list(there.order_by("position"))
    written = Holding.objects.in_force(on).filter(person=person, role=Role.AUTHOR)
    return list(there.filter(pk__in=written.values("post__institution")).order_by("position"))


def post_at(key: str, role: str, unit: str = "") -> Post:
    """The post of a role at an institution or at a unit of it, by what an address says; DoesNotExist where there is none."""
    institution = Institution.objects.select_related("region").get(key=key)
    at = (
        Unit.objects.select_related("institution").get(pk=number_said(unit), institution=institution)
        if unit
        else None
    )
    if role not in (ROLES_OF_A_UNIT if at else ROLES_OF[institution.kind]):
        raise Post.DoesNotExist
    return post_of(institution, Role(role), at)


def holding_of(number: int) -> Holding:
    """A holding with its post and person; DoesNotExist where there is none."""
    related = ("person", "post__institution", "post__unit__institution")
    return Holding.objects.select_related(*related).get(pk=number)


def unit_of(number: int) -> Unit:
    """A unit with its institution; DoesNotExist where there is none."""
    return Unit.objects.select_related("institution").get(pk=number)


@dataclass(frozen=True, slots=True)
class Account:
    """Who may sign in, or might, and whether who looks may change that."""

    person: Person
    may_lock: Verdict
    may_unlock: Verdict


def accounts_seen_by(by: Person, on: date) -> list[Account]:
    """All accounts, by their names; the system's is none. Refused to all but who looks after them."""
    require(permissions.may_see_accounts(by, on))
    return [
        Account(
            person,
            rules.may_be_locked(is_active=person.is_active, is_own=person.pk == by.pk),
            rules.may_be_unlocked(person.username, is_active=person.is_active),
        )
        for person in Person.objects.exclude(username=rules.SYSTEM).order_by("username")
    ]


def person_of(username: str, *, by: Person, on: date) -> Person:
    """Whose account a name is, for who looks after accounts. Person.DoesNotExist where it is nobody's."""
    require(permissions.may_see_accounts(by, on))
    return Person.objects.exclude(username=rules.SYSTEM).get(username=Person.normalize_username(username))


def account_of(username: str) -> Person | None:
    """Who signs in by a name, where they still may."""
    return Person.objects.filter(username=Person.normalize_username(username), is_active=True).first()


def _office(post: Post, by: Person, on: date) -> Office:
    to_come = Q(valid_to=None) | Q(valid_to__gte=on)
    kept = post.holdings.filter(to_come).select_related("person") if post.pk else Holding.objects.none()
    held = []
    for one in kept.order_by("kind", "valid_from", "pk"):
        one.post = post  # is known already
        held.append(_held(one, by, on))
    return Office(
        post,
        held,
        permissions.may_appoint(by, post, on),
        permissions.may_name_stand_in(by, post, on),
        permissions.may_set_telephone(by, post, on),
    )


def _held(holding: Holding, by: Person, on: date) -> HeldPost:
    return HeldPost(
        holding,
        permissions.may_pass_on(by, holding, on),
        permissions.may_end(by, holding, on),
        permissions.may_name_stand_in(by, holding.post, on),
    )


def municipalities_under(province: Institution) -> list[Institution]:
    """The municipalities whose officers contribute to a province's plan: its own, and those of its predecessors."""
    if province.kind != InstitutionKind.PROVINCE:
        return []
    provinces = [province.region_id, *province.predecessors.values_list("region", flat=True)]
    kind = InstitutionKind.MUNICIPALITY
    return list(Institution.objects.filter(kind=kind, region__province__in=provinces).order_by("position"))
