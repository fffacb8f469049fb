"""What checks found."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from goru.domain.plans.models.editions import Edition
from goru.domain.plans.models.items import Item
from goru.domain.plans.models.publications import Publication
from goru.domain.plans.vocabulary import FindingCategory, Severity


class Finding(models.Model):
    """What a check found (점검 결과) in what is published, or in a draft that was checked, and whom it concerns.

    `subject` says where in printed codes and names (goru.book.paths), `item` which item that is, if it is one,
    `concerns` names institutions by their keys in the register.
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
        )
        withheld = ("edition",)

    def __str__(self) -> str:
        return f"{self.rule}: {self.subject}"
