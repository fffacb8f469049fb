"""What the checks found on the adopted book: as a page, and as a table to take away."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from goru.domain.plans import queries as plans
from goru.domain.plans.vocabulary import FindingCategory, PlanKind, Severity
from goru.pipelines.issuing.formats.delimited import as_csv
from goru.pipelines.issuing.formats.offers import MEDIA_TYPES
from goru.pipelines.issuing.formats.table import table_of_findings
from goru.web.access import public
from goru.web.lists import names_of, paged, query_of
from goru.web.templatetags.figures import looks_at

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from goru.domain.plans.models import Document, Finding, Plan
    from goru.pipelines.issuing.formats.table import Table

_A_PAGE = 50
_FORMS = ("csv", "xlsx")


@public
def findings(request: HttpRequest, year: int) -> HttpResponse:
    """Errors first; `?severity=`, `?category=`, `?rule=` and `?institution=` choose."""
    cycle = plans.cycle_of(year)
    document = plans.current_document(cycle)
    rules = sorted({one.rule for one in plans.findings_on(document)})
    owners = {plan.institution.key: plan for plan in plans.plans_of(cycle)}
    chosen = _chosen(request, rules, owners)
    page = {
        "year": year,
        "document": document,
        "has_prose": plans.has_prose(document),
        "findings": paged(request, _found(document, chosen, owners), _A_PAGE),
        "query": query_of(request, **chosen),
        "counts": plans.finding_counts(document),
        "severities": Severity.choices,
        "categories": FindingCategory.choices,
        "rules": [(rule, looks_at(rule)) for rule in rules],
        "institutions": names_of(owners.values()),
        "keys": {plan.institution.short_name: key for key, plan in owners.items()},
        "forms": _FORMS,
        "wanted": chosen,
        "is_chosen": any(chosen.values()),
    }
    return render(request, "findings/page.html", page)


@public
def table(request: HttpRequest, year: int, form: str) -> HttpResponse:
    """The findings that the page's own questions choose, all of them, as CSV or XLSX; titles and words in Korean."""
    if form not in _FORMS:
        raise Http404
    cycle = plans.cycle_of(year)
    document = plans.current_document(cycle)
    rules = [one.rule for one in plans.findings_on(document)]
    owners = {plan.institution.key: plan for plan in plans.plans_of(cycle)}
    found = table_of_findings(cycle, _found(document, _chosen(request, rules, owners), owners))
    with override(settings.LANGUAGE_CODE):
        content = as_csv(found) if form == "csv" else _as_xlsx(found, document)
    headers = {"Content-Disposition": f'attachment; filename="{year}-findings.{form}"'}
    return HttpResponse(content, content_type=MEDIA_TYPES[form], headers=headers)


def _as_xlsx(found: Table, document: Document) -> bytes:
    """As a workbook; what writes those is loaded only for who wants one."""
    workbook = import_module("goru.pipelines.issuing.formats.workbook")
    made: bytes = workbook.as_xlsx(found, decided=document.decided_date, made_at=document.adopted_at)
    return made


def _chosen(request: HttpRequest, rules: list[str], owners: dict[str, Plan]) -> dict[str, str]:
    """What the page was asked for; what is none of the words it knows chooses nothing."""
    known = {
        "severity": Severity.values,
        "category": FindingCategory.values,
        "rule": rules,
        "institution": list(owners),
    }
    asked = {name: request.GET.get(name, "") for name in known}
    return {name: value if value in known[name] else "" for name, value in asked.items()}


def _found(document: Document, chosen: dict[str, str], owners: dict[str, Plan]) -> QuerySet[Finding]:
    plan = owners.get(chosen["institution"])
    words = {name: value for name, value in chosen.items() if name != "institution"}
    return plans.findings_on(document, **words, subjects=_subjects(plan) if plan else None)


def _subjects(plan: Plan) -> list[str]:
    return plans.subjects_of(plan, plans.action_tasks_of(plan) if plan.kind == PlanKind.SECTORAL else ())
