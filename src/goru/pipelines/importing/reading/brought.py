"""What a file that was brought into an open edition says of its plan, kept until somebody decides on it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from goru.book.cells import Sheet
from goru.book.model import Source
from goru.book.model.editions import InstitutionPlan


class NotBrought(Exception):
    """A file that cannot be brought in: why, in Korean and in English."""

    def __init__(self, korean: str, english: str) -> None:
        super().__init__(korean)
        self.korean, self.english = korean, english


class BroughtWorkbook(BaseModel, frozen=True, defer_build=True):
    """The sheets of a workbook."""

    kind: Literal["workbook"] = "workbook"
    sheets: list[Sheet]


class BroughtPlan(BaseModel, frozen=True, defer_build=True):
    """A plan that a document prints, the lines of its places (`place_of`), whose other plans the document has."""

    kind: Literal["plan"] = "plan"
    value: InstitutionPlan
    printed: dict[str, list[str]]
    others: list[str]


def place_of(source: Source) -> str:
    """A place in a document, in a word."""
    ends = source.first_line, source.page, source.last_line, source.last_page, source.cell
    return ":".join("" if one is None else str(one) for one in ends)
