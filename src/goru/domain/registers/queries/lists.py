"""Registers, and their cases as lists: found by words, stage, round and region, with how many each choice leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from goru.core.verdict import Verdict
from goru.domain.institutions.models import Person, Region
from goru.domain.institutions.permissions import holds_at, holds_nationally
from goru.domain.institutions.rules import THAT_WRITE
from goru.domain.registers import permissions
from goru.domain.registers.models import Case, CaseRegion, Party, Register, Round
from goru.domain.registers.queries.public import public_cases, public_now

PAGE = 50
"""Cases on a page."""


@dataclass(frozen=True, slots=True)
class RegisterSeen:
    """A register, how many of its cases somebody sees, and by stage, in the order of the stages."""

    register: Register
    cases: int
    stages: Sequence[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is looked for in a list: words of titles and numbers, a stage, a round's key, a region's key; empty where all."""

    words: str = ""
    stage: str = ""
    round: str = ""
    region: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Facet:
    """A choice and how many cases it leaves, the others as they are."""

    key: str
    name: str
    cases: int


@dataclass(frozen=True, slots=True)
class CaseList:
    """A page of the cases of a register that somebody sees, and what else may be chosen. `regions` are provinces."""

    register: Register
    cases: Sequence[Case]
    count: int
    pages: int
    chosen: Chosen
    stages: Sequence[Facet]
    rounds: Sequence[Facet]
    regions: Sequence[Facet]
    may_open: Verdict
    may_run: Verdict


def register_of(key: str) -> Register:
    """The register of a key; DoesNotExist where there is none."""
    return Register.objects.select_related("definition", "owner").get(key=key)


def all_registers() -> list[Register]:
    """All registers that are kept, in their order."""
    return list(Register.objects.select_related("definition", "owner").exclude(definition=None))


def rounds_of(register: Register) -> list[Round]:
    """The rounds of a register, the latest first."""
    return list(register.rounds.order_by("-year", "-part", "-pk"))


def seen_cases(by: Person | AnonymousUser, on: date, register: Register | None = None) -> QuerySet[Case]:
    """The cases that a person may see on a day: the public ones, those of their institutions, all to who runs or watches;
    of one register, or of all."""
    return _within(_scope_of(by, on), on, register)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What somebody sees: all cases, or the public ones and those of institutions and registers, by their primary keys."""

    sees_all: bool = False
    institutions: frozenset[int] = frozenset()
    registers: frozenset[int] = frozenset()


def _scope_of(by: Person | AnonymousUser, on: date) -> _Scope:
    if not by.is_authenticated:
        return _Scope()
    if holds_nationally(by, permissions.WHO_SEES_ALL, on):
        return _Scope(sees_all=True)
    own = holds_at(by, permissions.WHO_SEES_OWN, on)
    owned = (
        Register.objects.filter(owner__in=holds_at(by, THAT_WRITE, on)) if own else Register.objects.none()
    )
    return _Scope(
        institutions=frozenset(one.pk for one in own), registers=frozenset(owned.values_list("pk", flat=True))
    )


def _within(scope: _Scope, on: date, register: Register | None) -> QuerySet[Case]:
    every = Case.objects.filter(register=register) if register else Case.objects.all()
    if scope.sees_all:
        return every
    if not scope.institutions:
        return public_cases(on, register)
    is_party = Q(
        pk__in=Party.objects.filter(institution__in=scope.institutions, valid_to=None).values("case")
    )
    return every.filter(public_now(on, register) | Q(register__in=scope.registers) | is_party)


def registers_seen(by: Person | AnonymousUser, on: date) -> list[RegisterSeen]:
    """All registers, each with the cases that a person sees by stage."""
    counted = seen_cases(by, on).values("register", "stage").annotate(cases=Count("pk")).order_by()
    by_register: dict[int, dict[str, int]] = {}
    for one in counted:
        by_register.setdefault(one["register"], {})[one["stage"]] = one["cases"]
    return [_seen(register, by_register.get(register.pk, {})) for register in all_registers()]


def cases_in(key: str, chosen: Chosen, *, by: Person | AnonymousUser, on: date) -> CaseList:
    """The cases of a register that a person sees and that are as chosen; DoesNotExist where there is no such register."""
    register, scope = register_of(key), _scope_of(by, on)
    counts = _counted(register.pk, register.version, scope, replace(chosen, page=1), on)
    count = counts.stages.get(chosen.stage, 0) if chosen.stage else sum(counts.stages.values())
    pages = max(1, -(-count // PAGE))
    page = min(max(1, chosen.page), pages)
    rows = (
        _chosen(_within(scope, on, register), chosen)
        .select_related("round", "definition", "register")
        .defer("definition__content")
        .prefetch_related("places__region__province", "parties__institution", "moves")
    )
    regions = Region.objects.in_bulk(list(counts.regions))
    return CaseList(
        register=register,
        cases=list(rows.order_by("-opened_date", "number")[(page - 1) * PAGE : page * PAGE]),
        count=count,
        pages=pages,
        chosen=replace(chosen, page=page),
        stages=[
            Facet(one.key, str(one.name), counts.stages[one.key])
            for one in register.said.stages
            if one.key in counts.stages
        ],
        rounds=[
            Facet(one.key, one.name, counts.rounds[one.pk])
            for one in Round.objects.filter(pk__in=counts.rounds)
        ],
        regions=[Facet(regions[pk].key, regions[pk].name, cases) for pk, cases in counts.regions.items()],
        may_open=permissions.may_open_some(by, register, on),
        may_run=permissions.may_run(by, register, on),
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many cases each choice of a list leaves: by stages, rounds and provinces, the last in the order of their numbers."""

    stages: Mapping[str, int]
    rounds: Mapping[int, int]
    regions: Mapping[int, int]


