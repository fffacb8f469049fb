"""What pages ask of publications, and of the items that stand in them."""

from goru.domain.publication.queries.differences import changes_between, figures_first
from goru.domain.publication.queries.items import Departed, departed, is_mistyped, item_of, row_of, rows_of
from goru.domain.publication.queries.publications import (
    Act,
    Copy,
    Return,
    acts_of,
    before,
    copies_of,
    items_missing,
    publication_of,
    return_to,
    role_of,
)

__all__ = [
    "Act",
    "Copy",
    "Departed",
    "Return",
    "acts_of",
    "before",
    "changes_between",
    "copies_of",
    "departed",
    "figures_first",
    "is_mistyped",
    "item_of",
    "items_missing",
    "publication_of",
    "return_to",
    "role_of",
    "row_of",
    "rows_of",
]
