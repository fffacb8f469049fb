"""The national frame of a cycle: strategy → core task → action task → the projects the book names."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from goru.core.constraints import within_ranges
from goru.domain.institutions.models import Institution, Region
from goru.domain.plans.models.own_plans import PlanCoreTask, PublishedPlan
from goru.domain.plans.models.rows import Row, SourcedRow, placed_once
from goru.domain.plans.vocabulary import DatePrecision


class Strategy(Row):
    """One of the cycle's national strategies (전략). `code` is its Roman number.

    Its name is no key: provinces reword it, and one plan may word it in up to four ways.
    """

    code = models.TextField()
    name = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()
    action_tasks_printed = models.PositiveSmallIntegerField(null=True)
    projects_printed = models.PositiveSmallIntegerField(null=True)

    class Meta(Row.Meta):
        abstract = False
        constraints = (
            *Row.Meta.constraints,
            within_ranges(
                "strategy_is_within_ranges",
                counts=("position", "action_tasks_printed", "projects_printed"),
                names=("code", "name"),
            ),
            placed_once("strategy_code_in_its_cycle", "cycle", "code"),
            placed_once("strategy_position_in_its_cycle", "cycle", "position"),
        )

    class Publishing:
        public = ("id", *Row.KEY, "code", "name", "position", "action_tasks_printed", "projects_printed")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()


class CoreTask(SourcedRow):
    """A core task (핵심과제) of the national frame, e.g. Ⅱ-2; its ministries owe a sectoral plan."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="core_tasks")
    code = models.TextField()
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    heading = models.TextField(blank=True)
    ministries = models.ManyToManyField(Institution, related_name="core_tasks")

    class Meta(SourcedRow.Meta):
        abstract = False
        constraints = (
            *SourcedRow.Meta.constraints,
            within_ranges(
                "core_task_is_within_ranges", counts=("position",), names=("code", "name", "heading")
            ),
            placed_once("core_task_code_in_its_cycle", "cycle", "code"),
            placed_once("core_task_position_in_its_strategy", "strategy", "position"),
        )

    class Publishing:
        public = ("id", "strategy", "code", "position", "name", "heading", "ministries", *SourcedRow.SHARED)
        withheld = ()

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class ActionTask(SourcedRow):
    """An action task (실천과제), e.g. Ⅱ-2-(1). A third of them have no money and are as good as the others (제도개선).

    `name` is the summary table's wording, `heading` the body's; `projects_printed` is a count, never a sum of records.
    """

    core_task = models.ForeignKey(CoreTask, on_delete=models.CASCADE, related_name="action_tasks")
    code = models.TextField()
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    heading = models.TextField(blank=True)
    projects_printed = models.PositiveSmallIntegerField(null=True)
    ministries = models.ManyToManyField(
        Institution, through="ActionTaskMinistry", related_name="action_tasks"
    )
    body_first_line = models.PositiveIntegerField(null=True)
    body_last_line = models.PositiveIntegerField(null=True)
    body_page = models.PositiveIntegerField(null=True)

    class Meta(SourcedRow.Meta):
        abstract = False
        constraints = (
            *SourcedRow.Meta.constraints,
            within_ranges(
                "action_task_is_within_ranges",
                places=("body_first_line", "body_last_line", "body_page"),
                counts=("position", "projects_printed"),
                names=("code", "name", "heading"),
            ),
            placed_once("action_task_code_in_its_cycle", "cycle", "code"),
            placed_once("action_task_position_in_its_core_task", "core_task", "position"),
        )

    class Publishing:
        public = (
            *("id", "core_task", "code", "position", "name", "heading", "projects_printed", "ministries"),
            *("body_first_line", "body_last_line", "body_page", *SourcedRow.SHARED),
        )
        withheld = ()

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class ActionTaskMinistry(models.Model):
    """A ministry of an action task (소관 부처); the first one printed leads."""

    action_task = models.ForeignKey(ActionTask, on_delete=models.CASCADE, related_name="ministry_links")
    ministry = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="action_task_links")
    position = models.PositiveSmallIntegerField()
    is_lead = models.BooleanField()

    class Meta:
        constraints = (
            within_ranges("action_task_ministry_is_within_ranges", counts=("position",)),
            placed_once("action_task_names_a_ministry_once", "action_task", "ministry"),
            models.UniqueConstraint(
                name="action_task_has_one_lead", fields=("action_task",), condition=Q(is_lead=True)
            ),
        )

    class Publishing:
        public = ("id", "action_task", "ministry", "position", "is_lead")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.ministry}{' (주관)' if self.is_lead else ''}"


class Project(SourcedRow):
    """A project (사업) of one plan: under an action task, or under a core task of a plan's own.

    `plan` is null where no ministry is printed beside the amount that names it.
    """

    action_task = models.ForeignKey(ActionTask, null=True, on_delete=models.CASCADE, related_name="projects")
    core_task = models.ForeignKey(PlanCoreTask, null=True, on_delete=models.CASCADE, related_name="projects")
    plan = models.ForeignKey(PublishedPlan, null=True, on_delete=models.CASCADE, related_name="projects")
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    responsible_unit = models.TextField(blank=True)
    period_text = models.TextField(blank=True)
    start_date = models.DateField(null=True)
    end_date = models.DateField(null=True)
    period_precision = models.CharField(max_length=10, choices=DatePrecision, blank=True)
    regions = models.ManyToManyField(Region, related_name="+")

    class Meta(SourcedRow.Meta):
        abstract = False
        constraints = (
            *SourcedRow.Meta.constraints,
            within_ranges(
                "project_is_within_ranges",
                counts=("position",),
                names=("name", "responsible_unit"),
                texts=("period_text",),
            ),
            placed_once("project_position_in_its_action_task", "action_task", "position"),
            placed_once("project_position_in_its_core_task", "core_task", "position"),
            models.CheckConstraint(
                name="project_stands_under_one_task",
                condition=Q(action_task__isnull=False, core_task=None)
                | Q(action_task=None, core_task__isnull=False),
            ),
            models.CheckConstraint(
                name="project_start_before_end",
                condition=Q(start_date=None) | Q(end_date=None) | Q(start_date__lte=F("end_date")),
            ),
        )

    class Publishing:
        public = (
            *(
                "id",
                "action_task",
                "core_task",
                "plan",
                "position",
                "name",
                "responsible_unit",
                "period_text",
            ),
            *("start_date", "end_date", "period_precision", "regions", *SourcedRow.SHARED),
        )
        withheld = ()

    def __str__(self) -> str:
        return self.name
