"""What checks found, and why some of it stands."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.core.verdict import Subject
from goru.domain.plans.models.editions import Edition, Plan
from goru.domain.plans.models.items import Item
from goru.domain.plans.models.publications import Publication
from goru.domain.plans.vocabulary import FindingCategory, Severity


class Finding(models.Model):
    """What a check found (점검 결과) in what is published, or in a draft that was checked, and whom it concerns.

    `subject` says where in printed codes and names (goru.book.paths), `item` which item that is, if it is one,
    `concerns` names institutions by their keys in the register. `explanation` is why it stands, as it was published with it.
    """

    publication = models.ForeignKey(Publication, null=True, on_delete=models.CASCADE, related_name="findings")
    edition = models.ForeignKey(Edition, null=True, on_delete=models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField()
    rule = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, choices=Severity)
    category = models.CharField(max_length=20, choices=FindingCategory)
    subject = models.TextField()
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    concerns = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    expected = models.JSONField(null=True)
    found = models.JSONField(null=True)
    difference = models.DecimalField(max_digits=30, decimal_places=6, null=True)
    message = models.TextField()
    parameters = models.JSONField(default=dict)
    sources = models.JSONField(default=list)
    explanation = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="finding_is_of_a_publication_or_a_draft",
                condition=Q(publication__isnull=False, edition=None)
                | Q(publication=None, edition__isnull=False),
            ),
            models.UniqueConstraint(
                name="finding_position_in_what_was_checked",
                fields=("publication", "edition", "position"),
                nulls_distinct=False,
            ),
        )
        indexes = (
            models.Index(fields=("publication", "subject"), name="finding_subject"),
            GinIndex(fields=("concerns",), name="finding_concerns"),
        )

    class Publishing:
        public = (
            *("id", "publication", "position", "rule", "severity", "category", "subject", "item", "concerns"),
            *("expected", "found", "difference", "message", "parameters", "sources"),
            "explanation",
        )
        withheld = ("edition",)

    def __str__(self) -> str:
        return f"{self.rule}: {self.subject}"


class Explanation(models.Model):
    """Why a finding of a plan stands (설명), in the words of who writes the plan; of an error, what the secretariat answered.

    `mark` tells the finding from others (plans.rules.mark_of): once its figures are others, it is another finding. An error
    that the secretariat lifts (해제) no longer stands in the way of the plan's acceptance.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="explanations")
    mark = models.CharField(max_length=64)
    rule = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, choices=Severity)
    message = models.TextField()
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_lifted = models.BooleanField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            within_ranges("explanation_is_within_ranges", texts=("text", "answer")),
            models.UniqueConstraint(name="explanation_of_a_finding_is_one", fields=("plan", "mark")),
            models.CheckConstraint(name="explanation_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="explanation_answered_is_of_an_error_and_says_why",
                condition=Q(is_lifted=None, answer="", answered_at=None, answered_by=None)
                | Q(severity=Severity.ERROR, answered_at__isnull=False, answered_by__isnull=False)
                & Q(is_lifted__isnull=False)
                & ~Q(answer=""),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "plan", "mark", "rule", "severity", "message", "text", "version"),
            *("written_at", "written_by", "is_lifted", "answer", "answered_at", "answered_by"),
        )

    @property
    def subject(self) -> Subject:
        """What deeds on it are about."""
        return Subject("explanation", str(self.pk))

    @property
    def is_settling(self) -> bool:
        """Whether its finding no longer stands in the way: a warning is explained, an error was lifted."""
        return self.severity == Severity.WARNING or bool(self.is_lifted)

    @property
    def published(self) -> str:
        """What is published with the finding: the institution's words on a warning, the reason why an error was lifted."""
        if self.severity == Severity.WARNING:
            return self.text
        return self.answer if self.is_lifted else ""

    def __str__(self) -> str:
        return f"{self.plan} {self.rule}"
