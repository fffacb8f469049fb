"""Where something stands in a book: the words that findings, differences, edits and entries of the search speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Self, TypeVar
from uuid import UUID

from goru.book.model import Item, MoneyLine, Part, Source, Summary

_NAMED_BY = (
    ("id",),
    ("action_task",),
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
    ("funding",),
)
"""What tells the parts of a list apart, the first of them that a part has whole: codes before names before words."""
_OF_MONEY = ("fiscal_year", "funding", "account", "phase")
_LONGEST = 60
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Path:
    """A place in a book by its printed codes and names (`plans/서울/budget`), and the lasting item there or around it.

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
        """The inverse of `str`, without the item."""
        return cls(tuple(text.split("/")) if text else ())

    def __str__(self) -> str:
        return "/".join(self.steps)

    def __truediv__(self, name: object) -> Path:
        return replace(self, steps=(*self.steps, _step(str(name))))

    def is_within(self, whole: Path) -> bool:
        """Whether it is a place, or one inside it."""
        return self.steps[: len(whole.steps)] == whole.steps


def each(parts: Iterable[P], at: Path) -> Iterator[tuple[Path, P]]:
    """The parts of a list that stands at a place, each with its own place."""
    for step, part in named(parts).items():
        item = part.item_id if isinstance(part, Item) else None
        yield Path((*at.steps, *step.split("/")), item or at.item_id), part


def walk(whole: Part, at: Path = Path()) -> Iterator[tuple[Path, Part]]:
    """Every part of a book with its place, each after what it stands in."""
    for name, held in whole:
        here = at / name
        inner = each(held, here) if isinstance(held, list) else [(_known(here, held), held)]
        for place, part in inner:
            if isinstance(part, Part) and not isinstance(part, Source):
                yield place, part
                yield from walk(part, place)


def _known(place: Path, part: object) -> Path:
    item = part.item_id if isinstance(part, Item) else None
    return replace(place, item_id=item) if item else place


def named(parts: Iterable[P]) -> dict[str, P]:
    """The parts of a list by their steps. What is named as one before it counts on (`… #2`)."""
    steps: dict[str, P] = {}
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
    steps = path.steps
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
    if isinstance(part, MoneyLine):
        return _step(" ".join(str(value) for name in _OF_MONEY if (value := getattr(part, name))))
    held = vars(part) if isinstance(part, Part) else part if isinstance(part, Mapping) else {}
    for fields in _names_of(type(part)) if isinstance(part, Part) else _NAMED_BY:
        if all(map(held.get, fields)):
            return "/".join([_step(str(held[name])) for name in fields])
    return str(position + 1)


@cache
def _names_of(class_: type[Part]) -> tuple[tuple[str, ...], ...]:
    """What tells the parts of a class apart: of those names the ones that it has."""
    return tuple(fields for fields in _NAMED_BY if set(fields) <= set(class_.model_fields))


def _step(name: str) -> str:
    """A name as one step: without slashes, the first words of a sentence."""
    plain = name.replace("/", "∕") if "/" in name else name or "-"
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
