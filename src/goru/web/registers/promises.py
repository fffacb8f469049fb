"""What a plan promised of a case, as its page is led by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from goru.core.text import normalise
from goru.domain.indicators import queries as indicators
from goru.domain.publication import queries as publications
from goru.web.addresses import page_of

if TYPE_CHECKING:
    from goru.domain.registers.models import CaseLink
    from goru.domain.registers.queries import CaseSeen


@dataclass(frozen=True, slots=True)
class Promise:
    """An item of a plan that a case is linked to: its row where it is published, its page, and the indicators it is held to."""

    link: CaseLink
    row: Any
    address: str
    indicators: Sequence[Any]


def promises_of(found: CaseSeen) -> tuple[list[Promise], list[CaseLink]]:
    """The links of a case to items of plans, as promises; and those to other cases."""
    rows = publications.rows_of([one.item for one in found.links if one.item])
    promises = [_promise(found, one, rows.get(one.item_id)) for one in found.links if one.item_id]
    return promises, [one for one in found.links if one.other]


def _promise(found: CaseSeen, link: CaseLink, row: Any) -> Promise:
    if row is None:
        return Promise(link, None, "", [])
    return Promise(link, row, page_of(row), _indicators(found, row))


def _indicators(found: CaseSeen, row: Any) -> list[Any]:
    """The indicator itself; of an action task, its goals that count cases of this register."""
    if hasattr(row, "target_printed"):
        return [row]
    counted = {normalise(one.indicator) for one in found.said.counts if one.owner == getattr(row, "code", "")}
    return [one for one in indicators.goals_of(row) if normalise(one.name) in counted] if counted else []
