"""What lies on a region: all cases of all registers there, together (우리 동네)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef

from goru.domain.institutions.models import Person, Region
from goru.domain.registers.models import Case, CaseRegion, Register
from goru.domain.registers.queries.lists import seen_cases


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """A region, the cases of each register that lie in it, and the regions that it was before or is since.

    `around` are cases of its province as a whole; of a province, `within` are the municipalities that have cases of their own.
    """

    region: Region
    cases: Sequence[tuple[Register, Sequence[Case]]]
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
        for one in CaseRegion.objects.filter(
            region__province=region, case__in=seen_cases(by, on).values("pk")
        ).select_related("region"):
            within[one.region] = within.get(one.region, 0) + 1
    return PlaceSeen(
        region=region,
        cases=_by_register(own),
        around=_by_register(_cases([region.province], by, on)) if region.province else [],
        within=sorted(within.items(), key=lambda one: one[0].name),
        predecessors=before,
        successors=list(region.successors.all()),
    )


def _cases(regions: Sequence[Region], by: Person | AnonymousUser, on: date) -> list[Case]:
    there = Exists(CaseRegion.objects.filter(case=OuterRef("pk"), region__in=regions))
    found = seen_cases(by, on).filter(there).select_related("register", "definition", "round")
    return list(found.order_by("register__position", "number")[:_MOST])


_MOST = 500
"""Cases of one region that a page shows."""


def _by_register(cases: Sequence[Case]) -> list[tuple[Register, list[Case]]]:
    found: dict[int, tuple[Register, list[Case]]] = {}
    for one in cases:
        found.setdefault(one.register_id, (one.register, []))[1].append(one)
    return list(found.values())
