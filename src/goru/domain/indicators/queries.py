from __future__ import annotations

from django.db.models import QuerySet

from goru.domain.indicators.models import Indicator
from goru.domain.plans.models import ActionTask, CoreTask, Cycle, Plan


def indicators_of(plan: Plan) -> QuerySet[Indicator]:
    """The indicators of a plan as printed; those of a ministry's plan are the goals of its tasks."""
    return Indicator.objects.filter(plan=plan).order_by("position")


def goals_of(task: ActionTask | CoreTask) -> QuerySet[Indicator]:
    """The goal indicators of an action task or a core task, as printed."""
    owner = {"action_task": task} if isinstance(task, ActionTask) else {"core_task": task}
    return Indicator.objects.filter(**owner).order_by("position")


def named(cycle: Cycle, name: str) -> QuerySet[Indicator]:
    """One indicator by its name across the plans of a cycle: what can be compared, as far as its unit is the same."""
    return (
        Indicator.objects.filter(plan__cycle=cycle, name=name)
        .select_related("plan__institution")
        .order_by("plan__position", "position")
    )
