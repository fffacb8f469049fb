"""What indicators measure: one measure for the common indicators of all plans, one for each of a plan's or task's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from goru.book.model import (
    ActionTask,
    GoalIndicator,
    Measure,
    Measured,
    Plan,
    PlanBook,
    PlanIndicator,
    SectoralCoreTask,
)

AnyIndicator = TypeVar("AnyIndicator", PlanIndicator, GoalIndicator)
Owner = TypeVar("Owner", Plan, SectoralCoreTask, ActionTask)


def plain_name(name: str) -> str:
    """An indicator's name without what print varies: blanks, and a year in brackets at its end (`1인당 GRDP(23)`)."""
    return re.sub(r"\(['’]?\d{2,4}\)$", "", re.sub(r"\s", "", name))


def plain_unit(unit: str) -> str:
    """A unit without that of its change: `%` of `%, %p`."""
    return unit.partition(",")[0].strip()


def with_measures(book: PlanBook) -> PlanBook:
    """The book with a measure for each indicator that names none: common ones of the book, others of what has them."""
    common = [one for plan in book.plans for one in plan.indicators if one.group == "common"]
    return book.model_copy(
        update={
            "measures": _measures(book.measures, common),
            "plans": [
                _owning(plan, [one for one in plan.indicators if one.group != "common"])
                for plan in book.plans
            ],
            "sectoral_core_tasks": [_owning(task, task.indicators) for task in book.sectoral_core_tasks],
            "action_tasks": [_owning(task, task.indicators) for task in book.action_tasks],
        }
    )


def with_measures_linked(book: PlanBook) -> PlanBook:
    """The book whose indicators name their measures; all measures have ids by now."""
    common = _ids(book.measures)
    return book.model_copy(
        update={
            "plans": [_linked(plan, common) for plan in book.plans],
            "sectoral_core_tasks": [_linked(task, common) for task in book.sectoral_core_tasks],
            "action_tasks": [_linked(task, common) for task in book.action_tasks],
        }
    )


def _owning(owner: Owner, indicators: Sequence[PlanIndicator] | Sequence[GoalIndicator]) -> Owner:
    return owner.model_copy(update={"measures": _measures(owner.measures, indicators)})


def _measures(known: Sequence[Measure], indicators: Iterable[PlanIndicator | GoalIndicator]) -> list[Measure]:
    there, added = {_key(one) for one in known}, dict[tuple[str, str], Measure]()
    for one in indicators:
        if one.measure is None and _key(one) not in there:
            added.setdefault(_key(one), Measure(name=one.name, unit=one.unit))
    return [*known, *added.values()]


def _linked(owner: Owner, common: Mapping[tuple[str, str], UUID | None]) -> Owner:
    own = _ids(owner.measures)
    indicators = [_naming(one, common if _is_common(one) else own) for one in owner.indicators]
    return owner.model_copy(update={"indicators": indicators})


def _naming(one: AnyIndicator, measures: Mapping[tuple[str, str], UUID | None]) -> AnyIndicator:
    return one if one.measure else one.model_copy(update={"measure": measures.get(_key(one))})


def _is_common(one: Measured) -> bool:
    return isinstance(one, PlanIndicator) and one.group == "common"


def _ids(measures: Sequence[Measure]) -> dict[tuple[str, str], UUID | None]:
    return {_key(one): one.item_id for one in reversed(measures)}


def _key(one: PlanIndicator | GoalIndicator | Measure) -> tuple[str, str]:
    """What tells measures apart: the name and the unit, the unit without that of its change (`%` of `%, %p`)."""
    return plain_name(one.name), plain_unit(one.unit or "")
