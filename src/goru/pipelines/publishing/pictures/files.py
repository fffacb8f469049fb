"""Pictures as files of a publication: `<name>.svg` to serve, and one index a language that says them in words."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override

from goru.domain.plans.models import Cycle
from goru.pipelines.publishing.pictures.gallery import pictures_of
from goru.pipelines.publishing.pictures.maps import outlines
from goru.pipelines.publishing.pictures.picture import Picture

FOLDER = "pictures"


def write_pictures(cycle: Cycle, publication: Path) -> None:
    """Draw every picture of the cycle in every language into the folder of a publication."""
    shapes = outlines(settings.MAP_FILE) if settings.MAP_FILE.exists() else None
    for language, _name in settings.LANGUAGES:
        folder = publication / FOLDER / language
        folder.mkdir(parents=True)
        with override(language):
            pictures = list(pictures_of(cycle, shapes))
        for picture in pictures:
            (folder / f"{picture.name}.svg").write_text(picture.svg, encoding="utf-8")
        index = {picture.name: asdict(picture) for picture in pictures}
        (folder / "index.json").write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")


def read_pictures(publication: Path) -> dict[str, Picture]:
    """The pictures of a publication by name, in the language that is active; none where it is not there."""
    index = publication / FOLDER / (get_language() or settings.LANGUAGE_CODE) / "index.json"
    held = json.loads(index.read_text(encoding="utf-8")) if index.exists() else {}
    return {name: _picture(one) for name, one in held.items()}


def _picture(held: dict[str, Any]) -> Picture:
    rows = tuple(tuple(row) for row in held["rows"])
    return Picture(**{**held, "columns": tuple(held["columns"]), "rows": rows})
