"""What differs between two versions of a plan book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from goru.book.model import Source

ABSENT = object()
_NOTHING: tuple[Any, ...] = (None, [], {})
"""What a field holds that the program which kept the old book did not know, and the new book does not print."""
_PROSE = {"aims", "performance_management"}
_KEYS = (
    ("id",),
    ("group", "number"),
    ("number",),
    ("kind", "institution"),
    ("institution",),
    ("year",),
    ("strategy",),
    ("name",),
    ("title",),
    ("text",),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that differs: its path in the book (`plans/provincial 서울/budget/total`), the old and the new value."""

    path: str
    kind: Literal["added", "removed", "changed"]
    old: Any = None
    new: Any = None

    @property
    def is_prose(self) -> bool:
        """Whether it is of sentences somebody wrote, not of names and figures."""
        steps = self.path.split("/")
        return not _PROSE.isdisjoint(steps) or (steps[0] == "summaries" and "core_tasks" in steps)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two books: facts, and the number of facts that only stand at another place."""

    changes: tuple[Change, ...] = ()
    moved: int = 0

    def __bool__(self) -> bool:
        return bool(self.changes) or self.moved > 0


def difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> Difference:
    """What has to be added, removed and changed to make `new` of `old`.

    Parts of a list are known by what names them (id, institution, name …), so that one more plan is one addition.
    """
    changes = list(_changes(old, new, ""))
    facts = tuple(change for change in changes if not _is_place(change))
    return Difference(facts, moved=len(changes) - len(facts))


def _is_place(change: Change) -> bool:
    """Whether only the place of a fact differs, or one more place is known; a place that is gone is a fact gone."""
    *above, last = change.path.split("/")
    if any(step.endswith("source") for step in above) and last in Source.model_fields:
        return True
    is_source = any(step.endswith("source") for step in (*above, last))
    return is_source and change.kind != "removed" and (change.kind == "added" or change.old in _NOTHING)


def _changes(old: Any, new: Any, path: str) -> Iterator[Change]:
    if old == new or (old is ABSENT and new in _NOTHING):
        return
    if old is ABSENT:
        yield Change(path, "added", new=new)
    elif new is ABSENT:
        yield Change(path, "removed", old=old)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for step in dict.fromkeys([*old, *new]):
            deeper = f"{path}/{step}" if path else step
            yield from _changes(old.get(step, ABSENT), new.get(step, ABSENT), deeper)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _changes(_by_name(old), _by_name(new), path)
    else:
        yield Change(path, "changed", old, new)


def _by_name(parts: Sequence[Any]) -> dict[str, Any]:
    """The parts of a list by what names them; a repeated name counts on (`… #2`)."""
    named: dict[str, Any] = {}
    for position, part in enumerate(parts, start=1):
        name = key = _name_of(part) or str(position)
        count = 1
        while key in named:
            count += 1
            key = f"{name} #{count}"
        named[key] = part
    return named


def _name_of(part: Any) -> str | None:
    if isinstance(part, str):
        return _step(part)
    if not isinstance(part, Mapping):
        return None
    for fields in _KEYS:
        values = [part.get(field) for field in fields]
        if all(values):
            return _step(" ".join(str(value) for value in values))
    return None


def _step(name: str) -> str:
    """A name as one step of a path: without slashes, its first words where it is a sentence."""
    plain = name.replace("/", "∕")
    return plain if len(plain) <= 60 else f"{plain[:59]}…"
