"""What the checks found on the adopted book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goru.domain.plans import queries as plans
from goru.domain.plans.vocabulary import FindingCategory, PlanKind, Severity
from goru.web.face import names_of, public, query_of
from goru.web.templatetags.figures import looks_at

if TYPE_CHECKING:
    from goru.domain.plans.models import Plan

_A_PAGE = 50


@public
def findings(request: HttpRequest, year: int) -> HttpResponse:
    """Errors first; `?severity=`, `?category=`, `?rule=` and `?institution=` choose."""
    cycle = plans.cycle_of(year)
    document = plans.current_document(cycle)
    every = list(plans.findings_on(document))
    severity = _one_of(request, "severity", Severity.values)
    category = _one_of(request, "category", FindingCategory.values)
    rule = _one_of(request, "rule", [one.rule for one in every])
    owners = {plan.institution.key: plan for plan in plans.plans_of(cycle)}
    institution = _one_of(request, "institution", list(owners))
    subjects = _subjects(owners[institution]) if institution else None
    found = plans.findings_on(document, severity=severity, category=category, rule=rule, subjects=subjects)
    chosen = {"severity": severity, "category": category, "rule": rule, "institution": institution}
    page = {
        "year": year,
        "document": document,
        "findings": Paginator(found, _A_PAGE).get_page(request.GET.get("page")),
        "query": query_of(**chosen),
        "counts": plans.finding_counts(document),
        "severities": Severity.choices,
        "categories": FindingCategory.choices,
        "rules": [(rule, looks_at(rule)) for rule in sorted({one.rule for one in every})],
        "institutions": names_of(owners.values()),
        "keys": {plan.institution.short_name: key for key, plan in owners.items()},
        "wanted": chosen,
    }
    return render(request, "findings/page.html", page)


def _subjects(plan: Plan) -> list[str]:
    return plans.subjects_of(plan, plans.action_tasks_of(plan) if plan.kind == PlanKind.SECTORAL else ())


def _one_of(request: HttpRequest, name: str, known: list[str]) -> str:
    value = request.GET.get(name, "")
    return value if value in known else ""
