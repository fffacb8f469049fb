from decimal import Decimal

import pytest

from goru.core import money
from goru.core.ranges import MOST_WON


@pytest.mark.parametrize(
    ("figure", "unit", "places", "won", "precision", "printed"),
    [
        ("54742", "억원", 0, 5_474_200_000_000, 100_000_000, "54742"),
        ("42.2", "조원", 0, 42_200_000_000_000, 100_000_000_000, "42.2"),
        ("15", "조원", 1, 15_000_000_000_000, 100_000_000_000, "15.0"),
        ("-3", "백만원", 0, -3_000_000, 1_000_000, "-3"),
        ("0", "억원", 0, 0, 100_000_000, "0"),
        ("1000", "원", 0, 1000, 1, "1000"),
        ("500", "천원", 0, 500_000, 1_000, "500"),
    ],
)
def test_a_printed_figure_is_won_and_reads_back_as_printed(
    figure: str, unit: str, places: int, won: int, precision: int, printed: str
) -> None:
    stated = money.stated(Decimal(figure), unit, places=places)

    assert (stated.won, stated.unit, stated.precision) == (won, unit, precision)
    assert str(stated.printed) == printed


def test_an_unknown_unit_is_refused_by_name() -> None:
    with pytest.raises(money.NotMoney, match=r"'명'.*억원"):
        money.stated(Decimal(1), "명")


def test_a_fraction_of_a_won_is_refused() -> None:
    with pytest.raises(money.NotMoney, match=r"0\.5원"):
        money.stated(Decimal("0.5"), "원")


def test_more_than_there_is_is_refused_and_all_there_is_is_not() -> None:
    assert money.stated(Decimal(MOST_WON), "원").won == MOST_WON
    for too_much in (MOST_WON + 1, -MOST_WON - 1):
        with pytest.raises(money.NotMoney, match=f"{too_much}원은 금액으로는 너무 큽니다"):
            money.stated(Decimal(too_much), "원")


def test_a_figure_is_printed_without_places_where_none_are_said() -> None:
    assert str(money.stated(Decimal("5.0"), "억원").printed) == "5"
    assert str(money.Money(5_000_000_000, "억원", 1_000_000_000).printed) == "50"


def test_figures_of_one_table_share_the_places_of_the_finest() -> None:
    assert money.places_of([Decimal("24.60"), Decimal(15), None]) == 1
    assert money.places_of([Decimal(100), None]) == 0


def test_rounding_may_part_a_total_from_n_addends_by_half_a_place_each() -> None:
    assert money.rounding_allowance(5, 100_000_000) == 300_000_000
