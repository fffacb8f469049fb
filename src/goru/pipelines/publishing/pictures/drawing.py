"""Draw the pictures of a publication, in every language."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from goru.domain.plans.models import Cycle
from goru.pipelines.publishing.pictures.gallery import pictures_of
from goru.pipelines.publishing.pictures.kept import FOLDER, write_picture
from goru.pipelines.publishing.pictures.maps import outlines


def write_pictures(cycle: Cycle, publication: Path) -> None:
    """Draw every picture of the cycle in every language into the folder of a publication."""
    shapes = outlines(settings.MAP_FILE) if settings.MAP_FILE.exists() else None
    for language, _name in settings.LANGUAGES:
        folder = publication / FOLDER / language
        folder.mkdir(parents=True)
        with override(language):
            for picture in pictures_of(cycle, shapes):
                write_picture(picture, folder)
