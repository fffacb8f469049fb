from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goru.book.model import Source
from goru.core.constraints import within_ranges
from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.vocabulary import DocumentForm


class Document(models.Model):
    """A book that was read and adopted (채택 문서): where editions come from, and what their places are counted in.

    `digest` is the SHA-256 of the whole book with its places, `name` that of the file, `form` what its places count,
    `page_numbers` are the printed ones that are left in it, `has_total_sources_read` whether it was looked at for how
    its total was made: version 0.1.0 did not.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="documents")
    title = models.TextField()
    name = models.TextField()
    digest = models.CharField(max_length=64)
    form = models.CharField(max_length=10, choices=DocumentForm)
    page_numbers = models.JSONField(default=list)
    has_total_sources_read = models.BooleanField(default=True)
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (within_ranges("document_is_within_ranges", names=("title", "name")),)

    class Publishing:
        public = (
            "id",
            "cycle",
            "title",
            "name",
            "digest",
            "form",
            "page_numbers",
            "has_total_sources_read",
            "adopted_at",
        )
        withheld = ("adopted_by",)

    def __str__(self) -> str:
        return self.title


class PrintedLine(models.Model):
    """A line of an adopted book (원문의 행), kept where the installation was given the book and not its data alone."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True)
    number = models.PositiveIntegerField()
    cell = models.TextField(blank=True)
    text = models.TextField()

    class Meta:
        constraints = (
            within_ranges(
                "printed_line_is_within_ranges", places=("page", "number"), names=("cell",), texts=("text",)
            ),
            models.UniqueConstraint(
                name="printed_line_position_in_its_document", fields=("document", "position")
            ),
        )
        indexes = (models.Index(fields=("document", "page", "number"), name="printed_line_place"),)

    class Publishing:
        public = ()
        withheld = ("id", "document", "position", "page", "number", "cell", "text")

    def __str__(self) -> str:
        return self.text


class Sourced(models.Model):
    """A fact and the place it was printed at, as `goru.book.model.Source` says it; all null where it was written.

    The document is that of the plan that it is in (PublishedPlan.document), else of the national part
    (Publication.document): another print of the same facts at the same places touches no row.
    """

    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)
    page = models.PositiveIntegerField(null=True)
    last_page = models.PositiveIntegerField(null=True)
    cell = models.TextField(blank=True)

    PLACE = tuple(Source.model_fields)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            within_ranges(
                "%(class)s_place_is_within_ranges",
                places=("first_line", "last_line", "page", "last_page"),
                names=("cell",),
            ),
            models.CheckConstraint(
                name="%(class)s_first_line_before_last",
                condition=Q(last_page__isnull=False) | Q(first_line__lte=F("last_line")),
            ),
            models.CheckConstraint(
                name="%(class)s_lines_go_together",
                condition=Q(first_line=None, last_line=None)
                | Q(first_line__isnull=False, last_line__isnull=False),
            ),
        )
