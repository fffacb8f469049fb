from __future__ import annotations

from datetime import datetime

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import Subject, require
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions, rules
from goru.domain.plans.models import ComprehensivePlan, Cycle
from goru.domain.plans.vocabulary import PlanAct


@audit.deed
def open_cycle(*, year: int, by: Person, at: datetime) -> Cycle:
    """The cycle of a year, opened under its comprehensive plan where it is not open yet (특별법 제6조)."""
    subject = Subject("cycle", str(year))
    verdict = require(permissions.may_open_cycles(by, day_in_korea(at)), about=subject)
    number = rules.comprehensive_plan_number(year)
    first_year, last_year = rules.comprehensive_plan_years(number)
    comprehensive_plan, _ = ComprehensivePlan.objects.get_or_create(
        number=number, defaults={"first_year": first_year, "last_year": last_year}
    )
    cycle, created = Cycle.objects.get_or_create(
        year=year, defaults={"comprehensive_plan": comprehensive_plan}
    )
    if created:
        audit.note(PlanAct.CYCLE_OPENED, subject=subject, by=by, post=verdict.post, at=at)
    return cycle
