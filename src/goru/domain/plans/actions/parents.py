"""The record of five-year plans: which there are, how they were made, what changed, what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.history import because
from goru.core.verdict import Outdated, Refused, Subject, Verdict, refuse, require
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans import permissions
from goru.domain.plans.models import (
    Cycle,
    DevelopmentPlan,
    Duty,
    Parent,
    ParentChange,
    ParentItem,
)
from goru.domain.plans.queries.parents import owner_of
from goru.domain.plans.rules import roads, statutory
from goru.domain.plans.vocabulary import ChangeGround, DutyKind, ParentKind, PlanAct


@audit.deed
def add_parent(
    *, owner: Institution, first_year: int, last_year: int, by: Person, at: datetime
) -> DevelopmentPlan:
    """Put a five-year plan of an institution on record. A megaregion owes the plans of the years whose cycle is open from now on.

    The comprehensive plan comes with the cycles that carry it out.
    """
    subject = Subject("five-year-plan", f"{owner.key}/{first_year}")
    verdict = require(permissions.may_keep_parent(by, owner, day_in_korea(at)), about=subject)
    if roads.PARENTS.get(owner.kind) in (None, ParentKind.COMPREHENSIVE):
        raise Refused(_("시·도, 중앙행정기관, 초광역권의 계획만 등록할 수 있습니다."), about=subject)
    if last_year < first_year:
        raise Refused(_("마지막 해가 첫해보다 앞설 수 없습니다."), about=subject, field="last_year")
    if owner.development_plans.filter(first_year__lte=last_year, last_year__gte=first_year).exists():
        raise Refused(_("이 기관에는 그 기간의 계획이 이미 있습니다."), about=subject)
    added = DevelopmentPlan.objects.create(institution=owner, first_year=first_year, last_year=last_year)
    if owner.kind == InstitutionKind.MEGAREGION:
        _owe(added)
    details = {"first_year": first_year, "last_year": last_year}
    audit.note(PlanAct.PARENT_ADDED, subject=subject, by=by, post=verdict.post, at=at, details=details)
    return added


@audit.deed
def record_step(
    *, parent: Parent, version: int, step: str, day: date | None, evidence: str, by: Person, at: datetime
) -> Parent:
    """Record on which day a step of a plan's road was taken and what shows it; without a day it goes from the record."""
    seen, subject, verdict = _as_seen(parent, version, by, at)
    known = roads.step(seen.kind, step)
    done = dict(seen.approvalsteps.values_list("step", "day"))
    if known is None or (day and not known.is_in_force(day)):
        raise Refused(_("그날의 법에 없는 절차입니다."), about=subject)
    if day is None:
        require(roads.may_lack(step, done, seen.kind), about=subject, field="day")
    else:
        require(_is_past(day, at), about=subject, field="day")
        require(roads.may_follow(known, day, done, seen.kind), about=subject, field="day")
    with because(PlanAct.PARENT_STEP_RECORDED, by=by):
        if day is None:
            seen.approvalsteps.filter(step=step).delete()
        else:
            seen.approvalsteps.update_or_create(step=step, defaults={"day": day, "evidence": evidence})
    details = {"step": step, "day": day, "evidence": evidence}
    audit.note(
        PlanAct.PARENT_STEP_RECORDED, subject=subject, by=by, post=verdict.post, at=at, details=details
    )
    return seen


@audit.deed
def record_change(
    *,
    parent: Parent,
    version: int,
    day: date,
    ground: ChangeGround,
    percent: Decimal | None,
    what: str,
    by: Person,
    at: datetime,
) -> ParentChange:
    """Record a change of a plan: on which day, what, on which ground (시행령 제6조)."""
    seen, subject, verdict = _as_seen(parent, version, by, at)
    require(_is_past(day, at), about=subject, field="day")
    require(roads.may_rest_on(seen.kind, ground, percent), about=subject)
    with because(PlanAct.PARENT_CHANGED, by=by):
        made = seen.parentchanges.create(day=day, ground=ground, percent=percent, what=what)
    details = {"day": day, "ground": ground.value, "percent": percent, "what": what}
    audit.note(PlanAct.PARENT_CHANGED, subject=subject, by=by, post=verdict.post, at=at, details=details)
    return made


@audit.deed
def keep_parent_items(
    *, parent: Parent, version: int, items: Sequence[tuple[str, str]], by: Person, at: datetime
) -> Parent:
    """Make these the items of a plan, each a code and a name, in this order; one whose code stays is the same item."""
    seen, subject, verdict = _as_seen(parent, version, by, at)
    wanted = dict(items)
    if len(wanted) != len(items):
        raise Refused(_("같은 부호가 두 번 있습니다."), about=subject, field="items")
    with because(PlanAct.PARENT_ITEMS_KEPT, by=by):
        _keep_items(seen, wanted)
    audit.note(
        PlanAct.PARENT_ITEMS_KEPT,
        subject=subject,
        by=by,
        post=verdict.post,
        at=at,
        details={"items": [list(one) for one in items]},
    )
    return seen


def _keep_items(parent: Parent, wanted: Mapping[str, str]) -> None:
    parent.parentitems.exclude(code__in=wanted).delete()
    kept: dict[str, ParentItem] = {one.code: one for one in parent.parentitems.all()}
    for position, (code, name) in enumerate(wanted.items(), start=1):
        before = kept.get(code)
        if before is None:
            parent.parentitems.create(code=code, name=name, position=position)
        elif (before.name, before.position) != (name, position):
            before.name, before.position = name, position
            before.save(update_fields=["name", "position"])


def _owe(plan: DevelopmentPlan) -> None:
    """Where a cycle is published already, its next publication says who owes."""
    years = (plan.first_year, plan.last_year)
    for cycle in Cycle.objects.filter(year__range=years, publications=None):
        for kind in DutyKind:
            due = statutory.due_day(kind, cycle.year)
            Duty.objects.get_or_create(
                cycle=cycle, institution=plan.institution, kind=kind, defaults={"due_date": due}
            )


def _is_past(day: date, at: datetime) -> Verdict:
    return refuse(_("아직 오지 않은 날은 기록할 수 없습니다.")) if day > day_in_korea(at) else Verdict()


def _as_seen(parent: Parent, version: int, by: Person, at: datetime) -> tuple[Parent, Subject, Verdict]:
    """The plan, held until the deed is done, its version counted up; Outdated where it is not as it was seen."""
    subject = Subject("five-year-plan", parent.key)
    verdict = require(permissions.may_keep_parent(by, owner_of(parent), day_in_korea(at)), about=subject)
    held: Parent = type(parent)._base_manager.select_for_update().get(pk=parent.pk)
    if held.version != version:
        raise Outdated(
            _("그사이 이 계획의 기록이 바뀌었습니다. 지금 상태를 확인한 뒤 다시 하세요."), about=subject
        )
    held.version += 1
    held.save(update_fields=["version"])
    return held, subject, verdict
