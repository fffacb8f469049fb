"""What the picture of the timeline shows: a span it names, what lies outside, and no today."""

from datetime import date

import pytest

from goru.domain.plans.models import FocusTask, Milestone, Publication, Subtask
from goru.pipelines.issuing.pictures.timelines import placed_in, timeline_of

pytestmark = [pytest.mark.web, pytest.mark.django_db]
FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)


def step(start: date | None, end: date | None, precision: str = "month") -> Milestone:
    part = Subtask(focus_task=FocusTask(title="특구"))
    return Milestone(subtask=part, start_date=start, end_date=end, precision=precision, is_done=False)


@pytest.mark.parametrize(
    ("start", "end", "precision", "shown", "arrows"),
    [
        (date(2025, 3, 1), date(2025, 3, 31), "month", (date(2025, 3, 1), date(2025, 3, 31)), (False, False)),
        (None, date(2025, 6, 30), "month", (date(2025, 6, 1), date(2025, 6, 30)), (True, False)),
        (date(2025, 7, 1), None, "quarter", (date(2025, 7, 1), date(2025, 9, 30)), (False, True)),
        (date(2023, 1, 1), date(2030, 12, 31), "year", (FIRST, LAST), (True, True)),
    ],
)
def test_open_ends_and_ends_outside_are_marked(
    start: date | None,
    end: date | None,
    precision: str,
    shown: tuple[date, date],
    arrows: tuple[bool, bool],
) -> None:
    (span,) = placed_in([step(start, end, precision)], FIRST, LAST).spans

    assert (span.start, span.end) == shown
    assert (span.goes_back, span.goes_on) == arrows


def test_what_lies_before_and_after_is_counted() -> None:
    steps = [
        step(date(2020, 12, 1), date(2020, 12, 31)),
        step(None, date(2027, 12, 31), "year"),
        step(date(2027, 1, 1), None, "year"),
        step(date(2025, 1, 1), date(2025, 1, 31)),
    ]

    placed = placed_in(steps, FIRST, LAST)

    assert (len(placed.spans), placed.before, placed.after) == (1, 1, 2)


def test_the_picture_says_its_span_and_what_is_outside_and_knows_no_today(adopted: Publication) -> None:
    (picture,) = timeline_of(adopted.cycle)

    assert picture.title == "중점 이행과제의 일정, 2025-01–2025-12 (이전 0건과 이후 0건은 표에)"
    assert "화살표" in picture.description
    assert {row[3] for row in picture.rows} <= {"계획서에 완료로 적힘", "적히지 않음"}
    assert "예정" not in picture.svg
