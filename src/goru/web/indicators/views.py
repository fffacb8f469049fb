"""Indicators across institutions."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from goru.domain.indicators import queries as indicators
from goru.domain.plans import queries as plans
from goru.pipelines.publishing import queries as publishing
from goru.web.face import public, query_of, words_of

_A_PAGE = 50


@public
def indicator_list(request: HttpRequest, year: int) -> HttpResponse:
    """The common indicators, which can be compared, and all of them by their words (`?q=`)."""
    cycle = plans.cycle_of(year)
    document = plans.current_document(cycle)
    words = words_of(request)
    found = Paginator(indicators.indicators_in(cycle, words=words), _A_PAGE)
    page = {
        "year": year,
        "words": words,
        "query": query_of(q=words),
        "doubts": plans.doubts_on(plans.findings_on(document)),
        "common": indicators.common_of(cycle),
        "indicators": found.get_page(request.GET.get("page")),
    }
    return render(request, "indicators/list.html", page)


@public
def indicator(request: HttpRequest, year: int) -> HttpResponse:
    """One common indicator (`?name=`), institution by institution."""
    cycle = plans.cycle_of(year)
    document = plans.current_document(cycle)
    name = request.GET.get("name", "")
    found = next((one for one in indicators.common_of(cycle) if one[0] == name), None)
    if found is None:
        raise Http404
    picture = f"indicator-{slugify(name, allow_unicode=True)}"
    page = {
        "year": year,
        "name": name,
        "unit": found[1],
        "rows": found[2],
        "doubts": plans.doubts_on(plans.findings_on(document)),
        "pictures": publishing.pictures(document, [picture]),
    }
    return render(request, "indicators/page.html", page)
