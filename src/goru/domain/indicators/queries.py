from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import F, Q, QuerySet

from goru.book.items import measures
from goru.domain.indicators.models import Indicator
from goru.domain.indicators.vocabulary import IndicatorKind
from goru.domain.institutions.models import Institution
from goru.domain.plans import queries as plans
from goru.domain.plans.models import ActionTask, CoreTask, Cycle, PublishedPlan
from goru.domain.plans.vocabulary import PlanKind


def indicators_of(plan: PublishedPlan) -> QuerySet[Indicator]:
    """The indicators that a plan prints as its own; a ministry's plan prints none."""
    return Indicator.objects.filter(plan=plan).order_by("position")


def goals_of(task: ActionTask | CoreTask) -> QuerySet[Indicator]:
    """The goal indicators of an action task or a core task, as printed."""
    owner = {"action_task": task} if isinstance(task, ActionTask) else {"core_task": task}
    return Indicator.objects.filter(**owner).order_by("position")


def goals_of_all(tasks: Iterable[ActionTask]) -> QuerySet[Indicator]:
    """The goal indicators of several action tasks, in the tasks' order."""
    found = Indicator.objects.filter(action_task__in=[task.pk for task in tasks])
    return found.select_related("action_task").order_by("action_task__position", "position")


def indicators_in(
    cycle: Cycle, *, words: str = "", kind: IndicatorKind | None = None, plan: PublishedPlan | None = None
) -> QuerySet[Indicator]:
    """All indicators of a cycle, those of plans first, then the goals of tasks; those whose name holds all the words.

    A ministry's plan prints none of its own: its are the goals of the action tasks it leads or shares.
    """
    found = Indicator.objects.filter(
        Q(plan__cycle=cycle)
        | Q(core_task__strategy__cycle=cycle)
        | Q(action_task__core_task__strategy__cycle=cycle)
    )
    if kind:
        found = found.filter(kind=kind)
    if plan and plan.kind == PlanKind.SECTORAL:
        found = found.filter(action_task__in=plans.action_tasks_of(plan))
    elif plan:
        found = found.filter(plan=plan)
    for word in words.split():
        found = found.filter(name__icontains=word)
    owners = ("plan__institution", "core_task", "action_task")
    in_order = (
        F("plan__position").asc(nulls_last=True),
        "core_task__position",
        "action_task__position",
        "position",
    )
    return found.select_related(*owners).order_by(*in_order)


def compared(plans: Sequence[PublishedPlan]) -> list[tuple[str, str, list[Indicator | None]]]:
    """The indicators that at least two of the plans have, with their unit, a column a plan."""
    rows: dict[tuple[str, str], dict[int, Indicator]] = {}
    for one in Indicator.objects.filter(plan__in=plans).order_by("plan__position", "position"):
        key = measures.plain_name(one.name), measures.plain_unit(one.unit)
        if one.plan_id is not None:
            rows.setdefault(key, {}).setdefault(one.plan_id, one)
    return [
        (next(iter(found.values())).name, unit, [found.get(plan.pk) for plan in plans])
        for (_, unit), found in rows.items()
        if len(found) > 1
    ]


def largest_first(rows: Iterable[tuple[Institution, Indicator]]) -> list[tuple[Institution, Indicator]]:
    """Institutions with an indicator each by its target; those whose target is no number last."""
    return sorted(rows, key=lambda row: (row[1].target is None, -(row[1].target or 0)))


def common_of(cycle: Cycle) -> list[tuple[str, str, list[tuple[Institution, Indicator]]]]:
    """The common indicators (공통지표) of a cycle: name, unit, and whose they are, each as most plans write it.

    What print varies (blanks, a year in brackets, `%` beside `%, %p`) parts no two; another unit does.
    """
    found = Indicator.objects.filter(plan__cycle=cycle, kind=IndicatorKind.COMMON)
    groups: dict[str, list[tuple[Institution, Indicator]]] = {}
    for one in found.select_related("plan__institution").order_by("plan__position", "position"):
        if one.plan:
            groups.setdefault(measures.plain_name(one.name), []).append((one.plan.institution, one))
    common = []
    for rows in groups.values():
        unit = _most_used(measures.plain_unit(one.unit) for _, one in rows)
        alike = [row for row in rows if measures.plain_unit(row[1].unit) == unit]
        common.append((_most_used(one.name for _, one in alike), unit, alike))
    return common


def _most_used(words: Iterable[str]) -> str:
    return Counter(words).most_common(1)[0][0]
