from decimal import Decimal

import pytest

from goru.book.checking.figures import Figure, agree, is_rounding, read


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("5,147", "5147"),
        ("51.6", "51.6"),
        ("- 472", "-472"),
        ("△1.25", "-1.25"),
        ("24,852('18)", "24852"),
        ("34.1('21)", "34.1"),
        ("+3", "3"),
    ],
)
def test_figures_are_read_with_sign_and_without_year_mark(printed: str, value: str) -> None:
    assert read(printed) == Figure(Decimal(value))


@pytest.mark.parametrize("words", ["-", "", "전략수립", "예타완료", "2회(상·하반기)", "'24년"])
def test_words_and_the_dash_are_no_figures(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("printed", "mended"),
    [("31,6", "31.6"), ("1,2345", "12,345"), ("12,34,567", "1,234,567"), ("1,23.5", "123.5"), ("7.", "7")],
)
def test_misprints_are_read_as_they_were_meant(printed: str, mended: str) -> None:
    figure = read(printed)

    assert figure is not None
    assert figure.mended == mended


@pytest.mark.parametrize(
    ("difference", "values", "explained"),
    [("1", "54742 41886 611 6247 3884 2115", True), ("4", "10 4 5", False), ("0.2", "8.7 9.2 0.3", False)],
)
def test_rounding_explains_half_a_unit_for_each_figure(difference: str, values: str, explained: bool) -> None:
    assert is_rounding(Decimal(difference), map(Decimal, values.split())) is explained


def test_a_figure_agrees_with_a_finer_one_that_rounds_to_it() -> None:
    assert agree(Decimal(106), Decimal("105.69"))
    assert not agree(Decimal(106), Decimal("105.4"))
