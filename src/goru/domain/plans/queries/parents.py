"""The five-year plans (5개년 계획) and their roads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from goru.domain.institutions.models import Institution, Person, valid_on
from goru.domain.institutions.queries import posts_of
from goru.domain.institutions.rules import COMMITTEE
from goru.domain.plans.models import (
    ApprovalStep,
    ComprehensivePlan,
    DevelopmentPlan,
    Parent,
    ParentChange,
    ParentItem,
)
from goru.domain.plans.permissions import may_keep_parent
from goru.domain.plans.rules import roads, statutory
from goru.domain.plans.vocabulary import ParentKind


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step of a plan's road: what, on which article, when it was taken (None where that is not on record), what shows it."""

    name: str
    what: str
    basis: str
    day: date | None
    evidence: str
    establishes: bool


@dataclass(frozen=True, slots=True)
class ParentContent:
    """A five-year plan with all that is on record; `established` is the day by which it stands, where that is known."""

    plan: Parent
    owner: Institution | None
    steps: Sequence[StepTaken]
    changes: Sequence[ParentChange]
    items: Sequence[ParentItem]
    established: date | None


def owner_of(plan: Parent) -> Institution | None:
    """Whose plan it is; None of the comprehensive one, which is the Committee's."""
    return plan.institution if isinstance(plan, DevelopmentPlan) else None


def owners_kept_by(by: Person, on: date) -> list[Institution]:
    """The institutions whose five-year plans a person may put on record, in the order of books."""
    if may_keep_parent(by, None, on):
        kinds = [kind for kind, parent in roads.PARENTS.items() if parent != ParentKind.COMPREHENSIVE]
        return list(Institution.objects.filter(valid_on(on), kind__in=kinds).order_by("position"))
    places = {one.post.place.pk: one.post.place for one in posts_of(by, on)}
    return [one for one in places.values() if one.kind in roads.PARENTS and may_keep_parent(by, one, on)]


def parents() -> list[Parent]:
    """All five-year plans: the comprehensive ones, then those of institutions in the order of books, the latest first."""
    own = DevelopmentPlan.objects.select_related("institution")
    return [
        *ComprehensivePlan.objects.order_by("-first_year"),
        *own.order_by("institution__position", "-first_year"),
    ]


def parent_of(owner: str, first_year: int) -> Parent:
    """The plan of an institution (its key) from a year on; DoesNotExist of its kind where there is none."""
    if owner == COMMITTEE:
        return ComprehensivePlan.objects.get(first_year=first_year)
    found = DevelopmentPlan.objects.select_related("institution")
    return found.get(institution__key=owner, first_year=first_year)


def parent_content(plan: Parent, on: date) -> ParentContent:
    """A five-year plan with its road as the law of a day has it, and the steps that were taken."""
    taken: dict[str, ApprovalStep] = {one.step: one for one in plan.approvalsteps.all()}
    road = [one for one in roads.roads()[plan.kind] if one.is_in_force(on) or one.id in taken]
    return ParentContent(
        plan=plan,
        owner=owner_of(plan),
        steps=[_step(one, taken.get(one.id), on) for one in road],
        changes=list(plan.parentchanges.order_by("-day", "-pk")),
        items=list(plan.parentitems.order_by("position")),
        established=next((taken[one.id].day for one in road if one.establishes and one.id in taken), None),
    )


def _step(step: roads.Step, taken: ApprovalStep | None, on: date) -> StepTaken:
    day = taken.day if taken else None
    basis = statutory.cited(step.basis, day or on, get_language())
    what = step.what.said(get_language())
    return StepTaken(step.id, what, basis, day, taken.evidence if taken else "", step.establishes)
