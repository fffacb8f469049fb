from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from pgtrigger import Delete, Protect, Update

from goru.core.constraints import within_ranges
from goru.domain.indicators.vocabulary import ActualSource, Calculation, Direction, IndicatorKind
from goru.domain.plans.models import ActionTask, CoreTask, Item, PublishedPlan, Row, SourcedRow

_OWNERS = ("plan", "core_task", "action_task")


def _only(owner: str) -> Q:
    return Q(**{f"{other}__isnull": other != owner for other in _OWNERS})


class Measure(Row):
    """What indicators measure (지표 정의): a common one of the national part, or a plan's or a task's own."""

    plan = models.ForeignKey(PublishedPlan, null=True, on_delete=models.CASCADE, related_name="measures")
    name = models.TextField()
    unit = models.TextField(blank=True)
    definition = models.TextField(blank=True)
    direction = models.CharField(max_length=10, choices=Direction, blank=True)
    over_time = models.CharField(max_length=10, choices=Calculation, blank=True)
    over_places = models.CharField(max_length=10, choices=Calculation, blank=True)
    data_source = models.TextField(blank=True)

    class Meta(Row.Meta):
        abstract = False
        constraints = (
            *Row.Meta.constraints,
            within_ranges(
                "measure_is_within_ranges", names=("name", "unit"), texts=("definition", "data_source")
            ),
        )

    class Publishing:
        public = (
            *("id", *Row.KEY, "plan", "name", "unit", "definition", "direction", "over_time", "over_places"),
            "data_source",
        )
        withheld = ()

    def __str__(self) -> str:
        return self.name


class Indicator(SourcedRow):
    """An indicator (성과지표): a measure in a plan under a strategy, or as a goal of a core or an action task.

    The baseline of a plan's indicator is last year's actual (실적). A value is kept as printed; its number beside it is
    null where the print is no number. An empty print means that nothing is printed.
    """

    kind = models.CharField(max_length=10, choices=IndicatorKind)
    plan = models.ForeignKey(PublishedPlan, null=True, on_delete=models.CASCADE, related_name="indicators")
    core_task = models.ForeignKey(CoreTask, null=True, on_delete=models.CASCADE, related_name="indicators")
    action_task = models.ForeignKey(
        ActionTask, null=True, on_delete=models.CASCADE, related_name="indicators"
    )
    measure = models.ForeignKey(Measure, null=True, on_delete=models.CASCADE, related_name="indicators")
    position = models.PositiveSmallIntegerField()
    strategy_wording = models.TextField(blank=True)
    name = models.TextField()
    unit = models.TextField(blank=True)
    baseline_year = models.PositiveSmallIntegerField(null=True)
    baseline_printed = models.TextField(blank=True)
    baseline = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    target_year = models.PositiveSmallIntegerField(null=True)
    target_printed = models.TextField(blank=True)
    target = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    change_printed = models.TextField(blank=True)
    change = models.DecimalField(max_digits=24, decimal_places=6, null=True)

    class Meta(SourcedRow.Meta):
        abstract = False
        constraints = (
            *SourcedRow.Meta.constraints,
            within_ranges(
                "indicator_is_within_ranges",
                years=("baseline_year", "target_year"),
                counts=("position",),
                names=(
                    "strategy_wording",
                    "name",
                    "unit",
                    "baseline_printed",
                    "target_printed",
                    "change_printed",
                ),
            ),
            models.CheckConstraint(
                name="indicator_belongs_to_one_thing",
                condition=_only("plan") | _only("core_task") | _only("action_task"),
            ),
            models.CheckConstraint(
                name="indicator_of_a_task_is_a_goal",
                condition=Q(plan__isnull=True, kind=IndicatorKind.GOAL)
                | (Q(plan__isnull=False) & ~Q(kind=IndicatorKind.GOAL)),
            ),
            models.UniqueConstraint(
                name="indicator_position_under_its_owner",
                fields=(*_OWNERS, "position"),
                nulls_distinct=False,
                deferrable=models.Deferrable.DEFERRED,
            ),
        )

    class Publishing:
        public = (
            *("id", "kind", *_OWNERS, "measure", "position", "strategy_wording", "name", "unit"),
            *("baseline_year", "baseline_printed", "baseline", "target_year", "target_printed", "target"),
            *("change_printed", "change", *SourcedRow.SHARED),
        )
        withheld = ()

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """What an indicator shall reach in a year beyond the plan's (연도별 목표), as written, and its number if it is one."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField()
    printed = models.TextField()
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True)

    class Meta:
        constraints = (
            within_ranges("target_is_within_ranges", years=("year",), names=("printed",)),
            models.UniqueConstraint(name="target_one_a_year", fields=("indicator", "year")),
        )

    class Publishing:
        public = ("id", "indicator", "year", "printed", "value")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.indicator} {self.year} {self.printed}"


class Actual(models.Model):
    """What an indicator came to in a period (실적): `period` is 2024, 2024-h1, 2024-q3 or 2024-05. It stays; another revises it.

    One that was typed and one that was counted are both kept. `value` is null where the actual is no number: a stage that
    was reached, say, which then stands in `printed`.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="actuals")
    period = models.CharField(max_length=10)
    source = models.CharField(max_length=10, choices=ActualSource)
    printed = models.TextField()
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    note = models.TextField(blank=True)
    revises = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="revised_by")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            within_ranges("actual_is_within_ranges", names=("printed",), texts=("note",)),
            models.CheckConstraint(name="actual_says_something", condition=~Q(printed="")),
            models.CheckConstraint(
                name="actual_is_of_a_period",
                condition=Q(period__regex=r"^\d{4}(-(h[12]|q[1-4]|0[1-9]|1[0-2]))?$"),
            ),
            models.UniqueConstraint(
                name="actual_is_one_or_revises",
                fields=("item", "period", "source"),
                condition=Q(revises=None),
            ),
        )
        triggers = (Protect(name="actual_never_changes", operation=Update | Delete),)

    class Publishing:
        public = ()
        withheld = ("id", "item", "period", "source", "printed", "value", "note", "revises", "at", "by")

    def __str__(self) -> str:
        return f"{self.item} {self.period} {self.printed}"
