"""The fields of an amount as it is stated."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from goru.book.model import Dimensions
from goru.core import money
from goru.domain.finance.vocabulary import BudgetPhase, FundingSource
from goru.domain.plans.actions.rows import Rows


def stated(
    rows: Rows,
    amount: Decimal | None,
    unit: str,
    place: Mapping[str, Any],
    *,
    of: FundingSource,
    year: int | None = None,
    places: int = 0,
) -> dict[str, Any]:
    """The fields of an amount as printed; a missing one keeps the unit and the precision of its table."""
    exact = money.stated(amount or Decimal(0), unit, places=places)
    return {
        "won": None if amount is None else exact.won,
        "unit": unit,
        "precision": exact.precision,
        "funding": of.value,
        "fiscal_year": year or rows.cycle.year,
        **place,
        "cycle_id": rows.cycle.pk,
    }


def dimensions(line: Dimensions) -> dict[str, Any]:
    """The fields of an amount that say what it is of, beyond what its table says."""
    return {
        **({"funding": line.funding} if line.funding else {}),
        **({"fiscal_year": line.fiscal_year} if line.fiscal_year else {}),
        "phase": line.phase or BudgetPhase.PLAN.value,
        "account": line.account or "",
        "is_block_grant": line.block_grant,
        "is_research": line.research,
    }
