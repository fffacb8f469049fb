from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goru.book.model import Source
from goru.core.constraints import within_ranges
from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.vocabulary import DocumentForm, FindingCategory, Severity


class Document(models.Model):
    """A book as it was adopted into a cycle (채택 문서); the current one is what the cycle's rows say.

    `content` is the whole PlanBook (goru.book.model) as JSON, `digest` the SHA-256 of it: the same facts give the
    same digest, whatever file they came from. `mark` names the facts together with what the checks found in them:
    whatever is made of a document (index, pictures, downloads, answers) is another where the mark is.

    `decided_date` is the day of the data (자료 기준일), `adopted_at` only that of their loading. `form` is what the places
    of its facts are counted in, `page_numbers` the printed ones that are left, `total_sources` where the book says how
    its total was made (goru.book.model.Headline).
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="documents")
    title = models.TextField()
    name = models.TextField()
    digest = models.CharField(max_length=64)
    mark = models.CharField(max_length=64)
    content = models.JSONField()
    decided_date = models.DateField(null=True)
    form = models.CharField(max_length=10, choices=DocumentForm)
    page_numbers = models.JSONField(default=list)
    total_sources = models.JSONField(default=dict)
    is_current = models.BooleanField(default=True)
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            within_ranges("document_is_within_ranges", names=("title", "name")),
            models.UniqueConstraint(
                name="document_is_the_only_current_one_of_its_cycle",
                fields=("cycle",),
                condition=Q(is_current=True),
            ),
        )

    class Publishing:
        public = (
            *(
                "id",
                "cycle",
                "title",
                "name",
                "digest",
                "decided_date",
                "form",
                "page_numbers",
                "total_sources",
            ),
            *("is_current", "adopted_at"),
        )
        withheld = ("mark", "content", "adopted_by")

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
    """A fact and the place it was printed at, as `goru.book.model.Source` says it."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    first_line = models.PositiveIntegerField()
    last_line = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True)
    last_page = models.PositiveIntegerField(null=True)
    cell = models.TextField(blank=True)

    SOURCE = ("document", "first_line", "last_line", "page", "last_page", "cell")

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
        )


def printed_at(document: Document, source: Source) -> dict[str, Any]:
    """The fields of a `Sourced` fact that say where it was printed."""
    return {"document": document, **source.model_dump(exclude={"cell"}), "cell": source.cell or ""}


class Finding(models.Model):
    """What a check found in an adopted book (점검 결과), kept with it."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField()
    rule = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, choices=Severity)
    category = models.CharField(max_length=20, choices=FindingCategory)
    subject = models.TextField()
    expected = models.JSONField(null=True)
    found = models.JSONField(null=True)
    difference = models.DecimalField(max_digits=30, decimal_places=6, null=True)
    message = models.TextField()
    parameters = models.JSONField(default=dict)
    sources = models.JSONField(default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="finding_position_in_its_document", fields=("document", "position")),
        )
        indexes = (models.Index(fields=("document", "subject"), name="finding_subject"),)

    class Publishing:
        public = (
            *("id", "document", "position", "rule", "severity", "category", "subject", "expected", "found"),
            *("difference", "message", "parameters", "sources"),
        )
        withheld = ()

    def __str__(self) -> str:
        return f"{self.rule}: {self.subject}"
