"""Fuzzy dates: the intervals that printed Korean dates mean.

| printed | is |
| --- | --- |
| `'24.6.8` · `24.6.8` · `2024-06-08` · `2024년 6월 8일` · `6월 8일` · `6. 8.` · `6.8(토)` | a day |
| `'24.3월` · `24년 3월` · `3월 말` · `6~8월` · `6·7월` | a month, or months |
| `3분기` · `3/4분기` · `'24.3분기` · `1/4~2/4분기` · `1/2분기` | a quarter (the third, not March), or quarters |
| `'24.上` · `하반기` · `상·하반기` | a half, or both |
| `'24년` · `연중` · `연말` · `수시` | a year |
| `내년 3월` · `금년 하반기` · `올해` | of the year after the plan's, of its own |
| `11월~2월` | from one year to the next |
| `~10월` · `10월까지` · `10월~` · `10월부터` | an open start, an open end |
| `13월` · `5/4분기` · `'24.2.31` | none: a date that cannot be, kept without days |

What a date leaves out it takes from the date before it in the same text, at last from `year`.
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
    """The days a printed date means (an open start or end is None), and where in the text it stands.

    `impossible` is what of it no calendar has (13월), whose days are None too; empty where all of it can be.
    """

    start: date | None
    end: date | None
    precision: Precision
    first: int
    last: int
    has_year: bool
    impossible: str = ""


@dataclass(frozen=True, slots=True)
class _Atom:
    """A date without what opens or spans it: its first and last day, None where it cannot be; the year it is in."""

    days: tuple[date, date] | None
    precision: Precision
    year: int
    has_year: bool


_RELATIVE = {
    "내후년": 2,
    "내년": 1,
    "익년": 1,
    "차년": 1,
    "금년": 0,
    "올해": 0,
    "당해": 0,
    "올": 0,
    "작년": -1,
    "지난해": -1,
}
_YEAR = re.compile(
    r"(?:(?P<quoted>'\d\d)"
    r"|(?<![\d.,'])(?P<full>20\d\d)(?!\d| ?(?:명|개|억|만|천|원|건|호|㎡|여|세대|월드)|,\d)"
    r"|(?<![\d.,'])(?P<bare>2\d)(?=년(?! ?[=간])|\. ?(?:\d|상|하)|\.[上下])"
    r"|(?<![가-힣\d])(?P<relative>내후년|내년|익년|차년(?=도)|금년|올해|당해(?= ?연도)|올(?= (?:[상하]반기|\d))|작년|지난해))"
    r"(?P<said>(?: ?연|년)?도|년)?(?:\. ?| |[-/](?=\d))?"
)
_MONTH = r"월(?!드)"
_ENDS = r"(?: ?(?:초순|초|중순|하순|말)(?![가-힣])| ?(?:초|중순|말)(?=까지|부터|경))?"
_DAY_NAMED = re.compile(
    rf"(?P<month>\d{{1,3}}){_MONTH} ?(?P<day>\d{{1,2}})(?:일(?!간|차|째|\d)|(?= ?[~-] ?\d{{1,2}}일))"
)
_DAY = re.compile(
    r"(?P<month>\d{1,2})(?P<part>\. ?|[-/])(?P<day>\d{1,2})(?![\d%개천만억조명건차호번]|\.\d)(?P<dot>\.)?"
    r"(?P<weekday>(?= ?\([월화수목금토일](?:요일)?\)))?"
)
_QUARTERS = re.compile(
    rf"(?P<numbers>\d{{1,3}}(?: ?[~·/-] ?\d{{1,2}}){{0,3}}) ?사?분기(?! ?(?:연속|째|만에)){_ENDS}"
)
_BOTH_HALVES = re.compile(r"(?:상 ?[·/,]? ?하반기|上 ?[·/,]? ?下(?:半期|반기)?)")
_HALF = re.compile(rf"(?:(?P<first>上(?:半期|반기)?|상반기)|下(?:半期|반기)?|하반기){_ENDS}")
_MONTHS = re.compile(
    rf"(?P<numbers>\d{{1,3}}(?: ?[~·-] ?\d{{1,2}}){{0,2}}){_MONTH}(?! ?\d{{1,2}}일(?!간|차|째)){_ENDS}"
)
_OF_LIST = re.compile(rf"(?P<number>\d{{1,2}})(?=(?:, ?\d{{1,2}})*, ?\d{{1,2}}(?P<unit>{_MONTH}|분기))")
_MONTH_ALONE = re.compile(r"(?P<month>\d{1,2})(?=[)~ ,]|$)")
_VAGUE = re.compile(r"(?<![가-힣])연(?:중|내(?!륙)|말(?!정산)|초(?!박))")
_TIMELESS = re.compile(r"^(수시|연중|연내)$")
_MAY_BEGIN = re.compile(r"['\d상하上下연내익차금올당작지]")

_OF_AN_EVENT = re.compile(
    r"(?:시행|개최|회의|간담회|협의회|설명회|공청회|위원회|심의|의결|예고|선정|지정|승인|확정|제정|개정|공포|고시|공고|공모|접수"
    r"|발표|체결|착수|착공|준공|개통|개소|출범|마련|완료|통과|제출)\($"
)
_WEEKDAY = re.compile(r" ?\([월화수목금토일](?:요일)?\)")
_SPAN = re.compile(r" ?~ ?|부터 |-")
_LAST_DAY = re.compile(r"(?P<day>\d{1,2})(?:일|(?=[)., ]|$))\.?")
_UNTIL = re.compile(r" ?(?:전?까지|이전)")
_FROM = re.compile(r"부터| ?이후")


def dates_in(text: str, year: int) -> Iterator[FuzzyDate]:
    """Every date of a text, in order."""
    last_year, position = year, 0
    while start := _MAY_BEGIN.search(text, position):
        position = start.start()
        found = _atom_at(text, position, last_year, year)
        if not found:
            position += 1
            continue
        atom, last = found
        fuzzy = _with_span(text, position, last, atom, year)
        yield fuzzy
        last_year, position = atom.year, fuzzy.last


def _atom_at(text: str, position: int, last_year: int, year: int) -> tuple[_Atom, int] | None:
    """The date that begins at a place of a text, and where it ends; `year` is what 내년 counts from."""
    named = _YEAR.match(text, position)
    if not named:
        if position and text[position - 1] in "0123456789":
            return None
        return _of_year(text, position, last_year, None)
    of = _named_year(named, year)
    found = _of_year(text, named.end(), of, named)
    if found:
        return found
    if named["bare"] and not named["said"]:
        return None
    end = len(named[0].rstrip(" "))
    if said := re.match(r" ?(?:초|말)(?=[\s)~,→]|까지|부터|$)", text[position + end :]):
        end += len(said[0])
    return _Atom(_period(of, 1, 12), "year", of, has_year=True), position + end


def _named_year(named: re.Match[str], year: int) -> int:
    if named["relative"]:
        return year + _RELATIVE[named["relative"]]
    digits = named["quoted"] or named["full"] or named["bare"]
    return int(digits) if len(digits) == 4 else 2000 + int(digits.lstrip("'"))


def _of_year(text: str, position: int, year: int, named: re.Match[str] | None) -> tuple[_Atom, int] | None:
    """The part of a year that begins at a place, behind its year or without one."""
    has_year = named is not None
    if found := _DAY_NAMED.match(text, position):
        return _Atom(_day(year, found["month"], found["day"]), "day", year, has_year), found.end()
    if (found := _DAY.match(text, position)) and _is_day(text, found, named):
        return _Atom(_day(year, found["month"], found["day"]), "day", year, has_year), found.end()
    if found := _QUARTERS.match(text, position):
        first, last = _quarters(re.sub(r"\s", "", found["numbers"]))
        return _Atom(_parts(year, first, last, 3), "quarter", year, has_year), found.end()
    if found := _BOTH_HALVES.match(text, position):
        return _Atom(_period(year, 1, 12), "half", year, has_year), found.end()
    if found := _HALF.match(text, position):
        half = 1 if found["first"] else 2
        return _Atom(_parts(year, half, half, 6), "half", year, has_year), found.end()
    return _month_of(text, position, year, named)


def _month_of(text: str, position: int, year: int, named: re.Match[str] | None) -> tuple[_Atom, int] | None:
    has_year = named is not None
    if found := _MONTHS.match(text, position):
        numbers = [int(number) for number in re.findall(r"\d+", found["numbers"])]
        return _Atom(_parts(year, numbers[0], numbers[-1], 1), "month", year, has_year), found.end()
    if (found := _OF_LIST.match(text, position)) and (named or re.search(r"(?:^|[(,~]) ?$", text[:position])):
        number, months = int(found["number"]), 3 if found["unit"] == "분기" else 1
        precision: Precision = "month" if months == 1 else "quarter"
        return _Atom(_parts(year, number, number, months), precision, year, has_year), found.end()
    if named and named[0].endswith((".", "-", "/", ". ")) and (found := _MONTH_ALONE.match(text, position)):
        month = int(found["month"])
        days = _parts(year, month, month, 1)
        is_meant = days or (named["quoted"] and "." in named[0])
        return (_Atom(days, "month", year, has_year), found.end()) if is_meant else None
    if found := _VAGUE.match(text, position):
        return _Atom(_period(year, 1, 12), "year", year, has_year), found.end()
    return None


def _is_day(text: str, found: re.Match[str], named: re.Match[str] | None) -> bool:
    """Whether 6.8 is a day: behind a year or a date, with the day of the week, with both dots, of an event."""
    part = found["part"].strip()
    if named:
        return part == "." or named[0].endswith(part)
    before = text[: found.start()]
    if found["weekday"] is not None:
        return True
    if part != ".":
        return False
    if re.search(r"[\d.][./~,-] ?$", before) or before.endswith("~"):
        return True
    if found["dot"] and (found["part"] == ". " or re.search(r"[(,] ?$", before)):
        return re.match(r"$|[)~,(]|\s(?!\d)", text[found.end() :]) is not None
    closes = re.match(r"[)~,]", text[found.end() :]) is not None
    return closes and _OF_AN_EVENT.search(before) is not None


def _quarters(printed: str) -> tuple[int, int]:
    """The first and last quarter of `3`, `3/4` (the third of four), `1~2`, `1/4~2/4`, `1·2`, `1/2` (both)."""
    numbers = [int(number) for number in re.findall(r"(\d+)(?:/4(?!\d)|(?<=[124])·4$)?", printed)]
    return numbers[0], numbers[-1]


def _parts(year: int, first: int, last: int, months: int) -> tuple[date, date] | None:
    """The days of the parts of a year, each of some months, counted from 1; None where it has not so many."""
    if not all(1 <= number <= 12 // months for number in (first, last)):
        return None
    return _period(year, months * (first - 1) + 1, months * last)


def _period(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _day(year: int, month: str | int, day: str | int) -> tuple[date, date] | None:
    try:
        one = date(year, int(month), int(day))
    except ValueError:
        return None
    return one, one


def _with_span(text: str, first: int, last: int, atom: _Atom, year: int) -> FuzzyDate:
    """A date with its span: ~date, date~, date~date, date까지, date부터."""
    start, end = atom.days or (None, None)
    impossible = "" if atom.days else text[first:last]
    fuzzy = FuzzyDate(start, end, atom.precision, first, last, atom.has_year, impossible)
    if opened := re.search(r"~ ?$", text[:first]):
        fuzzy = replace(fuzzy, start=None, first=opened.start())
        return replace(fuzzy, last=until.end()) if (until := _UNTIL.match(text, last)) else fuzzy
    if weekday := _WEEKDAY.match(text, last):
        last = weekday.end()
        fuzzy = replace(fuzzy, last=last)
    if span := _SPAN.match(text, last):
        if following := _end_at(text, span.end(), atom, year):
            return _spanned(text, fuzzy, *following, starts_at=first, ends_at=span.end())
        if "~" in span[0]:
            return replace(fuzzy, end=None, last=last + len(span[0].rstrip()))
    if until := _UNTIL.match(text, last):
        return replace(fuzzy, start=None, last=until.end())
    if since := _FROM.match(text, last):
        return replace(fuzzy, end=None, last=since.end())
    return fuzzy


def _spanned(
    text: str, fuzzy: FuzzyDate, other: _Atom, last: int, *, starts_at: int, ends_at: int
) -> FuzzyDate:
    """From one date to another; where the second names no year and its month comes before, to that of the year after."""
    impossible = fuzzy.impossible or ("" if other.days else text[ends_at:last])
    last = until.end() if (until := _UNTIL.match(text, last)) else last
    start, end = fuzzy.start, other.days[1] if other.days else None
    spanned = replace(fuzzy, end=end, precision=other.precision, last=last, impossible=impossible)
    if not start or not end or start <= end:
        return spanned
    if other.has_year or end.month >= start.month:
        return replace(spanned, start=None, end=None, impossible=text[starts_at:last])
    return replace(spanned, end=_a_year_later(end, other.precision))


def _a_year_later(end: date, precision: Precision) -> date:
    """The day, or the last one of the month: 11월~2월 ends in the year after."""
    last = calendar.monthrange(end.year + 1, end.month)[1]
    return date(end.year + 1, end.month, min(end.day, last) if precision == "day" else last)


def _end_at(text: str, position: int, atom: _Atom, year: int) -> tuple[_Atom, int] | None:
    """The end of a span: a date, or of a day the number of the last one alone (6.8~10, 6월 8일~10일)."""
    if found := _atom_at(text, position, atom.year, year):
        return found
    if atom.precision == "day" and atom.days and (last := _LAST_DAY.match(text, position)):
        begun = atom.days[0]
        return replace(atom, days=_day(begun.year, begun.month, last["day"])), last.end()
    return None


def timeless(text: str, year: int) -> FuzzyDate | None:
    """수시, 연중, 연내 alone: the whole year."""
    if not _TIMELESS.match(text):
        return None
    return FuzzyDate(date(year, 1, 1), date(year, 12, 31), "year", 0, len(text), False)


_LENGTHS: dict[Precision, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def period_of(day: date, precision: Precision) -> tuple[date, date]:
    """The first and the last day of the month, quarter, half or year that a day is in; the day itself twice."""
    months = _LENGTHS.get(precision)
    if months is None:
        return day, day
    first = day.month - (day.month - 1) % months
    return _period(day.year, first, first + months - 1)


SEOUL = ZoneInfo("Asia/Seoul")


def day_in_korea(at: datetime) -> date:
    """The day it is in Korea at a moment: what a rule that counts days goes by."""
    return at.astimezone(SEOUL).date()
