"""The plans of institutions: all of a year, and one of them."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goru.domain.finance import queries as money
from goru.domain.indicators import queries as indicators
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.rules import neighbours_of
from goru.domain.plans import queries as plans
from goru.domain.plans.vocabulary import PlanKind
from goru.pipelines.issuing import queries as issuing
from goru.web.access import public
from goru.web.compare.views import MOST
from goru.web.lists import Order, order_of


@public
def institution_list(request: HttpRequest, year: int) -> HttpResponse:
    """All plans of the year by kind, each with its stated total (`?order=largest`); the map of the provinces."""
    cycle, order = plans.cycle_of(year), order_of(request)
    page = {
        "year": year,
        "kinds": money.plans_by_kind(cycle, largest_first=order == Order.LARGEST),
        "order": order,
        "orders": Order,
        "pictures": issuing.pictures(plans.published(cycle), ["map"]),
    }
    return render(request, "plans/list.html", page)


@public
def institution(request: HttpRequest, year: int, key: str) -> HttpResponse:
    """One plan: vision, tree of tasks, money, indicators, focus tasks, findings, and who stands beside it."""
    plan = plans.plan_of(year, key)
    publication, day = plans.published(plan.cycle), date(year, 1, 1)
    tasks = list(plans.action_tasks_of(plan)) if plan.kind == PlanKind.SECTORAL else []
    is_province, is_megaregion = plan.kind == PlanKind.PROVINCIAL, plan.kind == PlanKind.MEGAREGIONAL
    every = list(plans.plans_of(plan.cycle))
    of_kind = [other for other in every if other.kind == plan.kind]
    place = next((i for i, other in enumerate(of_kind) if other.pk == plan.pk), None)
    neighbours = [other for other in of_kind if other.institution.key in neighbours_of(key)]
    beside = [] if place is None else of_kind[max(0, place - 1) : place] + of_kind[place + 1 : place + 2]
    findings = plans.findings_on(publication, concerning=key)
    page = {
        "year": year,
        "plan": plan,
        "document": plan.document if plan.document_id != publication.document_id else None,
        "content": plans.plan_content(plan),
        "money": money.money_of_plan(plan),
        "indicators": indicators.indicators_of(plan) if plan.kind != PlanKind.SECTORAL else [],
        "action_tasks": tasks,
        "goals": indicators.goals_of_all(tasks) if tasks else [],
        "members": institutions.members_of(plan.institution, day) if is_megaregion else [],
        "megaregions": institutions.megaregions_of(plan.institution, day) if is_province else [],
        "planning": {other.institution.key for other in every},
        "findings": findings,
        "doubts": plans.doubts_on(findings),
        "steps": plans.milestones_naming(plan.cycle, plan.institution.printed_names),
        "neighbours": neighbours,
        "totals": money.plan_totals_of(plan.cycle) if neighbours else {},
        "compared": (neighbours or beside)[: MOST - 1],
        "before": of_kind[place - 1] if place else None,
        "after": of_kind[place + 1] if place is not None and place + 1 < len(of_kind) else None,
        "pictures": issuing.pictures(publication, [f"plan-{key}", f"map-{key}"]),
    }
    return render(request, "plans/page.html", page)
