from __future__ import annotations

from django.db import models

from goru.core.constraints import within_ranges
from goru.domain.institutions.models import Institution
from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.models.documents import Document, Sourced
from goru.domain.plans.models.duties import Duty
from goru.domain.plans.models.editions import Plan
from goru.domain.plans.models.rows import SourcedRow, placed_once
from goru.domain.plans.vocabulary import PlanKind


class PublishedPlan(Sourced):
    """An institution's plan as it is published: one that it owes (`duty`), or a contribution of who owes none.

    `full_name` is the institution's name at the time, as the book prints it. A province's or a megaregion's plan has
    its lines in the book; a ministry's has none of its own, since sectoral plans are printed merged by task.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="published_plans")
    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="published")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="published_plans")
    duty = models.OneToOneField(Duty, null=True, on_delete=models.PROTECT, related_name="published")
    kind = models.CharField(max_length=20, choices=PlanKind)
    full_name = models.TextField()
    position = models.PositiveSmallIntegerField()
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            within_ranges("published_plan_is_within_ranges", counts=("position",), names=("full_name",)),
            placed_once("published_plan_position_in_its_cycle", "cycle", "position"),
        )

    class Publishing:
        public = (
            *("id", "cycle", "plan", "institution", "duty", "kind", "full_name", "position", "document"),
            *Sourced.PLACE,
        )
        withheld = ()

    def __str__(self) -> str:
        return f"{self.full_name} {self.get_kind_display()}"


class PlanCoreTask(SourcedRow):
    """A core task (핵심과제) of a plan's own, under the strategy as its table words it.

    `national` is the core task of the national frame that it is named after, where it is.
    """

    plan = models.ForeignKey(PublishedPlan, on_delete=models.CASCADE, related_name="core_tasks")
    position = models.PositiveSmallIntegerField()
    strategy_wording = models.TextField()
    name = models.TextField()
    national = models.ForeignKey(
        "plans.CoreTask", on_delete=models.SET_NULL, null=True, related_name="plan_core_tasks"
    )

    class Meta(SourcedRow.Meta):
        abstract = False
        constraints = (
            *SourcedRow.Meta.constraints,
            within_ranges(
                "plan_core_task_is_within_ranges", counts=("position",), names=("strategy_wording", "name")
            ),
            placed_once("plan_core_task_position_in_its_plan", "plan", "position"),
        )

    class Publishing:
        public = ("id", "plan", "position", "strategy_wording", "name", "national", *SourcedRow.SHARED)
        withheld = ()

    def __str__(self) -> str:
        return self.name


class TaskItem(SourcedRow):
    """An item (세부과제) under a plan's own core task: a § line."""

    core_task = models.ForeignKey(PlanCoreTask, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta(SourcedRow.Meta):
        abstract = False
        constraints = (
            *SourcedRow.Meta.constraints,
            within_ranges("task_item_is_within_ranges", counts=("position",), texts=("text",)),
            placed_once("task_item_position_in_its_task", "core_task", "position"),
        )

    class Publishing:
        public = ("id", "core_task", "position", "text", *SourcedRow.SHARED)
        withheld = ()

    def __str__(self) -> str:
        return self.text
