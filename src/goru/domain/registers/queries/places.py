"""What lies on a region: all cases of all registers there, together (우리 동네)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q

from goru.domain.institutions.models import Person, Region, valid_on
from goru.domain.registers.models import Case, CaseRegion, Register
from goru.domain.registers.queries.lists import seen_cases
from goru.domain.registers.rules import definition as defined
from goru.domain.registers.rules import kinds


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """A region, the cases of each register that lie in it, and the regions that it was before or is since.

    `overlaps` are registers that both have cases here and tell of it, and whether that is wanted. `around` are cases of its
    province as a whole; of a province, `within` are the municipalities that have cases of their own.
    """

    region: Region
    cases: Sequence[tuple[Register, Sequence[Case]]]
    overlaps: Sequence[tuple[Register, Register, bool]]
    around: Sequence[tuple[Register, Sequence[Case]]]
    within: Sequence[tuple[Region, int]]
    predecessors: Sequence[Region]
    successors: Sequence[Region]


def place_seen(key: str, *, by: Person | AnonymousUser, on: date) -> PlaceSeen:
    """What lies on a region and on those that it was before; DoesNotExist where there is no such region."""
    region = Region.objects.select_related("province").get(key=key)
    before = list(region.predecessors.all())
    own = _cases([region, *before], by, on)
    within: dict[Region, int] = {}
    if region.province is None:
        there = CaseRegion.objects.filter(region__province=region, case__in=seen_cases(by, on).values("pk"))
        counts = dict(there.order_by().values_list("region").annotate(cases=Count("pk")))
        within = {one: counts[one.pk] for one in Region.objects.filter(pk__in=counts)}
    return PlaceSeen(
        region=region,
        cases=_by_register(own),
        overlaps=_overlaps(own),
        around=_by_register(_cases([region.province], by, on)) if region.province else [],
        within=sorted(within.items(), key=lambda one: one[0].name),
        predecessors=before,
        successors=list(region.successors.all()),
    )


def places_found(words: str, *, by: Person | AnonymousUser, on: date) -> list[tuple[Region, int]]:
    """The regions whose names hold all the words, without words the provinces, and how many cases a person sees there."""
    regions = Region.objects.filter(valid_on(on), is_abolished=False)
    for word in words.split():
        is_of = Q(province__institutions__short_name=word) | Q(institutions__short_name__icontains=word)
        regions = regions.filter(Q(name__icontains=word) | is_of)
    if not words.split():
        regions = regions.filter(province=None)
    found = list(regions.distinct().order_by("province__name", "name")[:_MOST])
    there = CaseRegion.objects.filter(case__in=seen_cases(by, on).values("pk"))
    there = there.filter(Q(region__in=found) | Q(region__province__in=found))
    counts: dict[int | None, set[int]] = {}
    for case, region, province in there.values_list("case", "region", "region__province"):
        for one in (region, province):
            counts.setdefault(one, set()).add(case)
    return [(one, len(counts.get(one.pk, ()))) for one in found]


def _overlaps(cases: Sequence[Case]) -> list[tuple[Register, Register, bool]]:
    """Pairs of registers with open cases here, of which one has a rule that tells of the other."""
    there = {
        one.register.key: one.register for one in cases if not kinds.is_over(one.definition.said, one.stage)
    }
    found: dict[frozenset[str], tuple[Register, Register, bool]] = {}
    for register in there.values():
        for rule in register.said.rules:
            if isinstance(rule, defined.Overlap):
                for key in set(rule.registers) & there.keys() - {register.key}:
                    pair = (register, there[key], rule.is_wanted)
                    found.setdefault(frozenset((register.key, key)), pair)
    return sorted(found.values(), key=lambda one: (one[0].position, one[1].position))


def _cases(regions: Sequence[Region], by: Person | AnonymousUser, on: date) -> list[Case]:
    there = CaseRegion.objects.filter(region__in=regions).values("case")
    found = (
        seen_cases(by, on)
        .filter(pk__in=there)
        .select_related("register__definition", "definition", "round")
        .prefetch_related("moves")
    )
    found = found.defer("definition__content", "register__definition__content")
    return list(found.order_by("register__position", "number")[:_MOST])


_MOST = 500
"""Cases of one region that a page shows."""


def _by_register(cases: Sequence[Case]) -> list[tuple[Register, list[Case]]]:
    found: dict[int, tuple[Register, list[Case]]] = {}
    for one in cases:
        found.setdefault(one.register_id, (one.register, []))[1].append(one)
    return list(found.values())
