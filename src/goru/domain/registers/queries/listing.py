"""The list of a register's cases, as its workbook has it, and what the names in it mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from goru.domain.institutions.models import Institution, Person, Region
from goru.domain.registers import permissions
from goru.domain.registers.models import Case, Register, Round
from goru.domain.registers.queries.cases import shown_of
from goru.domain.registers.queries.knowing import with_facts
from goru.domain.registers.queries.lists import register_of, seen_cases
from goru.domain.registers.rules.definition import CaseField, PartyRole
from goru.domain.registers.rules.listing import NO, YES, Amount, Column, Part, columns_of, plain
from goru.domain.registers.rules.values import Json, said_of
from goru.domain.registers.vocabulary import FieldKind, QuantityKind

YEARS = 5
"""For which an empty list has columns of amounts by year, from this year on."""


@dataclass(frozen=True, slots=True)
class CaseTable:
    """The list of a register: its columns, a row of texts a case (none of an empty one), and the day it was made."""

    register: Register
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    on: date


class Names:
    """What regions, institutions and rounds are called in lists, and what is meant by a name."""

    def __init__(self, register: Register) -> None:
        self.regions: dict[str, Region] = {}
        self.institutions: dict[str, list[Institution]] = {}
        for one in Region.objects.select_related("province").order_by("-is_abolished", "valid_to", "key"):
            self.regions |= dict.fromkeys((one.key, _shortly(one), one.name), one)
        for who in Institution.objects.select_related("region__province").prefetch_related("names"):
            full = [name.full_name for name in who.names.all()]
            short = [_shortly(who.region)] if who.region else []
            for word in dict.fromkeys([who.key, who.short_name, *who.aliases, *full, *short]):
                self.institutions.setdefault(word, []).append(who)
                if who.region and who.region.province is None:
                    self.regions.setdefault(word, who.region)
        self.rounds: dict[str, Round] = {}
        for each in Round.objects.filter(register=register):
            self.rounds[each.key] = self.rounds[each.name] = each

    def region(self, one: Region) -> str:
        """What a region is called, its province before it; its key where another one is called so."""
        return one.name if self.regions[one.name].pk == one.pk else one.key

    def institution(self, role: PartyRole, one: Institution) -> str:
        """What an institution is called among those that may have a role."""
        meant = self.institution_meant(role, one.short_name)
        return one.short_name if meant and meant.pk == one.pk else one.key

    def institution_meant(self, role: PartyRole, name: str) -> Institution | None:
        """The institution of a name, foremost one that may have the role and still is."""
        found = self.institutions.get(name, [])
        return min(
            found, key=lambda one: (one.kind not in role.kinds, one.valid_to is not None), default=None
        )


def listed(key: str, *, by: Person | AnonymousUser, on: date, is_empty: bool = False) -> CaseTable:
    """The cases of a register that a person sees, each with what they see of it; DoesNotExist where there is no such register."""
    register = register_of(key)
    found = list(listed_cases(seen_cases(by, on).filter(register=register), register)) if not is_empty else []
    columns, names = columns_for(register, found, on), Names(register)
    seen: dict[object, bool] = {}
    rows = []
    for case in found:
        whose = frozenset((one.institution_id, one.valid_from, one.valid_to) for one in case.parties.all())
        if whose not in seen:
            seen[whose] = bool(permissions.may_see(by, case, on))
        told = texts_of(case, columns, names, sees_all=seen[whose])
        rows.append([told[column.head] for column in columns])
    return CaseTable(register, columns, rows, on)


def listed_cases(cases: QuerySet[Case], register: Register) -> Iterator[Case]:
    """Cases with all that a list says of them, by their numbers."""
    wanted = Case.objects.filter(register=register, pk__in=cases.values("pk")).prefetch_related(*with_facts())
    for case in wanted.select_related("round", "definition").order_by("opened_date__year", "serial"):
        case.register = register
        if case.definition_id == register.definition_id:
            case.definition = register.current  # read once
        yield case


def columns_for(register: Register, cases: Iterable[Case], on: date) -> list[Column]:
    """The columns of a register's list: amounts by year for the years that its cases have, else for the coming ones."""
    said = register.said
    there: set[Amount] = {
        (one.key, one.year, QuantityKind(one.kind)) for case in cases for one in case.quantities.all()
    }
    coming = {
        (one.key, on.year + after, QuantityKind.PROMISED)
        for one in said.quantities
        if one.per_year and not any(key == one.key for key, _year, _kind in there)
        for after in range(YEARS)
    }
    rounds = list(Round.objects.filter(register=register).values_list("name", flat=True))
    return columns_of(said, rounds=rounds, amounts=there | coming)


def texts_of(case: Case, columns: Sequence[Column], names: Names, *, sees_all: bool) -> dict[str, str]:
    """What a case says in each column, by its head; nothing of what is withheld from who does not see all of it."""
    shows = shown_of(case, sees_all=sees_all)
    return {
        one.head: _TEXTS[one.part](case, one, names) if one.of is None or shows(one.of) else ""
        for one in columns
    }


def _day(case: Case, _column: Column, _names: Names) -> str:
    last = next((one for one in reversed(case.moves.all())), None)
    return last.date_printed if last else ""


def _places(case: Case, _column: Column, names: Names) -> str:
    return "; ".join(places_said([(one.region, one.part) for one in case.places.all()], names))


def _parties(case: Case, column: Column, names: Names) -> str:
    role = next(one for one in case.register.said.roles if one.key == column.key)
    return "; ".join(
        sorted(
            names.institution(role, one.institution) if one.institution else one.name
            for one in case.parties.all()
            if one.role == role.key
        )
    )


def _value(case: Case, column: Column, _names: Names) -> str:
    one = next(each for each in case.register.said.fields if each.key == column.key)
    return value_said(one, case.values.get(one.key))


def _amount(case: Case, column: Column, _names: Names) -> str:
    found = (one for one in case.quantities.all() if (one.key, one.year, one.kind) == column.amount)
    return next((plain(one.amount) for one in found), "")


_TEXTS: Mapping[Part, Callable[[Case, Column, Names], str]] = {
    Part.NUMBER: lambda case, _column, _names: case.number,
    Part.VERSION: lambda case, _column, _names: str(case.version),
    Part.TITLE: lambda case, _column, _names: case.title,
    Part.STAGE: lambda case, _column, _names: (
        case.definition.said.stage(case.stage).name.ko if case.stage else ""
    ),
    Part.DATE: _day,
    Part.REASON: lambda _case, _column, _names: "",
    Part.ROUND: lambda case, _column, _names: case.round.name if case.round else "",
    Part.PLACES: _places,
    Part.ROLE: _parties,
    Part.FIELD: _value,
    Part.QUANTITY: _amount,
}


def value_said(one: CaseField, value: Json) -> str:
    """The value of a field as a list says it: that it is not so is said too, and numbers have no idle zeros."""
    if one.kind == FieldKind.TICK and value is not None:
        return YES if value else NO
    if one.kind == FieldKind.NUMBER and isinstance(value, str):
        return plain(Decimal(value))
    return said_of(one, value)


def places_said(places: Iterable[tuple[Region, str]], names: Names) -> list[str]:
    """Regions and the parts of them that are meant, as a list says them."""
    return sorted(f"{names.region(one)}({part})" if part else names.region(one) for one, part in places)


def _shortly(region: Region) -> str:
    """A municipality with the short name of its province: 경북 포항시, officially 경상북도 포항시."""
    return f"{region.province.name} {region.name.partition(' ')[2]}" if region.province else region.name
