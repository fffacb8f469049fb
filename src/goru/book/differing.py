"""What differs between two versions of a book, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from goru.book.model import OF_DOCUMENT, Source
from goru.book.paths import Path, named

ABSENT = object()
_NOTHING: tuple[Any, ...] = (None, [], {})
"""What a field holds that the program which kept the old book did not know, and the new book does not print."""
_NO_FACTS = frozenset({"schema_version", *OF_DOCUMENT, "item_id", "public_code", "measure"})
_PROSE = frozenset({"aims", "performance_management", "decentralization", "summary"})


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that differs: where it stands (`plans/서울/budget/total`), the old and the new value."""

    at: Path
    kind: Literal["added", "removed", "changed"]
    old: Any = None
    new: Any = None

    @property
    def path(self) -> str:
        """Where it stands, as it is written."""
        return str(self.at)

    @property
    def is_prose(self) -> bool:
        """Whether it is of sentences somebody wrote, not of names and figures."""
        steps = self.at.steps
        return not _PROSE.isdisjoint(steps) or (steps[0] == "summaries" and "core_tasks" in steps)

    @property
    def is_place(self) -> bool:
        """Whether only the place of a fact differs, or one more place is known; a place that is gone is a fact gone."""
        *above, last = self.at.steps
        if any(step.endswith("source") for step in above) and last in Source.model_fields:
            return True
        is_source = any(step.endswith("source") for step in (*above, last))
        return is_source and self.kind != "removed" and (self.kind == "added" or self.old in _NOTHING)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two books: facts, and the number of facts that only stand at another place."""

    changes: tuple[Change, ...] = ()
    moved: int = 0

    def __bool__(self) -> bool:
        return bool(self.changes) or self.moved > 0


def difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> Difference:
    """What has to be added, removed and changed to make the JSON of a book, `new`, of that of another.

    Parts of a list are the same where they are the same item, whatever it is called by now; what is no item is known by
    what names it (institution, year, title …), so that one more plan is one addition.
    """
    changes = list(_changes(old, new, Path()))
    facts = tuple(change for change in changes if not change.is_place)
    return Difference(facts, moved=len(changes) - len(facts))


def _changes(old: Any, new: Any, at: Path) -> Iterator[Change]:
    if old == new or (old is ABSENT and new in _NOTHING):
        return
    if old is ABSENT or new is ABSENT:
        yield Change(at, "added", new=new) if old is ABSENT else Change(at, "removed", old=old)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for step in dict.fromkeys([*old, *new]):
            if step not in _NO_FACTS:
                yield from _changes(old.get(step, ABSENT), new.get(step, ABSENT), at / step)
    elif isinstance(old, list) and isinstance(new, list):
        for place, was, is_now in _pairs(old, new, at):
            yield from _changes(was, is_now, place)
    else:
        yield Change(at, "changed", old, new)


def _pairs(old: list[Any], new: list[Any], at: Path) -> Iterator[tuple[Path, Any, Any]]:
    """The parts of two lists in the order of the old one, then what is new, each with its place and its other side."""
    left = dict(named(new))
    by_item = {_item(part): step for step, part in left.items() if _item(part)}
    for step, part in named(old).items():
        same = by_item.get(_item(part)) or step
        other = left.get(same, ABSENT)
        if other is not ABSENT and _are_two_items(part, other):
            other = ABSENT
        if other is not ABSENT:
            del left[same]
        yield _below(at, same if other is not ABSENT else step), part, other
    for step, part in left.items():
        yield _below(at, step), ABSENT, part


def _are_two_items(one: Any, other: Any) -> bool:
    return bool(_item(one) and _item(other) and _item(one) != _item(other))


def _item(part: Any) -> object:
    return part.get("item_id") if isinstance(part, Mapping) else None


def _below(at: Path, step: str) -> Path:
    """The place of a part of a list; a focus task is named by two steps (`zones/1`)."""
    return Path((*at.steps, *step.split("/")))
