"""Fuzzy dates: the intervals that printed Korean dates mean.

Known forms: day ('24.6.8), month ('24.3월, 3월 말), quarter ('24.3분기), half ('24.上, 상반기), year
('24년, 연중, 수시), open starts (~'24.6월) and ends ('24.3월~), spans ('24.1~12월, '24.3~4분기).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "quarter", "half", "year"]


@dataclass(frozen=True, slots=True)
class Interval:
    """The days a printed date means; an open start or end is None."""

    start: date | None
    end: date | None
    precision: Precision
    first: int
    last: int
    """Where it stands in the text: [first, last)."""


_YEAR = r"(?P<{0}>'\d\d|20\d\d|(?<![\d.,'])\d\d(?=\.\d|\.[上下]|년(?!간|차|\d)))"
_TOKEN = re.compile(
    r"(?P<open>~ ?)?"
    r"(?:(?P<year>'\d\d|20\d\d|(?<![\d.,'~])2\d(?=\.\d{1,2}(?:\.|월|\)|,|~|$)|\.[上下]|년(?!간|차|도|대)))(?:년도?)?\.? ?)?"
    r"(?:(?P<half>上|下|상반기|하반기)"
    r"|(?P<both>상·하반기)"
    r"|(?P<quarter>[1-4])(?:~(?P<quarter2>[1-4]))?(?P<q>분기)"
    r"|(?P<month>1[0-2]|[1-9])\. ?(?P<day>3[01]|[12]\d|[1-9])(?![\d%])\.?"
    r"(?:~(?:(?P<year2>'\d\d|20\d\d)\. ?)?(?P<month2>1[0-2]|[1-9])\. ?(?P<day2>3[01]|[12]\d|[1-9])\b\.?)?"
    r"|(?P<m>1[0-2]|[1-9])(?P<mw>월)?(?P<part> ?(?:초|중순|말))?(?:~(?P<m2>1[0-2]|[1-9])월)?(?![\d%])"
    r"|(?P<vague>연중|수시|상시|연내|매년))?"
    r"(?P<to> ?~(?! ?\d))?"
)
