"""The plans of institutions, as they print themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet

from goru.domain.plans.models import Cycle, PlanCoreTask, PublishedPlan, Statement, TaskItem
from goru.domain.plans.queries.statements import by_kind
from goru.domain.plans.vocabulary import PlanKind, StatementKind


@dataclass(frozen=True, slots=True)
class PlanContent:
    """A plan as printed: its sentences by kind, its own core tasks (each with `items`)."""

    plan: PublishedPlan
    vision: Statement | None
    strategies: Sequence[Statement]
    performance: Sequence[Statement]
    core_tasks: Sequence[PlanCoreTask]


def plans_of(cycle: Cycle) -> QuerySet[PublishedPlan]:
    """The plans of a cycle that are owed and published, in printed order, ministries last; contributions are none."""
    owed = PublishedPlan.objects.filter(cycle=cycle, duty__isnull=False)
    return owed.select_related("institution", "cycle").order_by("position")


def contributions_to(cycle: Cycle) -> QuerySet[PublishedPlan]:
    """The parts of ministries that owe no plan and have money all the same."""
    found = PublishedPlan.objects.filter(cycle=cycle, duty=None)
    return found.select_related("institution", "cycle").order_by("position")


def plan_of(year: int, institution_key: str) -> PublishedPlan:
    """The plan of an institution (its key in the register) for a year."""
    return PublishedPlan.objects.select_related("institution", "cycle").get(
        cycle__year=year, institution__key=institution_key
    )


def years_of(institution_key: str) -> set[int]:
    """The years that an institution has a plan of."""
    return set(
        PublishedPlan.objects.filter(institution__key=institution_key).values_list("cycle__year", flat=True)
    )


def plan_content(plan: PublishedPlan) -> PlanContent:
    """All that a plan prints but money and indicators, in four queries."""
    said = by_kind(plan.statements.order_by("position"))
    items = Prefetch("items", TaskItem.objects.order_by("position"))
    return PlanContent(
        plan=plan,
        vision=next(iter(said.get(StatementKind.VISION, ())), None),
        strategies=said.get(StatementKind.STRATEGY, ()),
        performance=said.get(StatementKind.PERFORMANCE, ()),
        core_tasks=list(
            plan.core_tasks.select_related("national", "item").prefetch_related(items).order_by("position")
        ),
    )


def counts_of(plans: Sequence[PublishedPlan]) -> list[tuple[int, int] | None]:
    """How many core tasks and items each plan prints, a pair a plan; None of a ministry's, which prints none."""
    counted = PlanCoreTask.objects.filter(plan__in=plans).values_list("plan")
    found = {
        plan: (tasks, items)
        for plan, tasks, items in counted.annotate(Count("pk", distinct=True), Count("items"))
    }
    return [None if plan.kind == PlanKind.SECTORAL else found.get(plan.pk, (0, 0)) for plan in plans]


def items_of(cycle: Cycle, *, words: str) -> QuerySet[TaskItem]:
    """The items (세부과제) of provincial and megaregional plans whose text holds all the words."""
    found = TaskItem.objects.filter(core_task__plan__cycle=cycle)
    for word in words.split():
        found = found.filter(text__icontains=word)
    return found.select_related("core_task__plan__institution").order_by(
        "core_task__plan__position", "core_task__position", "position"
    )
