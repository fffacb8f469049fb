"""A time in words, and the days it means."""

import pytest

from goru.book.times import time_in


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("3월 ~ 8월 조례 개정", "2025-03-01", "2025-08-31", "month"),
        ("2026년 9월 고시", "2026-09-01", "2026-09-30", "month"),
        ("착공", None, None, "year"),
        ("", None, None, "year"),
    ],
)
def test_the_days_follow_from_the_words(
    words: str, start: str | None, end: str | None, precision: str
) -> None:
    assert time_in(words, 2025) == {"text": words, "start": start, "end": end, "precision": precision}
