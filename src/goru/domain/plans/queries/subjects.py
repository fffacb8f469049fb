"""What deeds on plans are about."""

from __future__ import annotations

from goru.core.verdict import Subject
from goru.domain.institutions.queries import named
from goru.domain.plans.models import Edition, Plan


def subject_of(plan: Plan) -> Subject:
    """The subject of a deed on a plan, where no edition of it is there yet."""
    institution = plan.institution.key if plan.institution else "national"
    return Subject("plan", f"{plan.cycle.year}/{institution}")


def plan_name(plan: Plan) -> str:
    """What a plan is called where it waits for somebody: its year and institution."""
    return f"{plan.cycle.year} {named(plan.institution) if plan.institution else ''}"


def plan_of_edition(number: int) -> Subject | None:
    """The plan that an edition is of, as a subject; None where there is no such edition."""
    found = Edition.objects.select_related("plan__cycle", "plan__institution").filter(pk=number).first()
    return subject_of(found.plan) if found else None
