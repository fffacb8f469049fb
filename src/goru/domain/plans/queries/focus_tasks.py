"""The focus tasks of the Committee and their dated steps."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from goru.domain.plans.models import Cycle, FocusTask, Milestone, Statement, Subtask
from goru.domain.plans.vocabulary import FocusGroup, MilestoneState, StatementKind

_IN_ORDER = ("-subtask__focus_task__group", "subtask__focus_task__number", "subtask__position", "position")


@dataclass(frozen=True, slots=True)
class FocusTaskContent:
    """A focus task as printed: its aims and its parts (each with `milestones`)."""

    task: FocusTask
    aims: Sequence[Statement]
    subtasks: Sequence[Subtask]


def focus_tasks_of(cycle: Cycle) -> QuerySet[FocusTask]:
    """The Committee's focus tasks, zones first, each with the count of its milestones (`milestone_count`)."""
    counted = FocusTask.objects.annotate(milestone_count=Count("subtasks__milestones"))
    return counted.filter(cycle=cycle).order_by("-group", "number")


def focus_task_of(year: int, group: FocusGroup, number: int) -> FocusTaskContent:
    """One focus task with its aims, parts and milestones, in three queries."""
    task = FocusTask.objects.select_related("cycle").get(cycle__year=year, group=group, number=number)
    milestones = Prefetch("milestones", Milestone.objects.order_by("position"))
    return FocusTaskContent(
        task=task,
        aims=list(task.statements.filter(kind=StatementKind.AIM).order_by("position")),
        subtasks=list(task.subtasks.prefetch_related(milestones).order_by("position")),
    )


def milestones_of(
    cycle: Cycle,
    *,
    on: date | None = None,
    since: date | None = None,
    until: date | None = None,
    state: str = "",
    task: str = "",
) -> QuerySet[Milestone]:
    """The dated steps of all focus tasks, the earliest first; one with no day at all comes last.

    Chosen by the days they may fall on, by the state they are in `on` a day, by one task (`zones-1`).
    """
    found = Milestone.objects.filter(subtask__focus_task__cycle=cycle).select_related("subtask__focus_task")
    if since:
        found = found.filter(Q(end_date__isnull=True) | Q(end_date__gte=since))
    if until:
        found = found.filter(Q(start_date__isnull=True) | Q(start_date__lte=until))
    if state and on:
        found = found.filter(_in_state(MilestoneState(state), on))
    if task:
        group, number = task.split("-")
        found = found.filter(subtask__focus_task__group=group, subtask__focus_task__number=number)
    return found.order_by(Coalesce("start_date", "end_date"), "end_date", *_IN_ORDER)


def milestone_states(cycle: Cycle, *, on: date) -> dict[MilestoneState, int]:
    """How many dated steps are in each state on a day; zero is counted too."""
    counts = {state.value: Count("pk", filter=_in_state(state, on)) for state in MilestoneState}
    found = Milestone.objects.filter(subtask__focus_task__cycle=cycle).aggregate(**counts)
    return {state: found[state.value] for state in MilestoneState}


def _in_state(state: MilestoneState, on: date) -> Q:
    """`rules.milestone_state` as a condition."""
    begun, goes_on = (
        Q(start_date=None) | Q(start_date__lte=on),
        Q(end_date=None) | Q(end_date__gte=on),
    )
    return {
        MilestoneState.DONE: Q(is_done=True),
        MilestoneState.OVER: Q(is_done=False, end_date__lt=on),
        MilestoneState.RUNNING: Q(begun, goes_on, is_done=False),
        MilestoneState.PLANNED: Q(is_done=False, start_date__gt=on),
    }[state]


def milestones_naming(cycle: Cycle, names: Collection[str]) -> QuerySet[Milestone]:
    """The dated steps whose words name an institution, not merely the letters of its name (대전, but not 대전환)."""
    either = "|".join(map(re.escape, names))
    return milestones_of(cycle).filter(text__regex=rf"(^|[^가-힣])({either})(시|도|특별법)?($|[^가-힣])")
