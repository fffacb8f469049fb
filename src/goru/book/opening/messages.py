"""What the reading process says: one JSON object a line, stages first, then what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from goru.book.cells import Sheet
from goru.book.model import Finding, LineKind, PlanBook
from goru.book.reading import Line, Lines
from goru.book.reading.lines import Row

Stage = Literal["reading", "parsing", "checking"]


class Step(BaseModel, frozen=True, defer_build=True):
    """A stage begins; how many lines the document has, once that is known."""

    kind: Literal["step"] = "step"
    stage: Stage
    lines: int | None = None


class Opened(BaseModel, frozen=True, defer_build=True):
    """The book that was read, the findings on it, its lines, those beside them and what became of each; no lines of data."""

    kind: Literal["opened"] = "opened"
    book: PlanBook
    findings: list[Finding]
    printed: list[Row]
    beside: list[Row] = []
    kinds: list[LineKind] = []

    @property
    def lines(self) -> Lines | None:
        """The lines, without their cells."""
        return Lines("", tuple(Line(*one) for one in self.printed)) if self.printed else None


class OpenedWorkbook(BaseModel, frozen=True, defer_build=True):
    """The sheets of a workbook: what they say of a plan is found where the plan is."""

    kind: Literal["workbook"] = "workbook"
    sheets: list[Sheet]


class Failed(BaseModel, frozen=True, defer_build=True):
    """Why there is no book: a sentence in Korean and in English, without the name of the file."""

    kind: Literal["failed"] = "failed"
    korean: str
    english: str


class Fault(BaseModel, frozen=True, defer_build=True):
    """The program is at fault: what was raised, where, and the whole trace for a developer."""

    kind: Literal["fault"] = "fault"
    raised: str
    trace: str


Message = Step | Opened | OpenedWorkbook | Failed | Fault
MESSAGE: TypeAdapter[Message] = TypeAdapter(
    Annotated[Message, Field(discriminator="kind")], config=ConfigDict(defer_build=True)
)
