"""Which sections of a plan an edit writes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from goru.book.items.editing import Change, Deed
from goru.book.items.sections import Rows, Section, all_rows, lists_of, sections_of
from goru.book.model import PlanCoreTask
from goru.book.model.editions import InstitutionPlan


def touched(value: InstitutionPlan, change: Change) -> frozenset[str | None]:
    """The keys of the sections that an edit of a value writes in, or takes away; None for a place that no section has."""
    return Touching(value).of(change)


class Touching:
    """Which sections edits of a value write in, one by one.

    A core task is named in one section and written in another of its own: who takes it out, or brings it in with what
    stands under it, writes in both.
    """

    def __init__(self, value: InstitutionPlan) -> None:
        self.sections = sections_of(value)
        self.homes = homes_of(self.sections)

    def of(self, change: Change) -> frozenset[str | None]:
        """Their keys; None for a place that no section has."""
        sections, homes = self.sections, self.homes
        own = f"core-task-{change.item}"
        new = change.new if isinstance(change.new, Mapping) else {}
        match change.deed:
            case Deed.SET if change.item is None:
                return frozenset({next((one.key for one in sections if change.field in one.fields), None)})
            case Deed.SET:
                return frozenset({homes.get(change.item)})
            case Deed.ADD:
                key, rows = _list_at(sections, str(change.under or ""), change.field)
                is_whole = rows is not None and rows.class_ is PlanCoreTask
                is_full = is_whole and any(new.get(name) for name in lists_of(PlanCoreTask))
                return frozenset({key, own} if is_full else {key})
            case Deed.MOVE:
                to = (
                    {_list_at(sections, str(new.get("under") or ""), str(new["field"]))[0]}
                    if new.get("field")
                    else ()
                )
                return frozenset({homes.get(change.item), *to})
            case Deed.REMOVE:
                return frozenset({homes.get(change.item), *(one.key for one in sections if one.key == own)})


def homes_of(sections: Sequence[Section]) -> dict[UUID | None, str]:
    """The key of the section that each item of a plan is written in."""
    return {entry.item.item_id: one.key for one in sections for entry in one.entries() if entry.item.item_id}


def _list_at(sections: Sequence[Section], under: str, field: str) -> tuple[str | None, Rows | None]:
    """The section and the list that stand in a field of an item (`""`: of the value); None where no section has it."""
    for section in sections:
        for rows in all_rows(section.rows):
            if (str(rows.under or ""), rows.field) == (under, field):
                return section.key, rows
    return None, None
