import pytest

from goru.book.differing import Change, Difference, difference
from goru.book.paths import Path


def book(**plans: object) -> dict[str, object]:
    """A book as JSON, with one plan for each name."""
    return {
        "title": "계획",
        "plans": [
            {"kind": "provincial", "institution": name, "total": total, "source": {"first_line": 1}}
            for name, total in plans.items()
        ],
    }


def test_the_same_book_does_not_differ() -> None:
    assert not difference(book(서울=1), book(서울=1))


def test_a_changed_figure_is_named_by_its_path() -> None:
    found = difference(book(서울=1, 부산=2), book(서울=1, 부산=3))

    assert found.changes == (Change(Path.parse("plans/부산/total"), "changed", 2, 3),)


def test_one_plan_more_is_one_addition_wherever_it_stands() -> None:
    found = difference(book(서울=1, 부산=2), book(대구=9, 서울=1, 부산=2))

    assert [(change.kind, change.path) for change in found.changes] == [("added", "plans/대구")]
    assert found.changes[0].new["total"] == 9


def test_one_plan_less_is_one_removal() -> None:
    found = difference(book(서울=1, 부산=2), book(서울=1))

    assert [(change.kind, change.path) for change in found.changes] == [("removed", "plans/부산")]


def test_facts_that_only_moved_are_counted_and_not_listed() -> None:
    old, new = book(서울=1), book(서울=1)
    new["plans"][0]["source"]["first_line"] = 7  # type: ignore[index]

    found = difference(old, new)

    assert found == Difference(moved=1)
    assert found


@pytest.mark.parametrize("gone", [{}, {"reconciled_source": None}])
def test_a_place_that_is_gone_is_a_fact_gone(gone: dict[str, object]) -> None:
    place = {"first_line": 3, "last_line": 3, "page": 1}
    old = {"headline": {"reconciled_source": place}, "page_numbers_source": [{"number": 7, "source": place}]}

    found = difference(old, {"headline": gone, "page_numbers_source": []})

    assert {change.path for change in found.changes} == {
        "headline/reconciled_source",
        "page_numbers_source/7",
    }
    assert found.moved == 0


def test_other_lines_and_one_more_place_are_places() -> None:
    place, without_page = {"first_line": 3, "last_line": 3, "page": 1}, {"first_line": 4, "last_line": 4}
    old = {"headline": {"reconciled_source": place, "national_source": None}}
    numbers = [{"number": 7, "source": place}]
    new = {"headline": {"reconciled_source": without_page, "national_source": place}}

    found = difference(old, new | {"page_numbers_source": numbers})

    assert found == Difference(moved=5)


def test_a_repeated_name_is_told_apart() -> None:
    old = {"indicators": [{"name": "가", "unit": "명"}, {"name": "가", "unit": "건"}]}
    new = {"indicators": [{"name": "가", "unit": "명"}, {"name": "가", "unit": "회"}]}

    assert [change.path for change in difference(old, new).changes] == ["indicators/가 #2/unit"]


def test_an_empty_value_differs_from_an_absent_one() -> None:
    assert difference({"total": None}, {}).changes == (Change(Path.parse("total"), "removed", old=None),)
    assert difference({"total": None}, {"total": 0}).changes == (
        Change(Path.parse("total"), "changed", None, 0),
    )


def test_a_longer_list_of_figures_shows_the_added_one() -> None:
    found = difference({"shares": [1, 2]}, {"shares": [1, 2, 3]})

    assert [(change.kind, change.path, change.new) for change in found.changes] == [("added", "shares/3", 3)]


@pytest.mark.parametrize(
    ("path", "is_prose"),
    [
        ("plans/서울/budget/total", False),
        ("plans/서울/core_tasks/자치/items/…", False),
        ("plans/서울/performance_management/…", True),
        ("sectoral_core_tasks/Ⅱ-1/aims/…", True),
        ("summaries/참고 2/sheets/서울/core_tasks/…", True),
        ("summaries/참고 2/sheets/서울/vision", False),
    ],
)
def test_sentences_are_told_from_names_and_figures(path: str, is_prose: bool) -> None:
    assert Change(Path.parse(path), "added").is_prose is is_prose


def test_an_item_is_the_same_whatever_it_is_called_by_now() -> None:
    old = {"core_tasks": [{"item_id": "a", "name": "자치"}, {"item_id": "b", "name": "재정"}]}
    new = {"core_tasks": [{"item_id": "b", "name": "재정"}, {"item_id": "a", "name": "자치 강화"}]}

    found = difference(old, new)

    assert [(one.path, one.old, one.new) for one in found.changes] == [
        ("core_tasks/자치 강화/name", "자치", "자치 강화")
    ]


def test_two_items_of_one_name_are_two() -> None:
    old = {"core_tasks": [{"item_id": "a", "name": "자치"}]}
    new = {"core_tasks": [{"item_id": "b", "name": "자치"}]}

    assert [one.kind for one in difference(old, new).changes] == ["removed", "added"]
