"""The map for a phone: a tile a province, about where it lies; on the map itself its letters would meet."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from goru.pipelines.issuing.pictures.layout import LINE, NARROW, SIZE, width_of
from goru.pipelines.issuing.pictures.maps import EDGE, Area, Shade, colour

_PLACES = {
    "incheon": (0, 0),
    "seoul": (1, 0),
    "gyeonggi": (2, 0),
    "gangwon": (3, 0),
    "chungnam": (0, 1),
    "sejong": (1, 1),
    "chungbuk": (2, 1),
    "gyeongbuk": (3, 1),
    "jeonbuk": (0, 2),
    "daejeon": (1, 2),
    "daegu": (2, 2),
    "ulsan": (3, 2),
    "gwangju": (0, 3),
    "jeonnam": (1, 3),
    "gyeongnam": (2, 3),
    "busan": (3, 3),
    "jeju": (0, 4),
}
"""Column and row of a province's tile."""
_GAP, _HIGH = 4, 60
_WIDE = (NARROW - 3 * _GAP) // 4
_LEGEND, _KEY = (_WIDE + 3 * _GAP, 4 * (_HIGH + _GAP) + 4), 20


def drawn(areas: Sequence[Area], legend: Sequence[Shade], *, title: str, description: str) -> SafeString:
    """The tiles as SVG, each a link with its name and figure; a province made of several takes their room."""
    height = max(5 * (_HIGH + _GAP), _LEGEND[1] + len(legend) * _KEY)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="tiles" width="{0}" height="{1}" viewBox="0 0 {0} {1}" '
        'role="group" aria-label="{2}"><desc>{3}</desc>{4}<g aria-hidden="true" pointer-events="none" fill="#1e2124" '
        'font-size="{5}" font-family="Pretendard GOV, Noto Sans KR, sans-serif">{6}{7}</g></svg>',
        *(NARROW, height, title, description),
        format_html_join("", "{}", ((_tile(area),) for area in areas)),
        SIZE,
        format_html_join("", "{}", ((_words(area),) for area in areas)),
        format_html_join("", "{}", ((_key(row, one),) for row, one in enumerate(legend))),
    )


def _room(area: Area) -> tuple[int, int, int]:
    """Where a tile begins, and how wide it is."""
    columns, rows = zip(*(_PLACES[shape] for shape in area.shapes), strict=True)
    first, tiles = min(columns), max(columns) - min(columns) + 1
    return first * (_WIDE + _GAP), min(rows) * (_HIGH + _GAP), tiles * (_WIDE + _GAP) - _GAP


def _tile(area: Area) -> SafeString:
    x, y, wide = _room(area)
    return format_html(
        '<a href="{}" aria-label="{}"><rect x="{}" y="{}" width="{}" height="{}" rx="6" fill="{}" stroke="{}"/></a>',
        *(area.address, f"{area.name} {area.said}".strip(), x, y, wide, _HIGH, colour(area.shade), EDGE),
    )


def _words(area: Area) -> SafeString:
    """Name and figure, one below the other in the middle; a name too wide for its tile takes a line a word."""
    x, y, wide = _room(area)
    names = area.name.split() if width_of(area.name) > wide - _GAP else [area.name]
    lines = [*((name, 400) for name in names), *([(area.figure, 700)] if area.figure else [])]
    top = y + (_HIGH - len(lines) * LINE) / 2 + SIZE
    return format_html_join(
        "",
        '<text x="{}" y="{}" text-anchor="middle" font-weight="{}">{}</text>',
        ((x + wide // 2, top + row * LINE, weight, words) for row, (words, weight) in enumerate(lines)),
    )


def _key(row: int, one: Shade) -> SafeString:
    x, y = _LEGEND[0], _LEGEND[1] + row * _KEY
    return format_html(
        '<rect x="{}" y="{}" width="20" height="14" fill="{}" stroke="{}"/><text x="{}" y="{}">{}</text>',
        *(x, y, colour(one.shade), EDGE, x + 28, y + 12, one.label),
    )
