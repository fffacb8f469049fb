"""Plans and duties of a cycle: there as soon as something is written, or owed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from goru.book import register
from goru.core.audit import actions as audit
from goru.core.verdict import Subject, refuse, require
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.permissions import may_load_registers
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans import rules
from goru.domain.plans.models import Cycle, DevelopmentPlan, Duty, Plan, PublishedPlan
from goru.domain.plans.rules import statutory
from goru.domain.plans.vocabulary import DutyKind, PlanAct, PlanKind

_KINDS = {kind: institution for institution, kind in rules.OWED_BY.items()}


@transaction.atomic
def national_part_of(*, cycle: Cycle) -> Plan:
    """The national part of a cycle."""
    return Plan.objects.get_or_create(cycle=cycle, institution=None)[0]


@transaction.atomic
def plan_for(*, cycle: Cycle, kind: PlanKind, name: str) -> Plan:
    """The plan of an institution by its printed short name; refused where the register does not know it."""
    known = institutions.by_short_name(InstitutionKind(_KINDS[kind]), date(cycle.year, 1, 1))
    if name not in known:
        reason = _("기관 등록부에 없는 기관입니다: '%(name)s'. 이름을 확인하거나 등록부에 더하세요.")
        require(refuse(reason, name=name), about=Subject("cycle", str(cycle.year)))
    return Plan.objects.get_or_create(cycle=cycle, institution=known[name], defaults={"kind": kind})[0]


@audit.deed
def load_development_plans(*, by: Person, at: datetime) -> int:
    """Keep the five-year plans of megaregions (초광역권발전계획) that the register of institutions knows; how many changed."""
    subject = Subject("register", "development-plans")
    verdict = require(may_load_registers(by), about=subject)
    known = dict(Institution.objects.values_list("key", "pk"))
    kept = set(DevelopmentPlan.objects.values_list("institution", "first_year", "last_year"))
    wanted = {
        (known[entry.key], years.first_year, years.last_year)
        for entry in register.institutions()
        for years in entry.development_plans
    }
    for institution, first, last in wanted - kept:
        DevelopmentPlan.objects.update_or_create(
            institution_id=institution, first_year=first, defaults={"last_year": last}
        )
    if changes := len(wanted - kept):
        audit.note(
            PlanAct.DEVELOPMENT_PLANS_LOADED,
            subject=subject,
            by=by,
            post=verdict.post,
            at=at,
            details={"changes": changes},
        )
    return changes


@transaction.atomic
def keep_duties(*, cycle: Cycle, ministries: Iterable[str]) -> int:
    """Keep who owes a yearly plan and its self-evaluation: every province, the ministries that received the guideline (those that
    core tasks name), and megaregions with a valid five-year plan (특별법 제7조③, 제8조③, 제9조③); how many came or went."""
    known = institutions.by_short_name(InstitutionKind.MINISTRY, date(cycle.year, 1, 1))
    provinces = institutions.by_short_name(InstitutionKind.PROVINCE, date(cycle.year, 1, 1))
    megaregions = Institution.objects.filter(
        kind=InstitutionKind.MEGAREGION,
        development_plans__first_year__lte=cycle.year,
        development_plans__last_year__gte=cycle.year,
    )
    owing = [*provinces.values(), *(known[name] for name in ministries if name in known), *megaregions]
    wanted = {(one.pk, kind): one for one in owing for kind in DutyKind}
    kept = Duty.objects.filter(cycle=cycle)
    before = set(kept.values_list("institution", "kind"))
    Duty.objects.bulk_create(
        [
            Duty(cycle=cycle, institution=one, kind=kind, due_date=statutory.due_day(kind, cycle.year))
            for (_key, kind), one in wanted.items()
        ],
        ignore_conflicts=True,
    )
    gone = kept.exclude(institution__in=owing)
    PublishedPlan.objects.filter(duty__in=gone).update(duty=None)
    gone.delete()
    return len(before ^ wanted.keys())
