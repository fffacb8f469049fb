"""Find anything in any year's plans by words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from goru.domain.registers import queries as registers
from goru.pipelines.searching.queries import Facet, search
from goru.web.access import public, today
from goru.web.lists import paged, query_of, words_of
from goru.web.search.hits import hits

_A_PAGE = 20
_NARROWED_BY = {"kind": _("구분"), "year": _("연도"), "institution": _("기관"), "strategy": _("전략")}
_VALUE = {name: re.compile(r"\d{4}" if name == "year" else r"[\w-]{1,60}") for name in _NARROWED_BY}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to narrow by: the question that chooses it or, where it is chosen, leaves it."""

    facet: Facet
    question: str
    is_chosen: bool


@public
def find(request: HttpRequest) -> HttpResponse:
    """What `?q=` finds; `?kind=`, `?year=`, `?institution=` and `?strategy=` narrow it."""
    words = words_of(request)
    asked = {name: request.GET.get(name, "") for name in _NARROWED_BY}
    chosen = {name: value for name, value in asked.items() if _VALUE[name].fullmatch(value)}
    found = search(words, chosen)
    shown = paged(request, found.entries, _A_PAGE, count=found.count)
    cases, count = registers.found_cases(words, today()) if not any(chosen.values()) else ([], 0)
    page = {
        "words": words,
        "cases": cases,
        "count_of_cases": count,
        "singly": words.split() if found.question.left_out and " " in words else [],
        "found": found.question,
        "page": shown,
        "hits": list(hits(shown, found.question.terms)),
        "query": query_of(request, q=words, **chosen),
        "facets": [
            (
                name,
                label,
                _choices(words, chosen, name, found.facets.get(name, [])),
                name == "kind" or name in chosen,
            )
            for name, label in _NARROWED_BY.items()
        ],
    }
    return render(request, "search/page.html", page)


def _choices(words: str, chosen: Mapping[str, str], name: str, facets: Sequence[Facet]) -> list[Choice]:
    others = {"q": words, **{one: value for one, value in chosen.items() if one != name}}
    taken = chosen.get(name)
    return [
        Choice(
            facet,
            urlencode(others if facet.value == taken else {**others, name: facet.value}),
            facet.value == taken,
        )
        for facet in facets
    ]
