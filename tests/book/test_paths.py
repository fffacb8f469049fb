"""Places in a book: each part has one of its own, which can be written down and found again."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goru.book.model import BudgetRow, MoneyLine, PlanBook, Project
from goru.book.model.editions import TaskPart
from goru.book.paths import Path, each, named, walk, way_to

ITEM = UUID("00000000-0000-4000-8000-000000000001")
names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=90)


@given(st.lists(names, min_size=1, max_size=6))
def test_a_path_written_down_is_read_back_as_itself(printed: list[str]) -> None:
    path = Path.of(*printed)

    assert Path.parse(str(path)) == path
    assert str(path).count("/") == len(printed) - 1


def test_the_place_of_the_whole_book_is_written_as_nothing() -> None:
    assert str(Path()) == ""
    assert Path.parse("") == Path()


def test_a_name_with_a_slash_is_one_step() -> None:
    path = Path.of("plans", "대구") / "indicators" / "공공/응급의료 전문의"

    assert path.steps == ("plans", "대구", "indicators", "공공∕응급의료 전문의")


def test_of_a_sentence_the_first_words_are_said() -> None:
    (step,) = Path.of("가" * 100).steps

    assert step == "가" * 59 + "…"


def test_what_is_inside_is_told_by_whole_steps() -> None:
    plan = Path.of("plans", "전남")

    assert (plan / "budget").is_within(plan)
    assert plan.is_within(plan)
    assert not Path.of("plans", "전남광주").is_within(plan)
    assert not plan.is_within(plan / "budget")


def test_the_item_says_nothing_of_the_place() -> None:
    known, unknown = Path(("plans", "서울"), ITEM), Path.of("plans", "서울")

    assert known == unknown
    assert {known: 1}[unknown] == 1
    assert str(known) == str(unknown)
    assert (known / "budget").item_id == ITEM


def row(ministry: str | None, printed: str | None = None) -> BudgetRow:
    return BudgetRow(ministry=ministry, printed=printed, amount=None, projects=None, project_names=[])


def test_equal_names_count_on_and_what_has_none_is_counted() -> None:
    rows = [row("교육부"), row("환경부"), row("교육부"), row(None, "공통"), row(None)]

    assert list(named(rows)) == ["교육부", "환경부", "교육부 #2", "공통", "5"]


def test_a_name_that_looks_counted_is_not_taken_for_another() -> None:
    projects = [Project(name=name) for name in ("정원", "정원 #2", "정원")]

    assert list(named(projects)) == ["정원", "정원 #2", "정원 #3"]


def test_a_line_of_money_is_named_by_what_it_is_of() -> None:
    lines = [
        MoneyLine(fiscal_year=year, funding="national", phase=phase, amount=None, unit="억원")
        for year, phase in ((2025, "plan"), (2025, "approved"), (2026, "plan"))
    ]

    assert list(named(lines)) == ["2025 national plan", "2025 national approved", "2026 national plan"]


def test_a_ministrys_part_of_a_task_is_named_by_the_task() -> None:
    parts = [TaskPart(action_task=code, is_joint=False) for code in ("Ⅰ-1-(1)", "Ⅱ-2-(3)")]

    assert list(named(parts)) == ["Ⅰ-1-(1)", "Ⅱ-2-(3)"]


def test_parts_as_data_are_named_like_parts(small_book: PlanBook) -> None:
    plan = small_book.plans[0]

    for parts in (small_book.plans, small_book.action_tasks, small_book.focus_tasks, plan.indicators):
        assert list(named(part.model_dump() for part in parts)) == list(named(parts))


def test_a_part_and_its_fields_know_the_item_around_them() -> None:
    book_rows = [row("교육부").model_copy(update={"item_id": ITEM}), row("환경부")]

    first, second = (path for path, _ in each(book_rows, Path.of("action_tasks", "Ⅰ-1-(1)", "budget_rows")))

    assert ((first / "amount").item_id, second.item_id) == (ITEM, None)


def check_places(book: PlanBook) -> None:
    places = list(walk(book))

    assert len({str(path) for path, _ in places}) == len(places)
    for path, part in places:
        assert way_to(book, Path.parse(str(path)))[-1][1] is part


def test_every_part_of_a_book_has_its_own_place_and_is_found_there(small_book: PlanBook) -> None:
    check_places(small_book)


@pytest.mark.book
def test_every_part_of_the_real_book_is_found_at_its_place(real_book: PlanBook) -> None:
    check_places(real_book)

    written = {str(path) for path, _ in walk(real_book)}
    assert {"plans/서울/budget", "action_tasks/Ⅰ-1-(1)", "focus_tasks/zones/1", "summaries/0"} <= written


def test_the_way_ends_where_the_book_has_no_more(small_book: PlanBook) -> None:
    way = way_to(small_book, Path.of("plans", "세종", "budget", "none"))

    assert [part for _, part in way] == [small_book.plans, small_book.plans[0], small_book.plans[0].budget]
    assert way_to(small_book, Path.of("none")) == []
