"""Last year's plan as the beginning of this year's: structure, names and items stay, nothing goes in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from goru.book.items.walking import mapped, name_of
from goru.book.model import (
    ActionTask,
    BudgetRow,
    GoalIndicator,
    Headline,
    Item,
    KeyFigure,
    KindOfPlan,
    Milestone,
    Plan,
    PlanBook,
    PlanBudget,
    PlanIndicator,
    Project,
    Reform,
    StrategyAmount,
    Subtask,
)
from goru.book.model.editions import InstitutionPlan, TaskPart

_NO_VALUE = ""


@dataclass(frozen=True, slots=True)
class Emptied:
    """A field that carrying over emptied or moved: of which item, what it was, what it is."""

    item_id: UUID | None
    name: str
    field: str
    before: Any
    after: Any


def carried(
    plans: Sequence[InstitutionPlan], *, year: int, institution: str
) -> tuple[InstitutionPlan, list[Emptied]]:
    """The plan that an institution begins a year with, made of one plan of the year before or of several.

    Last year's targets become the baseline; money is emptied, but for lines of this year or later, which stay; dated
    steps that are done go, of the others the days go and the words stay. Of an institution merged from several the
    values of indicators are emptied and never added. Second: what was emptied or moved.
    """
    from_several = len(plans) > 1
    report: list[Emptied] = []

    def moved(item: Item) -> dict[str, object]:
        update = _moved(item, year=year, without_values=from_several)
        report.extend(_reported(item, update))
        return update

    whole = mapped(_joined(plans, year, institution), moved)
    return whole, [*report, *_emptied_totals(plans)]


def carried_frame(book: PlanBook, *, year: int) -> tuple[PlanBook, list[Emptied]]:
    """The national part that a year begins with: last year's frame and focus tasks, without their figures and totals.

    Second: what was emptied or moved.
    """
    report: list[Emptied] = []

    def moved(item: Item) -> dict[str, object]:
        update = _moved(item, year=year, without_values=False)
        report.extend(_reported(item, update))
        return update

    emptied: dict[str, Any] = {
        "headline": Headline(budget=[]),
        "strategy_totals": [],
        "grand_total": None,
        "summaries": [],
        "decided": None,
        "page_numbers_source": [],
    }
    report += [
        Emptied(None, "", name, getattr(book, name), after)
        for name, after in emptied.items()
        if getattr(book, name) != after
    ]
    title = book.title.replace(str(book.year), str(year))
    whole = mapped(book, moved).model_copy(update={**emptied, "plans": [], "year": year, "title": title})
    return whole, report


def empty_plan(
    *, kind: KindOfPlan | Literal["sectoral"], year: int, institution: str, full_name: str
) -> InstitutionPlan:
    """A plan of which nothing is written yet."""
    if kind == "sectoral":
        return InstitutionPlan(kind=kind, year=year, institution=institution)
    plan = Plan(
        kind=kind,
        institution=institution,
        full_name=full_name,
        vision=None,
        strategies=[],
        core_tasks=[],
        budget=PlanBudget(unit="억원", total=None, by_strategy=[]),
        indicators=[],
        performance_management=[],
    )
    return InstitutionPlan(kind=kind, year=year, institution=institution, plan=plan)


def _reported(item: Item, update: Mapping[str, Any]) -> Iterator[Emptied]:
    for field, after in update.items():
        if getattr(item, field) != after:
            yield Emptied(item.item_id, name_of(item), field, getattr(item, field), after)


def _moved(item: Item, *, year: int, without_values: bool) -> dict[str, object]:
    """What of an item's own fields is another in the new year."""
    match item:
        case PlanIndicator() | GoalIndicator() | KeyFigure():
            return _moved_indicator(item, year=year, without_values=without_values)
        case BudgetRow() | StrategyAmount():
            return _moved_money(item, year)
        case ActionTask():
            return dict.fromkeys(("projects", "national_budget", "budget_total", "task_total"))
        case Subtask():
            return {"milestones": _open_steps(item.milestones)}
        case Project():
            return {
                "money": [line for line in item.money if (line.fiscal_year or 0) >= year],
                "money_is_complete": False,
                "steps": _open_steps(item.steps),
            }
        case Reform():
            return {"steps": _open_steps(item.steps)}
        case Milestone() if (item.end or item.start or date.min).year < year:
            return {"start": None, "end": None, "precision": "year", "done": False}
    return {}


