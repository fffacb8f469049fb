"""A map of the provinces of a day: each with its name and figure, a link, and a shade."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

CREDIT = "MapSVG, CC BY 4.0"
SHADES = ("#eef4ff", "#d1e1ff", "#a9c8ff", "#86aff9", "#6191ea")
# Where a shape's label stands in the frame: small provinces lie within or beside large ones.
_LABELS = {
    "seoul": (152, 116),
    "incheon": (84, 122),
    "gyeonggi": (190, 158),
    "gangwon": (275, 105),
    "north-chungcheong": (248, 216),
    "sejong": (176, 230),
    "daejeon": (196, 268),
    "north-jeolla": (165, 340),
    "south-jeolla": (148, 460),
    "gwangju": (140, 408),
    "south-chungcheong": (122, 262),
    "north-gyeongsang": (345, 262),
    "daegu": (302, 338),
    "south-gyeongsang": (262, 398),
    "busan": (360, 418),
    "ulsan": (395, 372),
    "jeju": (114, 606),
}


@dataclass(frozen=True, slots=True)
class Area:
    """A province on the map: the shapes it is made of, what is said in it, its shade (0 to 4), its address."""

    shapes: tuple[str, ...]
    label: str
    said: str
    shade: int
    address: str


@dataclass(frozen=True, slots=True)
class Outlines:
    """The shapes of the provinces as they were before 2026-07-01; later ones are made of several."""

    frame: str
    paths: Mapping[str, str]


def outlines(file: Path) -> Outlines:
    """The shapes that set-up installed."""
    held = json.loads(file.read_text(encoding="utf-8"))
    return Outlines(held["viewBox"], {shape["id"]: shape["path"] for shape in held["locations"]})


def drawn(areas: Sequence[Area], outlines_: Outlines, *, title: str, description: str) -> SafeString:
    """The map as SVG; its shapes are links that a keyboard reaches."""
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}" role="group" aria-label="{}"><desc>{}</desc>{}{}</svg>',
        outlines_.frame,
        title,
        description,
        format_html_join("", "{}", ((_shape(area, outlines_),) for area in areas)),
        format_html_join("", "{}", ((_label(area),) for area in areas)),
    )


def _shape(area: Area, outlines_: Outlines) -> SafeString:
    """A merged province draws its parts without the border that was between them: in the fill's own colour."""
    colour = SHADES[area.shade]
    edge = "#58616a" if len(area.shapes) == 1 else colour
    paths = format_html_join(
        "",
        '<path d="{}" fill="{}" stroke="{}" stroke-width="1"/>',
        ((outlines_.paths[shape], colour, edge) for shape in area.shapes),
    )
    return format_html('<a href="{}" aria-label="{} {}">{}</a>', area.address, area.label, area.said, paths)


def _label(area: Area) -> SafeString:
    x, y = _LABELS[area.shapes[-1]]
    return format_html(
        '<g aria-hidden="true" pointer-events="none" text-anchor="middle" fill="#1e2124" font-size="12" '
        'font-family="Pretendard GOV, Noto Sans KR, sans-serif">'
        '<text x="{}" y="{}" font-weight="700">{}</text><text x="{}" y="{}">{}</text></g>',
        *(x, y, area.label, x, y + 13, area.said),
    )
