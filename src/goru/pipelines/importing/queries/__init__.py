"""What pages ask of books that were brought in."""

from goru.pipelines.importing.queries.imports import (
    Count,
    Preview,
    asked_about,
    forsaken,
    grouped,
    import_of,
    imports,
    preview,
    replaced_by,
    shown,
)

__all__ = [
    "Count",
    "Preview",
    "asked_about",
    "forsaken",
    "grouped",
    "import_of",
    "imports",
    "preview",
    "replaced_by",
    "shown",
]
