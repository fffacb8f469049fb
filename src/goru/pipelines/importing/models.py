from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from goru.domain.plans.models import Document
from goru.pipelines.importing.rules import IN_WORK
from goru.pipelines.importing.vocabulary import ImportState


class Import(models.Model):
    """A book that somebody brought in (가져오기): the file, how far its reading is, what was read, what became of it.

    `version` counts what persons did to it: a page that shows an older one changes nothing, and neither does a job
    that was begun for an older one. The file itself lies under settings.UPLOADS by its digest.
    """

    name = models.TextField()
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.RECEIVED)
    version = models.PositiveIntegerField(default=1)
    lines = models.PositiveIntegerField(null=True)
    failure = models.TextField(blank=True)
    failure_en = models.TextField(blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    book = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    checked = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    printed = models.JSONField(default=list)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="imports")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = (models.Index(fields=("digest",), name="import_digest"),)
        constraints = (
            models.CheckConstraint(
                name="import_state_is_known", condition=Q(state__in=[state.value for state in ImportState])
            ),
            models.CheckConstraint(
                name="import_says_why_it_failed",
                condition=(Q(state=ImportState.FAILED) & ~Q(failure="") & ~Q(failure_en=""))
                | (~Q(state=ImportState.FAILED) & Q(failure="", failure_en="")),
            ),
            models.CheckConstraint(
                name="import_that_is_ready_has_a_book",
                condition=~Q(state__in=[ImportState.READY, ImportState.ADOPTED, ImportState.PUBLISHED])
                | Q(book__isnull=False, year__isnull=False),
            ),
            models.CheckConstraint(
                name="import_that_is_adopted_has_a_document",
                condition=Q(document__isnull=False, state__in=[ImportState.ADOPTED, ImportState.PUBLISHED])
                | Q(document__isnull=True, state__in=[*IN_WORK, ImportState.READY, ImportState.DISCARDED])
                | Q(state=ImportState.FAILED),
            ),
            models.CheckConstraint(
                name="import_decided_at_and_by_go_together",
                condition=Q(decided_at__isnull=True, decided_by__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "name", "digest", "size", "received_at", "received_by", "state", "version", "lines"),
            *(
                "failure",
                "failure_en",
                "year",
                "book",
                "checked",
                "printed",
                "document",
                "decided_at",
                "decided_by",
            ),
        )

    def __str__(self) -> str:
        return self.name
