"""What pages ask of plans. Whatever is not there raises Django's DoesNotExist of its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from goru.domain.plans.models import (
    ActionTask,
    ActionTaskMinistry,
    CoreTask,
    Cycle,
    Document,
    Finding,
    FocusTask,
    Milestone,
    Plan,
    PlanCoreTask,
    Project,
    Statement,
    Strategy,
    Subtask,
    TaskItem,
)
from goru.domain.plans.vocabulary import FocusGroup, Severity, StatementKind

Statements = Mapping[StatementKind, Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class PlanContent:
    """A plan as printed: its sentences by kind, its own core tasks (each with `items`)."""

    plan: Plan
    vision: Statement | None
    strategies: Sequence[Statement]
    performance: Sequence[Statement]
    core_tasks: Sequence[PlanCoreTask]


@dataclass(frozen=True, slots=True)
class ActionTaskContent:
    """An action task as printed: its ministries (the lead first), goals, reforms, named projects."""

    task: ActionTask
    ministries: Sequence[ActionTaskMinistry]
    goals: Sequence[Statement]
    reforms: Sequence[Statement]
    projects: Sequence[Project]


@dataclass(frozen=True, slots=True)
class FocusTaskContent:
    """A focus task as printed: its aims and its parts (each with `milestones`)."""

    task: FocusTask
    aims: Sequence[Statement]
    subtasks: Sequence[Subtask]


def cycles() -> QuerySet[Cycle]:
    """All cycles, the latest first."""
    return Cycle.objects.select_related("comprehensive_plan").order_by("-year")


def latest_cycle() -> Cycle:
    """The cycle of the latest year."""
    return cycles().latest("year")


def cycle_of(year: int) -> Cycle:
    """The cycle of a year."""
    return Cycle.objects.select_related("comprehensive_plan").get(year=year)


def current_document(cycle: Cycle) -> Document:
    """The book that the cycle's rows say, without its content."""
    return Document.objects.defer("content").get(cycle=cycle, is_current=True)


def plans_of(cycle: Cycle) -> QuerySet[Plan]:
    """The plans of a cycle in printed order, ministries last."""
    return Plan.objects.filter(cycle=cycle).select_related("institution", "cycle").order_by("position")


def plan_of(year: int, institution_key: str) -> Plan:
    """The plan of an institution (its key in the register) for a year."""
    return Plan.objects.select_related("institution", "cycle").get(
        cycle__year=year, institution__key=institution_key
    )


def plan_content(plan: Plan) -> PlanContent:
    """All that a plan prints but money and indicators, in four queries."""
    said = _by_kind(plan.statements.order_by("position"))
    items = Prefetch("items", TaskItem.objects.order_by("position"))
    return PlanContent(
        plan=plan,
        vision=next(iter(said.get(StatementKind.VISION, ())), None),
        strategies=said.get(StatementKind.STRATEGY, ()),
        performance=said.get(StatementKind.PERFORMANCE, ()),
        core_tasks=list(plan.core_tasks.prefetch_related(items).order_by("position")),
    )


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


def action_tasks_of(plan: Plan) -> QuerySet[ActionTask]:
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
    return ActionTask.objects.select_related("core_task__strategy__cycle").get(
        core_task__strategy__cycle__year=year, code=code
    )


def action_task_content(task: ActionTask) -> ActionTaskContent:
    """All that an action task prints but money and indicators, in three queries."""
    said = _by_kind(task.statements.order_by("position"))
    return ActionTaskContent(
        task=task,
        ministries=list(task.ministry_links.select_related("ministry").order_by("position")),
        goals=said.get(StatementKind.GOAL, ()),
        reforms=said.get(StatementKind.REFORM, ()),
        projects=list(task.projects.select_related("plan__institution").order_by("position")),
    )


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


def findings_on(
    document: Document,
    *,
    severity: str = "",
    category: str = "",
    rule: str = "",
    subject: str = "",
) -> QuerySet[Finding]:
    """The findings on a document, errors first; a subject takes in all below it (`plans/서울` → `plans/서울/budget`)."""
    wanted = {"severity": severity, "category": category, "rule": rule}
    found = Finding.objects.filter(
        document=document, **{field: word for field, word in wanted.items() if word}
    )
    if subject:
        found = found.filter(Q(subject=subject) | Q(subject__startswith=f"{subject}/"))
    return found.order_by("severity", "position")


def finding_counts(document: Document) -> dict[Severity, int]:
    """How many findings of each severity a document has; zero is counted too."""
    counts = dict(Finding.objects.filter(document=document).values_list("severity").annotate(Count("pk")))
    return {severity: counts.get(severity.value, 0) for severity in Severity}


def _by_kind(statements: QuerySet[Statement]) -> Statements:
    kinds: dict[StatementKind, list[Statement]] = {}
    for statement in statements:
        kinds.setdefault(StatementKind(statement.kind), []).append(statement)
    return kinds
