"""A map of how many of something lie in each province, drawn for whoever asks: nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _

from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Institution
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.pipelines.issuing.pictures import maps, tiles
from goru.pipelines.issuing.pictures.maps import SHADES, Area, Outlines, Shade, outlines
from goru.pipelines.issuing.pictures.picture import Picture, in_words


def map_of_counts(
    title: str, counts: Mapping[str, int], *, said: Callable[[int], str], address: Callable[[str], str]
) -> Picture | None:
    """The map of counts by the keys of provinces, shaded in fifths; each province leads to an address.

    None where no map is installed, or where something lies in a province that it has no shape of.
    """
    shapes = _outlines()
    if shapes is None or not counts or not counts.keys() <= shapes.paths.keys():
        return None
    found = Institution.objects.filter(kind=InstitutionKind.PROVINCE, key__in=shapes.paths)
    provinces = {one.key: institutions.named(one) for one in found.order_by("position")}
    levels = sorted(set(counts.values()))
    shade = {count: place * len(SHADES) // len(levels) for place, count in enumerate(levels)}
    areas = [
        Area(
            (key,),
            name,
            str(counts.get(key, "")),
            said(counts.get(key, 0)),
            shade.get(counts.get(key, 0)),
            address(key),
        )
        for key, name in provinces.items()
    ]
    legend = [
        Shade(one, _between([n for n in levels if shade[n] == one])) for one in sorted({*shade.values()})
    ]
    if len(counts) < len(provinces):
        legend.append(Shade(None, _("없음")))
    rows = tuple((name, counts[key]) for key, name in provinces.items() if key in counts)
    description = in_words(rows)
    svg = maps.drawn(areas, legend, shapes, title=title, description=description)
    narrow = tiles.drawn(areas, legend, title=title, description=description)
    return Picture("map", title, description, (_("시·도"), _("사안")), rows, svg, maps.CREDIT, narrow=narrow)


@cache
def _outlines() -> Outlines | None:
    return outlines(settings.MAP_FILE) if settings.MAP_FILE.exists() else None


def _between(counts: list[int]) -> str:
    return f"{counts[0]}" if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
