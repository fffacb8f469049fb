from datetime import date

import pytest

from goru.book.items.walking import plain
from goru.core.codes import public_code
from goru.core.verdict import Refused
from goru.domain.plans import rules
from goru.domain.plans.vocabulary import EditionState, ItemKind, MilestoneState, PlanKind

JUNE = (date(2025, 6, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("year", "number", "years"),
    [(2023, 1, (2023, 2027)), (2024, 1, (2023, 2027)), (2027, 1, (2023, 2027)), (2028, 2, (2028, 2032))],
)
def test_a_year_belongs_to_the_comprehensive_plan_of_its_five_years(
    year: int, number: int, years: tuple[int, int]
) -> None:
    assert rules.comprehensive_plan_number(year) == number
    assert rules.comprehensive_plan_years(number) == years


def test_there_is_no_comprehensive_plan_before_the_first() -> None:
    with pytest.raises(Refused, match="2022년") as refused:
        rules.comprehensive_plan_number(2022)

    assert refused.value.about == ("cycle", "2022")


def test_names_are_alike_whatever_their_spacing_and_dots() -> None:
    assert plain("문화·관광 육성") == plain("문화관광육성") != plain("문화관광 교육")


@pytest.mark.parametrize(
    ("start", "end", "is_done", "on", "state"),
    [
        (*JUNE, False, date(2025, 5, 31), MilestoneState.PLANNED),
        (*JUNE, False, date(2025, 6, 1), MilestoneState.RUNNING),
        (*JUNE, False, date(2025, 6, 30), MilestoneState.RUNNING),
        (*JUNE, False, date(2025, 7, 1), MilestoneState.OVER),
        (*JUNE, True, date(2025, 7, 1), MilestoneState.DONE),
        (None, JUNE[1], False, date(2025, 1, 1), MilestoneState.RUNNING),
        (None, JUNE[1], False, date(2025, 7, 1), MilestoneState.OVER),
        (JUNE[0], None, False, date(2025, 5, 31), MilestoneState.PLANNED),
        (JUNE[0], None, False, date(2035, 1, 1), MilestoneState.RUNNING),
        (None, None, False, date(2025, 1, 1), MilestoneState.RUNNING),
    ],
)
def test_a_step_is_in_one_state_on_a_day(
    start: date | None, end: date | None, is_done: bool, on: date, state: MilestoneState
) -> None:
    assert rules.milestone_state(start=start, end=end, is_done=is_done, on=on) == state


ITEM = ("project", None)


def test_two_items_of_one_kind_may_be_joined_or_succeed_each_other() -> None:
    joined = ("project", "another")

    assert rules.are_two_of_a_kind([ITEM, ITEM])
    assert "서로 다른 두 항목" in rules.are_two_of_a_kind([ITEM]).reason
    assert "종류가 다른" in rules.are_two_of_a_kind([ITEM, ("indicator", None)]).reason
    assert "이미 다른 항목과" in rules.are_two_of_a_kind([ITEM, joined]).reason
    assert "이미 다른 항목과" in rules.are_two_of_a_kind([joined, ITEM]).reason


@pytest.mark.parametrize(
    ("kind", "letter"),
    [
        *((ItemKind.STRATEGY, "S"), (ItemKind.CORE_TASK, "C"), (ItemKind.ACTION_TASK, "A")),
        *((ItemKind.TASK_ITEM, "T"), (ItemKind.FOCUS_TASK, "F"), (ItemKind.SUBTASK, "U")),
        *((ItemKind.PROJECT, "P"), (ItemKind.INDICATOR, "I"), (ItemKind.MILESTONE, "M")),
        (ItemKind.REFORM, "R"),
    ],
)
def test_a_code_begins_with_the_letter_of_its_kind_and_ends_with_its_check_digit(
    kind: ItemKind, letter: str
) -> None:
    assert rules.is_code_of(kind, public_code(letter, 123))
    assert not rules.is_code_of(kind, public_code("X", 123))
    assert not rules.is_code_of(kind, f"{letter}0001230")


def test_institutions_owe_the_plan_of_their_kind_and_authors_move_editions() -> None:
    assert rules.OWED_BY == {
        "province": PlanKind.PROVINCIAL,
        "ministry": PlanKind.SECTORAL,
        "megaregion": PlanKind.MEGAREGIONAL,
    }
    assert rules.EDITION_MOVES == {
        (EditionState.OPEN, EditionState.SEALED): "author",
        (EditionState.OPEN, EditionState.ABANDONED): "author",
    }
