from decimal import Decimal

import pytest

from goru.domain.indicators.rules import figure


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("51.6", "51.6"),
        ("5,188", "5188"),
        ("1,234,567.8", "1234567.8"),
        ("0", "0"),
        ("-0.5", "-0.5"),
        ("△3", "-3"),
        ("▲1,000", "-1000"),
        (" 7 ", "7"),
    ],
)
def test_a_printed_number_is_read(printed: str, number: str) -> None:
    assert figure(printed) == Decimal(number)


@pytest.mark.parametrize(
    "printed", ["31,6", "-", "", None, "신규", "2회", "10~20", "1.2.3", "12,34", "전체 10%", "1,000,00"]
)
def test_what_only_looks_like_a_number_is_none(printed: str | None) -> None:
    assert figure(printed) is None
