"""What pages ask of plans. Whatever is not there raises Django's DoesNotExist of its kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from goru.book.model import Source
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
    PrintedLine,
    Project,
    Statement,
    Strategy,
    Subtask,
    TaskItem,
)
from goru.domain.plans.vocabulary import FocusGroup, PlanKind, Severity, StatementKind

_MOST = 500
"""Lines of a place that are shown at once."""

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


def years() -> dict[int, bool]:
    """The years there are plans of, the latest first, and whether the lines of their books are kept."""
    lines = PrintedLine.objects.filter(document__cycle=OuterRef("pk"), document__is_current=True)
    return dict(Cycle.objects.order_by("-year").values_list("year", Exists(lines)))


def lines_around(document: Document, place: Source, *, around: int = 3) -> list[tuple[PrintedLine, bool]]:
    """The printed lines at a place and some around them, each with whether it belongs to the place itself."""
    first = document.lines.filter(page=place.page, number=place.first_line).earliest("position").position
    last_page = place.last_page or place.page
    last = document.lines.filter(page=last_page, number=place.last_line).latest("position").position
    found = document.lines.filter(position__range=(first - around, min(last, first + _MOST) + around))
    return [(line, first <= line.position <= last) for line in found.order_by("position")]


def current_document(cycle: Cycle) -> Document:
    """The book that the cycle's rows say, without its content."""
    return Document.objects.defer("content").get(cycle=cycle, is_current=True)


def current_documents() -> QuerySet[Document]:
    """The books that the rows of all cycles say, the latest year first, without their content."""
    found = Document.objects.filter(is_current=True).defer("content")
    return found.select_related("cycle__comprehensive_plan").order_by("-cycle__year")


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
        core_tasks=list(
            plan.core_tasks.select_related("national").prefetch_related(items).order_by("position")
        ),
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


def milestones_naming(cycle: Cycle, names: Collection[str]) -> QuerySet[Milestone]:
    """The dated steps whose words name an institution, not merely the letters of its name (대전, but not 대전환)."""
    either = "|".join(map(re.escape, names))
    return milestones_of(cycle).filter(text__regex=rf"(^|[^가-힣])({either})(시|도|특별법)?($|[^가-힣])")


def projects_of(cycle: Cycle, *, words: str = "") -> QuerySet[Project]:
    """The projects the book names, in the frame's order; those whose name holds all the words."""
    found = Project.objects.filter(action_task__core_task__strategy__cycle=cycle)
    for word in words.split():
        found = found.filter(name__icontains=word)
    return found.select_related("action_task", "plan__institution").order_by(
        "action_task__position", "position"
    )


def items_of(cycle: Cycle, *, words: str) -> QuerySet[TaskItem]:
    """The items (세부과제) of provincial and megaregional plans whose text holds all the words."""
    found = TaskItem.objects.filter(core_task__plan__cycle=cycle)
    for word in words.split():
        found = found.filter(text__icontains=word)
    return found.select_related("core_task__plan__institution").order_by("core_task__plan__position", "pk")


def counts_of(plans: Sequence[Plan]) -> list[tuple[int, int] | None]:
    """How many core tasks and items each plan prints, a pair a plan; None of a ministry's, which prints none."""
    counted = PlanCoreTask.objects.filter(plan__in=plans).values_list("plan")
    found = {
        plan: (tasks, items)
        for plan, tasks, items in counted.annotate(Count("pk", distinct=True), Count("items"))
    }
    return [None if plan.kind == PlanKind.SECTORAL else found.get(plan.pk, (0, 0)) for plan in plans]


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


def milestones_of(cycle: Cycle) -> QuerySet[Milestone]:
    """The dated steps of all focus tasks, the earliest first; one with no day at all comes last."""
    found = Milestone.objects.filter(subtask__focus_task__cycle=cycle).select_related("subtask__focus_task")
    return found.order_by(Coalesce("start_date", "end_date"), "end_date", "pk")


def findings_on(
    document: Document,
    *,
    severity: str = "",
    category: str = "",
    rule: str = "",
    subjects: Collection[str] | None = None,
) -> QuerySet[Finding]:
    """The findings on a document, errors first; a subject takes in all below it (`plans/서울` → `plans/서울/budget`)."""
    wanted = {"severity": severity, "category": category, "rule": rule}
    found = Finding.objects.filter(
        document=document, **{field: word for field, word in wanted.items() if word}
    )
    if subjects is not None:
        below = Q(*(("subject__startswith", f"{subject}/") for subject in subjects), _connector=Q.OR)
        found = found.filter(Q(subject__in=subjects) | below)
    return found.order_by("severity", "position")


def subjects_of(plan: Plan) -> list[str]:
    """What findings on a plan are about: a ministry's plan is printed as the action tasks it has a part in."""
    if plan.kind != PlanKind.SECTORAL:
        return [f"plans/{plan.institution.short_name}"]
    return [f"action_tasks/{task.code}" for task in action_tasks_of(plan)]


def finding_counts(document: Document) -> dict[Severity, int]:
    """How many findings of each severity a document has; zero is counted too."""
    counts = dict(Finding.objects.filter(document=document).values_list("severity").annotate(Count("pk")))
    return {severity: counts.get(severity.value, 0) for severity in Severity}


def _by_kind(statements: QuerySet[Statement]) -> Statements:
    kinds: dict[StatementKind, list[Statement]] = {}
    for statement in statements:
        kinds.setdefault(StatementKind(statement.kind), []).append(statement)
    return kinds
