"""A plan with what is written in some of its sections alone: for who writes these and sees no more of it."""

from __future__ import annotations

from collections.abc import Collection

from goru.book.items.locating import Json, holds_items, parts_in
from goru.book.items.placing import facts_of
from goru.book.items.sections import FIELDS, Section, sections_of
from goru.book.items.walking import REPEATING
from goru.book.model import Item, Part, PlanBudget
from goru.book.model.editions import InstitutionPlan


def narrowed(value: InstitutionPlan, keys: Collection[str]) -> InstitutionPlan:
    """A plan without all that its other sections say, by the keys of those that stay; without places of facts.

    What stays stands where it stood: of a core task whose own words are another section's, its name and strategy stay; the
    plan's strategies stay where one chooses among them.
    """
    sections = [one for one in sections_of(value) if one.key in keys]
    content, _places = facts_of(value.model_dump(mode="json"))
    return InstitutionPlan.model_validate(_Narrowing(sections).part(content, InstitutionPlan, ""))


class _Narrowing:
    def __init__(self, sections: Collection[Section]) -> None:
        self.own = {str(entry.item.item_id) for one in sections for entry in one.entries()}
        self.above = {str(rows.under) for one in sections for rows in one.rows if rows.under}
        self.has_money = any("plan/budget/total" in one.fields for one in sections)
        self.names_strategies = any(
            "strategy" in FIELDS[rows.class_] for one in sections for rows in one.rows
        )
        self.tasks = {one.name for one in sections if one.key.startswith("action-task-")}

    def part(self, held: Json, class_: type[Part], at: str) -> Json:
        """A part that is no item, or that one that stays."""
        kept: Json = {}
        for field, value in held.items():
            inner, is_list = parts_in(class_, field)
            path = f"{at}/{field}".lstrip("/")
            if class_ is PlanBudget and field in ("total", "by_funding") and not self.has_money:
                kept[field] = [] if is_list else None
            elif inner is None or not value:
                kept[field] = value
            elif issubclass(inner, REPEATING):
                kept[field] = []
            elif not holds_items(inner) or (path == "plan/strategies" and self.names_strategies):
                kept[field] = value
            elif issubclass(inner, Item):
                items = self._items(value if is_list else [value], inner)
                kept[field] = items if is_list else next(iter(items), None)
            elif is_list:
                kept[field] = [
                    self.part(one, inner, path) for one in value if one.get("action_task") in self.tasks
                ]
            else:
                kept[field] = self.part(value, inner, path)
        return kept

    def _items(self, items: list[Json], class_: type[Item]) -> list[Json]:
        found = []
        for one in items:
            if one["item_id"] in self.own:
                found.append(self.part(one, class_, ""))
            elif one["item_id"] in self.above:
                bare = {name: one[name] for name in ("item_id", *FIELDS[class_]) if name in one}
                lists = {name: value for name, value in one.items() if isinstance(value, list)}
                found.append(self.part({**bare, **lists}, class_, ""))
        return found
