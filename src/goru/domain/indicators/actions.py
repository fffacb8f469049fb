from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

from goru.book import model as book_model
from goru.core.figures import number
from goru.domain.indicators.models import Indicator, Measure, Target
from goru.domain.indicators.vocabulary import IndicatorKind
from goru.domain.plans.actions.rows import Rows, keep, keep_links

_AGREED = Decimal("0.000001")


def write_indicators(rows: Rows) -> None:
    """Keep the measures, indicators and targets of what is published; plans and tasks come first."""
    measures = {row.item_id: row for row in keep(rows, Measure, _measures(rows))}
    indicators = [*_of_plans(rows, measures), *_goals(rows, measures)]
    kept = keep(rows, Indicator, (row for row, _ in indicators))
    targets = (
        Target(indicator=row, year=one.year, printed=one.value, value=_kept(number(one.value, row.unit)))
        for row, (_, values) in zip(kept, indicators, strict=True)
        for one in values
    )
    keep_links(rows, Target, targets, key=("indicator", "year"))


Written = tuple[Indicator, list[book_model.YearValue]]


def _measures(rows: Rows) -> Iterator[Measure]:
    book = rows.composition.book
    owned: Iterable[tuple[dict[str, Any], list[book_model.Measure]]] = (
        ({}, book.measures),
        *(({"plan": rows.plans[plan.kind, plan.institution]}, plan.measures) for plan in book.plans),
        *(({}, task.measures) for task in book.sectoral_core_tasks),
        *(({}, task.measures) for task in book.action_tasks),
    )
    for owner, measures in owned:
        for one in measures:
            yield Measure(
                name=one.name,
                unit=one.unit or "",
                definition=one.definition or "",
                direction=one.direction or "",
                over_time=one.over_time or "",
                over_places=one.over_places or "",
                data_source=one.data_source or "",
                **owner,
                **rows.composition.known(one),
            )


def _of_plans(rows: Rows, measures: dict[UUID, Measure]) -> Iterator[Written]:
    for printed in rows.composition.book.plans:
        for position, one in enumerate(printed.indicators, start=1):
            row = Indicator(
                kind=one.group or IndicatorKind.UNGROUPED.value,
                plan=rows.plans[printed.kind, printed.institution],
                measure=measures.get(one.measure) if one.measure else None,
                position=position,
                strategy_wording=one.strategy or "",
                name=one.name,
                unit=one.unit or "",
                baseline_year=rows.cycle.year - 1,
                baseline_printed=one.actual,
                baseline=_kept(number(one.actual, one.unit or "")),
                target_year=rows.cycle.year,
                target_printed=one.target,
                target=_kept(number(one.target, one.unit or "")),
                change_printed=one.change,
                change=_kept(number(one.change, one.unit or "")),
                **rows.composition.row(one),
            )
            yield row, one.targets


def _goals(rows: Rows, measures: dict[UUID, Measure]) -> Iterator[Written]:
    book = rows.composition.book
    groups: Iterable[tuple[list[book_model.GoalIndicator], dict[str, Any]]] = (
        *((t.indicators, {"core_task": rows.core_tasks[t.id]}) for t in book.sectoral_core_tasks),
        *((t.indicators, {"action_task": rows.action_tasks[t.id]}) for t in book.action_tasks),
    )
    for goals, owner in groups:
        for position, one in enumerate(goals, start=1):
            row = Indicator(
                kind=IndicatorKind.GOAL.value,
                measure=measures.get(one.measure) if one.measure else None,
                position=position,
                name=one.name,
                unit=one.unit or "",
                baseline_year=one.baseline_year,
                baseline_printed=one.baseline or "",
                baseline=_kept(number(one.baseline, one.unit or "")),
                target_year=one.target_year,
                target_printed=one.target or "",
                target=_kept(number(one.target, one.unit or "")),
                **owner,
                **rows.composition.row(one),
            )
            yield row, one.targets


def _kept(value: Decimal | None) -> Decimal | None:
    """A value as the database holds it, so that the same value is not another."""
    return None if value is None else value.quantize(_AGREED)
