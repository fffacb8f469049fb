from datetime import date

import pytest

PART = "focus_tasks.0.subtasks.0.milestones"


def milestone(text, start, end):
    return {
        "text": text,
        "start": start,
        "end": end,
        "precision": "month",
        "done": False,
        "source": {"first_line": 25, "last_line": 25},
    }


def test_milestones_in_order_are_left_alone(changed, found):
    trial = milestone("시범 운영", date(2025, 1, 1), date(2025, 6, 30))
    book = changed({PART: [trial, milestone("정식 운영", date(2025, 7, 1), None)]})

    assert found("date-order", book) == []


@pytest.mark.parametrize(
    ("start", "end", "doubtful"),
    [(date(2025, 1, 1), None, True), (date(2024, 3, 1), date(2024, 3, 31), False)],
)
def test_regular_operation_no_later_than_its_trial_is_found(changed, found, start, end, doubtful):
    trial = milestone("시범 운영", date(2025, 1, 1), date(2025, 12, 31))
    book = changed({PART: [trial, milestone("정식 운영", start, end)]})

    [finding] = found("date-order", book)

    assert (finding.case, finding.doubtful) == ("order", doubtful)


@pytest.mark.parametrize(
    ("start", "end", "case"),
    [(date(2025, 5, 1), date(2025, 4, 30), "end"), (date(2095, 5, 1), None, "year")],
)
def test_dates_that_cannot_be_are_found(changed, found, start, end, case):
    book = changed({PART: [milestone("규정 제정", start, end)]})

    [finding] = found("date-order", book)

    assert finding.case == case
