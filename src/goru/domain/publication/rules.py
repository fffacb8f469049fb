"""Whether editions can be published together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from goru.book.items.walking import items_of, name_of
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan
from goru.core.verdict import ALLOWED, Verdict, refuse

if TYPE_CHECKING:
    from goru.domain.plans.models import Plan


def hangs_together(book: PlanBook) -> Verdict:
    """Whether the parts of a book can be told apart, and stand under tasks and strategies that it has."""
    named = [
        *(f"{plan.kind} {plan.institution}" for plan in book.plans),
        *(task.id for task in book.sectoral_core_tasks),
        *(task.id for task in book.action_tasks),
        *(f"{task.group} {task.number}" for task in book.focus_tasks),
    ]
    if repeated := [name for name, count in Counter(named).items() if count > 1]:
        return refuse(_("계획서에 같은 것이 두 번 있습니다: %(names)s"), names=", ".join(repeated))
    items = items_of(book)
    counts = Counter(held.item.item_id for held in items if held.item.item_id)
    twice = [name_of(held.item) for held in items if held.item.item_id and counts[held.item.item_id] > 1]
    if twice:
        return _standing(twice, _("같은 항목이 두 곳에 있습니다: %(names)s"))
    core_tasks = {task.id for task in book.sectoral_core_tasks}
    strategies = {
        *(strategy.id for strategy in book.strategies),
        *(task.strategy for task in book.sectoral_core_tasks if not book.strategies),
    }
    lost = [task.id for task in book.sectoral_core_tasks if task.strategy not in strategies]
    lost += [task.id for task in book.action_tasks if task.core_task not in core_tasks]
    lost += [task.id for task in book.action_tasks if task.strategy not in strategies]
    lost += [total.strategy for total in book.strategy_totals if total.strategy not in strategies]
    return _standing(lost, _("속한 핵심과제나 전략이 계획서에 없습니다: %(names)s"))


def stand_in_the_frame(plans: Iterable[InstitutionPlan], frame: PlanBook) -> Verdict:
    """Whether all action tasks that institutions' plans speak of are in the frame."""
    known = {task.id for task in frame.action_tasks}
    lost = [
        f"{plan.institution} {task.action_task}"
        for plan in plans
        for task in plan.tasks
        if task.action_task not in known
    ]
    return _standing(lost, _("총괄에 없는 실천과제를 적은 계획입니다: %(names)s"))


def ministries_in(book: PlanBook) -> set[str]:
    """The ministries that the frame and the amounts name."""
    return {
        *(name for task in book.sectoral_core_tasks for name in task.ministries),
        *(name for task in book.action_tasks for name in task.ministries),
        *(row.ministry for task in book.action_tasks for row in task.budget_rows if row.ministry),
    }


def are_known(book: PlanBook, names: Collection[str]) -> Verdict:
    """Whether the register knows all ministries that the frame and the amounts name."""
    unknown = sorted(ministries_in(book).difference(names))
    return _standing(unknown, _("기관 등록부에 없는 부처입니다: %(names)s"))


def are_their_plans(editions: Iterable[tuple[Plan, Mapping[str, Any]]]) -> Verdict:
    """Whether the value of each edition says the year, the kind and the institution of the plan that it is of."""
    others = [
        str(plan)
        for plan, value in editions
        if value.get("year") != plan.cycle.year
        or (
            plan.institution
            and (value.get("kind"), value.get("institution")) != (plan.kind, plan.institution.short_name)
        )
    ]
    return _standing(others, _("다른 기관이나 다른 해의 내용을 담은 판입니다: %(names)s"))


def _standing(lost: Sequence[str], reason: str) -> Verdict:
    return refuse(reason, names=", ".join(dict.fromkeys(lost))) if lost else ALLOWED
