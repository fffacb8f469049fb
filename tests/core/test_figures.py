import re
from decimal import Decimal

import pytest

from goru.core.figures import FIGURE, VALUE, Figure, agree, finest, half_unit, is_rounding, number, read


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", "0"),
        ("5,147", "5147"),
        ("1,234,567.8", "1234567.8"),
        ("51.6", "51.6"),
        ("+3", "3"),
        ("+41", "41"),
        ("-0.5", "-0.5"),
        ("- 472", "-472"),
        ("−5", "-5"),
        ("△5", "-5"),
        ("△ 1.25", "-1.25"),
        ("▲1,000", "-1000"),
        ("▼3", "-3"),
        ("▽3", "-3"),
        ("0.3%p↓", "-0.3"),
        ("3 감소", "-3"),
        ("0.3%p↑", "0.3"),
        ("24,852('18)", "24852"),
        ("24,852(‘18)", "24852"),
        ("34.1('21)", "34.1"),
        ("('23) 83.2", "83.2"),
        ("12(2023년)", "12"),
        ("5*", "5"),
        ("52.9%", "52.9"),
        ("0.2 %p", "0.2"),
        ("1,234억원", "1234"),
        (" 7 ", "7"),
    ],
)
def test_a_printed_figure_is_read_with_its_sign_and_without_its_marks(printed: str, value: str) -> None:
    assert read(printed) == Figure(Decimal(value))
    assert number(printed) == Decimal(value)


@pytest.mark.parametrize(
    "printed",
    [
        "-",
        "",
        " ",
        "신규",
        "전략수립",
        "2회",
        "2회(상·하반기)",
        "5~6",
        "5-6",
        "10~",
        "'24년",
        "2024년",
        "1.2.3억",
        "전체 10%",
        "5 이상",
        "3/4",
        "50% 이상",
        "(’23) 5 → (’24) 6",
    ],
)
def test_what_is_no_single_figure_is_none(printed: str) -> None:
    assert read(printed) is None
    assert number(printed) is None


def test_nothing_is_no_number() -> None:
    assert number(None) is None


@pytest.mark.parametrize(
    ("printed", "unit", "value"),
    [
        ("5명", "명", "5"),
        ("1,234억원", "억 원", "1234"),
        ("52.9%", "%, %p", "52.9"),
        ("0.5%p", "%", "0.5"),
        ("△472", "백만원", "-472"),
    ],
)
def test_a_figure_may_repeat_the_unit_of_its_column(printed: str, unit: str, value: str) -> None:
    assert number(printed, unit) == Decimal(value)


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("1,234억원", "백만원"), ("5명", "천명"), ("5%", "개"), ("3건", "명"), ("5억원", "%")],
)
def test_a_figure_in_another_unit_than_its_columns_is_no_number_of_it(printed: str, unit: str) -> None:
    assert number(printed, unit) is None


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("31,6", "31.6"),
        ("1,2345", "12,345"),
        ("12,34,567", "1,234,567"),
        ("1,23.5", "123.5"),
        ("1,000,00", "100,000"),
        ("1.2.3", "123"),
        ("7.", "7"),
        ("△31,6%", "△31.6%"),
    ],
)
def test_misprints_are_read_as_they_were_meant_and_are_no_numbers(printed: str, mended: str) -> None:
    figure = read(printed)

    assert figure is not None
    assert figure.mended == mended
    assert number(printed) is None


@pytest.mark.parametrize(
    ("difference", "values", "explained"),
    [("1", "54742 41886 611 6247 3884 2115", True), ("4", "10 4 5", False), ("0.2", "8.7 9.2 0.3", False)],
)
def test_rounding_explains_half_a_unit_for_each_figure(difference: str, values: str, explained: bool) -> None:
    assert is_rounding(Decimal(difference), map(Decimal, values.split())) is explained


def test_the_half_of_a_figure_is_half_its_last_decimal() -> None:
    assert [Figure(Decimal(value)).half for value in ("5", "51.6", "100")] == [
        Decimal("0.5"),
        Decimal("0.05"),
        Decimal("0.5"),
    ]


def test_a_figure_agrees_with_a_finer_one_that_rounds_to_it() -> None:
    assert agree(Decimal(106), Decimal("105.69"))
    assert not agree(Decimal(106), Decimal("105.4"))


@pytest.mark.parametrize(("printed", "mended"), [("1..2", "12"), ("1,2.345", "12,345"), ("1,2.34", "12.34")])
def test_of_points_the_last_parts_decimals_where_there_are_fewer_than_three(
    printed: str, mended: str
) -> None:
    figure = read(printed)

    assert figure
    assert figure.mended == mended


@pytest.mark.parametrize(
    ("printed", "is_figure", "is_value"),
    [
        *(("1,234.5", True, True), ("7", True, True), ("1.2.3", False, False), ("신규", False, False)),
        *(("-", False, True), ("24,852('18)", False, True)),
    ],
)
def test_a_cell_of_a_table_looks_like_a_figure_or_like_none(
    printed: str, is_figure: bool, is_value: bool
) -> None:
    assert bool(re.fullmatch(FIGURE, printed)) is is_figure
    assert bool(re.fullmatch(VALUE, printed)) is is_value


def test_figures_that_are_printed_alike_are_as_fine_as_the_finest() -> None:
    assert finest([Decimal("15.0"), Decimal("24.65"), Decimal(3)]) == Decimal("0.005")
    assert half_unit(Decimal("1E+3")) == Decimal("0.5")


def test_rounding_explains_up_to_all_of_its_halves() -> None:
    values = [Decimal("1.0"), Decimal("2.0")]

    assert is_rounding(Decimal("-0.1"), values)
    assert not is_rounding(Decimal("0.11"), values)


def test_a_half_is_rounded_up_and_whole_tens_are_no_decimals() -> None:
    assert agree(Decimal(15), Decimal("14.5"))
    assert not agree(Decimal("1E+1"), Decimal(12))
