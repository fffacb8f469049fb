"""The five-year plans that yearly plans carry out: how they were made, what changed, what they hold."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from goru.core.constraints import within_ranges
from goru.core.history import with_history
from goru.domain.institutions.models import Institution
from goru.domain.plans.models.cycles import ComprehensivePlan
from goru.domain.plans.rules.roads import PARENTS
from goru.domain.plans.vocabulary import ChangeGround, ParentKind


class DevelopmentPlan(models.Model):
    """A five-year plan of an institution (시·도 계획, 부문별 계획, 초광역권발전계획, 특별법 제7조~제9조), by its kind.

    Without a valid one a megaregion owes no yearly plan.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="development_plans")
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField(default=1)

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
        public = ("id", "institution", "first_year", "last_year", "version")
        withheld = ()

    @property
    def kind(self) -> ParentKind:
        """Which five-year plan it is."""
        return PARENTS[self.institution.kind]

    @property
    def key(self) -> str:
        """As subjects and addresses name it: `seoul/2023`."""
        return f"{self.institution.key}/{self.first_year}"

    def __str__(self) -> str:
        return f"{self.institution} {self.first_year}~{self.last_year}"


Parent = ComprehensivePlan | DevelopmentPlan
"""A five-year plan (5개년 계획)."""


class OfParent(models.Model):
    """What belongs to one five-year plan."""

    comprehensive_plan = models.ForeignKey(
        ComprehensivePlan, null=True, on_delete=models.PROTECT, related_name="%(class)ss"
    )
    development_plan = models.ForeignKey(
        DevelopmentPlan, null=True, on_delete=models.PROTECT, related_name="%(class)ss"
    )

    class Meta:
        abstract = True

    PARENT = ("comprehensive_plan", "development_plan")


def of_one_parent(name: str) -> models.CheckConstraint:
    """It belongs to one plan alone."""
    return models.CheckConstraint(
        name=name,
        condition=Q(comprehensive_plan__isnull=False, development_plan=None)
        | Q(comprehensive_plan=None, development_plan__isnull=False),
    )


@with_history
class ApprovalStep(OfParent):
    """A step by which a five-year plan was made (수립 절차), of its kind's road (rules.roads), on its day."""

    step = models.CharField(max_length=40)
    day = models.DateField()
    evidence = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            of_one_parent("approval_step_is_of_one_plan"),
            models.UniqueConstraint(
                name="approval_step_is_taken_once", fields=(*OfParent.PARENT, "step"), nulls_distinct=False
            ),
        )

    class Publishing:
        public = ("id", *OfParent.PARENT, "step", "day", "evidence")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.step} {self.day}"


@with_history
class ParentChange(OfParent):
    """A change of a five-year plan (변경), on its day and ground; `percent` is by how much a project's size changed."""

    day = models.DateField()
    ground = models.CharField(max_length=20, choices=ChangeGround)
    percent = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    what = models.TextField()

    class Meta:
        constraints = (
            of_one_parent("parent_change_is_of_one_plan"),
            within_ranges("parent_change_is_within_ranges", texts=("what",)),
            models.CheckConstraint(
                name="parent_change_of_size_says_how_much",
                condition=~Q(ground=ChangeGround.SIZE) | Q(percent__isnull=False, percent__range=(-10, 10)),
            ),
        )

    class Publishing:
        public = ("id", *OfParent.PARENT, "day", "ground", "percent", "what")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.day} {self.get_ground_display()}"


@with_history
class ParentItem(OfParent):
    """An item of a five-year plan (항목), by its code and name; items of yearly plans will name it."""

    code = models.CharField(max_length=40)
    name = models.TextField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            of_one_parent("parent_item_is_of_one_plan"),
            within_ranges("parent_item_is_within_ranges", names=("name",), counts=("position",)),
            models.UniqueConstraint(
                name="parent_item_code_in_its_plan", fields=(*OfParent.PARENT, "code"), nulls_distinct=False
            ),
        )

    class Publishing:
        public = ("id", *OfParent.PARENT, "code", "name", "position")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
