"""Whether a plan book can be adopted, and whether a person has seen what goes with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from goru.book.model import PlanBook
from goru.core.verdict import ALLOWED, Verdict, refuse
from goru.pipelines.importing.rules.losses import Loss
from goru.pipelines.importing.vocabulary import ImportState, Part

IN_WORK = (ImportState.RECEIVED, ImportState.READING, ImportState.PARSING, ImportState.CHECKING)
"""A job is at it, up to the preview; ADOPTED is in work too, for the issue."""


def is_adoptable(book: PlanBook) -> Verdict:
    """Whether the parts of a book can be told apart and hang together; what names them must name one thing each."""
    named = [
        *(f"{plan.kind} {plan.institution}" for plan in book.plans),
        *(task.id for task in book.sectoral_core_tasks),
        *(task.id for task in book.action_tasks),
        *(f"{task.group} {task.number}" for task in book.focus_tasks),
    ]
    if repeated := [name for name, count in Counter(named).items() if count > 1]:
        return refuse(_("계획서에 같은 것이 두 번 있습니다: %(names)s"), names=", ".join(repeated))
    core_tasks = {task.id for task in book.sectoral_core_tasks}
    strategies = {task.strategy for task in book.sectoral_core_tasks}
    lost = [task.id for task in book.action_tasks if task.core_task not in core_tasks]
    lost += [task.id for task in book.action_tasks if task.strategy not in strategies]
    lost += [total.strategy for total in book.strategy_totals if total.strategy not in strategies]
    if lost:
        return refuse(
            _("속한 핵심과제나 전략이 계획서에 없습니다: %(names)s"), names=", ".join(dict.fromkeys(lost))
        )
    return ALLOWED


def are_accepted(losses: Sequence[Loss], accepted: Collection[Part]) -> Verdict:
    """Whether every loss was named and accepted; the reason names those that were not."""
    unseen = [loss for loss in losses if loss.part not in accepted]
    if not unseen:
        return ALLOWED
    named = ", ".join(loss.said for loss in unseen)
    return refuse(_("없어지는 것을 모두 확인하지 않아 채택하지 않았습니다: %(named)s."), named=named)
