from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.domain.formulation.models.guidelines import GuidelineSection
from goru.domain.institutions.models import Institution


class Question(models.Model):
    """What a recipient asked about a section (질문), and the answer (답변), which is guidance for all recipients."""

    section = models.ForeignKey(GuidelineSection, on_delete=models.PROTECT, related_name="questions")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            within_ranges("question_is_within_ranges", texts=("text", "answer")),
            models.CheckConstraint(name="question_asks_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="question_answered_says_when_and_by_whom",
                condition=Q(answer="", answered_at=None, answered_by=None)
                | ~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "section", "institution", "text", "asked_at", "asked_by"),
            *("answer", "answered_at", "answered_by", "version"),
        )

    def __str__(self) -> str:
        return f"{self.section} {self.text[:20]}"
