from __future__ import annotations

from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.domain.plans.models.frame import ActionTask, CoreTask
from goru.domain.plans.models.own_plans import PublishedPlan
from goru.domain.plans.models.rows import SourcedRow
from goru.domain.plans.vocabulary import StatementKind

_OWNERS = ("plan", "core_task", "action_task", "focus_task")


def _only(owner: str) -> Q:
    return Q(**{f"{other}__isnull": other != owner for other in _OWNERS})


class Statement(SourcedRow):
    """A printed sentence (문장) of a plan, core task, action task or focus task: vision, strategy, aim, goal, reform."""

    kind = models.CharField(max_length=20, choices=StatementKind)
    plan = models.ForeignKey(PublishedPlan, null=True, on_delete=models.CASCADE, related_name="statements")
    core_task = models.ForeignKey(CoreTask, null=True, on_delete=models.CASCADE, related_name="statements")
    action_task = models.ForeignKey(
        ActionTask, null=True, on_delete=models.CASCADE, related_name="statements"
    )
    focus_task = models.ForeignKey(
        "plans.FocusTask", null=True, on_delete=models.CASCADE, related_name="statements"
    )
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta(SourcedRow.Meta):
        abstract = False
        constraints = (
            *SourcedRow.Meta.constraints,
            within_ranges("statement_is_within_ranges", counts=("position",), texts=("text",)),
            models.CheckConstraint(
                name="statement_belongs_to_one_thing",
                condition=_only("plan") | _only("core_task") | _only("action_task") | _only("focus_task"),
            ),
            models.UniqueConstraint(
                name="statement_position_under_its_owner",
                fields=("kind", *_OWNERS, "position"),
                nulls_distinct=False,
                deferrable=models.Deferrable.DEFERRED,
            ),
        )

    class Publishing:
        public = ("id", "kind", *_OWNERS, "position", "text", *SourcedRow.SHARED)
        withheld = ()

    def __str__(self) -> str:
        return self.text
