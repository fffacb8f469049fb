from decimal import Decimal

import pytest

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


def between(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


def test_intervals_are_reckoned_by_their_ends() -> None:
    one, other = between("10", "20"), between("2", "5")

    assert one + other == between("12", "25")
    assert one - other == between("5", "18")
    assert one.times(other) == between("20", "100")
    assert one.over(other) == between("2", "10")


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (between("1", "2"), between("2", "3"), between("2", "2")),
        (between("2", "3"), between("1", "2"), between("2", "2")),
        (between("1", "4"), between("2", "3"), between("2", "3")),
        (between("1", "2"), between("3", "4"), between("1", "2")),
        (between("3", "4"), between("1", "2"), between("3", "4")),
    ],
)
def test_an_interval_within_another_is_what_is_in_both(
    one: Interval, other: Interval, both: Interval
) -> None:
    assert one.within(other) == both


@pytest.mark.parametrize(
    ("whole", "parts", "shares", "narrowed_whole"),
    [
        (("0", "5"), {}, {}, ("0", "5")),
        (("10", "11"), {NATIONAL: ("9.5", "10.5")}, {}, ("10", "10.5")),
        (("10", "11"), {NATIONAL: ("6", "6"), LOCAL: ("2", "2"), PRIVATE: ("2", "2.5")}, {}, ("10", "10.5")),
        (("10", "11"), {NATIONAL: ("9", "12")}, {LOCAL: ("0.1", "0.2")}, ("10", "11")),
        (("10", "11"), {NATIONAL: ("0", "0.5"), LOCAL: ("9", "11")}, {NATIONAL: ("0", "0.04")}, ("10", "11")),
    ],
)
def test_a_whole_is_narrowed_by_what_is_known_of_its_parts(
    whole: tuple[str, str],
    parts: dict[FundingSource, tuple[str, str]],
    shares: dict[FundingSource, tuple[str, str]],
    narrowed_whole: tuple[str, str],
) -> None:
    found, _parts = narrowed(
        between(*whole),
        {name: between(*part) for name, part in parts.items()},
        {name: between(*share) for name, share in shares.items()},
    )

    assert found == between(*narrowed_whole)


def test_a_single_part_is_narrowed_by_the_whole() -> None:
    _whole, parts = narrowed(between("10", "11"), {NATIONAL: between("9.5", "10.5")}, {})

    assert parts == {NATIONAL: between("10", "10.5")}


def test_what_is_narrowed_narrows_again_round_by_round() -> None:
    whole, parts = narrowed(
        between("10", "20"),
        {NATIONAL: between("0", "100"), LOCAL: between("4", "5")},
        {NATIONAL: between("0.5", "0.5")},
    )

    assert Decimal(10) == whole.low <= whole.high < Decimal("10.0001")
    assert parts[NATIONAL].high < Decimal("5.0001")
