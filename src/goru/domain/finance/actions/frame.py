"""What money hangs on, and the fields of an amount."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from goru.book import model as book_model
from goru.core import money
from goru.domain.finance.vocabulary import FundingSource
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Institution
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans.models import ActionTask, Document, Plan, Strategy, printed_at


@dataclass(frozen=True, slots=True)
class Frame:
    """What money hangs on: the rows of one cycle by the names the book uses."""

    document: Document
    plans: Mapping[tuple[str, str], Plan]
    strategies: Mapping[str, Strategy]
    action_tasks: Mapping[str, ActionTask]
    ministries: Mapping[str, Institution]


def frame_of(document: Document, year: int) -> Frame:
    """The rows of the document's cycle, as its plans and its national frame were written before."""
    cycle = document.cycle
    return Frame(
        document=document,
        plans={(p.kind, p.institution.short_name): p for p in cycle.plans.select_related("institution")},
        strategies={strategy.code: strategy for strategy in cycle.strategies.order_by("position")},
        action_tasks={t.code: t for t in ActionTask.objects.filter(core_task__strategy__cycle=cycle)},
        ministries=institutions.by_short_name(InstitutionKind.MINISTRY, date(year, 1, 1)),
    )


def stated(
    frame: Frame,
    amount: Decimal | None,
    unit: str,
    source: book_model.Source,
    *,
    of: FundingSource,
    year: int,
    places: int = 0,
) -> dict[str, Any]:
    """The fields of an amount as printed; a missing one keeps the unit and the precision of its table."""
    exact = money.stated(amount or Decimal(0), unit, places=places)
    return {
        "won": None if amount is None else exact.won,
        "unit": unit,
        "precision": exact.precision,
        "source": of,
        "fiscal_year": year,
        "cycle": frame.document.cycle,
        **printed_at(frame.document, source),
    }
