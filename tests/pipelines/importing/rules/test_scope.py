"""What a year's book is once a file of all or a part of it is adopted."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from goru.book.model import Headline, Measure, PlanBook
from goru.pipelines.importing.rules import has_national_part, is_whole, scoped

FRAME = ("strategies", "sectoral_core_tasks", "action_tasks", "strategy_totals")
NOTHING: dict[str, Any] = {
    **{name: [] for name in (*FRAME, "focus_tasks", "summaries", "plans", "measures")},
    "grand_total": None,
    "headline": Headline(budget=[], shares=[], growth=[], strategy_shares=None),
    "decided": None,
}


def part(book: PlanBook, *names: str, **others: Any) -> PlanBook:
    """A file that has these sections of the book, and what is given."""
    return book.model_copy(
        update={
            "title": "일부",
            **{name: value for name, value in NOTHING.items() if name not in names},
            **others,
        }
    )


@pytest.fixture
def book(small_book: PlanBook) -> PlanBook:
    return small_book.model_copy(update={"decided": date(2025, 4, 25)})


def test_a_book_is_whole_with_plans_and_action_tasks(book: PlanBook) -> None:
    assert is_whole(book)
    assert not is_whole(part(book, "plans"))
    assert not is_whole(part(book, "action_tasks"))


@pytest.mark.parametrize("name", [*FRAME, "grand_total", "focus_tasks", "summaries", "headline"])
def test_whatever_is_of_the_national_part_is_said_of_it(book: PlanBook, name: str) -> None:
    assert has_national_part(part(book, name))


def test_plans_and_what_they_measure_are_not_of_the_national_part(book: PlanBook) -> None:
    assert not has_national_part(part(book, "plans", "measures", "decided"))


def test_a_whole_book_and_the_first_of_a_year_are_taken_as_they_are(book: PlanBook) -> None:
    changed, first = book.model_copy(update={"focus_tasks": []}), part(book, "plans")

    assert scoped(changed, book) is changed
    assert scoped(first, None) is first


def test_of_a_file_of_plans_those_are_replaced_and_the_rest_is_as_it_was(book: PlanBook) -> None:
    first, second, *_ = book.plans
    changed = second.model_copy(update={"core_tasks": []})

    joined = scoped(part(book, plans=[changed]), book)

    assert joined.plans == [first, changed, *book.plans[2:]]
    assert joined.model_copy(update={"plans": book.plans}) == book


def test_a_plan_that_is_new_comes_behind_those_of_its_kind_provinces_first(book: PlanBook) -> None:
    province = next(plan for plan in book.plans if plan.kind == "provincial")
    new = province.model_copy(update={"institution": "서울"})
    region = province.model_copy(update={"institution": "수도권", "kind": "megaregional"})

    joined = scoped(part(book, plans=[region, new]), book)

    named = [(plan.kind, plan.institution) for plan in joined.plans]
    known = [(plan.kind, plan.institution) for plan in book.plans]
    provinces = [one for one in known if one[0] == "provincial"]
    others = [one for one in known if one[0] != "provincial"]
    assert named == [*provinces, ("provincial", "서울"), *others, ("megaregional", "수도권")]


def test_a_plan_of_another_kind_is_another(book: PlanBook) -> None:
    first = book.plans[0]
    other = first.model_copy(update={"kind": "megaregional"})

    joined = scoped(part(book, plans=[other]), book)

    assert len(joined.plans) == len(book.plans) + 1
    assert joined.plans[0] == first


@pytest.mark.parametrize("name", ["sectoral_core_tasks", "action_tasks"])
def test_tasks_bring_the_whole_frame_and_what_it_lacks_is_gone(book: PlanBook, name: str) -> None:
    given = part(book, name)

    joined = scoped(given, book)

    assert {one: getattr(joined, one) for one in FRAME} == {one: getattr(given, one) for one in FRAME}
    assert (joined.grand_total, joined.focus_tasks) == (book.grand_total, book.focus_tasks)
    assert (joined.headline, joined.decided, joined.plans) == (book.headline, book.decided, book.plans)
    assert joined.summaries == book.summaries
    assert joined.title == "일부"


@pytest.mark.parametrize("name", ["strategies", "strategy_totals", "grand_total", "focus_tasks"])
def test_any_other_section_replaces_itself_alone(book: PlanBook, name: str) -> None:
    current = part(book, *NOTHING)
    emptied = current.model_copy(update={name: NOTHING[name]})

    assert scoped(part(book, name), emptied) == current


def test_a_headline_and_the_day_of_the_decision_are_taken_where_a_file_says_them(book: PlanBook) -> None:
    day = date(2025, 12, 1)
    year = book.stated.budget[0].model_copy(update={"total": 9})
    headline = book.stated.model_copy(update={"budget": [year]})

    joined = scoped(part(book, headline=headline, decided=day), book)

    assert (joined.headline, joined.decided) == (headline, day)
    assert joined.action_tasks == book.action_tasks


def test_a_summary_is_replaced_by_that_of_its_kind_and_title(book: PlanBook) -> None:
    known = book.summaries[0]
    same = known.model_copy(update={"sheets": [], "action_tasks": [], "headline": None})
    kind = known.model_copy(update={"kind": "sheets" if known.kind != "sheets" else "overview"})
    title = known.model_copy(update={"title": "다른 제목"})

    joined = scoped(part(book, summaries=[same, kind, title]), book)

    assert joined.summaries == [same, *book.summaries[1:], kind, title]


@pytest.mark.parametrize("national", [(), ("focus_tasks",)])
def test_what_a_file_measures_beside_what_was_known_is_added(
    book: PlanBook, national: tuple[str, ...]
) -> None:
    known, new = (Measure(item_id=uuid4(), name=name, unit=None) for name in ("출생아 수", "빈집 수"))
    renamed = known.model_copy(update={"name": "다른 이름"})
    current = book.model_copy(update={"measures": [known]})

    joined = scoped(part(book, "plans", *national, measures=[renamed, new]), current)

    assert joined.measures == [known, new]
