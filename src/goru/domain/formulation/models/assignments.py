from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.core.verdict import Subject
from goru.domain.formulation.rules import HANDED_IN
from goru.domain.formulation.vocabulary import SubmissionState
from goru.domain.institutions.models import Institution, Unit
from goru.domain.plans.models import Plan

_HANDED_IN_BY = {"submitted_at__isnull": False, "submitted_by__isnull": False}
_DECIDED_BY = {"decided_at__isnull": False, "decided_by__isnull": False}


class Assignment(models.Model):
    """A section of a plan that a unit of its institution, or a municipality, writes until an inner date (취합: 맡긴 절).

    `section` is its key in the plan (goru.book.items.sections). Several may be assigned one section. `return_note` is of the
    last time it was returned; `decided` when it was accepted or returned since it was last handed in.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="assignments")
    section = models.CharField(max_length=100)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="assignments")
    institution = models.ForeignKey(
        Institution, null=True, on_delete=models.PROTECT, related_name="assignments"
    )
    due_date = models.DateField()
    note = models.TextField(blank=True)
    state = models.CharField(max_length=20, choices=SubmissionState, default=SubmissionState.DRAFT)
    return_note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    assigned_at = models.DateTimeField()
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            within_ranges("assignment_is_within_ranges", texts=("note", "return_note")),
            models.UniqueConstraint(
                name="assignment_of_a_section_to_one_is_one",
                fields=("plan", "section", "unit", "institution"),
                nulls_distinct=False,
            ),
            models.CheckConstraint(name="assignment_is_of_a_section", condition=~Q(section="")),
            models.CheckConstraint(
                name="assignment_is_to_a_unit_or_an_institution",
                condition=Q(unit__isnull=False, institution=None) | Q(unit=None, institution__isnull=False),
            ),
            models.CheckConstraint(
                name="assignment_handed_in_says_when_and_by_whom",
                condition=Q(state=SubmissionState.DRAFT, submitted_at=None, submitted_by=None)
                | ~Q(state=SubmissionState.DRAFT) & Q(**_HANDED_IN_BY),
            ),
            models.CheckConstraint(
                name="assignment_decided_says_when_and_by_whom",
                condition=Q(state__in=(SubmissionState.DRAFT, SubmissionState.SUBMITTED))
                & Q(decided_at=None, decided_by=None)
                | Q(state__in=(SubmissionState.RETURNED, SubmissionState.ACCEPTED)) & Q(**_DECIDED_BY),
            ),
            models.CheckConstraint(
                name="assignment_returned_says_why",
                condition=~Q(state=SubmissionState.RETURNED) | ~Q(return_note=""),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "plan", "section", "unit", "institution", "due_date", "note", "state", "return_note"),
            *("version", "assigned_at", "assigned_by", "submitted_at", "submitted_by"),
            *("decided_at", "decided_by"),
        )

    @property
    def subject(self) -> Subject:
        """What deeds on it are about."""
        return Subject("assignment", str(self.pk))

    @property
    def to(self) -> Unit | Institution:
        """Who writes it."""
        to = self.unit or self.institution
        if to is None:
            raise ValueError("A section is assigned to a unit or to an institution.")
        return to

    @property
    def name(self) -> str:
        """What who writes it is called."""
        return self.unit.name if self.unit else str(self.to)

    @property
    def is_handed_in(self) -> bool:
        """Whether it waits for nobody who writes."""
        return self.state in HANDED_IN

    def __str__(self) -> str:
        return f"{self.plan} {self.section} → {self.to}"
