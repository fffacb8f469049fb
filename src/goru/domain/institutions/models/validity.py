"""Rows in force from one day to another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value


class Valid(models.Model):
    """In force from one day to another, both included; open where null."""

    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    def is_in_force(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return (self.valid_from or day) <= day and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether its last day has passed by then."""
        return self.valid_to is not None and self.valid_to < day


def never_two_at_once(name: str, *fields: str, condition: Q | None = None) -> ExclusionConstraint:
    """Rows alike in these fields may not be valid on the same day."""
    days = Func(
        F("valid_from"), F("valid_to"), Value("[]"), function="daterange", output_field=DateRangeField()
    )
    same: Sequence[tuple[str, str]] = [(field, RangeOperators.EQUAL) for field in fields]
    return ExclusionConstraint(
        name=name, expressions=[*same, (days, RangeOperators.OVERLAPS)], condition=condition
    )


def in_order(name: str) -> models.CheckConstraint:
    """The first day is not after the last."""
    return models.CheckConstraint(
        name=name,
        condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
    )


def valid_on(day: date, prefix: str = "") -> Q:
    """The condition that rows, or those that `prefix` leads to, are in force on a day; open ends reach for ever."""
    begun = Q((f"{prefix}valid_from", None)) | Q((f"{prefix}valid_from__lte", day))
    return begun & (Q((f"{prefix}valid_to", None)) | Q((f"{prefix}valid_to__gte", day)))
