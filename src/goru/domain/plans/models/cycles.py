from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from goru.core.constraints import within_ranges
from goru.domain.institutions.rules import COMMITTEE
from goru.domain.plans.vocabulary import ParentKind


class ComprehensivePlan(models.Model):
    """The five-year plan (지방시대 종합계획) that the yearly plans carry out (특별법 제6조)."""

    number = models.PositiveSmallIntegerField(unique=True)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            within_ranges(
                "comprehensive_plan_is_within_ranges", years=("first_year", "last_year"), counts=("number",)
            ),
            models.CheckConstraint(
                name="comprehensive_plan_first_year_before_last",
                condition=Q(first_year__lt=F("last_year")),
            ),
        )

    class Publishing:
        public = ("id", "number", "first_year", "last_year", "version")
        withheld = ()

    @property
    def kind(self) -> ParentKind:
        """Which five-year plan it is."""
        return ParentKind.COMPREHENSIVE

    @property
    def key(self) -> str:
        """As subjects and addresses name it: `committee/2023`."""
        return f"{COMMITTEE}/{self.first_year}"

    def __str__(self) -> str:
        return f"제{self.number}차 지방시대 종합계획({self.first_year}~{self.last_year})"


class Cycle(models.Model):
    """One year of the comprehensive plan (연도별 시행계획): what the law calls a plan year."""

    year = models.PositiveSmallIntegerField(unique=True)
    comprehensive_plan = models.ForeignKey(ComprehensivePlan, on_delete=models.PROTECT, related_name="cycles")

    class Meta:
        constraints = (within_ranges("cycle_is_within_ranges", years=("year",)),)

    class Publishing:
        public = ("id", "year", "comprehensive_plan")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.year}년"
