"""What all rows of what is published have in common."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.models.documents import Sourced
from goru.domain.plans.models.items import Item


class Row(models.Model):
    """An item's part in one cycle (행), written by the projection of its publication alone. Nothing hangs on it."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")

    KEY = ("cycle", "item")

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(name="%(class)s_once_in_its_cycle", fields=("cycle", "item")),
        )


class SourcedRow(Row, Sourced):
    """A row, and where it was printed."""

    SHARED = (*Row.KEY, *Sourced.PLACE)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Row.Meta.constraints,
            *Sourced.Meta.constraints,
        )


def placed_once(name: str, *fields: str) -> models.UniqueConstraint:
    """The constraint that a position is taken once under its parent; at the end of the transaction, so that two may swap."""
    return models.UniqueConstraint(name=name, fields=fields, deferrable=models.Deferrable.DEFERRED)
