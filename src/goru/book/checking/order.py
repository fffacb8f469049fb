"""In which order findings are told: as the book is printed; what is only written follows what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from goru.book.checking.rule import end, place
from goru.book.model import PlanBook, Source
from goru.book.paths import Path, way_to

_Order = tuple[tuple[int, int], tuple[int, ...]]


def order_of(book: PlanBook, at: Path, sources: Sequence[Source]) -> _Order:
    """Where a finding comes among those of its severity."""
    if sources:
        return place(sources[0]), ()
    way = way_to(book, at)
    return _printed_before(book, way), tuple(position for position, _ in way)


def _printed_before(book: PlanBook, way: Sequence[tuple[int, object]]) -> tuple[int, int]:
    """Where the last printed part ends that stands before, or where the nearest begins that is around it."""
    nearest, around = (0, 0), object()
    for position, part in [(0, book), *way]:
        before = around[:position] if isinstance(around, list) else []
        printed = [source for one in before if (source := _source(one))]
        nearest = end(printed[-1]) if printed else nearest
        own = _source(part)
        nearest, around = place(own) if own else nearest, part
    return nearest


def _source(part: object) -> Source | None:
    source = getattr(part, "source", None)
    return source if isinstance(source, Source) else None
