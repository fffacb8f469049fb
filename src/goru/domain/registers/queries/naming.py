"""Regions and institutions by what people call them, for whoever types them into a case."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from goru.core.text import normalise
from goru.domain.institutions.models import Institution, Region, valid_on
from goru.domain.registers.rules.definition import PartyRole
from goru.domain.registers.rules.values import NoValue


def region_said(typed: str, on: date) -> Region:
    """The region of a name (경상북도 포항시, 경북 포항시, 포항시, 경상북도, 경북); NoValue where none or several have it."""
    said = normalise(typed)
    province, _blank, rest = said.partition(" ")
    named = Q(name=said) | Q(name__endswith=f" {said}")
    named |= Q(province=None, institutions__short_name=said)
    named |= Q(province=None, institutions__names__full_name=said)
    if rest:
        named |= Q(name__endswith=f" {rest}", province__institutions__short_name=province)
    found = list(Region.objects.filter(named).distinct())
    there = [one for one in found if one.is_in_force(on) and not one.is_abolished] or found
    if not there:
        raise NoValue(_("'%(typed)s': 이런 이름의 지역이 없습니다.") % {"typed": said})
    if len(there) > 1:
        names = ", ".join(map(str, there))
        raise NoValue(
            _("'%(typed)s': 이 이름의 지역이 여럿입니다. 시·도와 함께 쓰세요: %(names)s.")
            % {"typed": said, "names": names}
        )
    return there[0]


def party_said(role: PartyRole, typed: str, on: date) -> Institution | str:
    """Who is meant in a role: an institution of its kinds, else a body by its name where the role is free; else NoValue."""
    said = normalise(typed)
    named = Q(short_name=said) | Q(aliases__contains=[said]) | Q(names__full_name=said)
    short, _blank, rest = said.partition(" ")
    if rest:
        named |= Q(short_name__endswith=f" {rest}", region__province__institutions__short_name=short)
    found = list(Institution.objects.filter(named, kind__in=role.kinds).distinct())
    there = [one for one in found if one.is_in_force(on)] or found
    if len(there) == 1:
        return there[0]
    if role.free:
        return said
    raise NoValue(_("'%(typed)s': 이 역할을 맡는 기관의 이름이 아닙니다.") % {"typed": said})


def institutions_for(role: PartyRole, on: date) -> list[Institution]:
    """The institutions that may have a role on a day."""
    return list(Institution.objects.filter(valid_on(on), kind__in=role.kinds).order_by("position"))
