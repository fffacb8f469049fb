"""Draw the pictures of a publication: `<name>.svg` to serve, and one index a language that says them in words."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from goru.domain.plans.models import Cycle
from goru.pipelines.publishing.pictures.gallery import pictures_of
from goru.pipelines.publishing.pictures.kept import FOLDER
from goru.pipelines.publishing.pictures.maps import outlines


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
