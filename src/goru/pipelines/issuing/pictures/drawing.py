"""Draw the pictures of an issue, in every language, each with the line that says where it is from."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from goru.core.practice import marked
from goru.domain.plans.models import Publication
from goru.pipelines.issuing.pictures.card import card_of
from goru.pipelines.issuing.pictures.gallery import pictures_of
from goru.pipelines.issuing.pictures.kept import CARD, FOLDER, write_picture
from goru.pipelines.issuing.pictures.maps import outlines, silhouette

_FRAME = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_SIGNED = 24
"""How much higher a drawing is with the line below it."""


def write_pictures(publication: Publication, issue: Path) -> None:
    """Draw every picture of what the document's cycle says, and its card, in every language, into an issue's folder."""
    shapes = outlines(settings.MAP_FILE) if settings.MAP_FILE.exists() else None
    for language, _name in settings.LANGUAGES:
        folder = issue / FOLDER / language
        folder.mkdir(parents=True)
        with override(language):
            for picture in pictures_of(publication.cycle, shapes):
                svg, narrow = (signed(one, publication.title) for one in (picture.svg, picture.narrow))
                write_picture(replace(picture, svg=svg, narrow=narrow), folder)
            (folder / CARD).write_bytes(card_of(publication, silhouette(shapes)))


def signed(svg: str, title: str) -> str:
    """A drawing that says itself where its figures are from, for when it is taken away alone; none stays none."""
    if not svg:
        return ""
    root, body = svg[: svg.index(">") + 1], svg[svg.index(">") + 1 :].removesuffix("</svg>")
    frame = _FRAME.search(root)
    if frame is None:
        raise ValueError(f"a drawing without a frame: {root}")
    width, height = int(frame[1]), int(frame[2])
    taller = _FRAME.sub(f'viewBox="0 0 {width} {height + _SIGNED}"', root)
    taller = taller.replace(f' height="{height}"', f' height="{height + _SIGNED}"')
    line = format_html(
        '<rect y="{}" width="{}" height="{}" fill="#ffffff"/><text x="8" y="{}" fill="#464c53" font-size="13" '
        'font-family="Pretendard GOV, Noto Sans KR, sans-serif">{}: <tspan lang="ko">{}</tspan>, {} · {}</text>',
        *(height, width, _SIGNED, height + 16, _("출처"), marked(title), _("인쇄된 그대로"), _("고루")),
    )
    return f"{taller}{body}{line}</svg>"
