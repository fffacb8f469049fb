from decimal import Decimal

import pytest


def with_copy(small_book, changed, task=None, headline=None):
    """The small book with a repetition of its summary table and its headline."""
    copy = {
        "kind": "action_tasks",
        "title": "참고 1",
        "action_tasks": [one.model_dump() for one in small_book.action_tasks],
        "headline": headline,
        "source": {"first_line": 240, "last_line": 262},
    }
    copy["action_tasks"][2] |= task or {}
    return changed({"summaries": [copy]})


def test_a_faithful_repetition_is_left_alone(small_book, changed, found):
    book = with_copy(small_book, changed, headline=small_book.headline.model_dump())

    assert found("summary-rows", book) == []
    assert found("summary-headline", book) == []


@pytest.mark.parametrize(
    ("field", "value"), [("projects", 5), ("national_budget", Decimal(9)), ("name", "다른 이름")]
)
def test_a_row_that_differs_is_found(small_book, changed, found, field, value):
    book = with_copy(small_book, changed, task={field: value})

    [finding] = found("summary-rows", book)

    assert finding.subject == f"summaries/0/action_tasks/Ⅱ-1-(1)/{field}"
    assert finding.found == value


def test_a_row_that_is_not_repeated_is_found(small_book, changed, found):
    book = with_copy(small_book, changed, task={"id": "Ⅱ-9-(9)"})

    assert [one.case for one in found("summary-rows", book)] == ["missing"]


def test_a_headline_that_differs_is_found(small_book, changed, found):
    headline = small_book.headline.model_dump()
    headline["budget"][0]["local"] = Decimal("0.8")
    book = with_copy(small_book, changed, headline=headline)

    [finding] = found("summary-headline", book)

    assert (finding.expected, finding.found) == (Decimal("0.9"), Decimal("0.8"))


def test_sheets_of_the_small_book_agree_with_its_plans(small_book, found):
    assert found("summary-sheets", small_book) == []


def test_a_vision_that_differs_is_found(small_book, changed, found):
    text = {"text": "모두가 뛰기 좋은 정원도시 세종", "source": {"first_line": 240, "last_line": 240}}
    sheets = [number for number, one in enumerate(small_book.summaries) if one.sheets]
    book = changed({f"summaries.{sheets[0]}.sheets.0.vision": text})

    [finding] = found("summary-sheets", book)

    assert (finding.case, finding.found) == ("vision", text["text"])


def test_an_unclosed_bracket_behind_a_strategy_is_not_part_of_it(small_book, changed, found):
    number = next(number for number, one in enumerate(small_book.summaries) if one.sheets)
    book = changed({f"summaries.{number}.sheets.0.strategies.0.text": "주민이 함께 정하는 마을 살림(참여율"})

    assert found("summary-sheets", book) == []


def test_a_strategy_under_other_words_is_found_beside_the_one_it_means(small_book, changed, found):
    number = next(number for number, one in enumerate(small_book.summaries) if one.sheets)
    book = changed({f"summaries.{number}.sheets.0.strategies.0.text": "주민과 함께 정하는 마을 살림"})

    [finding] = found("summary-sheets", book)

    assert finding.expected == "주민이 함께 정하는 마을 살림"
