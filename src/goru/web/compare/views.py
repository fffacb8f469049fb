"""Two to five institutions side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from goru.domain.finance import queries as money
from goru.domain.indicators import queries as indicators
from goru.domain.plans import queries as plans
from goru.web.access import public

FEWEST, MOST = 2, 5


@public
def compare(request: HttpRequest, year: int) -> HttpResponse:
    """`?with=seoul&with=busan`: money by strategy and indicators, one column an institution."""
    cycle = plans.cycle_of(year)
    every = list(plans.plans_of(cycle))
    asked = list(dict.fromkeys(request.GET.getlist("with")))
    chosen = [plan for key in asked for plan in every if plan.institution.key == key]
    problem = ""
    if asked and not FEWEST <= len(chosen) <= MOST:
        problem = _("기관을 %(fewest)s–%(most)s곳 선택하세요.") % {"fewest": FEWEST, "most": MOST}
    columns = chosen[:MOST] if len(chosen) >= FEWEST else []
    totals = money.totals_or_sums_of(columns)
    page = {
        "year": year,
        "every": every,
        "chosen": {plan.institution.key for plan in chosen},
        "problem": problem,
        "columns": columns,
        "totals": totals,
        "most": max(map(money.won_of, totals), default=0),
        "money": money.compared(columns),
        "indicators": indicators.compared(columns),
        "tasks": plans.counts_of(columns),
        "doubts": plans.doubts_on(plans.findings_on(plans.published(cycle))) if columns else {},
    }
    return render(request, "compare/page.html", page)
