"""Make the index of a year."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

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

FORM = 3
"""Raised whenever the same plans give other entries."""

_BATCH = 1000
_TERMS = "SELECT word, ndoc FROM ts_stat('SELECT vector FROM searching_entry')"
_FACTS = ("year", "kind", "position", "title", "context", "key", "institution_id", "strategy")
"""All that an entry says, and that its vector is made of."""


@transaction.atomic
def index_cycle(*, cycle: Cycle) -> bool:
    """Bring the entries of a cycle to what its plans say now, touching only what differs; whether there was anything to do."""
    made_of = f"{plans.published(cycle).mark}-{FORM}"
    if Index.objects.filter(cycle=cycle, made_of=made_of).exists():
        return False
    if not Index.objects.filter(cycle=cycle, made_of__endswith=f"-{FORM}").exists():
        Entry.objects.filter(cycle=cycle).delete()
    Index.objects.update_or_create(cycle=cycle, defaults={"made_of": made_of})
    _keep(cycle, {tuple(getattr(entry, name) for name in _FACTS): entry for entry in entries_of(cycle)})
    _list_terms()
    return True


def _keep(cycle: Cycle, wanted: dict[tuple[object, ...], Entry]) -> None:
    """Remove the entries that are not wanted and add those that are not there; words are looked for in those alone."""
    there = {facts: pk for pk, *said in _kept(cycle) if (facts := tuple(said))}
    Entry.objects.filter(pk__in=[pk for facts, pk in there.items() if facts not in wanted]).delete()
    entries = (entry for facts, entry in wanted.items() if facts not in there)
    while batch := list(islice(entries, _BATCH)):
        titles = terms_of(entry.title for entry in batch)
        contexts = terms_of(entry.context for entry in batch)
        for entry, title, context in zip(batch, titles, contexts, strict=True):
            entry.vector = _vector(title, "A") + _vector(context, "C") + _references(entry)
        Entry.objects.bulk_create(batch)


def _kept(cycle: Cycle) -> Iterable[tuple[Any, ...]]:
    return Entry.objects.filter(cycle=cycle).values_list("pk", *_FACTS)


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
        counts = dict(cursor.fetchall())
    listed = dict(Term.objects.values_list("text", "entries"))
    Term.objects.filter(pk__in=listed.keys() - counts.keys()).delete()
    Term.objects.bulk_create(
        [
            Term(text=word, keys=keys_of(word), entries=count)
            for word, count in counts.items()
            if listed.get(word) != count
        ],
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=("text",),
        update_fields=("entries",),
    )
