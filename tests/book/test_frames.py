"""The frames of the comprehensive plans."""

import pytest

from goru.book.frames import frames, strategies_of
from goru.book.model import PlanBook


def test_a_year_has_the_frame_of_the_plan_that_covers_it() -> None:
    assert [len(one.core_tasks) for one in strategies_of(2027)] == [5, 3, 6, 4, 4]
    assert strategies_of(2028) == []


def test_no_two_frames_cover_one_year() -> None:
    years = [year for one in frames() for year in range(one.first_year, one.last_year + 1)]

    assert len(years) == len(set(years))


@pytest.mark.book
def test_the_frame_of_2024_is_the_one_that_provinces_print(real_book: PlanBook) -> None:
    printed = [task.name for plan in real_book.plans for task in plan.core_tasks if plan.kind == "provincial"]

    for strategy in strategies_of(2024):
        assert {name: printed.count(name) > 10 for name in strategy.core_tasks} == dict.fromkeys(
            strategy.core_tasks, True
        )
