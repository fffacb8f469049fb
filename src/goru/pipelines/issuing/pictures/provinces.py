"""The maps of a cycle: what the provinces' plans come to, and who is in a megaregion."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from goru.core import wording
from goru.domain.finance.models import StatedTotal
from goru.domain.institutions import queries as institutions
from goru.domain.plans.models import PublishedPlan
from goru.domain.plans.vocabulary import PlanKind
from goru.pipelines.issuing.pictures import maps, tiles
from goru.pipelines.issuing.pictures.maps import SHADES, Area, Outlines, Shade
from goru.pipelines.issuing.pictures.picture import Picture, in_words

_TRILLION = 10**12


class ShapeMissing(LookupError):
    """A province is made of shapes that the installed map does not have: it would be left out in silence."""


def maps_of(
    year: int, plans: Sequence[PublishedPlan], totals: Mapping[int, StatedTotal], outlines: Outlines
) -> Iterator[Picture]:
    """The nation's map and one of each megaregion; none where no province has a plan."""
    provinces = [plan for plan in plans if plan.kind == PlanKind.PROVINCIAL]
    if not provinces:
        return
    yield _of_totals(year, provinces, totals, outlines)
    for plan in plans:
        if plan.kind == PlanKind.MEGAREGIONAL:
            found = institutions.members_of(plan.institution, date(year, 1, 1))
            yield _of_members(year, plan, provinces, {member.pk for member in found}, totals, outlines)


def _of_totals(
    year: int, provinces: Sequence[PublishedPlan], totals: Mapping[int, StatedTotal], outlines: Outlines
) -> Picture:
    """The provinces that have a plan, shaded by their totals in fifths."""
    sums = {plan.pk: won for plan in provinces if (won := _won(totals, plan)) is not None}
    ranked = sorted(sums, key=lambda plan: sums[plan])
    fifth = {plan: place * len(SHADES) // len(ranked) for place, plan in enumerate(ranked)}
    areas = [_area(year, plan, totals.get(plan.pk), fifth.get(plan.pk), outlines) for plan in provinces]
    legend = []
    for shade in range(len(SHADES)):
        shaded = [sums[plan] for plan in ranked if fifth[plan] == shade]
        if shaded:
            legend.append(Shade(shade, _range(min(shaded), max(shaded))))
    if len(sums) < len(provinces):
        legend.append(Shade(None, _("총액 없음")))
    title = _("%(year)s년 시·도 계획의 총액") % {"year": year}
    return _picture("map", title, provinces, totals, areas, legend, outlines)


def _of_members(
    year: int,
    megaregion: PublishedPlan,
    provinces: Sequence[PublishedPlan],
    members: Collection[int],
    totals: Mapping[int, StatedTotal],
    outlines: Outlines,
) -> Picture:
    inside, outside = len(SHADES) - 1, 0
    chosen = [plan for plan in provinces if plan.institution_id in members]
    areas = [
        _area(year, plan, totals.get(plan.pk), inside, outlines)
        if plan in chosen
        else _area(year, plan, None, outside, outlines)
        for plan in provinces
    ]
    name = institutions.named(megaregion.institution, megaregion.full_name)
    title = _("%(institution)s의 구성") % {"institution": name}
    legend = [Shade(inside, _("구성 시·도")), Shade(outside, _("그 밖의 시·도"))]
    return _picture(f"map-{megaregion.institution.key}", title, chosen, totals, areas, legend, outlines)


def _area(
    year: int, plan: PublishedPlan, total: StatedTotal | None, shade: int | None, outlines: Outlines
) -> Area:
    shapes = institutions.shapes_of(plan.institution)
    if missing := [shape for shape in shapes if shape not in outlines.paths]:
        raise ShapeMissing(f"{plan.full_name}: {', '.join(missing)}")
    figure = ""
    if total is not None and total.won is not None:
        figure = _("%(value)s조") % {"value": f"{Decimal(total.won) / _TRILLION:,.1f}"}
    address = f"/{year}/institutions/{plan.institution.key}/"
    said = wording.printed(total) if total else ""
    return Area(shapes, institutions.named(plan.institution), figure, said, shade, address)


def _picture(
    name: str,
    title: str,
    plans: Sequence[PublishedPlan],
    totals: Mapping[int, StatedTotal],
    areas: Sequence[Area],
    legend: Sequence[Shade],
    outlines: Outlines,
) -> Picture:
    rows = tuple(
        (
            institutions.named(plan.institution, plan.full_name),
            wording.printed(totals[plan.pk]) if plan.pk in totals else "-",
        )
        for plan in plans
    )
    description = in_words(rows)
    svg = maps.drawn(areas, legend, outlines, title=title, description=description)
    narrow = tiles.drawn(areas, legend, title=title, description=description)
    columns = (_("시·도"), _("총액"))
    return Picture(name, title, description, columns, rows, svg, maps.CREDIT, narrow=narrow)


def _won(totals: Mapping[int, StatedTotal], plan: PublishedPlan) -> int | None:
    return totals[plan.pk].won if plan.pk in totals else None


def _range(least: int, most: int) -> str:
    ends = {name: f"{Decimal(won) / _TRILLION:,.2f}" for name, won in (("least", least), ("most", most))}
    return wording.trillion(least) if least == most else _("%(least)s–%(most)s조원") % ends
