"""What is true of cycles and plans by the values alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from goru.core.codes import is_code
from goru.core.moves import Moves
from goru.core.verdict import ALLOWED, Refused, Subject, Verdict, refuse
from goru.domain.plans.vocabulary import EditionState, ItemKind, MilestoneState, PlanKind

FIRST_COMPREHENSIVE_YEAR = 2023
COMPREHENSIVE_YEARS = 5

OWED_BY = {
    "province": PlanKind.PROVINCIAL,
    "ministry": PlanKind.SECTORAL,
    "megaregion": PlanKind.MEGAREGIONAL,
}
"""Which plan an institution of a kind owes (특별법 제7조, 제8조, 제9조)."""

EDITION_MOVES: Moves = {
    (EditionState.OPEN, EditionState.SEALED): "author",
    (EditionState.OPEN, EditionState.ABANDONED): "author",
}
"""How an edition goes; that of the national part is moved by the secretariat."""


def comprehensive_plan_number(year: int) -> int:
    """Which comprehensive plan a year belongs to: one every five years, the first from 2023 (특별법 제6조)."""
    if year < FIRST_COMPREHENSIVE_YEAR:
        message = f"{year}년에는 지방시대 종합계획이 없습니다. 제1차 계획은 {FIRST_COMPREHENSIVE_YEAR}년에 시작합니다."
        raise Refused(message, about=Subject("cycle", str(year)))
    return (year - FIRST_COMPREHENSIVE_YEAR) // COMPREHENSIVE_YEARS + 1


def comprehensive_plan_years(number: int) -> tuple[int, int]:
    """The first and the last year of the n-th comprehensive plan."""
    first = FIRST_COMPREHENSIVE_YEAR + (number - 1) * COMPREHENSIVE_YEARS
    return first, first + COMPREHENSIVE_YEARS - 1


def milestone_state(*, start: date | None, end: date | None, is_done: bool, on: date) -> MilestoneState:
    """Where a step stands on a day; an open end (None) goes on for ever."""
    if is_done:
        return MilestoneState.DONE
    if end is not None and end < on:
        return MilestoneState.OVER
    return MilestoneState.PLANNED if start is not None and start > on else MilestoneState.RUNNING


LETTERS = {
    ItemKind.STRATEGY: "S",
    ItemKind.CORE_TASK: "C",
    ItemKind.ACTION_TASK: "A",
    ItemKind.TASK_ITEM: "T",
    ItemKind.FOCUS_TASK: "F",
    ItemKind.SUBTASK: "U",
    ItemKind.PROJECT: "P",
    ItemKind.INDICATOR: "I",
    ItemKind.MILESTONE: "M",
    ItemKind.REFORM: "R",
}
"""The letter that the codes of a kind begin with; nobody points at the others."""


def is_code_of(kind: ItemKind, code: str) -> bool:
    """Whether a code can be that of an item of a kind: its letter, its check digit."""
    return code[:1] == LETTERS.get(kind) and is_code(code)


def are_two_of_a_kind(pair: Sequence[tuple[str, object]]) -> Verdict:
    """Whether two items (kind, the item each is the same as) may be said to be one, or one to have come of the other."""
    if len(pair) != 2:
        return refuse(_("서로 다른 두 항목을 고르세요. 없는 항목이거나 같은 항목입니다."))
    (kind, joined), (other_kind, other_joined) = pair
    if kind != other_kind:
        return refuse(_("종류가 다른 두 항목은 이을 수 없습니다."))
    if joined or other_joined:
        return refuse(_("이미 다른 항목과 같은 것으로 정한 항목입니다."))
    return ALLOWED
