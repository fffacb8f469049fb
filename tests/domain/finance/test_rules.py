from decimal import Decimal

from goru.domain.finance.rules import Interval, narrowed, rounded
from goru.domain.finance.vocabulary import FundingSource

NATIONAL, LOCAL, PRIVATE = FundingSource.NATIONAL, FundingSource.LOCAL, FundingSource.PRIVATE


def test_a_rounded_figure_is_half_a_place_to_either_side() -> None:
    assert rounded(Decimal("42.2"), Decimal("0.1")) == Interval(Decimal("42.15"), Decimal("42.25"))


def test_a_share_and_one_part_narrow_the_whole() -> None:
    whole, parts = narrowed(
        Interval(Decimal("42.15"), Decimal("42.25")),
        {
            NATIONAL: Interval(Decimal("24.6237"), Decimal("24.6237")),
            LOCAL: rounded(Decimal("15.0"), Decimal("0.1")),
            PRIVATE: rounded(Decimal("2.6"), Decimal("0.1")),
        },
        {
            NATIONAL: Interval(Decimal("0.5825"), Decimal("0.5835")),
            LOCAL: Interval(Decimal("0.3555"), Decimal("0.3565")),
            PRIVATE: Interval(Decimal("0.0605"), Decimal("0.0615")),
        },
    )

    assert (round(whole.low, 4), round(whole.high, 4)) == (Decimal("42.2000"), Decimal("42.2500"))
    assert (round(parts[LOCAL].low, 4), round(parts[LOCAL].high, 4)) == (
        Decimal("15.0021"),
        Decimal("15.0500"),
    )
    assert (round(parts[PRIVATE].low, 4), round(parts[PRIVATE].high, 4)) == (
        Decimal("2.5531"),
        Decimal("2.5984"),
    )


def test_figures_that_contradict_one_another_narrow_nothing() -> None:
    whole, parts = narrowed(
        Interval(Decimal(10), Decimal(11)),
        {NATIONAL: Interval(Decimal(1), Decimal(2))},
        {NATIONAL: Interval(Decimal("0.9"), Decimal("0.91"))},
    )

    assert (whole, parts[NATIONAL]) == (Interval(Decimal(10), Decimal(11)), Interval(Decimal(1), Decimal(2)))


def test_a_part_lies_within_what_the_others_leave() -> None:
    _whole, parts = narrowed(
        Interval(Decimal(10), Decimal(11)),
        {NATIONAL: Interval(Decimal(6), Decimal(7)), LOCAL: Interval(Decimal(0), Decimal(9))},
        {},
    )

    assert parts[LOCAL] == Interval(Decimal(3), Decimal(5))
