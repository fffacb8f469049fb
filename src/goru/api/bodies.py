"""What programs send to drafts and are answered of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from goru.api.problems import ProblemDetails
from goru.book.items.editing import Change, Deed
from goru.book.model.editions import InstitutionPlan

MOST_EDITS = 500

_Path = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300),
    Field(
        description="자리: 항목의 칸, 또는 시행계획 자체의 칸. The field.",
        examples=["name", "plan/budget/total"],
    ),
]
_Under = Annotated[
    UUID | None,
    Field(description="어느 항목 아래인가, null이면 시행계획 자체. Under which item; null: the plan itself."),
]
_Position = Annotated[
    int, Field(ge=0, le=100_000, description="목록에서의 자리, 0부터. The place in its list.")
]


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SetEdit(_Sent):
    """칸 하나를 바꿉니다. Set a field of an item, or of the plan itself where `item` is null."""

    deed: Literal["set"]
    item: UUID | None = None
    field: _Path
    seen: Any = Field(None, description="고치기 전에 본 값. What was seen there.")
    new: Any = Field(None, description="새 값. What shall be there.")

    def as_change(self) -> Change:
        """As the domain makes it."""
        return Change(Deed.SET, self.item, self.field, seen=self.seen, new=self.new)


class AddEdit(_Sent):
    """항목을 더합니다. Add an item to a list; its id is the program's own choice, or is made."""

    deed: Literal["add"]
    item: UUID = Field(default_factory=uuid4)
    under: _Under = None
    field: _Path
    new: dict[str, Any] = Field(description="항목의 칸들, `at`은 자리. Its fields, and `at`, its place.")

    def as_change(self) -> Change:
        """As the domain makes it."""
        return Change(Deed.ADD, self.item, self.field, self.under, new=self.new)


class Place(_Sent):
    """Where an item is seen."""

    at: _Position
    under: _Under


class NewPlace(_Sent):
    """Where an item shall be: in its own list, or in the field of another."""

    at: _Position
    under: _Under = None
    field: _Path | None = None


class MoveEdit(_Sent):
    """항목을 옮깁니다. Move an item."""

    deed: Literal["move"]
    item: UUID
    seen: Place
    new: NewPlace

    def as_change(self) -> Change:
        """As the domain makes it."""
        seen = self.seen.model_dump(mode="json")
        return Change(
            Deed.MOVE, self.item, seen=seen, new=self.new.model_dump(mode="json", exclude_unset=True)
        )


class RemoveEdit(_Sent):
    """항목을 뺍니다. Take an item out with all under it."""

    deed: Literal["remove"]
    item: UUID
    seen: dict[str, Any] = Field(description="읽은 그대로의 항목. The item as it was read.")

    def as_change(self) -> Change:
        """As the domain makes it."""
        return Change(Deed.REMOVE, self.item, seen=self.seen)


class Edits(_Sent):
    """Edits that are made together: all of them or none."""

    edits: list[Annotated[SetEdit | AddEdit | MoveEdit | RemoveEdit, Field(discriminator="deed")]] = Field(
        min_length=1, max_length=MOST_EDITS
    )


class DraftRow(BaseModel):
    """An open draft."""

    edition: int
    year: int
    institution: str = Field(description="기관의 열쇠. The key of the institution.")
    name: str
    kind: str
    version: int = Field(description="판의 버전, 고칠 때마다 커짐. Counts what changed it.")
    may_write: bool = Field(description="모두 쓸 수 있는가. Whether all of it may be written.")
    sections: list[str] = Field(description="맡은 절. The assigned sections, by their keys.")


class Drafts(BaseModel):
    """The open drafts that the token reaches."""

    data: list[DraftRow]


class SectionRow(BaseModel):
    """A section of a draft."""

    key: str
    name: str
    is_required: bool
    is_written: bool


class DraftRead(BaseModel):
    """A draft: its sections and its value, as much of it as one sees."""

    edition: int
    year: int
    institution: str
    version: int
    state: str
    is_whole: bool = Field(description="전체인가, 맡은 절뿐인가. Whether it is all of it.")
    sections: list[SectionRow]
    value: InstitutionPlan


class FindingRow(BaseModel):
    """What the rules find in a draft."""

    rule: str
    severity: str
    category: str
    section: str | None
    item: UUID | None
    subject: str
    message: str
    expected: Any
    found: Any
    difference: Any


class DraftFindings(BaseModel):
    """All that the rules find in a draft, or in the sections one sees of it."""

    version: int
    data: list[FindingRow]


class EditRow(BaseModel):
    """An edit that was made."""

    number: int
    deed: str
    item: UUID | None
    field: str
    at: datetime


class Written(BaseModel):
    """What became of edits: the version of the draft, and those that changed anything."""

    edition: int
    version: int
    edits: list[EditRow]


class ConflictRow(BaseModel):
    """An edit whose place is no longer as it was seen."""

    edit: int = Field(description="보낸 수정의 차례, 0부터. Which of the edits that were sent.")
    seen: Any
    new: Any
    now: Any = Field(description="지금 값. What is there now.")


class Conflicts(ProblemDetails):
    """Nothing was done: where somebody else was faster, with both sides."""

    conflicts: list[ConflictRow]
