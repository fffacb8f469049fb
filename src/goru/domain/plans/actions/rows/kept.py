"""Rows by the names the book uses, and how they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q

from goru.core import projecting
from goru.domain.institutions.models import Institution
from goru.domain.plans.models import ActionTask, CoreTask, Cycle, PublishedPlan, Row, Strategy
from goru.domain.plans.queries.compositions import Composition

M = TypeVar("M", bound=Model)


@dataclass(slots=True)
class Rows:
    """What the rows of a cycle are made of, the rows that others refer to, and how many were touched so far."""

    composition: Composition
    institutions: Mapping[tuple[str, str], Institution]
    plans: dict[tuple[str, str], PublishedPlan] = field(default_factory=dict)
    strategies: dict[str, Strategy] = field(default_factory=dict)
    core_tasks: dict[str, CoreTask] = field(default_factory=dict)
    action_tasks: dict[str, ActionTask] = field(default_factory=dict)
    projects: dict[UUID, Model] = field(default_factory=dict)
    touched: dict[str, int] = field(default_factory=dict)

    @property
    def cycle(self) -> Cycle:
        """The cycle that the rows are of."""
        return self.composition.cycle

    def ministry(self, name: str | None) -> Institution | None:
        """The ministry of a short name."""
        return self.institutions.get(("ministry", name or ""))


def keep(
    rows: Rows, model: type[M], wanted: Iterable[M], *, key: Sequence[str] = (), within: Q | None = None
) -> list[M]:
    """Keep rows of a model as `wanted` (those of items by their items), and note how many were touched."""
    columns = [model._meta.get_field(name).attname for name in key or Row.KEY]  # type: ignore[union-attr]
    kept, count = projecting.keep(model, wanted, within=within or Q(cycle=rows.cycle), key=columns)
    rows.touched[model.__name__] = rows.touched.get(model.__name__, 0) + count.touched
    return kept


def keep_links(rows: Rows, model: type[M], wanted: Iterable[M], *, key: tuple[str, str]) -> list[M]:
    """Keep what hangs on rows of the cycle as `wanted`: the first field of its key is the row it hangs on."""
    return keep(rows, model, wanted, key=key, within=Q(**{f"{key[0]}__cycle": rows.cycle}))
