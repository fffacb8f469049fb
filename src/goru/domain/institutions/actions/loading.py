"""The registers of institutions and of municipalities (goru.book) brought into the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import models, transaction

from goru.book import regions, register
from goru.book.regions import Municipality
from goru.core.audit import actions as audit
from goru.core.history import because
from goru.core.verdict import Subject, require
from goru.domain.institutions import permissions
from goru.domain.institutions.models import (
    Institution,
    InstitutionName,
    Membership,
    Person,
    Region,
    RegionCode,
)
from goru.domain.institutions.rules import SYSTEM
from goru.domain.institutions.vocabulary import InstitutionAct, InstitutionKind, RegionLevel

Entries = Sequence[register.Institution]


@transaction.atomic
def system_person() -> Person:
    """The one who acts when no person does: the first data of a fresh installation. Nobody can sign in as it."""
    person, created = Person.objects.get_or_create(username=SYSTEM, defaults={"is_active": False})
    if created:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    return person


@audit.deed
def load_register(*, by: Person, at: datetime) -> int:
    """Bring all of this room to what the registers say; the number of rows that changed, zero the second time.

    An institution or region that left its register stays: old plans are its own. End it there by its last day. One that
    was added here is the register's as soon as that knows it by its name.
    """
    subject = Subject("register", "institutions")
    verdict = require(permissions.may_load_registers(by), about=subject)
    with because("institutions.register_loaded", by=by):
        changes = _load()
    if changes:
        details = {"changes": changes}
        audit.note(
            InstitutionAct.REGISTER_LOADED, subject=subject, by=by, post=verdict.post, at=at, details=details
        )
    return changes


def _load() -> int:
    entries, municipalities = register.institutions(), regions.municipalities()
    changes = _take_over(entries)
    changes += _keep(Region, _provinces(entries))
    changes += _keep(Region, _municipalities(municipalities, _ids(Region)))
    territories = _ids(Region)
    found = [
        *_institutions(entries, territories),
        *_governing(municipalities, territories, after=len(entries)),
    ]
    changes += _keep(Institution, found)
    kept = _ids(Institution)
    changes += _replace(RegionCode, _codes([*entries, *municipalities], territories))
    changes += _replace(
        InstitutionName, _names(entries, kept), of=InstitutionName.objects.exclude(institution__is_own=True)
    )
    changes += _replace(Membership, _memberships(entries, kept), of=Membership.objects.filter(is_own=False))
    changes += _replace(Institution.successors.through, _successions(entries, kept, "institution"))
    changes += _replace(Region.successors.through, _successions(entries, territories, "region"))
    return changes


def _take_over(entries: Entries) -> int:
    """What was added here before the register knew it, under the register's key from now on; how many."""
    keys = {(InstitutionKind(entry.kind), entry.short_name): entry.key for entry in entries}
    own = Institution.objects.filter(is_own=True).select_related("region")
    found = [one for one in own if (one.kind, one.short_name) in keys]
    for one in found:
        one.key, one.is_own = keys[InstitutionKind(one.kind), one.short_name], False
        one.save(update_fields=["key", "is_own"])
        if one.region:
            one.region.key = one.key
            one.region.save(update_fields=["key"])
    return len(found)


Row = Mapping[str, object]


def _ids(model: type[Region] | type[Institution]) -> dict[str, int]:
    return dict(model.objects.values_list("key", "pk"))


def _provinces(entries: Entries) -> Iterable[Row]:
    for entry in entries:
        if InstitutionKind(entry.kind) is InstitutionKind.PROVINCE:
            named = {"key": entry.key, "name": entry.short_name, "level": RegionLevel.PROVINCE}
            yield {**named, "province_id": None, "is_abolished": False, **_days(entry)}


def _municipalities(found: Iterable[Municipality], provinces: Mapping[str, int]) -> Iterable[Row]:
    for one in found:
        named = {"key": one.key, "name": one.name, "level": RegionLevel.MUNICIPALITY}
        province = {"province_id": provinces[one.province], "is_abolished": one.is_abolished}
        yield {**named, **province, "valid_from": None, "valid_to": None}


