"""The national frame of a cycle: strategy → core task → action task → the projects the book names."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.domain.institutions.models import Institution
from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.models.documents import Sourced
from goru.domain.plans.models.own_plans import Plan


class Strategy(models.Model):
    """One of the cycle's national strategies (전략). `code` is its Roman number.

    Its name is no key: provinces reword it, and one plan may word it in up to four ways.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="strategies")
    code = models.TextField()
    name = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()
    action_tasks_printed = models.PositiveSmallIntegerField(null=True)
    projects_printed = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = (
            within_ranges(
                "strategy_is_within_ranges",
                counts=("position", "action_tasks_printed", "projects_printed"),
                names=("code", "name"),
            ),
            models.UniqueConstraint(name="strategy_code_in_its_cycle", fields=("cycle", "code")),
        )

    class Publishing:
        public = ("id", "cycle", "code", "name", "position", "action_tasks_printed", "projects_printed")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()


class CoreTask(Sourced):
    """A core task (핵심과제) of the national frame, e.g. Ⅱ-2; its ministries owe a sectoral plan."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="core_tasks")
    code = models.TextField()
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    heading = models.TextField(blank=True)
    ministries = models.ManyToManyField(Institution, related_name="core_tasks")

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            within_ranges(
                "core_task_is_within_ranges", counts=("position",), names=("code", "name", "heading")
            ),
            models.UniqueConstraint(name="core_task_code_in_its_strategy", fields=("strategy", "code")),
        )

    class Publishing:
        public = ("id", "strategy", "code", "position", "name", "heading", "ministries", *Sourced.SOURCE)
        withheld = ()

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class ActionTask(Sourced):
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

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            within_ranges(
                "action_task_is_within_ranges",
                places=("body_first_line", "body_last_line", "body_page"),
                counts=("position", "projects_printed"),
                names=("code", "name", "heading"),
            ),
            models.UniqueConstraint(name="action_task_code_in_its_core_task", fields=("core_task", "code")),
        )

    class Publishing:
        public = (
            *("id", "core_task", "code", "position", "name", "heading", "projects_printed", "ministries"),
            *("body_first_line", "body_last_line", "body_page", *Sourced.SOURCE),
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
            models.UniqueConstraint(
                name="action_task_names_a_ministry_once", fields=("action_task", "ministry")
            ),
            models.UniqueConstraint(
                name="action_task_has_one_lead", fields=("action_task",), condition=Q(is_lead=True)
            ),
        )

    class Publishing:
        public = ("id", "action_task", "ministry", "position", "is_lead")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.ministry}{' (주관)' if self.is_lead else ''}"


class Project(Sourced):
    """A project (사업) that the book names. It belongs to one plan: that of the ministry whose money row names it.

    `plan` is null where the row's ministry owes no plan of its own, or where no ministry is printed.
    """

    action_task = models.ForeignKey(ActionTask, on_delete=models.CASCADE, related_name="projects")
    plan = models.ForeignKey(Plan, null=True, on_delete=models.SET_NULL, related_name="projects")
    position = models.PositiveSmallIntegerField()
    name = models.TextField()

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            within_ranges("project_is_within_ranges", counts=("position",), names=("name",)),
            models.UniqueConstraint(name="project_position_in_its_task", fields=("action_task", "position")),
        )

    class Publishing:
        public = ("id", "action_task", "plan", "position", "name", *Sourced.SOURCE)
        withheld = ()

    def __str__(self) -> str:
        return self.name
