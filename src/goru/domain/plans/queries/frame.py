"""The national frame: strategy, core task, action task, project; and what the plans of regions do under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from goru.domain.plans.models import (
    ActionTask,
    ActionTaskMinistry,
    CoreTask,
    Cycle,
    PlanCoreTask,
    Project,
    PublishedPlan,
    Statement,
    Strategy,
    TaskItem,
)
from goru.domain.plans.queries.cycles import cycle_of
from goru.domain.plans.queries.statements import by_kind
from goru.domain.plans.vocabulary import StatementKind


@dataclass(frozen=True, slots=True)
class ActionTaskContent:
    """An action task as printed: its ministries (the lead first), goals, reforms, named projects."""

    task: ActionTask
    ministries: Sequence[ActionTaskMinistry]
    goals: Sequence[Statement]
    reforms: Sequence[Statement]
    projects: Sequence[Project]


def frame_of(cycle: Cycle) -> QuerySet[Strategy]:
    """The national frame: strategies → `core_tasks` → `action_tasks` → `ministry_links`, all fetched, in order."""
    links = ActionTaskMinistry.objects.select_related("ministry").order_by("position")
    tasks = ActionTask.objects.prefetch_related(Prefetch("ministry_links", links)).order_by("position")
    core_tasks = CoreTask.objects.prefetch_related(Prefetch("action_tasks", tasks)).order_by("position")
    return (
        Strategy.objects.filter(cycle=cycle)
        .prefetch_related(Prefetch("core_tasks", core_tasks))
        .order_by("position")
    )


def strategy_of(year: int, position: int) -> Strategy:
    """A national strategy by its place (1 for Ⅰ), with its `core_tasks` and their `action_tasks`."""
    return frame_of(cycle_of(year)).select_related("cycle").get(position=position)


def core_task_of(year: int, code: str) -> CoreTask:
    """A core task by its code, e.g. `Ⅱ-2`, with its `action_tasks`."""
    tasks = Prefetch("action_tasks", ActionTask.objects.order_by("position"))
    found = CoreTask.objects.select_related("strategy__cycle").prefetch_related(tasks, "ministries")
    return found.get(strategy__cycle__year=year, code=code)


def aims_of(task: CoreTask) -> QuerySet[Statement]:
    """The aims (◈) of a core task."""
    return task.statements.filter(kind=StatementKind.AIM).order_by("position")


def plan_core_tasks_like(task: CoreTask) -> QuerySet[PlanCoreTask]:
    """What the plans of provinces and megaregions do under a national core task, in printed order, with `items`."""
    items = Prefetch("items", TaskItem.objects.order_by("position"))
    found = task.plan_core_tasks.select_related("plan__institution").prefetch_related(items)
    return found.order_by("plan__position", "position")


def action_tasks_of(plan: PublishedPlan) -> QuerySet[ActionTask]:
    """The action tasks of a ministry's plan, those it leads and those it shares, in the frame's order."""
    return (
        ActionTask.objects.filter(
            core_task__strategy__cycle=plan.cycle_id, ministry_links__ministry=plan.institution_id
        )
        .select_related("core_task__strategy")
        .order_by("position")
    )


def action_task_of(year: int, code: str) -> ActionTask:
    """An action task by its code, e.g. `Ⅱ-2-(1)`."""
    return ActionTask.objects.select_related("core_task__strategy__cycle", "item").get(
        core_task__strategy__cycle__year=year, code=code
    )


def action_task_content(task: ActionTask) -> ActionTaskContent:
    """All that an action task prints but money and indicators, in three queries."""
    said = by_kind(task.statements.order_by("position"))
    return ActionTaskContent(
        task=task,
        ministries=list(task.ministry_links.select_related("ministry").order_by("position")),
        goals=said.get(StatementKind.GOAL, ()),
        reforms=said.get(StatementKind.REFORM, ()),
        projects=list(task.projects.select_related("plan__institution").order_by("position")),
    )


def projects_of(cycle: Cycle, *, words: str = "") -> QuerySet[Project]:
    """The projects the book names, in the frame's order; those whose name holds all the words."""
    found = Project.objects.filter(action_task__core_task__strategy__cycle=cycle)
    for word in words.split():
        found = found.filter(name__icontains=word)
    return found.select_related("action_task", "plan__institution").order_by(
        "action_task__position", "position"
    )
