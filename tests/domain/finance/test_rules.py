import pytest

from goru.domain.finance import rules

EOK = 100_000_000


@pytest.mark.parametrize(
    ("stated", "is_equal", "could_be_rounding"),
    [
        (10, True, False),
        (9, False, True),
        (12, False, True),
        (13, False, False),
        (8, False, True),
        (7, False, False),
    ],
)
def test_a_total_of_three_lines_may_miss_by_two_units(
    stated: int, is_equal: bool, could_be_rounding: bool
) -> None:
    comparison = rules.compare(stated * EOK, [3 * EOK, 3 * EOK, 4 * EOK], EOK)

    assert comparison.difference == (stated - 10) * EOK
    assert (comparison.is_equal, comparison.could_be_rounding) == (is_equal, could_be_rounding)
