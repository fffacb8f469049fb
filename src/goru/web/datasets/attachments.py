"""A file that is taken away."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpResponse

from goru.pipelines.issuing.formats.offers import MEDIA_TYPES

MINUTES = 5 * 60
"""Seconds for which a reader's programs need not ask again."""


def attached(file: Path, name: str) -> HttpResponse:
    """A file of an issue under the name it is kept by; programs of other sites may read it too."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": f"public, max-age={MINUTES}",
        "Access-Control-Allow-Origin": "*",
    }
    media_type = MEDIA_TYPES[file.suffix.removeprefix(".")]
    return HttpResponse(file.read_bytes(), content_type=media_type, headers=headers)
