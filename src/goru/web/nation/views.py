"""The year at a glance."""

from __future__ import annotations

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goru.domain.finance import queries as money
from goru.domain.finance.vocabulary import ShareKind
from goru.domain.plans import queries as plans
from goru.pipelines.issuing import queries as issuing
from goru.web.access import public, today


@public
def home(request: HttpRequest) -> HttpResponse:
    """The latest year; before any book is adopted, what to do."""
    cycle = plans.cycles().first()
    if cycle is None:
        return render(request, "nation/empty.html")
    return nation(request, year=cycle.year)


@public
def nation(request: HttpRequest, year: int) -> HttpResponse:
    """The money by source, kind of plan and strategy, as added up and as headline; the map; the focus tasks."""
    cycle = plans.cycle_of(year)
    publication = plans.published(cycle)
    shares = list(money.shares_of(cycle, ShareKind.OF_TOTAL))
    glance = money.nation_at_a_glance(cycle)
    says = publication.total_sources
    found = list(plans.findings_on(publication))
    page = {
        "cycle": cycle,
        "publication": publication,
        "nation": glance,
        "bridge": money.bridge_of(glance, shares, counts_ministries="national" in says),
        "says": {name: [place] for name, place in says.items()},
        "shares": {share.funding: share for share in shares},
        "focus_tasks": plans.focus_tasks_of(cycle),
        "states": plans.milestone_states(cycle, on=today()),
        "doubts": plans.doubts_on(found),
        "counts": Counter(one.severity for one in found),
        "pictures": issuing.pictures(
            publication, ["map", "money-by-source", "raw-and-reconciled", "shares-by-strategy", "timeline"]
        ),
    }
    return render(request, "nation/page.html", page)
