"""Where something stands in a book: the words that findings, differences, edits and entries of the search speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self
from uuid import UUID

from goru.book.model import Part, Summary

_NAMED_BY = (
    ("id",),
    ("group", "number"),
    ("number",),
    ("institution",),
    ("year",),
    ("name",),
    ("title",),
    ("text",),
    ("of",),
    ("strategy",),
    ("ministry",),
    ("printed",),
    ("fiscal_year", "funding", "account", "phase"),
)
"""What tells the parts of a list apart, for the first of them that a part has: codes before names before words."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Path:
    """A place in a book by its printed codes and names (`plans/서울/budget`), and the lasting item that stands there.

    The item says nothing of the place: two paths are the same where they are written the same.
    """

    steps: tuple[str, ...] = ()
    item_id: UUID | None = field(default=None, compare=False)

    @classmethod
    def of(cls, *names: object) -> Self:
        """The path of codes and names as they are printed."""
        return cls(tuple(_step(str(name)) for name in names))

    @classmethod
    def parse(cls, text: str) -> Self:
        """The inverse of `str`."""
        return cls(tuple(text.split("/")) if text else ())

    def __str__(self) -> str:
        return "/".join(self.steps)

    def __truediv__(self, name: object) -> Path:
        return Path((*self.steps, _step(str(name))))


def named(parts: Iterable[object]) -> dict[str, object]:
    """The parts of a list by their steps. What is named as one before it counts on (`… #2`)."""
    steps: dict[str, object] = {}
    for position, part in enumerate(parts):
        step = name = _name_of(part, position)
        count = 1
        while step in steps:
            count += 1
            step = f"{name} #{count}"
        steps[step] = part
    return steps


def way_to(whole: object, path: Path) -> list[tuple[int, object]]:
    """What one passes from a book to a place in it, each with its position in what holds it.

    The way ends early where the place is none of the book's.
    """
    way: list[tuple[int, object]] = []
    steps = list(path.steps)
    while steps:
        parts = _parts_of(whole)
        length = next((n for n in (1, 2) if "/".join(steps[:n]) in parts), 0)
        if not length:
            break
        step, steps = "/".join(steps[:length]), steps[length:]
        whole = parts[step]
        way.append((list(parts).index(step), whole))
    return way


def _parts_of(whole: object) -> dict[str, object]:
    if isinstance(whole, Part):
        return {name: getattr(whole, name) for name in type(whole).model_fields}
    return named(whole) if isinstance(whole, list) else {}


def _name_of(part: object, position: int) -> str:
    """A focus task is named by two steps (`zones/1`), a summary by its number, which counts from 0."""
    if isinstance(part, str):
        return _step(part)
    if isinstance(part, Summary):
        return str(position)
    values = next(filter(None, (_values(part, fields) for fields in _NAMED_BY)), [str(position + 1)])
    return "/".join(_step(value) for value in values)


def _values(part: object, fields: Sequence[str]) -> list[str]:
    held = part if isinstance(part, Mapping) else vars(part)
    return [str(value) for name in fields if (value := held.get(name))]


def _step(name: str) -> str:
    """A name as one step: without slashes, the first words of a sentence."""
    plain = name.replace("/", "∕")
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
