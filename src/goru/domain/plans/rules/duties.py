"""How a duty stands on a day."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

from goru.core.verdict import ALLOWED, Verdict, refuse
from goru.domain.plans.vocabulary import DutyState

IS_DUE_WITHIN = timedelta(days=30)
"""From how long before its day a duty is called due: from the first reminder on."""


def duty_state(due: date, on: date, handed_in: date | None = None) -> DutyState:
    """How a duty that is due on a (working) day stands on another; `handed_in` is when it was met, if it was.

    Nobody is late who hands in by the day to which holidays or an exception moved it.
    """
    if handed_in is not None:
        return DutyState.LATE if handed_in > due else DutyState.IN_TIME
    if on > due:
        return DutyState.OVERDUE
    return DutyState.DUE if due - on <= IS_DUE_WITHIN else DutyState.NOT_YET_DUE


def is_later(day: date, effective: date) -> Verdict:
    """Whether an exception gives more time than the law does."""
    if day > effective:
        return ALLOWED
    reason = _("예외로 정하는 날은 실제 기한(%(day)s)보다 뒤여야 합니다.")
    return refuse(reason, day=effective.isoformat())
