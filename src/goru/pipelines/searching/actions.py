"""Make the index of a year."""

from __future__ import annotations

from itertools import islice

from django.contrib.postgres.search import SearchVector
from django.db import connection, transaction
from django.db.models import Value

from goru.domain.plans import queries as plans
from goru.domain.plans.models import Cycle
from goru.pipelines.searching.models import Entry, Term
from goru.pipelines.searching.morphemes import terms_of
from goru.pipelines.searching.sources import entries_of
from goru.pipelines.searching.words import keys_of

_BATCH = 1000
_TERMS = "SELECT word, ndoc FROM ts_stat('SELECT vector FROM searching_entry')"


@transaction.atomic
def index_cycle(*, cycle: Cycle) -> bool:
    """Make the entries of what a cycle's plans say now; whether there was anything to do."""
    document = plans.current_document(cycle)
    if Entry.objects.filter(document=document).exists():
        return False
    Entry.objects.filter(document__cycle=cycle).delete()
    entries = entries_of(document)
    while batch := list(islice(entries, _BATCH)):
        titles = terms_of(entry.title for entry in batch)
        contexts = terms_of(entry.context for entry in batch)
        for entry, title, context in zip(batch, titles, contexts, strict=True):
            entry.vector = _vector(title, "A") + _vector(context, "C")
        Entry.objects.bulk_create(batch)
    _list_terms()
    return True


def _vector(terms: list[str], weight: str) -> SearchVector:
    return SearchVector(Value(" ".join(terms)), config="simple", weight=weight)


def _list_terms() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_TERMS)
        counts = cursor.fetchall()
    Term.objects.all().delete()
    Term.objects.bulk_create(
        [Term(text=word, keys=keys_of(word), entries=count) for word, count in counts],
        batch_size=_BATCH,
    )
