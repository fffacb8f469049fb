"""What is true of cycles and plans by the values alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from goru.core.verdict import Refused
from goru.domain.plans.vocabulary import MilestoneState, PlanKind

FIRST_COMPREHENSIVE_YEAR = 2023
COMPREHENSIVE_YEARS = 5

OWED_BY = {
    "province": PlanKind.PROVINCIAL,
    "ministry": PlanKind.SECTORAL,
    "megaregion": PlanKind.MEGAREGIONAL,
}
"""Which plan an institution of a kind owes (특별법 제7조, 제8조, 제9조)."""


def comprehensive_plan_number(year: int) -> int:
    """Which comprehensive plan a year belongs to: one every five years, the first from 2023 (특별법 제6조)."""
    if year < FIRST_COMPREHENSIVE_YEAR:
        message = f"{year}년에는 지방시대 종합계획이 없습니다. 제1차 계획은 {FIRST_COMPREHENSIVE_YEAR}년에 시작합니다."
        raise Refused(message)
    return (year - FIRST_COMPREHENSIVE_YEAR) // COMPREHENSIVE_YEARS + 1


def comprehensive_plan_years(number: int) -> tuple[int, int]:
    """The first and the last year of the n-th comprehensive plan."""
    first = FIRST_COMPREHENSIVE_YEAR + (number - 1) * COMPREHENSIVE_YEARS
    return first, first + COMPREHENSIVE_YEARS - 1


def lead_first(names: Sequence[str], heading: Sequence[str], known: Collection[str]) -> list[str]:
    """The ministries of an action task, the lead one first: the first that the body's heading names (소관 부처).

    The summary table's order holds for the others; a printed form in the heading that is no known name is passed over.
    """
    lead = [name for name in heading if name in known and name in names][:1]
    return list(dict.fromkeys([*lead, *names]))


def name_key(name: str) -> str:
    """What two prints of a task's name have in common: its letters, whatever their spacing and dots."""
    return re.sub(r"[\s·,.-]", "", name)


def milestone_state(*, start: date | None, end: date | None, is_done: bool, on: date) -> MilestoneState:
    """Where a step stands on a day; an open end (None) goes on for ever."""
    if is_done:
        return MilestoneState.DONE
    if end is not None and end < on:
        return MilestoneState.OVER
    return MilestoneState.PLANNED if start is not None and start > on else MilestoneState.RUNNING
