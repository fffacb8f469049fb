"""The money of plans and tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Prefetch, Q, QuerySet, Sum

from goru.domain.finance.models import BudgetLine, StatedShare, StatedTotal
from goru.domain.finance.vocabulary import ShareKind, TotalBasis
from goru.domain.plans.models import ActionTask, Cycle, Project, PublishedPlan, Strategy
from goru.domain.plans.vocabulary import PlanKind

_SHOWN = Q(project=None) | Q(is_counted=True)


@dataclass(frozen=True, slots=True)
class Tally:
    """The lines of one plan or task, those of projects only where they count, and the totals stated of it by basis."""

    lines: Sequence[BudgetLine]
    totals: Mapping[TotalBasis, StatedTotal]

    @property
    def won(self) -> int:
        """The lines added up."""
        return sum(line.won or 0 for line in self.lines if line.is_counted)


@dataclass(frozen=True, slots=True)
class ComparedMoney:
    """What several plans spend on a strategy, or on what one of them calls its own.

    A cell is the plan's printed line; the won of its lines together where it has several (a ministry, by task); None.
    """

    strategy: Strategy | str
    cells: Sequence[BudgetLine | int | None]

    @property
    def most(self) -> int:
        """The largest cell in won."""
        return max(map(won_of, self.cells))


@dataclass(frozen=True, slots=True)
class PlansOfKind:
    """The plans of one kind, each with what it states in total or what its lines add up to."""

    kind: PlanKind
    rows: Sequence[tuple[PublishedPlan, StatedTotal | int | None]]

    @property
    def most(self) -> int:
        """The largest total in won."""
        return max((won_of(total) for _plan, total in self.rows), default=0)


def money_of_plan(plan: PublishedPlan) -> Tally:
    """A plan's lines; a province's or megaregion's by strategy, a ministry's by action task with its projects."""
    lines = BudgetLine.objects.filter(_SHOWN, plan=plan)
    lines = lines.select_related("strategy", "action_task", "ministry")
    if plan.kind == PlanKind.SECTORAL:
        lines = lines.prefetch_related(Prefetch("projects", Project.objects.order_by("position")))
    totals = StatedTotal.objects.filter(plan=plan)
    return _money(lines.order_by("action_task__position", "position"), totals)


def money_of_task(task: ActionTask) -> Tally:
    """An action task's lines by ministry, with the projects they name; also of ministries that owe no plan."""
    projects = Prefetch("projects", Project.objects.order_by("position"))
    of_task = Q(action_task=task) | Q(project__action_task=task)
    lines = BudgetLine.objects.filter(_SHOWN, of_task).select_related("ministry", "plan")
    totals = StatedTotal.objects.filter(action_task=task)
    return _money(lines.prefetch_related(projects).order_by("position"), totals)


def lines_on(strategy: Strategy, *, largest_first: bool = False) -> QuerySet[BudgetLine]:
    """What each province's plan spends on a national strategy, in printed order or by the amount."""
    lines = BudgetLine.objects.filter(strategy=strategy, plan__kind=PlanKind.PROVINCIAL)
    order = [F("won").desc(nulls_last=True)] if largest_first else []
    return lines.select_related("plan__institution").order_by(*order, "plan__position")


def compared(plans: Sequence[PublishedPlan]) -> list[ComparedMoney]:
    """What plans spend on each strategy, a cell a plan: the national strategies first, then what plans call their own."""
    lines: dict[Strategy | str, dict[int, list[BudgetLine]]] = {}
    found = BudgetLine.objects.filter(plan__in=plans, is_counted=True).select_related("strategy")
    for line in found.order_by(F("strategy__position").asc(nulls_last=True), "plan__position", "position"):
        if line.plan_id is not None:
            lines.setdefault(line.strategy or line.wording, {}).setdefault(line.plan_id, []).append(line)
    return [
        ComparedMoney(strategy, [_cell(of_plan.get(plan.pk, [])) for plan in plans])
        for strategy, of_plan in lines.items()
    ]


def _cell(lines: Sequence[BudgetLine]) -> BudgetLine | int | None:
    if len(lines) < 2:
        return lines[0] if lines else None
    return sum(line.won or 0 for line in lines)


def plan_totals_of(cycle: Cycle) -> dict[int, StatedTotal]:
    """The stated total of every plan that has one, by the plan's key in the database."""
    totals = StatedTotal.objects.filter(cycle=cycle, basis=TotalBasis.PLAN)
    return {total.plan_id: total for total in totals if total.plan_id is not None}


def totals_or_sums_of(plans: Sequence[PublishedPlan]) -> list[StatedTotal | int | None]:
    """What each plan states in total; where it states nothing, as a ministry's, the won of its lines together."""
    stated = {
        total.plan_id: total for total in StatedTotal.objects.filter(plan__in=plans, basis=TotalBasis.PLAN)
    }
    lines = BudgetLine.objects.filter(plan__in=plans, is_counted=True).values_list("plan")
    sums = dict(lines.annotate(Sum("won")))
    return [stated.get(plan.pk) or (sums.get(plan.pk) and int(sums[plan.pk])) for plan in plans]


def plans_by_kind(cycle: Cycle, *, largest_first: bool = False) -> list[PlansOfKind]:
    """The owed plans of a cycle by kind, each with its total as `totals_or_sums_of` gives it, as printed or by the total."""
    owed = PublishedPlan.objects.filter(cycle=cycle, duty__isnull=False)
    plans = list(owed.select_related("institution").order_by("position"))
    rows = list(zip(plans, totals_or_sums_of(plans), strict=True))
    if largest_first:
        rows.sort(key=lambda row: -won_of(row[1]))
    return [PlansOfKind(kind, [row for row in rows if row[0].kind == kind]) for kind in PlanKind]


def won_of(total: StatedTotal | BudgetLine | int | None) -> int:
    """A figure in won, whatever it is kept as; zero where there is none."""
    return (total if isinstance(total, int) else total.won if total else 0) or 0


def task_totals_of(cycle: Cycle) -> dict[int, StatedTotal]:
    """What the summary table states of every action task, by the task's key in the database."""
    totals = StatedTotal.objects.filter(cycle=cycle, basis=TotalBasis.SUMMARY_TABLE)
    return {total.action_task_id: total for total in totals if total.action_task_id is not None}


def shares_of(cycle: Cycle, kind: ShareKind) -> QuerySet[StatedShare]:
    """The percentages the book states of one kind."""
    return StatedShare.objects.filter(cycle=cycle, kind=kind).select_related("strategy").order_by("pk")


def _money(lines: QuerySet[BudgetLine], totals: QuerySet[StatedTotal]) -> Tally:
    return Tally(list(lines), {TotalBasis(total.basis): total for total in totals})
