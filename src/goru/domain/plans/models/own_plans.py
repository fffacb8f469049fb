from __future__ import annotations

from django.db import models

from goru.core.constraints import within_ranges
from goru.domain.institutions.models import Institution
from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.models.documents import Sourced
from goru.domain.plans.vocabulary import PlanKind


class Plan(models.Model):
    """The plan (시행계획) of one institution for one cycle.

    `full_name` is the institution's name at the time, as the book prints it. A province's or a megaregion's plan has
    its lines in the book; a ministry's has none of its own, since sectoral plans are printed merged by task.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="plans")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="plans")
    kind = models.CharField(max_length=20, choices=PlanKind)
    full_name = models.TextField()
    position = models.PositiveSmallIntegerField()
    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)
    page = models.PositiveIntegerField(null=True)
    last_page = models.PositiveIntegerField(null=True)
    cell = models.TextField(blank=True)

    class Meta:
        constraints = (
            within_ranges(
                "plan_is_within_ranges",
                places=("first_line", "last_line", "page", "last_page"),
                counts=("position",),
                names=("full_name", "cell"),
            ),
            models.UniqueConstraint(
                name="plan_one_of_an_institution_and_cycle", fields=("cycle", "institution")
            ),
        )

    class Publishing:
        public = (
            *("id", "cycle", "institution", "kind", "full_name", "position"),
            *("first_line", "last_line", "page", "last_page", "cell"),
        )
        withheld = ()

    def __str__(self) -> str:
        return f"{self.full_name} {self.get_kind_display()}"


class PlanCoreTask(Sourced):
    """A core task (핵심과제) of a plan's own, under the strategy as its table words it.

    `national` is the core task of the national frame that it is named after, where it is.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="core_tasks")
    position = models.PositiveSmallIntegerField()
    strategy_wording = models.TextField()
    name = models.TextField()
    national = models.ForeignKey(
        "plans.CoreTask", on_delete=models.SET_NULL, null=True, related_name="plan_core_tasks"
    )

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            within_ranges(
                "plan_core_task_is_within_ranges", counts=("position",), names=("strategy_wording", "name")
            ),
            models.UniqueConstraint(name="plan_core_task_position_in_its_plan", fields=("plan", "position")),
        )

    class Publishing:
        public = ("id", "plan", "position", "strategy_wording", "name", "national", *Sourced.SOURCE)
        withheld = ()

    def __str__(self) -> str:
        return self.name


class TaskItem(Sourced):
    """An item (세부과제) under a plan's own core task: a § line."""

    core_task = models.ForeignKey(PlanCoreTask, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            within_ranges("task_item_is_within_ranges", counts=("position",), texts=("text",)),
            models.UniqueConstraint(name="task_item_position_in_its_task", fields=("core_task", "position")),
        )

    class Publishing:
        public = ("id", "core_task", "position", "text", *Sourced.SOURCE)
        withheld = ()

    def __str__(self) -> str:
        return self.text
