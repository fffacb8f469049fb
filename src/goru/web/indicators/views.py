"""Indicators across institutions."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from goru.domain.indicators import queries as indicators
from goru.domain.indicators.vocabulary import IndicatorKind
from goru.domain.plans import queries as plans
from goru.pipelines.issuing import queries as issuing
from goru.web.access import public
from goru.web.lists import Order, names_of, order_of, paged, query_of, words_of

_A_PAGE = 50


@public
def indicator_list(request: HttpRequest, year: int) -> HttpResponse:
    """The common indicators, which can be compared, and all; asked by `?q=`, `?kind=`, `?institution=`, only those."""
    cycle = plans.cycle_of(year)
    publication = plans.published(cycle)
    words, kind = words_of(request), request.GET.get("kind", "")
    owners = {plan.institution.key: plan for plan in plans.plans_of(cycle)}
    owner = owners.get(request.GET.get("institution", ""))
    wanted = IndicatorKind(kind) if kind in IndicatorKind.values else None
    found = indicators.indicators_in(cycle, words=words, kind=wanted, plan=owner)
    chosen = {"q": words, "kind": wanted or "", "institution": owner.institution.key if owner else ""}
    page = {
        "year": year,
        "wanted": chosen,
        "is_chosen": any(chosen.values()),
        "query": query_of(request, **chosen),
        "kinds": IndicatorKind.choices,
        "institutions": names_of(owners.values()),
        "doubts": plans.doubts_on(plans.findings_on(publication)),
        "common": [] if any(chosen.values()) else indicators.common_of(cycle),
        "indicators": paged(request, found, _A_PAGE),
    }
    return render(request, "indicators/list.html", page)


@public
def indicator(request: HttpRequest, year: int) -> HttpResponse:
    """One common indicator (`?name=`), institution by institution (`?order=largest`)."""
    cycle = plans.cycle_of(year)
    publication = plans.published(cycle)
    name = request.GET.get("name", "")
    found = next((one for one in indicators.common_of(cycle) if one[0] == name), None)
    if found is None:
        raise Http404
    order = order_of(request)
    picture = f"indicator-{slugify(name, allow_unicode=True)}"
    page = {
        "year": year,
        "name": name,
        "unit": found[1],
        "rows": indicators.largest_first(found[2]) if order == Order.LARGEST else found[2],
        "order": order,
        "orders": Order,
        "query": urlencode({"name": name}) + "&",
        "doubts": plans.doubts_on(plans.findings_on(publication)),
        "pictures": issuing.pictures(publication, [picture]),
    }
    return render(request, "indicators/page.html", page)