def _institutions(entries: Entries, territories: Mapping[str, int]) -> Iterable[Row]:
    for position, entry in enumerate(entries, start=1):
        as_printed = entry.model_dump(include={"key", "kind", "short_name", "name_en", "aliases"})
        yield {**as_printed, "position": position, "region_id": territories.get(entry.key), **_days(entry)}


def _governing(found: Iterable[Municipality], territories: Mapping[str, int], *, after: int) -> Iterable[Row]:
    """Those of today alone: one that is gone since a day that nobody knows gives no post to anybody."""
    for position, one in enumerate((one for one in found if not one.is_abolished), start=after + 1):
        named = {"key": one.key, "kind": InstitutionKind.MUNICIPALITY, "short_name": one.name, "name_en": ""}
        place = {"aliases": [], "position": position, "region_id": territories[one.key]}
        yield {**named, **place, "valid_from": None, "valid_to": None}


def _codes(
    entries: Iterable[register.Institution | Municipality], territories: Mapping[str, int]
) -> Iterable[Row]:
    for entry in entries:
        for code in entry.codes:
            yield {
                "region_id": territories[entry.key],
                "scheme": code.scheme,
                "code": code.code,
                **_days(code),
            }


def _names(entries: Entries, kept: Mapping[str, int]) -> Iterable[Row]:
    for entry in entries:
        for name in entry.names:
            yield {"institution_id": kept[entry.key], "full_name": name.full_name, **_days(name)}


def _memberships(entries: Entries, kept: Mapping[str, int]) -> Iterable[Row]:
    for entry in entries:
        for member in entry.members:
            yield {
                "megaregion_id": kept[entry.key],
                "member_id": kept[member],
                "is_lead": member == entry.lead,
                **_days(entry),
            }


def _successions(entries: Entries, kept: Mapping[str, int], noun: str) -> Iterable[Row]:
    for entry in entries:
        for successor in entry.successors:
            if entry.key in kept and successor in kept:
                yield {f"from_{noun}_id": kept[entry.key], f"to_{noun}_id": kept[successor]}


def _days(entry: register.Institution | register.Name | register.Code) -> Row:
    return {"valid_from": entry.valid_from, "valid_to": entry.valid_to}


def _keep(model: type[models.Model], wanted: Iterable[Row]) -> int:
    """Create or change rows by their key, so that what points at them stays; how many."""
    stored = {row.key: row for row in model._default_manager.all()}  # type: ignore[attr-defined]
    rows = {row["key"]: row for row in wanted}
    changed = [row for key, row in rows.items() if key in stored and _differs(stored[key], row)]
    for row in changed:
        kept = stored[row["key"]]
        for field, value in row.items():
            setattr(kept, field, value)
        kept.save()
    missing = [model(**row) for key, row in rows.items() if key not in stored]
    model._default_manager.bulk_create(missing)
    return len(changed) + len(missing)


def _differs(kept: models.Model, row: Row) -> bool:
    return any(getattr(kept, field) != value for field, value in row.items())


def _replace(
    model: type[models.Model], wanted: Iterable[Row], *, of: models.QuerySet[Any] | None = None
) -> int:
    """Of these rows, or all, remove those that are not wanted; add those that are missing; how many."""
    rows, kept = list(wanted), model._default_manager.all() if of is None else of
    if not rows:
        removed, _ = kept.delete()
        return removed
    fields = list(rows[0])
    stored = {tuple(values): pk for pk, *values in kept.values_list("pk", *fields)}
    by_values = {tuple(row.values()): row for row in rows}
    gone = [pk for values, pk in stored.items() if values not in by_values]
    missing = [model(**row) for values, row in by_values.items() if values not in stored]
    model._default_manager.filter(pk__in=gone).delete()
    model._default_manager.bulk_create(missing)
    return len(gone) + len(missing)
