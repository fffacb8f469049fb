"""A map of the provinces of a day: each with its name and figure, a link, and a shade."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

CREDIT = "MapSVG, CC BY 4.0"
NONE = "#f4f5f6"
SHADES = ("#eef4ff", "#d1e1ff", "#a9c8ff", "#86aff9", "#6191ea")
EDGE = "#58616a"
# Where a shape's label stands in the frame: small provinces lie within or beside large ones.
_LABELS = {
    "seoul": (172, 98),
    "incheon": (46, 128),
    "gyeonggi": (192, 166),
    "gangwon": (275, 105),
    "chungbuk": (250, 212),
    "sejong": (180, 248),
    "daejeon": (200, 288),
    "jeonbuk": (172, 340),
    "jeonnam": (100, 462),
    "gwangju": (190, 418),
    "chungnam": (92, 236),
    "gyeongbuk": (345, 250),
    "daegu": (302, 334),
    "gyeongnam": (262, 398),
    "busan": (392, 418),
    "ulsan": (420, 366),
    "jeju": (114, 594),
}
_KEYS = {
    "north-chungcheong": "chungbuk",
    "north-jeolla": "jeonbuk",
    "south-jeolla": "jeonnam",
    "south-chungcheong": "chungnam",
    "north-gyeongsang": "gyeongbuk",
    "south-gyeongsang": "gyeongnam",
}
"""What the package of outlines calls otherwise than the register of institutions does."""
_LETTERS = 13
_LEGEND, _KEY = (196, 500), 25


@dataclass(frozen=True, slots=True)
class Area:
    """A province on the map: the shapes it is made of (keys of the register), its name, the figure drawn in it and as
    it is said in full, its shade (0 to 4, or none), its address."""

    shapes: tuple[str, ...]
    name: str
    figure: str
    said: str
    shade: int | None
    address: str


@dataclass(frozen=True, slots=True)
class Shade:
    """A line of the legend (범례)."""

    shade: int | None
    label: str


@dataclass(frozen=True, slots=True)
class Outlines:
    """The shapes of the provinces as they were before 2026-07-01; later ones are made of several."""

    frame: str
    paths: Mapping[str, str]


def outlines(file: Path) -> Outlines:
    """The shapes that set-up installed, by the keys of the register."""
    held = json.loads(file.read_text(encoding="utf-8"))
    return Outlines(
        held["viewBox"], {_KEYS.get(shape["id"], shape["id"]): shape["path"] for shape in held["locations"]}
    )


def drawn(
    areas: Sequence[Area], legend: Sequence[Shade], outlines_: Outlines, *, title: str, description: str
) -> SafeString:
    """The map as SVG; its shapes are links that a keyboard reaches."""
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="{}" role="group" aria-label="{}"><desc>{}</desc>{}'
        '<g aria-hidden="true" pointer-events="none" fill="#1e2124" font-size="{}" '
        'font-family="Pretendard GOV, Noto Sans KR, sans-serif">{}{}</g></svg>',
        outlines_.frame,
        title,
        description,
        format_html_join("", "{}", ((_shape(area, outlines_),) for area in areas)),
        _LETTERS,
        format_html_join("", "{}", ((_label(area),) for area in areas)),
        format_html_join("", "{}", ((_key(row, one),) for row, one in enumerate(legend))),
    )


def silhouette(outlines_: Outlines | None) -> SafeString:
    """All provinces in one colour, without names."""
    paths = outlines_.paths.values() if outlines_ else ()
    return format_html_join(
        "", '<path d="{}" fill="{}" stroke="{}"/>', ((path, SHADES[2], "#ffffff") for path in paths)
    )


def _shape(area: Area, outlines_: Outlines) -> SafeString:
    """A merged province draws its parts without the border that was between them: in the fill's own colour."""
    shade = colour(area.shade)
    edge = EDGE if len(area.shapes) == 1 else shade
    paths = format_html_join(
        "",
        '<path d="{}" fill="{}" stroke="{}" stroke-width="1"/>',
        ((outlines_.paths[shape], shade, edge) for shape in area.shapes),
    )
    name = f"{area.name} {area.said}".strip()
    return format_html('<a href="{}" aria-label="{}">{}</a>', area.address, name, paths)


def _label(area: Area) -> SafeString:
    """Name and figure, one above the other."""
    x, y = _LABELS[area.shapes[-1]]
    lines = [("700", "0", area.name), ("400", "1.1em", area.figure)]
    return format_html(
        '<text x="{0}" y="{1}" text-anchor="middle" paint-order="stroke" stroke="#ffffff" stroke-width="3" '
        'stroke-linejoin="round">{2}</text>',
        *(x, y),
        format_html_join(
            "",
            '<tspan x="{}" dy="{}" font-weight="{}">{}</tspan>',
            ((x, dy, weight, words) for weight, dy, words in lines if words),
        ),
    )


def _key(row: int, one: Shade) -> SafeString:
    x, y = _LEGEND[0], _LEGEND[1] + row * _KEY
    return format_html(
        '<rect x="{}" y="{}" width="20" height="14" fill="{}" stroke="{}"/><text x="{}" y="{}">{}</text>',
        *(x, y, colour(one.shade), EDGE, x + 28, y + 12, one.label),
    )


def colour(shade: int | None) -> str:
    """The colour of a shade; of none where there is no figure."""
    return NONE if shade is None else SHADES[shade]
