"""Institutions that the program's register does not know are added to the installation's own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import chain, count

from django.db.models import Max, Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.history import because
from goru.core.verdict import Refused, Subject, require
from goru.domain.institutions import permissions
from goru.domain.institutions.models import (
    Institution,
    InstitutionName,
    Membership,
    Person,
    Region,
)
from goru.domain.institutions.rules import WITH_UNITS
from goru.domain.institutions.vocabulary import InstitutionAct, InstitutionKind, RegionLevel

_LONGEST = 30


@audit.deed
def add_institution(
    *, kind: InstitutionKind, short_name: str, full_name: str, name_en: str, by: Person, at: datetime
) -> Institution:
    """Add an institution that makes plans, by the name that they print, as from ever.

    A province is its own region. It has no code, no members and no successor: those come with the program's register.
    """
    subject = Subject("register", "institutions")
    verdict = require(permissions.may_add_institutions(by, day_in_korea(at)), about=subject)
    if kind not in WITH_UNITS:
        raise Refused(_("시·도, 중앙행정기관, 초광역권만 더할 수 있습니다."), about=subject)
    if Institution.objects.filter(kind=kind, short_name=short_name).exists():
        raise Refused(_("'%s' 기관이 이미 등록부에 있습니다.") % short_name, about=subject)
    key = _free_key(name_en)
    last = Institution.objects.aggregate(last=Max("position"))["last"]
    with because(InstitutionAct.INSTITUTION_ADDED, by=by):
        region = None
        if kind is InstitutionKind.PROVINCE:
            region = Region.objects.create(key=key, name=short_name, level=RegionLevel.PROVINCE)
        added = Institution.objects.create(
            key=key,
            kind=kind,
            short_name=short_name,
            name_en=name_en,
            position=(last or 0) + 1,
            region=region,
            is_own=True,
        )
        InstitutionName.objects.create(institution=added, full_name=full_name)
    details = {"key": key, "kind": kind.value, "name": short_name, "full_name": full_name}
    about = Subject("institution", key)
    audit.note(
        InstitutionAct.INSTITUTION_ADDED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return added


def _free_key(name_en: str) -> str:
    """What addresses name it by."""
    key = slugify(name_en)[:_LONGEST]
    if not key:
        sentence = _("영문 이름은 로마자로 적으세요. 주소에 쓰입니다.")
        raise Refused(sentence, about=Subject("register", "institutions"))
    names = chain([key], (f"{key}-{number}" for number in count(2)))
    return next(one for one in names if not _is_taken(one))


def _is_taken(key: str) -> bool:
    return Institution.objects.filter(key=key).exists() or Region.objects.filter(key=key).exists()


@audit.deed
def join_megaregion(
    *,
    megaregion: Institution,
    members: Iterable[Institution],
    first_day: date,
    by: Person,
    at: datetime,
    post: str,
) -> int:
    """Let provinces be members of a megaregion from a day on, who are none on it yet; how many came.

    Part of a deed that says so (특별지방자치단체 출범): `post` is the one that it is done by.
    """
    later = Q(valid_to=None) | Q(valid_to__gte=first_day)
    there = set(Membership.objects.filter(later, megaregion=megaregion).values_list("member", flat=True))
    new = [one for one in members if one.kind == InstitutionKind.PROVINCE and one.pk not in there]
    with because(InstitutionAct.MEMBERS_JOINED, by=by):
        for one in new:
            Membership.objects.create(
                megaregion=megaregion, member=one, is_lead=False, valid_from=first_day, is_own=True
            )
    if new:
        details = {"members": [one.key for one in new], "first_day": first_day.isoformat()}
        about = Subject("institution", megaregion.key)
        audit.note(InstitutionAct.MEMBERS_JOINED, subject=about, by=by, post=post, at=at, details=details)
    return len(new)
