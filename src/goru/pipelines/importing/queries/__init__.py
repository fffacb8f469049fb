"""What pages ask of books that were brought in."""

from goru.pipelines.importing.queries.imports import (
    Count,
    Preview,
    asked_about,
    forsaken,
    grouped,
    import_of,
    imports,
    is_in_work,
    is_to_be_decided,
    preview,
    replaced_by,
    shown,
    way_of,
)

__all__ = [
    "Count",
    "Preview",
    "asked_about",
    "forsaken",
    "grouped",
    "import_of",
    "imports",
    "is_in_work",
    "is_to_be_decided",
    "preview",
    "replaced_by",
    "shown",
    "way_of",
]
