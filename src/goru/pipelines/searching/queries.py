"""Find entries by words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.contrib.postgres.search import SearchRank
from django.db.models import Case, Count, F, FloatField, IntegerField, Q, QuerySet, Value, When
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
    When(kind=Kind.INSTITUTION, then=Value(8.0)),  # it has few words: who types them all means it
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
    """What was found, best first; how many, and by what it can be narrowed."""

    question: Question
    entries: QuerySet[Entry]
    count: int
    facets: Mapping[str, Sequence[Facet]]


class _Group(NamedTuple):
    """Matches that are alike in all that can be chosen."""

    kind: str
    year: int
    institution: str | None
    strategy: str
    institution_name: str | None
    entries: int


def search(text: str, chosen: Mapping[str, str]) -> Found:
    """What a text finds, narrowed by `chosen` (kind, year, institution, strategy). At most seven queries.

    Best first: the exact title, then the rank of the words as they were asked, what stands higher in the plan
    before its parts; then what synonyms and other spellings find; in equals the kind and the order of the book.
    Where nothing has all the words, the most common are left out.
    """
    question = understand(text)
    if not question.clauses:
        return Found(question, Entry.objects.none(), 0, {})
    groups = _groups(question)
    if not groups and len(question.clauses) > 1:
        question = _that_finds(question)
        groups = _groups(question)
    matching = Entry.objects.filter(vector=question.query)
    fields = {_FACETS[name]: value for name, value in chosen.items() if value}
    ranked = matching.filter(**fields).annotate(
        is_exact=Case(When(title__iexact=text.strip(), then=1), default=0, output_field=IntegerField()),
        rank=SearchRank(F("vector"), question.literal, normalization=1) * _STANDING,
        rank_of_all=SearchRank(F("vector"), question.query, normalization=1),
    )
    best_first = ranked.order_by("-is_exact", "-rank", "-rank_of_all", _IN_ORDER, "-year", "position")
    return Found(
        question,
        best_first.select_related("institution").defer("vector"),
        sum(group.entries for group in _narrowed(groups, chosen)),
        {name: _facet(name, _narrowed(groups, chosen, apart_from=name)) for name in _FACETS},
    )


def _groups(question: Question) -> list[_Group]:
    rows = Entry.objects.filter(vector=question.query).values_list(
        *_FACETS.values(), "institution__short_name"
    )
    return [_Group(*row) for row in rows.annotate(count=Count("id")).order_by()]


def _that_finds(question: Question) -> Question:
    """The question with as many of its words, the rarest first, as are found together."""
    rarest = sorted(question.clauses, key=lambda clause: clause.entries)
    tries = [question.with_only(rarest[:length]) for length in range(len(rarest) - 1, 0, -1)]
    found = Entry.objects.filter(vector=tries[-1].query).aggregate(
        **{str(place): Count("pk", filter=Q(vector=one.query)) for place, one in enumerate(tries)}
    )
    return next((one for place, one in enumerate(tries) if found[str(place)]), tries[-1])


def _narrowed(groups: Sequence[_Group], chosen: Mapping[str, str], apart_from: str = "") -> list[_Group]:
    wanted = {name: value for name, value in chosen.items() if value and name != apart_from}
    return [
        group for group in groups if all(str(getattr(group, name)) == value for name, value in wanted.items())
    ]


def _facet(name: str, groups: Sequence[_Group]) -> list[Facet]:
    counts: Counter[str] = Counter()
    for group in groups:
        if value := getattr(group, name):
            counts[value] += group.entries
    names = {group.institution: group.institution_name for group in groups}
    in_order = sorted(counts.items(), key=lambda one: (-one[1], str(one[0])))
    return [Facet(str(value), _label(name, value, names), count) for value, count in in_order]


def _label(name: str, value: str, institutions: Mapping[str | None, str | None]) -> str:
    match name:
        case "kind":
            return str(Kind(value).label)
        case "strategy":
            return _("전략 %(code)s") % {"code": value}
        case "institution":
            return institutions[value] or value
        case _:
            return str(value)
