"""Read the pictures of an issue; what draws them weighs tens of megabytes, and no page needs it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from goru.pipelines.issuing.pictures.picture import Picture

FOLDER = "pictures"
FORM = 8
"""Counts up when pictures are kept or drawn otherwise: what was issued before is then made again."""

CARD, CARD_SIZE = "card.png", (1200, 630)
"""The file of a year's card for sharing, and how many pixels it has: what other sites ask for."""
_NARROW = ".narrow.svg"


def write_picture(picture: Picture, folder: Path) -> None:
    """Keep a drawing as SVG, and beside it what says it in words."""
    words = asdict(picture)
    (folder / f"{picture.name}.svg").write_text(words.pop("svg"), encoding="utf-8")
    if narrow := words.pop("narrow"):
        (folder / f"{picture.name}{_NARROW}").write_text(narrow, encoding="utf-8")
    (folder / f"{picture.name}.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def read_card(issue: Path) -> bytes | None:
    """The card of an issue in the language that is active; none before it is issued."""
    file = issue / FOLDER / (get_language() or settings.LANGUAGE_CODE) / CARD
    return file.read_bytes() if file.exists() else None


def read_pictures(issue: Path, names: Iterable[str]) -> dict[str, Picture]:
    """The pictures of these names, in the language that is active, without those that are not there."""
    folder = issue / FOLDER / (get_language() or settings.LANGUAGE_CODE)
    return {name: _read(folder, name) for name in names if (folder / f"{name}.json").exists()}


def _read(folder: Path, name: str) -> Picture:
    words: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    narrow = folder / f"{name}{_NARROW}"
    read = {
        "rows": tuple(tuple(row) for row in words["rows"]),
        "svg": (folder / f"{name}.svg").read_text(encoding="utf-8"),
        "narrow": narrow.read_text(encoding="utf-8") if narrow.exists() else "",
    }
    return Picture(
        **{**words, **{part: tuple(words[part]) for part in ("columns", "quoted", "gaps")}, **read}
    )
