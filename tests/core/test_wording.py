"""How pages and pictures write figures and days, in both languages."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from goru.core import wording
from goru.domain.finance.rules import Interval

D = date


@pytest.mark.parametrize(
    ("start", "end", "precision", "korean", "english"),
    [
        (D(2024, 3, 5), D(2024, 3, 5), "day", "2024-03-05", "2024-03-05"),
        (D(2024, 3, 1), D(2024, 3, 31), "month", "2024년 3월", "2024-3"),
        (D(2024, 1, 1), D(2024, 12, 31), "month", "2024년 1월–2024년 12월", "2024-1–2024-12"),
        (D(2024, 7, 1), D(2024, 9, 30), "quarter", "2024년 3분기", "2024, quarter 3"),
        (D(2024, 1, 1), D(2024, 6, 30), "half", "2024년 상반기", "First half of 2024"),
        (D(2024, 7, 1), D(2024, 12, 31), "half", "2024년 하반기", "Second half of 2024"),
        (D(2024, 3, 5), D(2024, 4, 30), "month", "2024-03-05–2024년 4월", "2024-03-05–2024-4"),
        (D(2024, 3, 1), D(2024, 4, 15), "month", "2024년 3월–2024-04-15", "2024-3–2024-04-15"),
        (D(2024, 1, 1), D(2024, 12, 31), "year", "2024년", "2024"),
        (D(2024, 1, 11), D(2024, 2, 20), "day", "2024-01-11–2024-02-20", "2024-01-11–2024-02-20"),
        (None, D(2023, 12, 31), "year", "2023년까지", "until 2023"),
        (None, D(2024, 6, 8), "day", "2024-06-08까지", "until 2024-06-08"),
        (D(2024, 3, 1), None, "month", "2024년 3월부터", "from 2024-3"),
        (None, None, "day", "날짜 없음", "No date"),
    ],
)
def test_days_are_written_as_finely_as_they_were_printed(
    start: date | None, end: date | None, precision: str, korean: str, english: str
) -> None:
    with override("ko"):
        assert wording.days(start, end, precision) == korean
    with override("en"):
        assert wording.days(start, end, precision) == english


@pytest.mark.parametrize(
    ("won", "korean", "english"),
    [
        (15_100_000_000, "151억원", "₩15.1 billion"),
        (4_188_600_000_000, "41,886억원", "₩4,188.6 billion"),
        (0, "0억원", "₩0 billion"),
        (None, "-", "-"),
    ],
)
def test_money_is_the_same_figure_in_both_languages(won: int | None, korean: str, english: str) -> None:
    with override("ko"):
        assert wording.eok(won) == korean
    with override("en"):
        assert wording.eok(won) == english


@pytest.mark.parametrize(
    ("low", "high", "korean", "english"),
    [
        (4_220, 4_225, "42.2000–42.2500조원", "₩42.2000–42.2500 trillion"),
        (-172, -162, "-1.7200조원 ~ -1.6200조원", "-₩1.7200 trillion ~ -₩1.6200 trillion"),
        (-10, 10, "-0.1000조원 ~ 0.1000조원", "-₩0.1000 trillion ~ ₩0.1000 trillion"),
        (-10, 0, "-0.1000조원 ~ 0.0000조원", "-₩0.1000 trillion ~ ₩0.0000 trillion"),
        (0, 10, "0.0000–0.1000조원", "₩0.0000–0.1000 trillion"),
        (4_220, 4_220, "42.2000조원", "₩42.2000 trillion"),
    ],
)
def test_an_interval_below_zero_has_its_signs_before_the_figures(
    low: int, high: int, korean: str, english: str
) -> None:
    won = Interval(Decimal(low) * 10**10, Decimal(high) * 10**10)

    with override("ko"):
        assert wording.between(won) == korean
    with override("en"):
        assert wording.between(won) == english


def test_the_ends_of_an_interval_are_written_outwards() -> None:
    won = Interval(Decimal(42_200_099_999_999), Decimal(42_250_000_000_001))

    assert wording.between(won) == "42.2000–42.2501조원"
    assert wording.between(None) == "-"


@dataclass(frozen=True)
class Stated:
    printed: Decimal | None
    unit: str


@pytest.mark.parametrize(
    ("total", "korean", "english"),
    [
        (Stated(Decimal("42.2"), "조원"), "42.2조원", "₩42.2 trillion"),
        (Stated(Decimal(8_781), "억원"), "8,781억원", "₩878.1 billion"),
        (Stated(Decimal(1_250), "백만원"), "1,250백만원", "₩1,250 million"),
        (Stated(Decimal(1_250), "달러"), "1,250달러", "1,250달러"),
        (Stated(None, "조원"), "-", "-"),
        (15_100_000_000, "151억원", "₩15.1 billion"),
        (None, "-", "-"),
    ],
)
def test_a_stated_total_is_written_in_its_own_unit(
    total: Stated | int | None, korean: str, english: str
) -> None:
    with override("ko"):
        assert wording.printed(total) == korean
    with override("en"):
        assert wording.printed(total) == english


def test_won_are_written_in_trillions_to_two_decimals() -> None:
    assert wording.trillion(42_245_100_000_000) == "42.25조원"
    assert wording.trillion(None) == "-"


@pytest.mark.parametrize(("month", "number"), [(1, 1), (3, 1), (4, 2), (6, 2), (9, 3), (10, 4), (12, 4)])
def test_a_day_is_in_a_quarter(month: int, number: int) -> None:
    assert wording.quarter(D(2024, month, 15)) == f"2024년 {number}분기"
