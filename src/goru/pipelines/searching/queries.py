"""Find entries by words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.postgres.search import SearchRank
from django.db.models import Case, Count, FloatField, IntegerField, QuerySet, Value, When
from django.utils.translation import gettext as _

from goru.pipelines.searching.models import Entry
from goru.pipelines.searching.questions import Question, understand
from goru.pipelines.searching.vocabulary import Kind

_FACETS = {"kind": "kind", "year": "year", "institution": "institution__key", "strategy": "strategy"}
_IN_ORDER = Case(
    *(When(kind=kind, then=Value(place)) for place, kind in enumerate(Kind.values)),
    output_field=IntegerField(),
)

_STANDING = Case(
    When(kind__in=(Kind.STRATEGY, Kind.CORE_TASK, Kind.ACTION_TASK, Kind.FOCUS_TASK), then=Value(2.0)),
    When(kind=Kind.FINDING, then=Value(0.5)),
    default=Value(1.0),
    output_field=FloatField(),
)


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that what was found can be narrowed to, and how many it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, best first, and by what it can be narrowed."""

    question: Question
    entries: QuerySet[Entry]
    facets: dict[str, list[Facet]]


def search(text: str, chosen: Mapping[str, str]) -> Found:
    """What a text finds, narrowed by `chosen` (kind, year, institution, strategy).

    Best first: the exact title, then the rank of the words as they were asked, what stands higher in the plan
    before its parts; then what synonyms find; in equals the kind and the order of the book.
    """
    question = understand(text)
    if question.query is None or question.literal is None:
        return Found(question, Entry.objects.none(), {})
    matching = Entry.objects.filter(vector=question.query)
    ranked = _narrowed(matching, chosen).annotate(
        is_exact=Case(When(title__iexact=text.strip(), then=1), default=0, output_field=IntegerField()),
        rank=SearchRank("vector", question.literal, normalization=1) * _STANDING,
        rank_of_all=SearchRank("vector", question.query, normalization=1),
        kind_order=_IN_ORDER,
    )
    in_order = ranked.order_by("-is_exact", "-rank", "-rank_of_all", "kind_order", "-year", "position")
    facets = {name: _facet(_narrowed(matching, chosen, apart_from=name), name) for name in _FACETS}
    return Found(question, in_order.select_related("institution"), facets)


def _narrowed(entries: QuerySet[Entry], chosen: Mapping[str, str], apart_from: str = "") -> QuerySet[Entry]:
    fields = {_FACETS[name]: value for name, value in chosen.items() if value and name != apart_from}
    return entries.filter(**fields)


def _facet(entries: QuerySet[Entry], name: str) -> list[Facet]:
    field = _FACETS[name]
    label = "institution__short_name" if name == "institution" else field
    rows = entries.values_list(field, label).annotate(count=Count("id")).order_by("-count", field)
    return [Facet(str(value), _label(name, shown), count) for value, shown, count in rows if value]


def _label(name: str, shown: str) -> str:
    if name == "kind":
        return str(Kind(shown).label)
    return _("전략 %(code)s") % {"code": shown} if name == "strategy" else str(shown)
