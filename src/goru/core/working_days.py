"""Working days in Korea: what is due on a Saturday or a public holiday (공휴일) is due on the next working day.

Days that the government makes holidays for once (임시공휴일) come late: those that the package `holidays` does not know yet
are said as `also`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

import holidays

_A_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


def next_working_day(day: date, also: Collection[date] = ()) -> date:
    """The day itself, or the first working day after it (민법 제161조: 토요일 또는 공휴일이면 그 익일)."""
    while day.weekday() == _SATURDAY or is_public_holiday(day, also):
        day += _A_DAY
    return day


def is_public_holiday(day: date, also: Collection[date] = ()) -> bool:
    """Whether a day is a Sunday or another public holiday (관공서의 공휴일에 관한 규정); a Saturday is none."""
    return day.weekday() == _SUNDAY or day in _holidays_of(day.year) or day in also


@cache
def _holidays_of(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("KR", years=year))
