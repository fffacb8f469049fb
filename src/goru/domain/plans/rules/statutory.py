"""The days that the law sets in a year (statutory.json): what, by whom, to whom, on which day, by which article.

Entries are reviewed data; what is only practice (관행) says so. Whether a day moves to the next working day is a parameter of
its entry: the law speaks of fixed days between authorities, and that these move is our reading (행정기본법 제6조①, 민법 제161조).
So both days are always told, and the statutory one is never changed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, model_validator

from goru.book import register
from goru.core.working_days import is_public_holiday, next_working_day
from goru.domain.plans.vocabulary import DutyKind, Party, PlanKind

_A_DAY = timedelta(days=1)
_SESSION_OPENS = (9, 1)
_ARTICLE = r"^(\d+)(?:의(\d+))?([①-⑳]*)$"


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Said):
    """The same in both languages."""

    ko: str
    en: str

    def said(self, language: str | None) -> str:
        """In a reader's language."""
        return self.en if language == "en" else self.ko


class InForce(_Said):
    """Law, or practice, from one day to another, both included; open where null."""

    valid_from: date | None = None
    valid_to: date | None = None

    def is_in_force(self, day: date) -> bool:
        """Whether it is law, or practice, on a day."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


class Law(InForce):
    """A law by the name that it has for a time."""

    key: str
    short: Words
    name: Words


class Article(InForce):
    """An article (조) of a law with its paragraphs (항), for a time: `7④`, `11의3①`."""

    law: str
    article: Annotated[str, Field(pattern=_ARTICLE)]

    def said(self, language: str | None) -> str:
        """As a reader cites it: 제11조의3①, Article 11-3(1)."""
        number, branch, paragraphs = re.fullmatch(_ARTICLE, self.article).groups()  # type: ignore[union-attr]
        if language == "en":
            places = "".join(f"({ord(one) - ord('①') + 1})" for one in paragraphs)
            return f"Article {number}{f'-{branch}' if branch else ''}{places}"
        return f"제{number}조{f'의{branch}' if branch else ''}{paragraphs}"


class Day(_Said):
    """A day of every year; `last` is the month's."""

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)] | Literal["last"]


class BeforeSession(_Said):
    """The day before the regular session of the National Assembly opens."""

    before: Literal["assembly"]


class When(_Said):
    """Words, where no day is fixed."""

    when: Words


class Way(_Said):
    """Who owes it to whom: parties, or keys of the register, of which those that are there on the day are meant."""

    kind: PlanKind | None = None
    by: tuple[str, ...]
    to: tuple[str, ...] = ()
    basis: tuple[Article, ...] = ()

    @model_validator(mode="after")
    def _are_known(self) -> Way:
        known = {*Party.values, *(one.key for one in register.institutions())}
        if unknown := {*self.by, *self.to} - known:
            message = f"Nobody is called {sorted(unknown)}."
            raise ValueError(message)
        return self


class Entry(InForce):
    """A duty or a custom of every year. `of` is the year that it is about, counted from that of its day.

    `opens` is the entry from whose day on it is waited for, `closes` the one after whose day nobody waits any more.
    """

    id: str
    what: Words
    of: int
    force: Literal["law", "practice"]
    day: Day | BeforeSession | When
    rolls: bool
    duty: DutyKind | None = None
    opens: str | None = None
    closes: str | None = None
    ways: tuple[Way, ...]


class Statutory(_Said):
    """All of it."""

    laws: tuple[Law, ...]
    entries: tuple[Entry, ...]

    @model_validator(mode="after")
    def _hangs_together(self) -> Statutory:
        ids = [one.id for one in self.entries]
        named = {name for one in self.entries for name in (one.opens, one.closes) if name}
        laws = {article.law for one in self.entries for way in one.ways for article in way.basis}
        if len(ids) != len(set(ids)) or not named <= set(ids) or not laws <= {law.key for law in self.laws}:
            raise ValueError("An entry stands twice, or names an entry or a law that is not there.")
        return self


class Dated(NamedTuple):
    """An entry on its day of a year: the statutory day, and the working day that it moves to."""

    entry: Entry
    statutory: date
    effective: date


@cache
def statutory() -> Statutory:
    """The data that come with the program."""
    text = files("goru.domain.plans.rules").joinpath("statutory.json").read_text(encoding="utf-8")
    return Statutory.model_validate_json(text)


def entry(name: str) -> Entry:
    """The entry of an id."""
    return next(one for one in statutory().entries if one.id == name)


def entry_of(kind: DutyKind) -> Entry:
    """The entry that a kind of duty is owed by."""
    return next(one for one in statutory().entries if one.duty == kind)


def laws_of(day: date) -> list[Law]:
    """The laws by the names that they have on a day."""
    return [one for one in statutory().laws if one.is_in_force(day)]


def cited(articles: Iterable[Article], day: date, language: str | None) -> str:
    """The articles that are law on a day, as a reader cites them: 법 제7조④, 영 제8조③; empty where there is none."""
    short = {law.key: law.short.said(language) for law in laws_of(day)}
    return ", ".join(f"{short[one.law]} {one.said(language)}" for one in articles if one.is_in_force(day))


def days_of(year: int, also: Collection[date] = ()) -> list[Dated]:
    """The entries whose day falls in a year, in the order of their days; `also` are holidays that came late."""
    found = [_dated(one, year, also) for one in statutory().entries]
    in_force = [one for one in found if one and one.entry.is_in_force(one.statutory)]
    return sorted(in_force, key=lambda one: one.statutory)


def undated_of(year: int) -> Iterator[Entry]:
    """The entries without a day that are in force at the end of a year."""
    for one in statutory().entries:
        if isinstance(one.day, When) and one.is_in_force(date(year, 12, 31)):
            yield one


def due_day(kind: DutyKind, year: int) -> date:
    """The statutory day by which a duty is owed that is about a plan year, whatever holidays do (시행령 제8조③, 제14조②)."""
    found = entry_of(kind)
    return _day(found, year - found.of, ())


def effective_day(kind: DutyKind, day: date, also: Collection[date] = ()) -> date:
    """The working day on which a duty of a statutory day is due."""
    return next_working_day(day, also) if entry_of(kind).rolls else day


def waits(kind: DutyKind, year: int, on: date, also: Collection[date] = ()) -> bool:
    """Whether a duty that is about a plan year is waited for on a day, be it early or late."""
    found = entry_of(kind)
    opens, closes = (_related(name, year, also) for name in (found.opens, found.closes))
    return (opens is None or opens.statutory <= on) and (closes is None or on <= closes.effective)


def _related(name: str | None, year: int, also: Collection[date]) -> Dated | None:
    """The entry of a name that is about the same plan year."""
    return _dated(entry(name), year - entry(name).of, also) if name else None


def _dated(one: Entry, year: int, also: Collection[date]) -> Dated | None:
    if isinstance(one.day, When):
        return None
    day = _day(one, year, also)
    return Dated(one, day, next_working_day(day, also) if one.rolls else day)


def _day(one: Entry, year: int, also: Collection[date]) -> date:
    match one.day:
        case Day(month=month, day="last"):
            return date(year, month, calendar.monthrange(year, month)[1])
        case Day(month=month, day=int(day)):
            return date(year, month, day)
        case BeforeSession():
            return _session_opens(year, also) - _A_DAY
    message = f"{one.id} has no day."
    raise ValueError(message)


def _session_opens(year: int, also: Collection[date]) -> date:
    """국회법 제4조: 1 September or, where that is a public holiday, the next day."""
    day = date(year, *_SESSION_OPENS)
    while is_public_holiday(day, also):
        day += _A_DAY
    return day
