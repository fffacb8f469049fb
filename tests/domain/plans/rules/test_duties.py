from datetime import date

import pytest

from goru.domain.plans.rules.duties import duty_state, is_later
from goru.domain.plans.vocabulary import DutyState

DUE = date(2025, 2, 17)


@pytest.mark.parametrize(
    ("on", "handed_in", "expected"),
    [
        (date(2025, 1, 17), None, DutyState.NOT_YET_DUE),
        (date(2025, 1, 18), None, DutyState.DUE),
        (DUE, None, DutyState.DUE),
        (date(2025, 2, 18), None, DutyState.OVERDUE),
        (date(2025, 2, 18), DUE, DutyState.IN_TIME),
        (date(2025, 2, 18), date(2025, 2, 18), DutyState.LATE),
    ],
)
def test_a_duty_stands_as_the_day_says(on: date, handed_in: date | None, expected: DutyState) -> None:
    assert duty_state(DUE, on, handed_in) is expected


def test_an_exception_gives_more_time() -> None:
    assert is_later(date(2025, 2, 18), DUE)
    assert "2025-02-17" in is_later(DUE, DUE).reason
