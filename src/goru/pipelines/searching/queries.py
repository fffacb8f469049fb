"""Find entries by words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.postgres.search import SearchRank
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from goru.pipelines.searching.models import Entry
from goru.pipelines.searching.questions import Question, understand
from goru.pipelines.searching.vocabulary import Kind

PAGE = 20
_FACETS = {"kind": "kind", "year": "year", "institution": "institution__key", "strategy": "strategy"}
_IN_ORDER = Case(
    *(When(kind=kind, then=Value(place)) for place, kind in enumerate(Kind.values)),
    output_field=IntegerField(),
)


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that what was found can be narrowed to, and how many it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found, how many there are, and by what they can be narrowed."""

    question: Question
    entries: Sequence[Entry]
    count: int
    facets: dict[str, list[Facet]]


def search(text: str, chosen: Mapping[str, str], page: int) -> Found:
    """What a text finds, narrowed by `chosen` (kind, year, institution, strategy); pages count from 1.

    Best first: the rank of the words, in equals the kind and the order of the book; the exact title before all.
    """
    question = understand(text)
    if question.query is None:
        return Found(question, [], 0, {})
    matching = Entry.objects.filter(vector=question.query)
    narrowed = _narrowed(matching, chosen)
    ranked = narrowed.annotate(
        is_exact=Case(When(title__iexact=text.strip(), then=1), default=0, output_field=IntegerField()),
        rank=SearchRank("vector", question.query, normalization=1),
        kind_order=_IN_ORDER,
    ).order_by("-is_exact", "-rank", "kind_order", "-year", "position")
    entries = list(ranked.select_related("institution")[(page - 1) * PAGE : page * PAGE])
    facets = {name: _facet(_narrowed(matching, chosen, apart_from=name), name) for name in _FACETS}
    return Found(question, entries, narrowed.count(), facets)


def _narrowed(entries: QuerySet[Entry], chosen: Mapping[str, str], apart_from: str = "") -> QuerySet[Entry]:
    fields = {_FACETS[name]: value for name, value in chosen.items() if value and name != apart_from}
    return entries.filter(**fields)


def _facet(entries: QuerySet[Entry], name: str) -> list[Facet]:
    field = _FACETS[name]
    label = "institution__short_name" if name == "institution" else field
    rows = entries.values_list(field, label).annotate(count=Count("id")).order_by("-count", field)
    return [
        Facet(str(value), str(Kind(value).label) if name == "kind" else str(shown), count)
        for value, shown, count in rows
        if value
    ]
