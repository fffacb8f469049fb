"""How much of a book was read, of how much there should be."""

from collections.abc import Sequence

import pytest
from tests.conftest import SMALL_BOOK

from goru.book.completeness import PARTS, WITNESSES, Counted, Counting, completeness
from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import read_content


def without(*lost: tuple[int, int]) -> PlanBook:
    """The small book without some of its lines, counted from 1."""
    lines = SMALL_BOOK.read_text(encoding="utf-8").splitlines()
    gone = {number for first, last in lost for number in range(first, last + 1)}
    kept = [line for number, line in enumerate(lines, start=1) if number not in gone]
    return parse(read_content("\n".join(kept).encode(), "book.txt"))


def counted(book: PlanBook, part: Counting, adopted: PlanBook | None = None) -> Counted:
    return next(one for one in completeness(book, adopted).counted if one.part == part)


def places(book: PlanBook, text: str) -> tuple[int, int]:
    """From which line to which the body of an action task stands."""
    task = next(one for one in book.action_tasks if one.name == text)
    assert task.body_source
    return task.body_source.first_line, task.body_source.last_line


@pytest.mark.book
def test_the_real_book_is_whole(real_book: PlanBook) -> None:
    found = completeness(real_book)

    fractions = {one.part: (one.read, one.of) for one in found.counted}
    assert fractions == {
        "provincial_plans": (17, 17),
        "megaregional_plans": (7, 7),
        "plan_parts": (144, 144),
        "strategies": (5, 5),
        "core_tasks": (22, 22),
        "action_tasks": (68, 68),
        "table_rows": (68, 68),
        "focus_tasks": (14, None),
        "headline": (4, 4),
        "summaries": (140, 140),
    }
    assert not [one for one in found.counted if one.missing or one.more]
    assert found.elsewhere == []


def test_a_plan_that_is_not_there_is_named_by_all_who_announce_it(small_book: PlanBook) -> None:
    book = small_book.model_copy(update={"plans": small_book.plans[1:]})

    found = counted(book, "provincial_plans", small_book)

    assert (found.read, found.of) == (1, 17)
    assert next(one.said_by for one in found.missing if one.name == "세종") == [
        "register",
        "overview",
        "reference",
        "adopted",
    ]


def test_a_plan_that_nobody_announces_fills_no_other_s_place(small_book: PlanBook) -> None:
    unknown = small_book.plans[0].model_copy(update={"institution": "경기북부특별자치도"})
    book = small_book.model_copy(update={"plans": [unknown, *small_book.plans[1:]]})

    found = counted(book, "provincial_plans")

    assert found.read == 1
    assert found.more == ["경기북부특별자치도"]


def test_the_register_counts_those_who_owe_a_plan_that_year(small_book: PlanBook) -> None:
    merged = small_book.model_copy(update={"year": 2027})
    before = small_book.model_copy(update={"year": 2022})

    assert counted(merged, "provincial_plans").of == 16
    assert counted(before, "megaregional_plans").of == 1


def test_an_action_task_without_a_body_and_a_row_that_is_gone_are_each_named(small_book: PlanBook) -> None:
    lost = without(places(small_book, "마을 안전망 강화"))

    assert [one.name for one in counted(lost, "action_tasks").missing] == ["Ⅰ-1-(2)"]
    assert counted(lost, "table_rows").read == 3

    tasks = small_book.action_tasks
    untabled = small_book.model_copy(
        update={"action_tasks": [tasks[0].model_copy(update={"projects": None}), *tasks[1:]]}
    )
    assert [one.said_by for one in counted(untabled, "table_rows").missing] == [["body"]]
    assert (counted(untabled, "action_tasks").read, counted(untabled, "action_tasks").of) == (3, 3)


def test_a_total_tells_of_a_task_that_nobody_names(small_book: PlanBook) -> None:
    book = small_book.model_copy(update={"action_tasks": small_book.action_tasks[:-1]})

    found = counted(book, "action_tasks")

    assert (found.read, found.of, found.missing) == (2, 3, [])


@pytest.mark.parametrize(
    ("part", "field", "name"),
    [
        ("plan_parts", "budget", "세종 재정투입"),
        ("plan_parts", "vision", "세종 비전"),
        ("plan_parts", "indicators", "세종 성과지표"),
    ],
)
def test_a_part_of_a_plan_that_is_missing_is_named(
    small_book: PlanBook, part: Counting, field: str, name: str
) -> None:
    empty = small_book.plans[0].model_copy(update={field: [] if field == "indicators" else None})
    book = small_book.model_copy(update={"plans": [empty, *small_book.plans[1:]]})

    found = counted(book, part)

    assert [one.name for one in found.missing] == [name]
    assert (found.read, found.of) == (17, 18)


def test_data_without_prose_miss_no_prose(small_book: PlanBook) -> None:
    plans = [plan.model_copy(update={"performance_management": []}) for plan in small_book.plans]

    found = counted(small_book.model_copy(update={"plans": plans}), "plan_parts")

    assert (found.read, found.of) == (15, 15)


def test_what_is_adopted_tells_of_what_the_book_itself_does_not(small_book: PlanBook) -> None:
    book = small_book.model_copy(
        update={
            "focus_tasks": small_book.focus_tasks[:1],
            "summaries": small_book.summaries[:2],
            "headline": None,
        }
    )

    assert counted(book, "focus_tasks").of is None
    assert [one.name for one in counted(book, "focus_tasks", small_book).missing] == ["과제 1"]
    assert counted(book, "summaries", small_book).read == 3
    assert next(one.name for one in counted(book, "summaries", small_book).missing).endswith("세종")
    assert [one.name for one in counted(book, "headline").missing] == ["총액", "국비", "지방비", "민자"]


@pytest.mark.parametrize(
    ("scope", "plans", "expected"),
    [
        (["provincial_plan"], 1, {"provincial_plans": (1, None), "plan_parts": (6, 6)}),
        (["provincial_plans"], 2, {"provincial_plans": (2, 17), "plan_parts": (12, 12)}),
    ],
)
def test_a_part_is_counted_against_what_it_should_hold(
    small_book: PlanBook, scope: Sequence[str], plans: int, expected: dict[str, tuple[int, int | None]]
) -> None:
    nothing = (
        "strategies",
        "sectoral_core_tasks",
        "action_tasks",
        "strategy_totals",
        "focus_tasks",
        "summaries",
    )
    part = small_book.model_copy(
        update={
            **{field: [] for field in nothing},
            "scope": list(scope),
            "plans": small_book.plans[:plans],
            "headline": None,
            "grand_total": None,
        }
    )

    found = completeness(part, small_book)

    fractions = {one.part: (one.read, one.of) for one in found.counted}
    assert fractions == expected
    assert set(found.elsewhere) == set(PARTS) - set(expected)


def test_all_that_is_counted_and_all_who_announce_have_words_in_both_languages() -> None:
    for korean, english in (*PARTS.values(), *WITNESSES.values()):
        assert not korean.isascii()
        assert english.isascii()
