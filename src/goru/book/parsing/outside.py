"""What was read lies outside of what a plan book can say (core/ranges.py): where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pydantic import ValidationError

from goru.book.model import Source
from goru.book.reading.lines import Lines, Unreadable, named_place

_TOO_LONG = "string_too_long"
_OUTSIDE = {
    "less_than_equal",
    "greater_than_equal",
    "decimal_max_places",
    "money_too_large",
    "too_many_parts",
    _TOO_LONG,
}
_BEGINNING = 20
"""Letters of a text that find the line it begins on."""


def out_of_range(error: ValidationError, lines: Lines) -> Unreadable | None:
    """The refusal of the first value that is out of range; None where something else is wrong, which is our fault."""
    first = error.errors(include_url=False)[0]
    if first["type"] not in _OUTSIDE:
        return None
    korean, english = _place(first["input"], lines)
    if first["type"] == _TOO_LONG:
        most = first["ctx"]["max_length"]
        return Unreadable(
            lines.name,
            f"{korean}이름이나 글이 {most:,}자를 넘습니다. 줄이 합쳐지지 않았는지 원본을 확인하세요.",
            f"{english}A name or a text has more than {most:,} letters. Were lines joined? Look at the original.",
        )
    return Unreadable(
        lines.name,
        f"{korean}계획서의 수로는 너무 크거나 작습니다. 원본을 확인하세요.",
        f"{english}The number is too large or too small for a plan book. Look at the original.",
    )


def _place(value: object, lines: Lines) -> tuple[str, str]:
    """Where a value is printed, each with a colon; nothing where that cannot be found."""
    source = value.get("source") if isinstance(value, Mapping) else None
    if isinstance(source, Source):
        found = named_place(source.first_line, source.page, source.cell)
    else:
        forms = [f"{value:,}", str(value)] if isinstance(value, int | Decimal) else [str(value)[:_BEGINNING]]
        line = next((one for one in lines if any(form in one.text for form in forms)), None)
        if line is None:
            return "", ""
        found = named_place(line.number, line.page, line.cell)
    return f"{found[0]}: ", f"{found[1]}: "
