from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from goru.book.model import PlanBook
from goru.domain.plans.models import Document
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.reading.outcome import Checked
from goru.pipelines.importing.rules import Change, Difference, difference

_HEAVY = ("book", "checked", "document__content")


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
    checked: Sequence[Checked]
    current: Document | None
    difference: Difference

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(one.finding.severity == "error" for one in self.checked)


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
    book = PlanBook.model_validate(one.book)
    current = replaced_by(one)
    return Preview(
        title=book.title,
        counts=_counts(book),
        checked=[Checked.model_validate(found) for found in one.checked],
        current=current,
        difference=difference(current.content, book.model_dump(mode="json")) if current else Difference(),
    )


def grouped(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    """Changes by the part of the book they are in (`plans/provincial 서울`), in their order."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault("/".join(change.path.split("/")[:2]), []).append(change)
    return list(groups.items())


def _counts(book: PlanBook) -> Counts:
    totals = [plan.budget.total for plan in book.plans if plan.budget and plan.budget.total is not None]
    units = {plan.budget.unit for plan in book.plans if plan.budget}
    year = next((one for one in book.headline.budget if one.year == book.year), None)
    return Counts(
        provincial_plans=sum(plan.kind == "provincial" for plan in book.plans),
        megaregional_plans=sum(plan.kind == "megaregional" for plan in book.plans),
        items=sum(len(task.items) for plan in book.plans for task in plan.core_tasks),
        indicators=sum(len(plan.indicators) for plan in book.plans),
        action_tasks=len(book.action_tasks),
        goals=sum(len(task.indicators) for task in book.sectoral_core_tasks)
        + sum(len(task.indicators) for task in book.action_tasks),
        focus_tasks=len(book.focus_tasks),
        milestones=sum(len(part.milestones) for task in book.focus_tasks for part in task.subtasks),
        headline=f"{year.total}{year.unit}" if year and year.total is not None else "-",
        own_totals=f"{sum(totals):,}{units.pop()}" if len(units) == 1 else "-",
    )
