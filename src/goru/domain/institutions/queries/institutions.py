from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from goru.book import register
from goru.domain.institutions.models import (
    Institution,
    InstitutionName,
    Membership,
    Region,
    RegionCode,
    valid_on,
)
from goru.domain.institutions.vocabulary import InstitutionKind


@dataclass(frozen=True, slots=True)
class InstitutionOn:
    """An institution as it stood on a day: its official name, its members (lead first), its codes by scheme."""

    institution: Institution
    full_name: str
    members: tuple[Institution, ...]
    codes: Mapping[str, str]


def named(institution: Institution, korean: str = "") -> str:
    """Its English name in English; in Korean as a plan prints it, else its short name."""
    english = institution.name_en if get_language() == "en" else ""
    return english or korean or institution.short_name


def institution_on(key: str, day: date) -> InstitutionOn:
    """One institution on a day; Institution.DoesNotExist where there is none of that key."""
    institution = Institution.objects.select_related("region").get(key=key)
    name = InstitutionName.objects.filter(valid_on(day), institution=institution).first()
    latest = institution.names.order_by("valid_from").last()
    codes = RegionCode.objects.filter(valid_on(day), region=institution.region_id)
    return InstitutionOn(
        institution=institution,
        full_name=str(name or latest or institution),
        members=tuple(members_of(institution, day)),
        codes={code.scheme: code.code for code in codes},
    )


def own_entries() -> list[register.Institution]:
    """What the secretariat added, as entries of the register."""
    found = Institution.objects.filter(is_own=True).order_by("position").prefetch_related("names")
    return [
        register.Institution(
            key=one.key,
            kind=one.kind,
            short_name=one.short_name,
            name_en=one.name_en,
            names=[register.Name(full_name=name.full_name) for name in one.names.all()],
        )
        for one in found
    ]


def register_in_use() -> register.Register:
    """The program's register with what the secretariat added."""
    return register.Register([*register.institutions(), *own_entries()])


def by_short_name(kind: InstitutionKind, day: date) -> dict[str, Institution]:
    """The institutions of a kind that exist on a day, by the name books print, in the order books print them."""
    found = Institution.objects.filter(valid_on(day), kind=kind).order_by("position")
    return {institution.short_name: institution for institution in found}


def known_on(day: date) -> dict[tuple[str, str], Institution]:
    """All institutions that books may name and that exist on a day, by their kind and the name books print."""
    found = Institution.objects.filter(valid_on(day)).exclude(kind=InstitutionKind.MUNICIPALITY)
    return {(one.kind, one.short_name): one for one in found}


def full_names(kind: InstitutionKind, day: date) -> dict[int, str]:
    """The official names on a day of the institutions of a kind, by their keys in the database."""
    names = InstitutionName.objects.filter(valid_on(day), institution__kind=kind)
    return {name.institution_id: name.full_name for name in names}


def renamed_between(year: int, later: int) -> dict[str, str]:
    """Which institution of a later year follows one of a year under another name: short name → short name.

    One that followed several, or was followed by several, is left to persons.
    """
    then = Institution.objects.filter(valid_on(date(year, 1, 1))).exclude(valid_on(date(later, 1, 1)))
    followed = {
        one.short_name: [each.short_name for each in one.successors.all()]
        for one in then.prefetch_related("successors")
    }
    single = {name: names[0] for name, names in followed.items() if len(names) == 1}
    return {name: new for name, new in single.items() if list(single.values()).count(new) == 1}


def municipalities_of(province: Institution, day: date) -> list[Region]:
    """The municipalities (시·군·구) of a province on a day, by name; one gone since an unknown day is none on any."""
    found = Region.objects.filter(valid_on(day), valid_on(day, "province__"), province=province.region_id)
    return list(found.filter(is_abolished=False).order_by("name"))


def members_of(megaregion: Institution, day: date) -> list[Institution]:
    """The provinces of a megaregion (초광역권) on a day, the lead one first."""
    memberships = Membership.objects.filter(valid_on(day), megaregion=megaregion)
    in_order = memberships.order_by("-is_lead", "member__position").select_related("member")
    return [membership.member for membership in in_order]


def megaregions_of(institution: Institution, day: date) -> list[Institution]:
    """The megaregions (초광역권) that a province belongs to on a day."""
    joined = Membership.objects.filter(valid_on(day), member=institution).select_related("megaregion")
    return [membership.megaregion for membership in joined.order_by("megaregion__position")]


def shapes_of(institution: Institution) -> tuple[str, ...]:
    """Whose shapes a province has on a map of the provinces before 2026-07-01: its own, or its predecessors'; by keys."""
    before = list(institution.predecessors.order_by("position"))
    return tuple(one.key for one in before or [institution])
