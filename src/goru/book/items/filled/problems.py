"""What of a workbook could not be taken as it stands: said with its sheet and cell; nothing is changed by it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel


class ProblemKind(StrEnum):
    """What is the matter with a cell, a row, a column or a sheet."""

    NUMBER = "number"
    WHOLE = "whole"
    REGION = "region"
    CHOICE = "choice"
    DATE = "date"
    PERCENT = "percent"
    UNKNOWN = "unknown"
    ERROR = "error"
    UNFIT = "unfit"
    MERGED = "merged"
    NO_PLACE = "no-place"
    UNKNOWN_PLACE = "unknown-place"
    FIXED_PLACE = "fixed-place"
    ONLY_ONE = "only-one"
    TOO_MANY = "too-many"
    NO_HEADS = "no-heads"
    NO_SHEET = "no-sheet"
    NO_COLUMN = "no-column"
    OTHER_SHEET = "other-sheet"
    OTHER_COLUMN = "other-column"
    COPIED = "copied"
    MATCHED = "matched"
    ELSEWHERE = "elsewhere"


NOTES = frozenset(
    {
        ProblemKind.OTHER_SHEET,
        ProblemKind.OTHER_COLUMN,
        ProblemKind.COPIED,
        ProblemKind.MATCHED,
        ProblemKind.ELSEWHERE,
    }
)
"""What is told, and is no fault: what was left aside, and how a row was understood."""


class Problem(BaseModel, frozen=True, defer_build=True):
    """Something told: where, what stands there, and of what (the head of the column, the unit) it is."""

    kind: ProblemKind
    sheet: str
    cell: str = ""
    typed: str = ""
    of: str = ""

    @property
    def is_note(self) -> bool:
        """Whether it is told alone, and nothing was left out."""
        return self.kind in NOTES


class Cannot(ValueError):
    """What stands in a cell is no value of its field."""

    def __init__(self, kind: ProblemKind) -> None:
        super().__init__(kind.value)
        self.kind = kind
