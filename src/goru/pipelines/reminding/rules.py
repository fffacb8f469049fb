"""When somebody is reminded."""

from __future__ import annotations

from datetime import date

from goru.core.waiting import Waiting

DAYS = frozenset((30, 7, 1, -1, -7, -30))
"""Days that are left, or negative the days since, on which a mail goes out."""


def is_time_for(one: Waiting, on: date) -> bool:
    """Whether a person is reminded on a day of something that waits."""
    return one.days_left(on) in DAYS
