from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from goru.core.constraints import within_ranges
from goru.domain.plans.models.frame import Project
from goru.domain.plans.models.rows import SourcedRow, placed_once
from goru.domain.plans.models.statements import Statement
from goru.domain.plans.vocabulary import DatePrecision, FocusGroup


class FocusTask(SourcedRow):
    """A focus task of the Committee (중점 이행과제)."""

    group = models.CharField(max_length=10, choices=FocusGroup)
    number = models.PositiveSmallIntegerField()
    title = models.TextField()

    class Meta(SourcedRow.Meta):
        abstract = False
        constraints = (
            *SourcedRow.Meta.constraints,
            within_ranges("focus_task_is_within_ranges", counts=("number",), names=("title",)),
            placed_once("focus_task_number_in_its_group", "cycle", "group", "number"),
        )

    class Publishing:
        public = ("id", "group", "number", "title", *SourcedRow.SHARED)
        withheld = ()

    def __str__(self) -> str:
        return self.title


class Subtask(SourcedRow):
    """A part (□) of a focus task (세부 추진과제)."""

    focus_task = models.ForeignKey(FocusTask, on_delete=models.CASCADE, related_name="subtasks")
    position = models.PositiveSmallIntegerField()
    title = models.TextField(blank=True)

    class Meta(SourcedRow.Meta):
        abstract = False
        constraints = (
            *SourcedRow.Meta.constraints,
            within_ranges("subtask_is_within_ranges", counts=("position",), names=("title",)),
            placed_once("subtask_position_in_its_task", "focus_task", "position"),
        )

    class Publishing:
        public = ("id", "focus_task", "position", "title", *SourcedRow.SHARED)
        withheld = ()

    def __str__(self) -> str:
        return self.title


class Milestone(SourcedRow):
    """A dated step (일정) of a focus task's part, a project or a reform: its words, the days they mean (null: open)."""

    subtask = models.ForeignKey(Subtask, null=True, on_delete=models.CASCADE, related_name="milestones")
    project = models.ForeignKey(Project, null=True, on_delete=models.CASCADE, related_name="milestones")
    reform = models.ForeignKey(Statement, null=True, on_delete=models.CASCADE, related_name="milestones")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    start_date = models.DateField(null=True)
    end_date = models.DateField(null=True)
    precision = models.CharField(max_length=10, choices=DatePrecision)
    is_done = models.BooleanField()

    class Meta(SourcedRow.Meta):
        abstract = False
        constraints = (
            *SourcedRow.Meta.constraints,
            within_ranges("milestone_is_within_ranges", counts=("position",), texts=("text",)),
            placed_once("milestone_position_in_its_subtask", "subtask", "position"),
            placed_once("milestone_position_in_its_project", "project", "position"),
            placed_once("milestone_position_in_its_reform", "reform", "position"),
            models.CheckConstraint(
                name="milestone_belongs_to_one_thing",
                condition=Q(subtask__isnull=False, project=None, reform=None)
                | Q(subtask=None, project__isnull=False, reform=None)
                | Q(subtask=None, project=None, reform__isnull=False),
            ),
            models.CheckConstraint(
                name="milestone_start_before_end",
                condition=Q(start_date=None) | Q(end_date=None) | Q(start_date__lte=F("end_date")),
            ),
        )

    class Publishing:
        public = (
            *(
                "id",
                "subtask",
                "project",
                "reform",
                "position",
                "text",
                "start_date",
                "end_date",
                "precision",
                "is_done",
            ),
            *SourcedRow.SHARED,
        )
        withheld = ()

    @property
    def heading(self) -> str:
        """What it is a step of: the focus task, the project or the reform."""
        return str(self.subtask.focus_task if self.subtask else self.project or self.reform)

    def __str__(self) -> str:
        return self.text
