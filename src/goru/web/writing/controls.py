"""The controls of a section: what stands in each now, what was typed there, and the edits that this makes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from goru.book import regions
from goru.book.items.editing import Change, Deed
from goru.book.items.sections import Entry, Section
from goru.book.items.typed import NOTHING, OF_A_STEP
from goru.book.model import Item, Milestone, MoneyLine
from goru.core.text import normalise
from goru.domain.plans.queries import Draft, items_before
from goru.web.writing.fields import FIELDS, Field, Json


@dataclass(frozen=True, slots=True)
class Control:
    """A field as it is asked for: `typed` is what stands in it, `seen` the value it stands for, as JSON.

    `before` is what last year's plan, or what the edition began with, says there, where that is another. `mine` is what was
    typed where somebody else wrote meanwhile, `error` why what was typed cannot be kept. `adds` is the edit by which a first
    value brings its item in; `others` are the items that have the field in common with it.
    """

    item: UUID | None
    name: str
    field: Field
    seen: Json
    typed: str
    choices: Sequence[tuple[str, Any]] = ()
    before: str = ""
    mine: str | None = None
    error: str = ""
    adds: Change | None = None
    others: Sequence[UUID] = ()

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"{self.item or ''}|{self.name}"

    @property
    def id(self) -> str:
        """Its id on a page."""
        return f"c-{self.item or 'plan'}-{self.name.replace('/', '-')}"

    @property
    def seen_json(self) -> str:
        """What was seen, as the form sends it back."""
        return json.dumps(self.seen, ensure_ascii=False)

    @property
    def is_told(self) -> bool:
        """Whether it says why it was not kept, or asks which words shall stand."""
        return bool(self.error) or self.mine is not None

    def sent(self, form: Mapping[str, str]) -> bool:
        """Whether a form has it; a box that is not ticked is not sent itself."""
        return f"seen|{self.key}" in form

    def changes(self, form: Mapping[str, str], year: int) -> list[Change]:
        """The edits that a form makes in it; NoValue where what was typed is none."""
        new = self.field.read(form.get(self.key, NOTHING), year)
        seen = _as_json(form[f"seen|{self.key}"])
        if new == seen or {_or_nothing(new), _or_nothing(seen)} == {None}:
            return []
        if self.name == "step":
            was = seen if isinstance(seen, dict) else {}
            return [Change(Deed.SET, self.item, one, seen=was.get(one), new=new[one]) for one in OF_A_STEP]
        if self.adds:
            return [replace(self.adds, new={**self.adds.new, self.name: new})]
        items = (self.item, *self.others)
        return [Change(Deed.SET, item, self.name, seen=seen, new=new) for item in items]


def _or_nothing(value: Json) -> object:
    """What is not said, however it is not."""
    return None if value in (None, "", []) or value is False else repr(value)


def _as_json(text: str) -> Json:
    try:
        return json.loads(text)
    except ValueError:
        return None


def of_section(draft: Draft, section: Section) -> dict[UUID | str | None, list[Control]]:
    """The controls of a section by the item they are of; those of money lines are of grids (goru.web.writing.grids)."""
    value = draft.value.model_dump(mode="json")
    own = [_control(None, name, _at(value, name)) for name in section.fields]
    before = items_before(draft.edition)
    entries = [one for one in section.entries() if not isinstance(one.item, MoneyLine)]
    found: dict[UUID | str | None, list[Control]] = {None: own}
    strategies = _strategies(draft, entries, before)
    return found | {one.item.item_id: _of_entry(one, before, strategies) for one in entries}


def _of_entry(
    entry: Entry, items: Mapping[UUID, Item], strategies: Mapping[type, Sequence[str]]
) -> list[Control]:
    """The controls of an item."""
    item = entry.item
    held, was = item.model_dump(mode="json"), items.get(item.item_id) if item.item_id else None
    before = was.model_dump(mode="json") if was else {}
    known = strategies.get(type(item), ())
    return [
        _control(item, name, _seen(held, name), _seen(before, name), strategies=known)
        for name in _names(item, entry)
    ]


def _strategies(
    draft: Draft, entries: Iterable[Entry], before: Mapping[UUID, Item]
) -> dict[type, Sequence[str]]:
    """By the kind of item that names one, the strategies it may name: as the plan words them, and as others of its kind do
    or did, for one plan words the same strategy in several ways."""
    worded = [one.text for one in draft.value.plan.strategies] if draft.value.plan else []
    found: dict[type, list[str]] = {}
    for item in (*(one.item for one in entries), *before.values()):
        if "strategy" in type(item).model_fields:
            found.setdefault(type(item), [*worded]).append(getattr(item, "strategy", NOTHING))
    return {kind: [one for one in dict.fromkeys(words) if one] for kind, words in found.items()}


def _names(item: Item, entry: Entry) -> Iterator[str]:
    for name in entry.fields:
        yield "step" if isinstance(item, Milestone) and name == "text" else name


def _seen(held: Mapping[str, Json], name: str) -> Json:
    return {one: held.get(one) for one in OF_A_STEP} if name == "step" else held.get(name)


def _at(value: Json, path: str) -> Json:
    for step in path.split("/"):
        value = (value or {}).get(step)
    return value


def of_line(line: MoneyLine, name: str, before: Mapping[UUID, Item]) -> Control:
    """The control of a field of a money line."""
    was = before.get(line.item_id) if line.item_id else None
    seen = line.model_dump(mode="json").get(name)
    return _control(line, name, seen, was.model_dump(mode="json").get(name) if was else None)


def _control(
    item: Item | None, name: str, seen: Json, before: Json = None, strategies: Sequence[str] = ()
) -> Control:
    field = FIELDS[name.rpartition("/")[2]]
    typed = said(seen)
    choices: Sequence[tuple[str, Any]] = field.choices
    if field.kind == "strategy":
        choices = [(one, one) for one in dict.fromkeys(map(said, (*strategies, typed))) if one]
    was = said(before)
    return Control(
        item.item_id if item else None,
        name,
        field,
        seen,
        typed,
        choices,
        before=was if was != typed else "",
    )


def said(value: Json) -> str:
    """A value as one types it."""
    if isinstance(value, list):
        return regions.words_of(value)
    if isinstance(value, dict):
        return str(value.get("text") or NOTHING)
    if isinstance(value, bool):
        return "on" if value else NOTHING
    if isinstance(value, int | float):
        return f"{value}" if isinstance(value, int) and 1900 <= value <= 2100 else f"{value:,}"
    return normalise(str(value)) if value else NOTHING


def told(control: Control, why: str, form: Mapping[str, str]) -> Control:
    """A control whose words were not kept: with why, or asking again, having seen what somebody else wrote there."""
    typed = form.get(control.key, NOTHING)
    return replace(control, typed=typed, error=why) if why else replace(control, mine=typed)
