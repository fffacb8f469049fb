"""What the reading process says: one JSON object a line, stages first, then what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from goru.book.model import Finding, PlanBook

Stage = Literal["reading", "parsing", "checking"]


class PrintedLine(BaseModel, frozen=True, defer_build=True):
    """A line of the document; `parts` are before, the marked figure, after: or the whole text alone."""

    page: int | None
    number: int
    cell: str | None
    parts: tuple[str, ...]
    is_source: bool


class Checked(BaseModel, frozen=True, defer_build=True):
    """A finding, and the lines it rests on place by place; none where the file holds no lines."""

    finding: Finding
    excerpts: tuple[tuple[PrintedLine, ...], ...] = ()


class Step(BaseModel, frozen=True, defer_build=True):
    """A stage begins; how many lines the document has, once that is known."""

    kind: Literal["step"] = "step"
    stage: Stage
    lines: int | None = None


class Readable(BaseModel, frozen=True, defer_build=True):
    """The book that was read, the findings on it, and its lines: page, number, cell, text."""

    kind: Literal["readable"] = "readable"
    book: PlanBook
    checked: list[Checked]
    lines: list[tuple[int | None, int, str | None, str]] = []


class Failed(BaseModel, frozen=True, defer_build=True):
    """Why there is no book: one sentence for the person who brought the file, in Korean and in English."""

    kind: Literal["failed"] = "failed"
    reason: str
    english: str


Outcome = Readable | Failed
MESSAGE: TypeAdapter[Step | Readable | Failed] = TypeAdapter(
    Annotated[Step | Readable | Failed, Field(discriminator="kind")], config=ConfigDict(defer_build=True)
)
