"""The card that other sites show where a page is shared: a year's title, its headline and the provinces, as PNG."""

from __future__ import annotations

from collections.abc import Sequence

import vl_convert
from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goru.core import wording
from goru.core.practice import marked
from goru.domain.finance import queries as money
from goru.domain.finance.vocabulary import FundingSource
from goru.domain.plans.models import Publication
from goru.pipelines.issuing.pictures.charts import FIRST, INK, QUIET
from goru.pipelines.issuing.pictures.kept import CARD_SIZE

_LINE = 16
"""Letters of a title that a line of the card has room for."""


def card_of(publication: Publication, provinces: SafeString) -> bytes:
    """The card of a year in the active language; `provinces` is a drawing of them."""
    nation = money.nation_at_a_glance(publication.cycle)
    headline = next((one.by_source for one in nation.headline if one.year == publication.cycle.year), {})
    total = headline.get(FundingSource.COMBINED)
    parts = [
        f"{one.get_funding_display()} {wording.printed(one)}"
        for source, one in headline.items()
        if source != FundingSource.COMBINED
    ]
    if settings.PRINT_FONTS.is_dir():
        vl_convert.register_font_directory(str(settings.PRINT_FONTS))
    return vl_convert.svg_to_png(
        _drawn(publication.title, wording.printed(total) if total else "", parts, provinces)
    )


def _drawn(title: str, total: str, parts: Sequence[str], provinces: SafeString) -> str:
    lines = [
        (100, 34, 700, FIRST, marked(_("고루"))),
        *((190 + row * 66, 52, 700, INK, line) for row, line in enumerate(_lines(title)[:2])),
        (380, 30, 400, QUIET, _("총 재정투입") if total else ""),
        (470, 84, 700, FIRST, total),
        *((530 + row * 40, 28, 400, INK, part) for row, part in enumerate(_pairs(parts))),
    ]
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}">'
        '<rect width="{0}" height="{1}" fill="#ffffff"/><rect width="16" height="{1}" fill="{2}"/>'
        '<g font-family="Noto Sans KR">{3}</g><g transform="translate(800 70) scale(.8)">{4}</g></svg>',
        *CARD_SIZE,
        FIRST,
        format_html_join(
            "", '<text x="72" y="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>', lines
        ),
        provinces,
    )


def _lines(title: str) -> list[str]:
    lines = [""]
    for word in title.split():
        if lines[-1] and len(f"{lines[-1]} {word}") > _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _pairs(parts: Sequence[str]) -> list[str]:
    """Two figures a line: in English they are long."""
    return [" · ".join(parts[first : first + 2]) for first in range(0, len(parts), 2)]
