"""What the checks found on the adopted book: as a page, and as a table to take away."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from goru.domain.plans import queries as plans
from goru.domain.plans.vocabulary import FindingCategory, Severity
from goru.pipelines.issuing.formats.delimited import as_csv
from goru.pipelines.issuing.formats.offers import MEDIA_TYPES
from goru.pipelines.issuing.formats.table import table_of_findings
from goru.web.access import public
from goru.web.lists import names_of, paged, query_of
from goru.web.templatetags.figures import looks_at

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from goru.domain.plans.models import Finding, Publication, PublishedPlan
    from goru.pipelines.issuing.formats.table import Table

_A_PAGE = 50
_FORMS = ("csv", "xlsx")


@public
def findings(request: HttpRequest, year: int) -> HttpResponse:
    """Errors first; `?severity=`, `?category=`, `?rule=` and `?institution=` choose."""
    cycle = plans.cycle_of(year)
    publication = plans.published(cycle)
    rules = sorted({one.rule for one in plans.findings_on(publication)})
    owners = {plan.institution.key: plan for plan in plans.plans_of(cycle)}
    chosen = _chosen(request, rules, owners)
    page = {
        "year": year,
        "publication": publication,
        "has_prose": plans.has_prose(publication),
        "findings": paged(request, _found(publication, chosen), _A_PAGE),
        "query": query_of(request, **chosen),
        "counts": plans.finding_counts(publication),
        "severities": Severity.choices,
        "categories": FindingCategory.choices,
        "rules": [(rule, looks_at(rule)) for rule in rules],
        "institutions": names_of(owners.values()),
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
    publication = plans.published(cycle)
    rules = [one.rule for one in plans.findings_on(publication)]
    owners = {plan.institution.key: plan for plan in plans.plans_of(cycle)}
    found = table_of_findings(cycle, _found(publication, _chosen(request, rules, owners)))
    with override(settings.LANGUAGE_CODE):
        content = as_csv(found) if form == "csv" else _as_xlsx(found, publication)
    headers = {"Content-Disposition": f'attachment; filename="{year}-findings.{form}"'}
    return HttpResponse(content, content_type=MEDIA_TYPES[form], headers=headers)


def _as_xlsx(found: Table, publication: Publication) -> bytes:
    """As a workbook; what writes those is loaded only for who wants one."""
    workbook = import_module("goru.pipelines.issuing.formats.workbook")
    made: bytes = workbook.as_xlsx(found, decided=publication.decided_date, made_at=publication.at)
    return made


def _chosen(request: HttpRequest, rules: list[str], owners: dict[str, PublishedPlan]) -> dict[str, str]:
    """What the page was asked for; what is none of the words it knows chooses nothing."""
    known = {
        "severity": Severity.values,
        "category": FindingCategory.values,
        "rule": rules,
        "institution": list(owners),
    }
    asked = {name: request.GET.get(name, "") for name in known}
    return {name: value if value in known[name] else "" for name, value in asked.items()}


def _found(publication: Publication, chosen: dict[str, str]) -> QuerySet[Finding]:
    return plans.findings_on(
        publication,
        severity=chosen["severity"],
        category=chosen["category"],
        rule=chosen["rule"],
        concerning=chosen["institution"],
    )
