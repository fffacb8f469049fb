"""Fuzzy dates: the intervals that printed Korean dates mean.

A day ('24.6.8), a month ('24.3월, 3월 말), a quarter ('24.3분기: the third quarter, not March), a half
('24.上, 하반기), a year ('24년, 연중, 수시); open starts (~'24.6월) and ends ('24.3월~); spans
('24.1~12월, '24.3~4분기, '24.1.11~2.20). What a date leaves out it takes from the date before it in
the same text, at last from `year`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

Precision = Literal["day", "month", "quarter", "half", "year"]


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """The days a printed date means (an open start or end is None), and where in the text it stands."""

    start: date | None
    end: date | None
    precision: Precision
    first: int
    last: int
    has_year: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    start: date
    end: date
    precision: Precision
    has_year: bool


_ATOM = re.compile(
    r"(?:(?P<year>'\d\d|20\d\d|(?<![\d.,'])2\d(?=\.(?:\d|[上下])|년(?! ?[=간])))(?P<suffix>년도?)?(?:\. ?| )?)?"
    r"(?:(?P<half>上|下|上半期|상반기|하반기)"
    r"|(?P<quarter>[1-4])(?= ?~ ?[1-4]분기|분기)(?:분기)?"
    r"|(?P<month>1[0-2]|0?[1-9])\. ?(?P<day>3[01]|[12]\d|0?[1-9])(?![\d%개천만억조])\.?"
    r"|(?P<month_only>1[0-2]|[1-9])"
    r"(?:월(?: ?(?:초|중순|말))?|(?= ?~ ?(?:1[0-2]|[1-9])월)|(?=[)~ ,]|$)(?<=\.\d)|(?<=\.\d\d)(?=[)~ ,]|$))"
    r"|(?P<vague>연중|연내))?"
)
_TIMELESS = re.compile(r"^(수시|연중|연내)$")


def dates_in(text: str, year: int) -> Iterator[FuzzyDate]:
    """Every date of a text, in order."""
    position = 0
    while position < len(text):
        found = _atom_at(text, position, year)
        if not found:
            position += 1
            continue
        atom, last = found
        fuzzy = _with_span(text, position, last, atom)
        yield fuzzy
        year, position = atom.start.year, fuzzy.last


def _atom_at(text: str, position: int, year: int) -> tuple[_Atom, int] | None:
    match = _ATOM.match(text, position)
    if not match or match.end() == position:
        return None
    if position and text[position - 1].isdigit() and not match["year"]:
        return None
    has_year = bool(match["year"])
    atom = _atom(match, _year(match["year"]) or year, has_year)
    if atom is None or not (has_year or _stands_alone(text, match)):
        return None
    return atom, match.start() + len(match[0].rstrip())


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """A date without a year needs its own word (3월, 2분기, 상반기), or a year before it for a day (10.27)."""
    before = text[: match.start()]
    if match["month"]:
        return bool(re.search(r"[\d.][./~,] ?$", before)) or before.endswith("~")
    if match["month_only"]:
        return "월" in match[0] or bool(re.match(r" ?~ ?\d+월", text[match.end() :]))
    return bool(match["half"] or match["quarter"] or match["vague"])


def _year(printed: str | None) -> int | None:
    if not printed:
        return None
    digits = printed.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _atom(match: re.Match[str], year: int, has_year: bool) -> _Atom | None:
    if match["half"]:
        first = 1 if match["half"] in ("上", "상반기") else 7
        return _months(year, first, first + 5, "half", has_year)
    if match["quarter"]:
        first = 3 * int(match["quarter"]) - 2
        return _months(year, first, first + 2, "quarter", has_year)
    if match["month"]:
        return _day(year, int(match["month"]), int(match["day"]), has_year)
    if match["month_only"]:
        month = int(match["month_only"])
        return _months(year, month, month, "month", has_year)
    if not has_year and not match["vague"]:
        return None
    return _Atom(date(year, 1, 1), date(year, 12, 31), "year", has_year)


def _months(year: int, first: int, last: int, precision: Precision, has_year: bool) -> _Atom:
    end = date(year, last, calendar.monthrange(year, last)[1])
    return _Atom(date(year, first, 1), end, precision, has_year)


def _day(year: int, month: int, day: int, has_year: bool) -> _Atom | None:
    if day > calendar.monthrange(year, month)[1]:
        return None
    return _Atom(date(year, month, day), date(year, month, day), "day", has_year)


def _with_span(text: str, first: int, last: int, atom: _Atom) -> FuzzyDate:
    """A date with its span: ~date, date~, date~date, date까지."""
    fuzzy = FuzzyDate(atom.start, atom.end, atom.precision, first, last, atom.has_year)
    opened = re.search(r"~ ?$", text[:first])
    if opened:
        return replace(fuzzy, start=None, first=opened.start())
    span = re.match(r" ?~ ?", text[last:])
    if span:
        following = _atom_at(text, last + span.end(), atom.start.year)
        if following:
            end = following[0].end
            precision = following[0].precision
            return replace(fuzzy, end=end, precision=precision, last=following[1])
        return replace(fuzzy, end=None, last=last + len(span[0].rstrip()))
    if text.startswith("까지", last):
        return replace(fuzzy, start=None, last=last + 2)
    return fuzzy


def timeless(text: str, year: int) -> FuzzyDate | None:
    """수시, 연중, 연내 alone: the whole year."""
    if not _TIMELESS.match(text):
        return None
    return FuzzyDate(date(year, 1, 1), date(year, 12, 31), "year", 0, len(text), False)


_MONTHS: dict[Precision, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def period_of(day: date, precision: Precision) -> tuple[date, date]:
    """The first and the last day of the month, quarter, half or year that a day is in; the day itself twice."""
    months = _MONTHS.get(precision)
    if months is None:
        return day, day
    first = day.month - (day.month - 1) % months
    last = first + months - 1
    return date(day.year, first, 1), date(day.year, last, calendar.monthrange(day.year, last)[1])


SEOUL = ZoneInfo("Asia/Seoul")


def day_in_korea(at: datetime) -> date:
    """The day it is in Korea at a moment: what a rule that counts days goes by."""
    return at.astimezone(SEOUL).date()
