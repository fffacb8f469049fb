"""The one gate by which cases of registers go public, and the mark of whatever shows them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from goru.domain.registers.models import Case, Definition, Move, Register
from goru.domain.registers.rules.definition import CaseField, PartyRole, QuantityField


def public_cases(on: date, register: Register | None = None) -> QuerySet[Case]:
    """The cases that everybody may see on a day: in a stage that their definition makes public, and not withheld (비공개);
    of one register, or of all."""
    return Case.objects.filter(public_now(on, register))


def public_now(on: date, register: Register | None = None, *, path: str = "") -> Q:
    """The condition of a case that everybody may see on a day; `path` leads to the case from what hangs on it."""
    in_public = Q(pk__in=[])
    definitions = Definition.objects.defer("content")
    for one in definitions.filter(register=register) if register else definitions:
        if stages := one.said.public_stages():
            in_public |= Q((f"{path}definition", one), (f"{path}stage__in", stages))
    of_it = Q((f"{path}register", register)) if register else Q()
    return of_it & in_public & Q((f"{path}is_withheld", False), (f"{path}opened_date__lte", on))


def of_public_cases(on: date) -> Q:
    """The condition of what hangs on such a case."""
    return public_now(on, path="case__")


def public_moves_now(on: date) -> Q:
    """The condition of a move that everybody may see on a day: into a stage that is public, of such a case."""
    in_public = Q(pk__in=[])
    for one in Definition.objects.defer("content"):
        if stages := one.said.public_stages():
            in_public |= Q(case__definition=one, to_stage__in=stages)
    return in_public & of_public_cases(on)


def public_values_now(on: date) -> Q:
    """The condition of a value of a field that everybody may see on a day."""
    return _told(on, "key", lambda one: one.said.fields)


def public_quantities_now(on: date) -> Q:
    """The condition of an amount that everybody may see on a day."""
    return _told(on, "key", lambda one: one.said.quantities)


def public_parties_now(on: date) -> Q:
    """The condition of a party that everybody may see on a day."""
    return _told(on, "role", lambda one: one.said.roles)


def _told(
    on: date, name: str, held: Callable[[Definition], Iterable[CaseField | QuantityField | PartyRole]]
) -> Q:
    """What hangs on a public case that was in the stage, or a later one, from which on the definition tells it."""
    told = Q(pk__in=[])
    for one in Definition.objects.defer("content"):
        by_stage: dict[str, list[str]] = {}
        for each in held(one):
            if each.public_from:
                by_stage.setdefault(each.public_from, []).append(each.key)
        for stage, keys in by_stage.items():
            later = one.said.from_then_on(stage)
            is_there = Q(case__stage__in=later)  # asked first: it spares looking at the moves of most
            was = Exists(Move.objects.filter(case=OuterRef("case"), corrected_by=None, to_stage__in=later))
            told |= Q(**{"case__definition": one, f"{name}__in": keys}) & (is_there | Q(was))
    return told & of_public_cases(on)


def mark(on: date) -> str:
    """What changes as soon as anything that is shown of cases does: their registers' versions, and the day (what is late)."""
    versions = Register.objects.order_by("key").values_list("key", "version", "definition__digest")
    return hashlib.sha256(repr((on, list(versions))).encode()).hexdigest()[:16]
