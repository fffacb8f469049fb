"""A proposed edit as a person reads it: where, what was and what shall be, and what others wrote meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from goru.book.items.editing import Deed
from goru.book.items.filled import Problem
from goru.book.items.locating import ids_in
from goru.book.items.proposing import Both, Proposed
from goru.domain.plans.vocabulary import EditDeed
from goru.pipelines.importing.queries import Review
from goru.web.proposals.sentences import place_in_words, sentence_of
from goru.web.writing.controls import said
from goru.web.writing.fields import FIELDS

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise


@dataclass(frozen=True, slots=True)
class Row:
    """A proposed edit on the page: its number, what stands before and after, where it comes from, whether it is ticked.

    `is_again` where its list has an item of that name.
    """

    number: int
    one: Proposed
    field: StrOrPromise
    old: str
    new: str
    parts: list[tuple[StrOrPromise, str]]
    under: int
    place: str
    both: Both | None
    is_chosen: bool
    is_again: bool

    @property
    def name(self) -> StrOrPromise:
        """What the item is called; of the plan itself its section."""
        return self.one.name or (_("재정투입") if self.one.changes[0].item is None else "–")

    @property
    def deed(self) -> StrOrPromise:
        """What it does, in a word."""
        return EditDeed(self.one.comes_to.value).label

    @property
    def now(self) -> str:
        """What others wrote meanwhile."""
        return _in_words(self.one, self.both.now) if self.both else ""

    @property
    def may_be_chosen(self) -> bool:
        """Whether it can be done at all."""
        return self.both is None or not self.both.is_gone


@dataclass(frozen=True, slots=True)
class Told:
    """A problem or a note: where, and the sentence."""

    place: str
    sentence: str
    is_note: bool


def rows_of(review: Review) -> list[Row]:
    """The edits in their order."""
    return [
        _row(
            at,
            one,
            review.outcome.conflicts.get(at),
            is_chosen=at in review.chosen,
            is_again=at in review.again,
        )
        for at, one in enumerate(review.proposed)
    ]


def told_of(problems: Sequence[Problem]) -> list[Told]:
    """What is told, faults first."""
    every = [Told(place_in_words(one.sheet, one.cell), sentence_of(one), one.is_note) for one in problems]
    return sorted(every, key=lambda one: one.is_note)


def counts_of(review: Review) -> dict[str, int]:
    """How many edits of each kind, and what could not be read."""
    deeds = Counter(one.comes_to.value for one in review.proposed)
    unread = sum(not one.is_note for one in review.told)
    findings = Counter(finding.severity for finding, _section in review.draft.findings)
    return {
        **{deed.value: deeds[deed.value] for deed in Deed},
        "unread": unread,
        "errors": findings["error"],
        "warnings": len(review.draft.findings) - findings["error"],
    }


def _row(at: int, one: Proposed, both: Both | None, *, is_chosen: bool, is_again: bool) -> Row:
    change = one.changes[0]
    is_add, is_remove = one.deed == Deed.ADD, one.deed == Deed.REMOVE
    new = change.new if is_add else change.seen if is_remove else {}
    return Row(
        number=at,
        one=one,
        field=_label(change.field) if one.comes_to == Deed.SET else "",
        old=_value(change.field, change.seen) if one.deed == Deed.SET else "",
        new=_value(change.field, change.new) if one.deed == Deed.SET else "",
        parts=list(_parts(new)),
        under=len(list(ids_in(new))) - (1 if is_remove else 0),
        place=place_in_words(one.sheet, one.cell) if one.sheet else "",
        both=both,
        is_chosen=is_chosen,
        is_again=is_again,
    )


def _label(path: str) -> StrOrPromise:
    known = FIELDS.get(path.rpartition("/")[2])
    return known.label if known else path


def _value(path: str, value: Any) -> str:
    """A value as one reads it: what was chosen by its word, a tick as yes or no."""
    known = FIELDS.get(path.rpartition("/")[2])
    if known and known.kind == "tick":
        return _("예") if value else _("아니요")
    words = {key: str(label) for key, label in known.choices} if known else {}
    return words.get(str(value)) or said(value)


def _parts(new: Mapping[str, Any]) -> Iterator[tuple[StrOrPromise, str]]:
    """The fields of an item that comes or goes, but for its name."""
    for name, value in new.items():
        if name in FIELDS and name not in ("name", "text") and not isinstance(value, list) and value:
            yield FIELDS[name].label, _value(name, value)


def _in_words(one: Proposed, now: Any) -> str:
    if one.deed == Deed.SET and isinstance(now, dict):
        field = one.changes[0].field
        return _value(field, now.get(field)) or "–"
    if isinstance(now, dict):
        return said(next((now[name] for name in ("name", "text", "strategy") if now.get(name)), "")) or "–"
    return ""
