from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.core.money import Money
from goru.domain.finance.vocabulary import Account, BudgetPhase, FundingSource, ShareKind, TotalBasis
from goru.domain.institutions.models import Institution
from goru.domain.plans.models import (
    ActionTask,
    Cycle,
    Item,
    Project,
    PublishedPlan,
    Row,
    Sourced,
    Strategy,
)


class Stated(Sourced):
    """An amount as printed: integer won, with the printed unit and precision in won; null won where `-` is printed."""

    won = models.BigIntegerField(null=True)
    unit = models.CharField(max_length=10)
    precision = models.BigIntegerField()
    projects_printed = models.PositiveSmallIntegerField(null=True)
    funding = models.CharField(max_length=12, choices=FundingSource)
    fiscal_year = models.PositiveSmallIntegerField()
    phase = models.CharField(max_length=10, choices=BudgetPhase, default=BudgetPhase.PLAN)
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="%(class)ss")
    plan = models.ForeignKey(PublishedPlan, null=True, on_delete=models.CASCADE, related_name="%(class)ss")
    strategy = models.ForeignKey(Strategy, null=True, on_delete=models.CASCADE, related_name="%(class)ss")
    action_task = models.ForeignKey(
        ActionTask, null=True, on_delete=models.CASCADE, related_name="%(class)ss"
    )

    STATED = (
        *("won", "unit", "precision", "projects_printed", "funding", "fiscal_year", "phase", "cycle", "plan"),
        *("strategy", "action_task"),
        *Sourced.PLACE,
    )

    class Meta(Sourced.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Sourced.Meta.constraints,
            within_ranges(
                "%(class)s_amount_is_within_ranges",
                years=("fiscal_year",),
                counts=("projects_printed",),
                amounts=("won",),
            ),
            models.CheckConstraint(name="%(class)s_precision_is_positive", condition=Q(precision__gt=0)),
        )

    @property
    def printed(self) -> Decimal | None:
        """The figure in the printed unit."""
        return None if self.won is None else Money(self.won, self.unit, self.precision).printed


class BudgetLine(Stated):
    """One addend (재정투입): what a plan spends on a strategy, a ministry on an action task, or a plan on one project.

    `wording` is the strategy or the ministry as printed. `strategy` is the national one it stands for: known for an
    action task, and for a province by the column of its table; a megaregion's strategies are its own. `projects` are
    those it is for and is never split over. `is_counted` says whether a sum of the year's plan takes it: of an amount and
    the lines of the projects it is for one level, the projects' where all of them are complete; what is of another year
    or phase is of no such sum.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    wording = models.TextField(blank=True)
    ministry = models.ForeignKey(
        Institution, null=True, on_delete=models.PROTECT, related_name="budget_lines"
    )
    project = models.ForeignKey(Project, null=True, on_delete=models.CASCADE, related_name="own_budget_lines")
    projects = models.ManyToManyField(Project, related_name="budget_lines")
    account = models.CharField(max_length=20, choices=Account, blank=True)
    is_block_grant = models.BooleanField(default=False)
    is_research = models.BooleanField(default=False)
    is_counted = models.BooleanField(default=True)

    class Meta(Stated.Meta):
        abstract = False
        constraints = (
            *Stated.Meta.constraints,
            *Row.Meta.constraints,
            within_ranges("budget_line_is_within_ranges", counts=("position",), names=("wording",)),
            models.UniqueConstraint(
                name="budget_line_position_under_its_owner",
                fields=("plan", "action_task", "project", "position"),
                nulls_distinct=False,
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="budget_line_belongs_to_a_plan_or_an_action_task",
                condition=Q(plan__isnull=False) | Q(action_task__isnull=False) | Q(project__isnull=False),
            ),
            models.CheckConstraint(
                name="budget_line_stands_under_one_thing",
                condition=Q(project=None) | Q(action_task=None, ministry=None),
            ),
        )

    class Publishing:
        public = (
            *("id", "item", "position", "wording", "ministry", "project", "projects", "account"),
            *("is_block_grant", "is_research", "is_counted", *Stated.STATED),
        )
        withheld = ()

    def __str__(self) -> str:
        return f"{self.wording} {self.printed}{self.unit}"


class StatedTotal(Stated):
    """A total (합계) as the book states it, whether or not its addends agree."""

    basis = models.CharField(max_length=20, choices=TotalBasis)

    class Meta(Stated.Meta):
        abstract = False
        constraints = (
            *Stated.Meta.constraints,
            models.UniqueConstraint(
                name="stated_total_is_stated_once",
                fields=(
                    "cycle",
                    "basis",
                    "funding",
                    "fiscal_year",
                    "phase",
                    "plan",
                    "strategy",
                    "action_task",
                ),
                nulls_distinct=False,
            ),
        )

    class Publishing:
        public = ("id", "basis", *Stated.STATED)
        withheld = ()

    def __str__(self) -> str:
        return f"{self.get_basis_display()} {self.printed}{self.unit}"


class StatedShare(Sourced):
    """A percentage (비중) as the book states it; never recomputed from rounded figures."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="stated_shares")
    kind = models.CharField(max_length=20, choices=ShareKind)
    funding = models.CharField(max_length=12, choices=FundingSource)
    strategy = models.ForeignKey(Strategy, null=True, on_delete=models.CASCADE, related_name="stated_shares")
    percent = models.DecimalField(max_digits=9, decimal_places=4)

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                name="stated_share_is_stated_once",
                fields=("cycle", "kind", "funding", "strategy"),
                nulls_distinct=False,
            ),
        )

    class Publishing:
        public = ("id", "cycle", "kind", "funding", "strategy", "percent", *Sourced.PLACE)
        withheld = ()

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.percent}%"
