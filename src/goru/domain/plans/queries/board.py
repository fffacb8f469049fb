"""The board of a cycle (현황판): every duty of the year's plans with how far what is written for it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from goru.book.checking.projects import Asked
from goru.book.model.editions import InstitutionPlan
from goru.core.money import WON
from goru.domain.plans.models import Cycle, Edition, Explanation, PublishedEdition
from goru.domain.plans.queries.drafts import draft_of, saved_at
from goru.domain.plans.queries.duties import DutyOn, duties_of
from goru.domain.plans.rules.acceptance import mark_of
from goru.domain.plans.vocabulary import DutyKind, EditionState


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A duty, and the edition that is written for it: the open one, else the latest sealed; None where nothing is begun.

    `written` of `required` sections have nothing missing; `errors` are those that nobody lifted, `warnings` those that nobody
    explained. `won` is what the plan spends in whole won, `last_year` what that of
    the year before spends; None where no amount is written. `saved_at` is the latest edit.
    """

    duty: DutyOn
    edition: Edition | None = None
    written: int = 0
    required: int = 0
    errors: int = 0
    warnings: int = 0
    won: int | None = None
    last_year: int | None = None
    saved_at: datetime | None = None

    @property
    def growth(self) -> Decimal | None:
        """Percent more than in the year before, to one decimal."""
        if self.won is None or not self.last_year:
            return None
        return (Decimal(self.won - self.last_year) * 100 / self.last_year).quantize(Decimal("0.1"))


def board_of(cycle: Cycle, on: date, asked: Mapping[str, frozenset[Asked]]) -> list[BoardRow]:
    """All duties of the yearly plans of a cycle as they stand on a day, in the order of books.

    `asked` is what the guideline asks of the projects of each kind of plan.
    """
    editions = Edition.objects.filter(plan__cycle=cycle, plan__institution__isnull=False)
    living = editions.exclude(state=EditionState.ABANDONED).select_related("plan__cycle", "plan__institution")
    latest = {one.plan.institution_id: one for one in living.order_by("pk")}
    before = _spent_before(cycle)
    duties = [one for one in duties_of(cycle.year, on) if one.duty.kind == DutyKind.YEARLY_PLAN]
    said = Explanation.objects.filter(plan__cycle=cycle)
    settled = frozenset((one.plan_id, one.mark) for one in said if one.is_settling)
    return [_row(one, latest.get(one.duty.institution_id), before, asked, settled) for one in duties]


def _row(
    duty: DutyOn,
    edition: Edition | None,
    before: Mapping[int, int],
    asked: Mapping[str, frozenset[Asked]],
    settled: frozenset[tuple[int, str]],
) -> BoardRow:
    last_year = before.get(duty.duty.institution_id)
    if edition is None:
        return BoardRow(duty, last_year=last_year)
    written, required, found = _found(
        edition.pk, edition.version, edition.opened_at, asked.get(edition.plan.kind, frozenset())
    )
    left = [severity for severity, mark in found if (edition.plan_id, mark) not in settled]
    return BoardRow(
        duty,
        edition,
        written,
        required,
        errors=left.count("error"),
        warnings=left.count("warning"),
        won=won_of_edition(edition),
        last_year=last_year,
        saved_at=saved_at(edition),
    )


@lru_cache(maxsize=512)
def _found(
    number: int, _version: int, _opened_at: datetime, asked: frozenset[Asked]
) -> tuple[int, int, tuple[tuple[str, str], ...]]:
    """Worked out once a version (an edition's moment of opening tells databases apart)."""
    edition = Edition.objects.select_related("plan__cycle", "plan__institution").get(pk=number)
    draft = draft_of(edition, asked)
    return draft.written, draft.required, tuple((one.severity, mark_of(one)) for one, _ in draft.findings)


def _spent_before(cycle: Cycle) -> dict[int, int]:
    """What the published plans of the year before spend, by institution or, of one that has ended, by its successor too."""
    found = PublishedEdition.objects.filter(
        edition__plan__cycle__year=cycle.year - 1, edition__plan__institution__isnull=False
    )
    spent: dict[int, int] = {}
    for one in found.select_related("edition__plan__institution", "publication").order_by(
        "publication__number"
    ):
        won = won_of_edition(one.edition)
        if won is not None:
            spent[one.edition.plan.institution_id or 0] = won
    return spent


def won_of_edition(edition: Edition) -> int | None:
    """What a plan spends in whole won: its stated total or, of a ministry, the sum of its amounts; None where none is written."""
    return won_of_value(InstitutionPlan.model_validate(edition.content))


def won_of_value(value: InstitutionPlan) -> int | None:
    """The same of what a plan says."""
    if value.plan:
        budget = value.plan.budget
        return None if budget is None or budget.total is None else int(budget.total * WON[budget.unit])
    amounts = [row.amount for task in value.tasks for row in task.rows if row.amount is not None]
    return int(sum(amounts, Decimal(0)) * WON["억원"]) if amounts else None
