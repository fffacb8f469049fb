from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from goru.core.constraints import within_ranges
from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.models.documents import Sourced
from goru.domain.plans.vocabulary import DatePrecision, FocusGroup


class FocusTask(Sourced):
    """A focus task of the Committee (중점 이행과제)."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="focus_tasks")
    group = models.CharField(max_length=10, choices=FocusGroup)
    number = models.PositiveSmallIntegerField()
    title = models.TextField()

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            within_ranges("focus_task_is_within_ranges", counts=("number",), names=("title",)),
            models.UniqueConstraint(
                name="focus_task_number_in_its_group", fields=("cycle", "group", "number")
            ),
        )

    class Publishing:
        public = ("id", "cycle", "group", "number", "title", *Sourced.SOURCE)
        withheld = ()

    def __str__(self) -> str:
        return self.title


class Subtask(Sourced):
    """A part (□) of a focus task (세부 추진과제)."""

    focus_task = models.ForeignKey(FocusTask, on_delete=models.CASCADE, related_name="subtasks")
    position = models.PositiveSmallIntegerField()
    title = models.TextField(blank=True)

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            within_ranges("subtask_is_within_ranges", counts=("position",), names=("title",)),
            models.UniqueConstraint(name="subtask_position_in_its_task", fields=("focus_task", "position")),
        )

    class Publishing:
        public = ("id", "focus_task", "position", "title", *Sourced.SOURCE)
        withheld = ()

    def __str__(self) -> str:
        return self.title


class Milestone(Sourced):
    """A dated step (일정): its printed words and the days they mean; an open end is null."""

    subtask = models.ForeignKey(Subtask, on_delete=models.CASCADE, related_name="milestones")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    start_date = models.DateField(null=True)
    end_date = models.DateField(null=True)
    precision = models.CharField(max_length=10, choices=DatePrecision)
    is_done = models.BooleanField()

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            within_ranges("milestone_is_within_ranges", counts=("position",), texts=("text",)),
            models.UniqueConstraint(name="milestone_position_in_its_subtask", fields=("subtask", "position")),
            models.CheckConstraint(
                name="milestone_start_before_end",
                condition=Q(start_date=None) | Q(end_date=None) | Q(start_date__lte=F("end_date")),
            ),
        )

    class Publishing:
        public = (
            *("id", "subtask", "position", "text", "start_date", "end_date", "precision", "is_done"),
            *Sourced.SOURCE,
        )
        withheld = ()

    def __str__(self) -> str:
        return self.text
