"""Whom the guideline was consulted on with, and to whom it was explained."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from goru.core.constraints import within_ranges
from goru.domain.formulation.models.guidelines import Guideline
from goru.domain.institutions.models import Institution
from goru.domain.plans.vocabulary import PlanKind


class GuidelineConsultation(models.Model):
    """A consultation on a guideline (수립지침 협의): on which bases, since when, with whom, and how it ended."""

    guideline = models.ForeignKey(Guideline, on_delete=models.CASCADE, related_name="consultations")
    name = models.CharField(max_length=100)
    kinds = ArrayField(models.CharField(max_length=20, choices=PlanKind))
    begun_date = models.DateField()
    finished_date = models.DateField(null=True)
    participants = models.ManyToManyField(Institution, related_name="guideline_consultations")
    result = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            within_ranges("guideline_consultation_is_within_ranges", texts=("result",)),
            models.CheckConstraint(
                name="guideline_consultation_has_a_name_and_bases",
                condition=~Q(name="") & Q(kinds__len__gte=1, kinds__contained_by=PlanKind.values),
            ),
            models.CheckConstraint(
                name="guideline_consultation_finished_has_a_result",
                condition=Q(finished_date=None, result="") | (Q(finished_date__isnull=False) & ~Q(result="")),
            ),
            models.CheckConstraint(
                name="guideline_consultation_begins_before_it_ends",
                condition=Q(finished_date=None) | Q(finished_date__gte=F("begun_date")),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "guideline", "name", "kinds", "begun_date", "finished_date", "participants", "result"),
            *("version", "recorded_at", "recorded_by"),
        )

    def __str__(self) -> str:
        return f"{self.guideline} {self.name}"


class Briefing(models.Model):
    """A briefing on a guideline (설명회): the day, the place, what was handed out."""

    guideline = models.ForeignKey(Guideline, on_delete=models.CASCADE, related_name="briefings")
    held_date = models.DateField()
    place = models.CharField(max_length=100)
    material = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="briefing_of_a_day_and_place_is_one", fields=("guideline", "held_date", "place")
            ),
        )

    class Publishing:
        public = ()
        withheld = ("id", "guideline", "held_date", "place", "material", "recorded_at", "recorded_by")

    def __str__(self) -> str:
        return f"{self.guideline} 설명회 {self.held_date}"


class BriefingAttendance(models.Model):
    """How many came to a briefing from an institution (설명회 참석)."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="attendances")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    count = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="briefing_attendance_of_an_institution_is_one", fields=("briefing", "institution")
            ),
            models.CheckConstraint(name="briefing_attendance_is_of_somebody", condition=Q(count__gte=1)),
        )

    class Publishing:
        public = ()
        withheld = ("id", "briefing", "institution", "count")

    def __str__(self) -> str:
        return f"{self.briefing} {self.institution} {self.count}"
