"""Who owes what of a cycle, by when, and what moves the days."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.core.history import with_history
from goru.domain.institutions.models import Institution
from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.vocabulary import DutyKind


class Duty(models.Model):
    """What an institution owes of a cycle, and the statutory day it is owed by (의무), which no holiday moves.

    Two of each cycle: its plan with the results of the year before (one duty of two parts), and the self-evaluation of it.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="duties")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="duties")
    kind = models.CharField(max_length=20, choices=DutyKind)
    due_date = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(name="duty_is_owed_once", fields=("cycle", "institution", "kind")),
        )

    class Publishing:
        public = ("id", "cycle", "institution", "kind", "due_date")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.institution} {self.get_kind_display()} {self.due_date}"


@with_history
class DutyException(models.Model):
    """A later day for one duty, given by name with its reason (기한 예외); the law knows none, so pages show all days."""

    duty = models.OneToOneField(Duty, on_delete=models.CASCADE, related_name="exception")
    due_date = models.DateField()
    reason = models.TextField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            within_ranges("duty_exception_is_within_ranges", texts=("reason",)),
            models.CheckConstraint(name="duty_exception_has_a_reason", condition=~Q(reason="")),
        )

    class Publishing:
        public = ("id", "duty", "due_date", "reason", "version")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.duty} → {self.due_date}"


@with_history
class TemporaryHoliday(models.Model):
    """A day made a holiday for once (임시공휴일) that the program does not know; `source` is where that stands."""

    day = models.DateField(unique=True)
    name = models.CharField(max_length=60)
    source = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="temporary_holiday_has_a_name_and_a_source", condition=~Q(name="") & ~Q(source="")
            ),
        )

    class Publishing:
        public = ("id", "day", "name", "source")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
