"""Make the index of a year."""

from __future__ import annotations

from itertools import islice

from django.contrib.postgres.search import SearchVector
from django.db import connection, transaction
from django.db.models import Value
from django.db.models.expressions import Combinable

from goru.domain.plans import queries as plans
from goru.domain.plans.models import Cycle
from goru.pipelines.searching.codes import word_of
from goru.pipelines.searching.models import Entry, Index, Term
from goru.pipelines.searching.morphemes import terms_of
from goru.pipelines.searching.sources import entries_of
from goru.pipelines.searching.tokens import keys_of

FORM = 2
"""Raised whenever the same plans give other entries."""

_BATCH = 1000
_TERMS = "SELECT word, ndoc FROM ts_stat('SELECT vector FROM searching_entry')"


@transaction.atomic
def index_cycle(*, cycle: Cycle) -> bool:
    """Make the entries of what a cycle's plans say now; whether there was anything to do."""
    made_of = f"{plans.published(cycle).mark}-{FORM}"
    if Index.objects.filter(cycle=cycle, made_of=made_of).exists():
        return False
    Index.objects.update_or_create(cycle=cycle, defaults={"made_of": made_of})
    Entry.objects.filter(cycle=cycle).delete()
    entries = entries_of(cycle)
    while batch := list(islice(entries, _BATCH)):
        titles = terms_of(entry.title for entry in batch)
        contexts = terms_of(entry.context for entry in batch)
        for entry, title, context in zip(batch, titles, contexts, strict=True):
            entry.vector = _vector(title, "A") + _vector(context, "C") + _references(entry)
        Entry.objects.bulk_create(batch)
    _list_terms()
    return True


def _vector(terms: list[str], weight: str) -> SearchVector:
    return SearchVector(Value(" ".join(terms)), config="simple", weight=weight)


def _references(entry: Entry) -> Combinable:
    """The year, and the code of the frame: what is in the frame is foremost what has the code."""
    year = [str(entry.year), f"{entry.year}년"]
    if not entry.strategy:
        return _vector(year, "D")
    is_in_the_frame = entry.key.startswith(entry.strategy)
    code = word_of(entry.key if is_in_the_frame else entry.strategy)
    return _vector(year, "D") + _vector([code], "A" if is_in_the_frame else "D")


def _list_terms() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_TERMS)
        counts = cursor.fetchall()
    Term.objects.all().delete()
    Term.objects.bulk_create(
        [Term(text=word, keys=keys_of(word), entries=count) for word, count in counts],
        batch_size=_BATCH,
    )
