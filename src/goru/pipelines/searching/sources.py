"""What of a year's plans is found by a word."""

from __future__ import annotations

from collections.abc import Iterator

from goru.domain.indicators.models import Indicator
from goru.domain.plans.models import (
    ActionTask,
    CoreTask,
    Cycle,
    Finding,
    FocusTask,
    Milestone,
    PlanCoreTask,
    Project,
    PublishedPlan,
    Statement,
    Strategy,
    TaskItem,
)
from goru.pipelines.searching.models import Entry
from goru.pipelines.searching.vocabulary import Kind

_OWNERS = ("plan__position", "core_task__position", "action_task__position")
"""Plans first, then core tasks, then action tasks: what has none comes last in the order of each."""


def entries_of(cycle: Cycle) -> Iterator[Entry]:
    """The entries of a cycle in the order of the book, not yet saved and without their vectors."""
    for kind, rows in (
        (Kind.INSTITUTION, _institutions(cycle)),
        *_frame(cycle),
        *_focus_tasks(cycle),
        *_own_plans(cycle),
        (Kind.STATEMENT, _statements(cycle)),
        (Kind.INDICATOR, _indicators(cycle)),
        (Kind.FINDING, _findings(cycle)),
    ):
        for position, entry in enumerate(rows):
            entry.cycle, entry.year = cycle, cycle.year
            entry.kind, entry.position = kind, position
            yield entry


_Rows = Iterator[Entry]


def _institutions(cycle: Cycle) -> _Rows:
    for plan in (
        PublishedPlan.objects.filter(cycle=cycle)
        .select_related("institution")
        .prefetch_related("institution__names")
        .order_by("position")
    ):
        own = plan.institution
        words = [own.key, own.name_en, *own.aliases, *(name.full_name for name in own.names.all())]
        context = " ".join([plan.full_name, *words])
        yield Entry(title=own.short_name, context=context, key=own.key, institution=own)


def _frame(cycle: Cycle) -> Iterator[tuple[Kind, _Rows]]:
    strategies = Strategy.objects.filter(cycle=cycle).order_by("position")
    core_tasks = CoreTask.objects.filter(cycle=cycle).select_related("strategy").order_by("position")
    tasks = ActionTask.objects.filter(cycle=cycle).order_by("position")
    projects = Project.objects.filter(cycle=cycle, action_task__isnull=False)
    projects = projects.order_by("action_task__position", "position")
    yield Kind.STRATEGY, (Entry(title=one.name, key=one.code, strategy=one.code) for one in strategies)
    yield (
        Kind.CORE_TASK,
        (
            Entry(title=one.name, context=one.heading, key=one.code, strategy=one.strategy.code)
            for one in core_tasks
        ),
    )
    yield (
        Kind.ACTION_TASK,
        (
            Entry(
                title=one.name,
                context=_joined(
                    one.heading if one.heading != one.name else "",
                    one.core_task.name,
                    *(str(each.ministry) for each in one.ministry_links.all()),
                ),
                key=one.code,
                strategy=one.core_task.strategy.code,
            )
            for one in tasks.select_related("core_task__strategy").prefetch_related(
                "ministry_links__ministry"
            )
        ),
    )
    yield (
        Kind.PROJECT,
        (
            Entry(
                title=one.name,
                context=_joined(str(one.plan.institution) if one.plan else "", one.action_task.name),
                key=one.action_task.code,
                strategy=one.action_task.core_task.strategy.code,
                institution=one.plan.institution if one.plan else None,
            )
            for one in projects.select_related("action_task__core_task__strategy", "plan__institution")
            if one.action_task
        ),
    )


def _focus_tasks(cycle: Cycle) -> Iterator[tuple[Kind, _Rows]]:
    tasks = FocusTask.objects.filter(cycle=cycle).order_by("-group", "number")
    milestones = Milestone.objects.filter(cycle=cycle, subtask__isnull=False).order_by(
        "-subtask__focus_task__group", "subtask__focus_task__number", "subtask__position", "position"
    )
    yield (
        Kind.FOCUS_TASK,
        (
            Entry(
                title=one.title,
                context=_joined(*(part.title for part in one.subtasks.all())),
                key=f"{one.group}/{one.number}",
            )
            for one in tasks.prefetch_related("subtasks")
        ),
    )
    yield (
        Kind.MILESTONE,
        (
            Entry(
                title=one.text,
                context=_joined(one.subtask.focus_task.title, one.subtask.title),
                key=f"{one.subtask.focus_task.group}/{one.subtask.focus_task.number}",
            )
            for one in milestones.select_related("subtask__focus_task")
            if one.subtask
        ),
    )


def _own_plans(cycle: Cycle) -> Iterator[tuple[Kind, _Rows]]:
    tasks = PlanCoreTask.objects.filter(cycle=cycle).select_related("plan__institution", "national__strategy")
    tasks = tasks.order_by("plan__position", "position")
    items = TaskItem.objects.filter(cycle=cycle).order_by(
        "core_task__plan__position", "core_task__position", "position"
    )
    yield (
        Kind.PLAN_TASK,
        (
            Entry(
                title=one.name,
                context=_joined(str(own := one.plan.institution), one.strategy_wording),
                key=own.key,
                institution=own,
                strategy=_national(one),
            )
            for one in tasks
        ),
    )
    yield (
        Kind.ITEM,
        (
            Entry(
                title=one.text,
                context=_joined(str(own := one.core_task.plan.institution), one.core_task.name),
                key=own.key,
                institution=own,
                strategy=_national(one.core_task),
            )
            for one in items.select_related("core_task__plan__institution", "core_task__national__strategy")
        ),
    )


def _national(task: PlanCoreTask) -> str:
    """The code of the national strategy that an institution's core task answers, where it is known."""
    return task.national.strategy.code if task.national else ""


def _statements(cycle: Cycle) -> _Rows:
    found = Statement.objects.filter(cycle=cycle).select_related(
        "plan__institution", "core_task__strategy", "action_task__core_task__strategy", "focus_task"
    )
    found = found.order_by(*_OWNERS, "-focus_task__group", "focus_task__number", "kind", "position")
    for one in found:
        own = one.plan.institution if one.plan else None
        task = one.action_task or one.core_task
        frame = one.action_task.core_task if one.action_task else one.core_task
        focus = one.focus_task
        yield Entry(
            title=one.text,
            context=_joined(str(own or task or focus), one.get_kind_display()),
            key=own.key if own else task.code if task else f"{focus.group}/{focus.number}" if focus else "",
            institution=own,
            strategy=frame.strategy.code if frame else "",
        )


def _indicators(cycle: Cycle) -> _Rows:
    found = Indicator.objects.filter(cycle=cycle).select_related(
        "plan__institution", "core_task__strategy", "action_task__core_task__strategy"
    )
    for one in found.order_by(*_OWNERS, "position"):
        task = one.action_task or one.core_task
        own = one.plan.institution if one.plan else None
        frame = one.action_task.core_task if one.action_task else one.core_task
        yield Entry(
            title=one.name,
            context=str(own) if own else task.name if task else "",
            key=own.key if own else task.code if task else "",
            institution=own,
            strategy=frame.strategy.code if frame else "",
        )


def _findings(cycle: Cycle) -> _Rows:
    for one in Finding.objects.filter(publication__cycle=cycle).order_by("position"):
        yield Entry(title=one.message, context=one.subject, key=one.rule)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
