"""What all parts of a book are made of: bounded figures and words, parts, places, and what one can point at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeVar
from uuid import UUID

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    StringConstraints,
    WithJsonSchema,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from goru.core import ranges
from goru.core.money import WON

T = TypeVar("T")


def _is_nothing(value: object) -> bool:
    return value is None or value is False or value == []


LATER = Field(exclude_if=_is_nothing)
"""Marks what version 1.0 did not have: it is not printed where there is nothing to say."""


def _as_json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_AS_JSON = (PlainSerializer(_as_json_number, when_used="json"), WithJsonSchema({"type": "number"}))

Number = Annotated[
    Decimal,
    Field(ge=-ranges.MOST_FIGURE, le=ranges.MOST_FIGURE, decimal_places=ranges.DECIMALS),
    *_AS_JSON,
]
"""A figure as printed: `Decimal` inside, a JSON number outside."""

Percent = Annotated[
    Decimal,
    Field(ge=-ranges.MOST_PERCENT, le=ranges.MOST_PERCENT, decimal_places=ranges.PERCENT_DECIMALS),
    *_AS_JSON,
]

Computed = Annotated[Decimal, *_AS_JSON]
"""A figure that a check works out of others, however large."""

Year = Annotated[int, Field(ge=ranges.FIRST_YEAR, le=ranges.LAST_YEAR)]
Count = Annotated[int, Field(ge=0, le=ranges.MOST_COUNT)]
Place = Annotated[int, Field(ge=1, le=ranges.MOST_PLACE)]
Name = Annotated[str, StringConstraints(max_length=ranges.LONGEST_NAME, pattern=r"^[^\x00]*$")]
Words = Annotated[str, StringConstraints(max_length=ranges.LONGEST_TEXT, pattern=r"^[^\x00]*$")]

Precision = Literal["day", "month", "quarter", "half", "year"]
PublicCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{7}$")]
"""What one says on the telephone: the letter of the kind, six digits and a check digit (`P0001237`)."""


class Part(BaseModel):
    """Base of all parts of a book: a value that does not change. Its validator is built when it is needed first."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    @model_validator(mode="after")
    def _holds_no_more_than_can_be_counted(self) -> Self:
        for held in vars(self).values():
            if isinstance(held, list) and len(held) > ranges.MOST_COUNT:
                most = {"most": ranges.MOST_COUNT}
                raise PydanticCustomError("too_many_parts", "A list has at most {most} members", most)
        return self


class Source(Part):
    """Where a fact stands in the given file.

    Lines count from 1. A text file has lines only; in a PDF they count within `page`
    (and `last_page`, where a fact runs on); in a HWPX file they count paragraphs of the
    document, and `cell` names the cell of a table ("표 3 B2").
    """

    first_line: Place
    last_line: Place
    page: Place | None = None
    last_page: Place | None = None
    cell: Name | None = None

    @model_serializer(mode="wrap")
    def _without_empty_places(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in serialize(self).items() if value is not None}


class Monetary(Part):
    """Base of the parts whose figures are all money in one unit."""

    if TYPE_CHECKING:  # each part declares it where it is printed
        unit: str

    @model_validator(mode="after")
    def _is_within_all_money(self) -> Self:
        most = ranges.MOST_WON / WON.get(self.unit, 1)
        if any(abs(figure) > most for figure in held_by(self, Decimal)):
            raise PydanticCustomError("money_too_large", "Amounts are at most a million trillion won")
        return self


def held_by(value: object, kind: type[T]) -> Iterator[T]:
    """Everything of a kind (figures, sources) that a part holds, or a part of it, in its order."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from held_by(getattr(value, name), kind)
    elif isinstance(value, list):
        for part in value:
            yield from held_by(part, kind)


class Item(Part):
    """Base of the parts one can point at (항목): each lasts through editions and years.

    `item_id` is known to programs and the same in all installations, `public_code` is for persons; both are null in
    what was read and is not adopted yet.
    """

    item_id: Annotated[UUID | None, LATER] = Field(
        default=None, description="항목의 번호: the same everywhere"
    )
    public_code: Annotated[PublicCode | None, LATER] = Field(
        default=None, description="공개 코드: what persons point at it by"
    )


class Text(Item):
    """A piece of printed text."""

    text: Words
    source: Source | None = None


class Period(Part):
    """A time as it is written, and the interval of days it means (open ends are null)."""

    text: Words
    start: date | None = Field(description="첫날")
    end: date | None = Field(description="마지막 날")
    precision: Precision


class Milestone(Item, Period):
    """A dated event or deadline."""

    done: bool = Field(description="over by the day the book was decided, or printed as done")
    source: Source | None = None


class Reform(Text):
    """A reform of rules or institutions (제도개선): its words, and its dated steps where they are written as such."""

    steps: Annotated[list[Milestone], LATER] = Field(default=[], description="추진 일정: its dated steps")
