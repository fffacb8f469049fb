from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.core.history import with_history
from goru.core.verdict import Subject
from goru.domain.formulation import rules
from goru.domain.formulation.rules import UNRESOLVED
from goru.domain.formulation.vocabulary import GuidelineState
from goru.domain.meetings.models import AgendaItem
from goru.domain.plans.models import Cycle, Edition
from goru.domain.plans.vocabulary import PlanKind

_RESOLVED = {"frame__isnull": False, "agenda_item__isnull": False}
_RESOLVED_BY = {"resolved_at__isnull": False, "resolved_by__isnull": False}
_SENT_BY = {"sent_at__isnull": False, "sent_by__isnull": False}


class Guideline(models.Model):
    """The guideline (수립지침) by which the plans of a cycle are written (시행령 제8조, 제10조, 제12조).

    `frame` is the edition of the national part whose strategies and tasks the plans follow; `agenda_item` is what
    resolved it; `brought_digest` is of the text that was last brought before the Committee. `version` counts what changed it,
    its state and which sections it has.
    """

    cycle = models.OneToOneField(Cycle, on_delete=models.PROTECT, related_name="guideline")
    title = models.CharField(max_length=200)
    frame = models.ForeignKey(Edition, null=True, on_delete=models.PROTECT, related_name="guidelines")
    state = models.CharField(max_length=20, choices=GuidelineState, default=GuidelineState.DRAFT)
    agenda_item = models.ForeignKey(
        AgendaItem, null=True, on_delete=models.PROTECT, related_name="guidelines"
    )
    brought_digest = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(name="guideline_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="guideline_resolved_says_by_what_and_in_which_frame",
                condition=Q(state__in=UNRESOLVED, agenda_item=None, resolved_at=None, resolved_by=None)
                | ~Q(state__in=UNRESOLVED) & Q(**_RESOLVED) & Q(**_RESOLVED_BY),
            ),
            models.CheckConstraint(
                name="guideline_sent_says_when_and_by_whom",
                condition=~Q(state=GuidelineState.SENT) & Q(sent_at=None, sent_by=None)
                | Q(state=GuidelineState.SENT) & Q(**_SENT_BY),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "cycle", "title", "frame", "state", "agenda_item", "brought_digest", "version"),
            *("opened_at", "opened_by"),
            *("resolved_at", "resolved_by", "sent_at", "sent_by"),
        )

    @property
    def subject(self) -> Subject:
        """What deeds on it are about."""
        return Subject("guideline", str(self.cycle.year))

    @property
    def due_date(self) -> date:
        """The statutory day by which it is sent."""
        return rules.due(self.cycle.year)

    def __str__(self) -> str:
        return self.title


class GuidelineSection(models.Model):
    """A section of a guideline (지침 항목), known by its key in whatever words it stands; `version` counts its changes."""

    guideline = models.ForeignKey(Guideline, on_delete=models.CASCADE, related_name="sections")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="guideline_section_key_in_its_guideline", fields=("guideline", "key")
            ),
            models.UniqueConstraint(
                name="guideline_section_position_in_its_guideline", fields=("guideline", "position")
            ),
        )

    class Publishing:
        public = ()
        withheld = ("id", "guideline", "key", "position", "version")

    def __str__(self) -> str:
        return f"{self.guideline} {self.key}"


@with_history
class SectionWording(models.Model):
    """What a section says (지침 문안): for which kinds of plan, whether these must hold it, and how it is written.

    The one of the highest number is in force. Until the guideline is resolved there is one, which is changed; from then on
    each change is another, with its reason.
    """

    section = models.ForeignKey(GuidelineSection, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    kinds = ArrayField(models.CharField(max_length=20, choices=PlanKind))
    title = models.CharField(max_length=200)
    guidance = models.TextField()
    is_required = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            within_ranges("section_wording_is_within_ranges", texts=("guidance",)),
            models.UniqueConstraint(
                name="section_wording_number_in_its_section", fields=("section", "number")
            ),
            models.CheckConstraint(
                name="section_wording_has_a_title_and_kinds",
                condition=~Q(title="") & Q(kinds__len__gte=1, kinds__contained_by=PlanKind.values),
            ),
            models.CheckConstraint(
                name="section_wording_after_the_first_says_why", condition=Q(number=1) | ~Q(reason="")
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "section", "number", "kinds", "title", "guidance", "is_required", "reason", "at", "by"),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"
