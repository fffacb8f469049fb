"""Departments and affiliates of institutions open and close."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.history import because
from goru.core.verdict import Outdated, Refused, Subject, require
from goru.domain.institutions import permissions
from goru.domain.institutions.actions.holdings import end
from goru.domain.institutions.models import Holding, Institution, Person, Unit
from goru.domain.institutions.vocabulary import InstitutionAct, UnitKind

_A_DAY = timedelta(days=1)


@audit.deed
def open_unit(
    *, institution: Institution, kind: UnitKind, name: str, first_day: date, by: Person, at: datetime
) -> Unit:
    """Open a department or an affiliate of an institution."""
    subject = Subject("institution", institution.key)
    verdict = require(permissions.may_open_units(by, institution, day_in_korea(at)), about=subject)
    Institution.objects.select_for_update().get(pk=institution.pk)
    if any(not one.is_over(first_day) for one in institution.units.filter(name=name)):
        raise Refused(_("같은 이름의 부서가 이미 있습니다."), about=subject)
    with because(InstitutionAct.UNIT_OPENED, by=by):
        unit = Unit.objects.create(institution=institution, kind=kind, name=name, valid_from=first_day)
    details = {"unit": name, "kind": kind.value, "first_day": str(first_day)}
    audit.note(InstitutionAct.UNIT_OPENED, subject=subject, by=by, post=verdict.post, at=at, details=details)
    return unit


@audit.deed
def close_unit(*, unit_id: int, version: int, last_day: date, by: Person, at: datetime) -> Unit:
    """Close a unit after a last day; whoever still holds its posts holds them until then."""
    unit = Unit.objects.select_for_update(of=("self",)).select_related("institution").get(pk=unit_id)
    subject, on = Subject("institution", unit.institution.key), day_in_korea(at)
    verdict = require(permissions.may_open_units(by, unit.institution, on), about=subject)
    if unit.version != version or unit.is_over(on):
        raise Outdated(_("그사이 이 부서가 바뀌었습니다. 지금 상태를 확인한 뒤 다시 하세요."), about=subject)
    if last_day < max(unit.valid_from or on, on - _A_DAY):
        raise Refused(_("마지막 날은 첫날이나 어제보다 앞설 수 없습니다."), about=subject)
    held = Holding.objects.select_for_update(of=("self",)).filter(post__unit=unit).order_by("pk")
    ended = [one for one in held.select_related("person") if not one.is_over(last_day)]
    with because(InstitutionAct.UNIT_CLOSED, by=by):
        for holding in ended:
            end(holding, last_day)
        unit.valid_to = last_day
        unit.version += 1
        unit.save(update_fields=["valid_to", "version"])
    details = {
        "unit": unit.name,
        "last_day": str(last_day),
        "ended": [f"{one.person.username} {one.role}" for one in ended],
    }
    audit.note(InstitutionAct.UNIT_CLOSED, subject=subject, by=by, post=verdict.post, at=at, details=details)
    return unit
