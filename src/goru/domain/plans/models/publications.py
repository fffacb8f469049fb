"""What is published: which editions are a cycle's plan, what the checks found in it, what its rows were made of."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from goru.core.constraints import within_ranges
from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.models.documents import Document
from goru.domain.plans.models.editions import Edition, Plan


class Publication(models.Model):
    """Which editions are a cycle's plan (공표): the official act; the one of the highest number is in force.

    `title` and `decided_date` (자료 기준일) are what the national part says; `document` is where that was printed, if it
    was; `total_sources` is where it says how its total was made.
    `digest` is of the editions' facts, `mark` of all that the answer to a reader is made of here: the publication, what
    was found in it, the register of institutions.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField()
    editions = models.ManyToManyField(Edition, through="PublishedEdition", related_name="publications")
    title = models.TextField()
    decided_date = models.DateField(null=True)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    total_sources = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    mark = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            within_ranges("publication_is_within_ranges", names=("title",)),
            models.UniqueConstraint(name="publication_number_in_its_cycle", fields=("cycle", "number")),
        )

    class Publishing:
        public = (
            *("id", "cycle", "number", "editions", "title", "decided_date", "document"),
            *("total_sources", "digest", "at"),
        )
        withheld = ("mark", "by")

    def __str__(self) -> str:
        return f"{self.title} #{self.number}"


class PublishedEdition(models.Model):
    """The edition of a plan that a publication publishes: one a plan, and of that plan (a foreign key of both)."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="published_editions")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="published_editions")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="published_editions")

    class Meta:
        constraints = (
            models.UniqueConstraint(name="published_edition_one_of_a_plan", fields=("publication", "plan")),
        )

    class Publishing:
        public = ("id", "publication", "plan", "edition")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.publication} {self.edition}"


class Projection(models.Model):
    """Of which publication, in which form, a cycle's rows are; where they are of another they are made again."""

    cycle = models.OneToOneField(Cycle, primary_key=True, on_delete=models.CASCADE, related_name="projection")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="+")
    form = models.PositiveSmallIntegerField()

    class Publishing:
        public = ()
        withheld = ("cycle", "publication", "form")

    def __str__(self) -> str:
        return f"{self.publication} ({self.form})"
