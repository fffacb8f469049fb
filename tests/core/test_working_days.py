from datetime import date

import pytest

from goru.core.working_days import is_public_holiday, next_working_day


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 2, 14), date(2025, 2, 14)),
        (date(2025, 2, 15), date(2025, 2, 17)),
        (date(2026, 2, 15), date(2026, 2, 19)),
        (date(2025, 5, 31), date(2025, 6, 2)),
    ],
    ids=str,
)
def test_what_is_due_on_a_holiday_is_due_on_the_next_working_day(day: date, expected: date) -> None:
    assert next_working_day(day) == expected


def test_a_holiday_that_comes_late_moves_it_on() -> None:
    assert next_working_day(date(2025, 2, 15), {date(2025, 2, 17)}) == date(2025, 2, 18)


def test_a_sunday_is_a_public_holiday_and_a_saturday_is_none() -> None:
    saturday, sunday = date(2025, 3, 8), date(2025, 3, 9)

    assert (is_public_holiday(saturday), is_public_holiday(sunday)) == (False, True)
    assert is_public_holiday(saturday, {saturday})
