"""The index: entries and the terms they are found by."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from goru.domain.institutions.models import Institution
from goru.domain.plans.models import Cycle
from goru.pipelines.searching.vocabulary import Kind


class Entry(models.Model):
    """One thing that can be found. It is derived: made again whenever another plan is published."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=Kind)
    position = models.PositiveIntegerField()
    title = models.TextField()
    context = models.TextField(blank=True)
    key = models.TextField()  # of what its page is about: a key, a code, group/number, a name
    institution = models.ForeignKey(Institution, null=True, on_delete=models.CASCADE, related_name="+")
    strategy = models.TextField(blank=True)  # the code of the national strategy
    vector = SearchVectorField()

    class Meta:
        constraints = (
            models.UniqueConstraint(name="entry_position_in_its_kind", fields=("cycle", "kind", "position")),
        )
        indexes = (GinIndex(fields=("vector",), name="entry_vector"),)

    class Publishing:
        public = ("id", "year", "kind", "position", "title", "context", "key", "institution", "strategy")
        withheld = ("cycle", "vector")

    def __str__(self) -> str:
        return self.title


class Index(models.Model):
    """What the entries of a cycle were made of; where it is the same, nothing is to be made."""

    cycle = models.OneToOneField(Cycle, primary_key=True, on_delete=models.CASCADE, related_name="+")
    made_of = models.TextField()

    class Publishing:
        public = ()
        withheld = ("cycle", "made_of")

    def __str__(self) -> str:
        return self.made_of


class Term(models.Model):
    """A word of the index, and the keys it is typed with, by which a mistyped word is likened to it."""

    text = models.TextField(primary_key=True)
    keys = models.TextField()
    entries = models.PositiveIntegerField()

    class Meta:
        indexes = (GinIndex(fields=("keys",), name="term_keys", opclasses=("gin_trgm_ops",)),)

    class Publishing:
        public = ("text", "keys", "entries")
        withheld = ()

    def __str__(self) -> str:
        return self.text
