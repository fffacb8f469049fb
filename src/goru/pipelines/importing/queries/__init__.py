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
from goru.pipelines.importing.queries.proposals import (
    Review,
    forsaken_proposals,
    proposal_in,
    proposals_seen,
    review_of,
    shows_proposal,
    workbook_of,
)

__all__ = [
    "Count",
    "Preview",
    "Review",
    "asked_about",
    "forsaken",
    "forsaken_proposals",
    "grouped",
    "import_of",
    "imports",
    "is_in_work",
    "is_to_be_decided",
    "preview",
    "proposal_in",
    "proposals_seen",
    "replaced_by",
    "review_of",
    "shown",
    "shows_proposal",
    "way_of",
    "workbook_of",
]
