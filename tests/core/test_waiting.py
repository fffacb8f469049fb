from datetime import date

from goru.core.verdict import Subject
from goru.core.waiting import Waiting

DUE = date(2025, 2, 17)


def waiting(due: date | None) -> Waiting:
    return Waiting("2025년 시행계획", Subject("cycle", "2025"), due, date(2025, 2, 15), "시행령 제8조③")


def test_days_are_counted_to_the_effective_day() -> None:
    found = [waiting(DUE).days_left(date(2025, 2, day)) for day in (15, 17, 18)]

    assert found == [2, 0, -1]


def test_without_a_day_nothing_is_counted() -> None:
    assert waiting(None).days_left(DUE) is None
