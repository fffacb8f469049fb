"""What checks find."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from goru.book.model.parts import LATER, Computed, Part, Source


class Finding(Part):
    """What a check found, with where, expected, found, difference and the lines it rests on."""

    rule: str
    severity: Literal["error", "warning"]
    category: Literal["existence", "completeness", "accuracy", "consistency"]
    subject: str = Field(examples=["plans/서울/budget"])
    item_id: Annotated[UUID | None, LATER] = Field(
        default=None, description="항목의 번호: the item it stands at"
    )
    concerns: Annotated[list[str], LATER] = Field(
        default=[], description="관련 기관: keys in the register of the institutions that it concerns"
    )
    expected: Any = None
    found: Any = None
    difference: Computed | None = None
    message: str
    parameters: dict[str, Any] = {}
    sources: list[Source] = Field(description="the lines it rests on; none where nothing of it is printed")