def _moved_indicator(
    item: PlanIndicator | GoalIndicator | KeyFigure, *, year: int, without_values: bool
) -> dict[str, object]:
    """Last year's target is the baseline, a target set for this year long before the target; a summary is figured anew."""
    if isinstance(item, KeyFigure):
        return {"value": _NO_VALUE}
    baseline = None if without_values else item.target
    target = _target(item.targets, year, without_values)
    targets = [] if without_values else item.targets
    if isinstance(item, PlanIndicator):
        said = {"actual": baseline or _NO_VALUE, "target": target or _NO_VALUE, "change": _NO_VALUE}
        return {**said, "targets": targets}
    years = {"baseline_year": year - 1, "target_year": year}
    return {**years, "baseline": baseline, "target": target, "targets": targets}


def _moved_money(item: BudgetRow | StrategyAmount, year: int) -> dict[str, object]:
    if (item.fiscal_year or 0) >= year:
        return {}
    emptied: dict[str, object] = {"amount": None, "by_funding": [], "fiscal_year": None}
    return {**emptied, "projects": None} if isinstance(item, BudgetRow) else emptied


def _open_steps(steps: Sequence[Milestone]) -> list[Milestone]:
    return [step for step in steps if not step.done]


def _target(targets: Sequence[Any], year: int, without_values: bool) -> str | None:
    """The target that was set for the year before it began, if any."""
    if without_values:
        return None
    return next((one.value for one in targets if one.year == year), None)


def _joined(plans: Sequence[InstitutionPlan], year: int, institution: str) -> InstitutionPlan:
    first = plans[0]
    own = [plan.plan for plan in plans if plan.plan]
    tasks: dict[str, list[TaskPart]] = {}
    for plan in plans:
        for task in plan.tasks:
            tasks.setdefault(task.action_task, []).append(task)
    return first.model_copy(
        update={
            "year": year,
            "institution": institution,
            "position": first.position if len(plans) == 1 else None,
            "plan": _one_plan(own, institution) if own else None,
            "tasks": [_one_task(parts) for parts in tasks.values()],
            "sheets": [],
        }
    )


def _one_plan(plans: Sequence[Plan], institution: str) -> Plan:
    lists = tuple(name for name, held in plans[0] if isinstance(held, list))
    budgets = [plan.budget for plan in plans if plan.budget]
    lines = [line for budget in budgets for line in budget.by_strategy]
    budget = (
        budgets[0].model_copy(update={"total": None, "by_strategy": lines, "by_funding": []})
        if budgets
        else None
    )
    return plans[0].model_copy(
        update={
            **{name: [one for plan in plans for one in getattr(plan, name)] for name in lists},
            "institution": institution,
            "full_name": plans[0].full_name if len(plans) == 1 else institution,
            "budget": budget,
        }
    )


def _one_task(parts: Sequence[TaskPart]) -> TaskPart:
    lists = ("rows", "projects", "indicators", "measures", "goals", "reforms")
    return parts[0].model_copy(
        update={name: [one for part in parts for one in getattr(part, name)] for name in lists}
    )


def _emptied_totals(plans: Sequence[InstitutionPlan]) -> list[Emptied]:
    budgets = [plan.plan.budget for plan in plans if plan.plan and plan.plan.budget]
    return [
        Emptied(None, "", f"plan/budget/{name}", held, after)
        for one in budgets
        for name, held, after in (("total", one.total, None), ("by_funding", one.by_funding, []))
        if held != after
    ]
