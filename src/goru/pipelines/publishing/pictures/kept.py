"""Read the pictures of a publication; what draws them weighs tens of megabytes, and no page needs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from goru.pipelines.publishing.pictures.picture import Picture

FOLDER = "pictures"


def read_pictures(publication: Path) -> dict[str, Picture]:
    """The pictures of a publication by name, in the language that is active; none where it is not there."""
    index = publication / FOLDER / (get_language() or settings.LANGUAGE_CODE) / "index.json"
    held = json.loads(index.read_text(encoding="utf-8")) if index.exists() else {}
    return {name: _picture(one) for name, one in held.items()}


def _picture(held: dict[str, Any]) -> Picture:
    rows = tuple(tuple(row) for row in held["rows"])
    return Picture(**{**held, "columns": tuple(held["columns"]), "rows": rows})
