from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, Q

from goru.domain.plans.vocabulary import DatePrecision


class Printed(models.Model):
    """Where the book of a plan year prints it, as its first and last line; null where no book does."""

    LINES: Final = ("printed_year", "first_line", "last_line")

    printed_year = models.PositiveSmallIntegerField(null=True)
    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)

    class Meta:
        abstract = True


class Dated(models.Model):
    """A date as printed ('24.3분기), and the days it means; null: open or not said."""

    DATE: Final = ("date_printed", "date_start", "date_end", "date_precision")

    date_printed = models.CharField(max_length=100, blank=True)
    date_start = models.DateField(null=True)
    date_end = models.DateField(null=True)
    date_precision = models.CharField(max_length=10, choices=DatePrecision, blank=True)

    class Meta:
        abstract = True


def printed_in_order(name: str) -> models.CheckConstraint:
    """Lines are of a year, and in order."""
    none = Q(printed_year=None, first_line=None, last_line=None)
    return models.CheckConstraint(
        name=name,
        condition=none
        | Q(printed_year__isnull=False, first_line__isnull=False, last_line__gte=F("first_line")),
    )


def dated_in_order(name: str) -> models.CheckConstraint:
    """The first day is not after the last."""
    return models.CheckConstraint(
        name=name,
        condition=Q(date_start=None) | Q(date_end=None) | Q(date_start__lte=F("date_end")),
    )
