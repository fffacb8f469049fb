"""The days of a year as the law sets them, in words for readers; also those of one institution alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from goru.book import register
from goru.domain.institutions.models import Institution, valid_on
from goru.domain.institutions.rules import LOCAL_GOVERNMENTS
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans.models import Duty
from goru.domain.plans.queries.duties import duty_on, late_holidays, what_of
from goru.domain.plans.rules import OWED_BY, statutory
from goru.domain.plans.vocabulary import DutyKind, Party, PlanKind

_LOOKING_AHEAD = 3
"""Years after this one that have a calendar: farther ahead neither holidays nor the law are known."""


@dataclass(frozen=True, slots=True)
class WayShown:
    """Who owes it to whom, for plans of a kind (None where it is the same for all), on which articles."""

    kind: PlanKind | None
    by: str
    to: str
    basis: str


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An entry of a year. Without a day (`statutory` None) `when` says when; by an exception `due` is not `effective`."""

    id: str
    what: str
    is_law: bool
    statutory: date | None
    effective: date | None
    due: date | None
    reason: str
    when: str
    ways: Sequence[WayShown]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year: what has a day, in its order; what has none; the laws that articles are of, with the days each name is from."""

    year: int
    dated: Sequence[CalendarEntry]
    undated: Sequence[CalendarEntry]
    laws: Sequence[tuple[str, str]]

    def next_on(self, on: date) -> CalendarEntry | None:
        """What comes next from a day on."""
        return next((one for one in self.dated if one.due and one.due >= on), None)


def calendar_years(on: date) -> range:
    """The years that have a calendar: from the first day of the law to some years ahead."""
    first = min(one.valid_from.year for one in statutory.statutory().entries if one.valid_from)
    return range(first, on.year + _LOOKING_AHEAD + 1)


def owing_institutions(on: date) -> list[Institution]:
    """Who owes something by itself on a day: institutions that make plans, and the Committee, in the order of books."""
    kinds = [*OWED_BY, InstitutionKind.COMMITTEE]
    return list(Institution.objects.filter(valid_on(on), kind__in=kinds).order_by("position"))


def calendar_of(year: int, institution: Institution | None = None) -> Calendar:
    """The calendar of a year, or what one institution owes in it, with the exceptions that it was given."""
    also, owned = late_holidays(), _Owned(institution)
    dated = [owned.shown(one, also) for one in statutory.days_of(year, also)]
    undated = [owned.undated(one, year) for one in statutory.undated_of(year)]
    last = date(year, 12, 31)
    return Calendar(
        year=year,
        dated=sorted((one for one in dated if one), key=lambda one: one.due or last),
        undated=[one for one in undated if one],
        laws=[
            (law.short.said(get_language()), law.name.said(get_language())) for law in statutory.laws_of(last)
        ],
    )


class _Owned:
    """What of the entries is an institution's; everything where none is said."""

    def __init__(self, institution: Institution | None) -> None:
        self.institution = institution

    def shown(self, one: statutory.Dated, also: frozenset[date]) -> CalendarEntry | None:
        entry, day = one.entry, one.statutory
        ways = self._ways(entry)
        if not ways:
            return None
        due, reason = one.effective, ""
        if entry.duty and self.institution:
            duty = self._duty(entry.duty, day.year + entry.of)
            if duty is None and self._owes_nothing(day.year + entry.of):
                return None
            if duty and hasattr(duty, "exception"):
                due, reason = duty_on(duty, day, also).due, duty.exception.reason
        return CalendarEntry(
            id=entry.id,
            what=what_of(entry, day.year),
            is_law=entry.force == "law",
            statutory=day,
            effective=one.effective,
            due=due,
            reason=reason,
            when="",
            ways=_shown(ways, day),
        )

    def undated(self, entry: statutory.Entry, year: int) -> CalendarEntry | None:
        ways = self._ways(entry)
        if not ways or not isinstance(entry.day, statutory.When):
            return None
        return CalendarEntry(
            id=entry.id,
            what=what_of(entry, year),
            is_law=entry.force == "law",
            statutory=None,
            effective=None,
            due=None,
            reason="",
            when=entry.day.when.said(get_language()),
            ways=_shown(ways, date(year, 12, 31)),
        )

    def _ways(self, entry: statutory.Entry) -> Sequence[statutory.Way]:
        one = self.institution
        if one is None:
            return entry.ways
        parties = {one.key, one.kind} | (
            {Party.LOCAL_GOVERNMENT.value} if one.kind in LOCAL_GOVERNMENTS else set()
        )
        return [way for way in entry.ways if parties & set(way.by)]

    def _duty(self, kind: DutyKind, year: int) -> Duty | None:
        owed = Duty.objects.select_related("cycle", "institution", "exception")
        return owed.filter(cycle__year=year, kind=kind, institution=self.institution).first()

    def _owes_nothing(self, year: int) -> bool:
        """Where it is known who owes a plan of the year, or a megaregion has no five-year plan for it (특별법 제9조)."""
        if self.institution is None:
            return False
        if Duty.objects.filter(cycle__year=year).exists():
            return True
        plans = self.institution.development_plans.filter(first_year__lte=year, last_year__gte=year)
        return OWED_BY.get(self.institution.kind) == PlanKind.MEGAREGIONAL and not plans.exists()


def _shown(ways: Iterable[statutory.Way], day: date) -> list[WayShown]:
    language = get_language()
    return [
        WayShown(
            one.kind, _named(one.by, day), _named(one.to, day), statutory.cited(one.basis, day, language)
        )
        for one in ways
    ]


def _named(parties: Iterable[str], day: date) -> str:
    """In words; institutions of the register by their names on the day, without those that are not there then."""
    entries = {one.key: one for one in register.institutions()}
    words = []
    for party in parties:
        if party in Party.values:
            words.append(str(Party(party).label))
        elif (one := entries[party]) and _is_there(one, day):
            words.append(one.name_en if get_language() == "en" else one.full_name_at(day))
    return ", ".join(words)


def _is_there(one: register.Institution, day: date) -> bool:
    return (one.valid_from or day) <= day <= (one.valid_to or day)
