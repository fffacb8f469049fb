"""Where a place in a book has its page."""

import pytest

from goru.book.paths import Path
from goru.web.addresses import address_of, code_of, number_of


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("plans/서울/budget/total", "/2024/institutions/seoul/"),
        ("plans/충청권/vision", "/2024/institutions/chungcheong/"),
        ("summaries/6/sheets/경북/strategies", "/2024/institutions/gyeongbuk/"),
        ("action_tasks/Ⅱ-2-(3)/budget_rows/교육부 #2", "/2024/action-tasks/2-2-3/"),
        ("sectoral_core_tasks/Ⅱ-2/aims", "/2024/core-tasks/2-2/"),
        ("strategy_totals/Ⅴ", "/2024/strategies/5/"),
        ("focus_tasks/zones/1/subtasks/x", "/2024/focus-tasks/zones/1/"),
        ("headline/budget/2024", "/2024/"),
        ("action_tasks/(없는 번호)", None),
        ("plans/없는 곳", None),
        ("title", None),
        ("", None),
    ],
)
def test_a_place_has_the_page_that_shows_it(place: str, address: str | None) -> None:
    assert address_of(Path.parse(place), 2024) == address


@pytest.mark.parametrize(("code", "number"), [("Ⅰ-1-(2)", "1-1-2"), ("Ⅲ-4", "3-4"), ("Ⅴ", "5")])
def test_an_address_says_the_code_in_plain_digits(code: str, number: str) -> None:
    assert number_of(code) == number


def test_what_is_no_number_of_an_address_stays_as_it_is() -> None:
    assert code_of("1-1-2") == "Ⅰ-1-(2)"
    assert code_of("99-1") == "99-1"
