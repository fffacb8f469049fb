"""Who owes a plan, and by when."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from goru.core.constraints import within_ranges
from goru.domain.institutions.models import Institution
from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.vocabulary import DutyKind


class DevelopmentPlan(models.Model):
    """A five-year plan of a megaregion (초광역권발전계획, 특별법 제9조). Without a valid one it owes no yearly plan."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="development_plans")
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            within_ranges("development_plan_is_within_ranges", years=("first_year", "last_year")),
            models.CheckConstraint(
                name="development_plan_first_year_before_last",
                condition=Q(first_year__lte=F("last_year")),
            ),
            models.UniqueConstraint(
                name="development_plan_begins_once", fields=("institution", "first_year")
            ),
        )

    class Publishing:
        public = ("id", "institution", "first_year", "last_year")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.institution} {self.first_year}~{self.last_year}"


class Duty(models.Model):
    """What an institution owes in a cycle, and the statutory day it is owed by (의무), which no holiday moves."""

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
