from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from goru.domain.plans.models import Document
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.reading.checked import Checked
from goru.pipelines.importing.rules import Change, Difference, difference

_HEAVY = ("book", "checked", "printed", "document__content")


@dataclass(frozen=True, slots=True)
class Counts:
    """What was read, in numbers, for a first look: is this the whole book?"""

    provincial_plans: int
    megaregional_plans: int
    items: int
    indicators: int
    action_tasks: int
    goals: int
    focus_tasks: int
    milestones: int
    headline: str
    own_totals: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What adopting a book would come to: what it holds, what was found in it, what differs from the year's plan."""

    title: str
    counts: Counts
    checked: Sequence[Mapping[str, Any]]
    current: Document | None
    difference: Difference

    @property
    def prose(self) -> int:
        """How many of the changes are of sentences somebody wrote."""
        return sum(change.is_prose for change in self.difference.changes)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(one["finding"]["severity"] == "error" for one in self.checked)


def imports() -> QuerySet[Import]:
    """All that was brought in, the latest first, without what was read."""
    found = Import.objects.defer(*_HEAVY).select_related("received_by", "document")
    return found.order_by("-received_at", "-pk")


def import_of(import_id: int) -> Import:
    """One of them; Import.DoesNotExist where there is none."""
    return imports().select_related("document__cycle", "decided_by").get(pk=import_id)


def replaced_by(one: Import) -> Document | None:
    """The document that the adoption of an import would replace."""
    if one.year is None:
        return None
    return Document.objects.filter(cycle__year=one.year, is_current=True).first()


def preview(one: Import) -> Preview:
    """The preview of an import whose book was read."""
    book, current = one.book or {}, replaced_by(one)
    return Preview(
        title=book["title"],
        counts=_counts(book),
        checked=sorted(one.checked, key=lambda each: str(each["finding"]["severity"])),
        current=current,
        difference=_figures_first(difference(current.content, book)) if current else Difference(),
    )


def _figures_first(found: Difference) -> Difference:
    """What is another now comes before what is gone, and that before what is new; prose comes last."""
    order = ("changed", "removed", "added")
    changes = sorted(found.changes, key=lambda one: (one.is_prose, order.index(one.kind)))
    return replace(found, changes=tuple(changes))


def shown(checked: Iterable[Mapping[str, Any]]) -> list[Checked]:
    """Some of a preview's findings, each with its lines."""
    return [Checked.model_validate(one) for one in checked]


def grouped(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    """Changes by the part of the book they are in (`plans/provincial 서울`, prose of all parts under no name)."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        part = "" if change.is_prose else "/".join(change.path.split("/")[:2])
        groups.setdefault(part, []).append(change)
    return list(groups.items())


def _counts(book: Mapping[str, Any]) -> Counts:
    plans, action_tasks, core_tasks = book["plans"], book["action_tasks"], book["sectoral_core_tasks"]
    budgets = [plan["budget"] for plan in plans if plan["budget"]]
    totals = [Decimal(str(budget["total"])) for budget in budgets if budget["total"] is not None]
    units = {budget["unit"] for budget in budgets}
    year = next((one for one in book["headline"]["budget"] if one["year"] == book["year"]), None)
    return Counts(
        provincial_plans=sum(plan["kind"] == "provincial" for plan in plans),
        megaregional_plans=sum(plan["kind"] == "megaregional" for plan in plans),
        items=sum(len(task["items"]) for plan in plans for task in plan["core_tasks"]),
        indicators=sum(len(plan["indicators"]) for plan in plans),
        action_tasks=len(action_tasks),
        goals=sum(len(task["indicators"]) for task in (*core_tasks, *action_tasks)),
        focus_tasks=len(book["focus_tasks"]),
        milestones=sum(len(part["milestones"]) for task in book["focus_tasks"] for part in task["subtasks"]),
        headline=f"{year['total']}{year['unit']}" if year and year["total"] is not None else "-",
        own_totals=f"{sum(totals):,}{units.pop()}" if len(units) == 1 else "-",
    )