@lru_cache(maxsize=512)
def _counted(register: int, version: int, scope: _Scope, chosen: Chosen, on: date) -> _Counts:  # noqa: ARG001
    """The counts of a list, once for each version of its register: whatever changes a case counts that up."""
    every = _within(scope, on, Register.objects.get(pk=register))
    stages = _chosen(every, chosen, but="stage").order_by().values_list("stage")
    rounds = _chosen(every, chosen, but="round").exclude(round=None).order_by().values_list("round")
    return _Counts(
        stages=dict(stages.annotate(cases=Count("pk"))),
        rounds=dict(rounds.annotate(cases=Count("pk"))) if Round.objects.filter(register=register) else {},
        regions=_by_province(_chosen(every, chosen, but="region")),
    )


def found_cases(words: str, on: date) -> tuple[list[Case], int]:
    """The first few public cases whose titles or numbers hold all of some words, the latest first; and how many there are."""
    if not words.split():
        return [], 0
    found = _chosen(public_cases(on), Chosen(words))
    rows = found.select_related("register", "definition").defer("definition__content")
    first = list(rows.order_by("-opened_date", "number")[: _FEW + 1])
    return first[:_FEW], len(first) if len(first) <= _FEW else found.count()


_FEW = 10
"""Cases that a search over everything shows."""


def _seen(register: Register, counts: Mapping[str, int]) -> RegisterSeen:
    stages = [(one.key, str(one.name), counts[one.key]) for one in register.said.stages if one.key in counts]
    return RegisterSeen(register, sum(counts.values()), stages)


def _chosen(cases: QuerySet[Case], chosen: Chosen, but: str = "") -> QuerySet[Case]:
    for word in chosen.words.split():
        cases = cases.filter(Q(title__icontains=word) | Q(number__icontains=word))
    if chosen.stage and but != "stage":
        cases = cases.filter(stage=chosen.stage)
    if chosen.round and but != "round":
        cases = cases.filter(round__key=chosen.round)
    if chosen.region and but != "region":
        within = Q(region__key=chosen.region) | Q(region__province__key=chosen.region)
        cases = cases.filter(Exists(CaseRegion.objects.filter(within, case=OuterRef("pk"))))
    return cases


def _by_province(cases: QuerySet[Case]) -> dict[int, int]:
    """A case in two municipalities of one is one case there."""
    lain = CaseRegion.objects.filter(case__in=cases.order_by().values("pk"))
    placed = lain.annotate(place=Coalesce("region__province", "region")).values_list("place")
    return dict(placed.annotate(cases=Count("case", distinct=True)).order_by("-cases", "place"))
