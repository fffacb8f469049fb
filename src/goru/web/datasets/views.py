"""The open data: what there is, and the files themselves."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import condition

from goru.domain.plans import queries as plans
from goru.pipelines.issuing import queries as issuing
from goru.pipelines.issuing.formats.catalogue import as_dcat
from goru.pipelines.issuing.formats.schema_org import as_schema_org
from goru.web.access import public
from goru.web.datasets.attachments import MINUTES, attached


@public
def datasets(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """The data sets of a year, the latest where none is asked; before any plan is published, what to do."""
    if year is None and not plans.years():
        return render(request, "nation/empty.html")
    cycle = plans.cycle_of(year) if year else plans.latest_cycle()
    current = plans.published(cycle)
    offer = issuing.offer(issuing.issued(cycle) or current)
    said = as_schema_org(offer, home=_home(request), publisher=settings.PUBLISHER)
    page = {
        "year": cycle.year,
        "offer": offer,
        "is_in_the_making": offer.publication != current,
        "schema_org": _for_a_page(said),
        "hide_years": True,
        "every_year": plans.years(),
    }
    return render(request, "datasets/page.html", page)


@public
def catalogue(request: HttpRequest) -> HttpResponse:
    """The data sets of all years as a DCAT-AP catalogue."""
    every = [
        issuing.issued(publication.cycle) or publication for publication in plans.publications_in_force()
    ]
    offers = [issuing.offer(publication) for publication in every]
    said = as_dcat(offers, home=_home(request), publisher=settings.PUBLISHER)
    headers = {"Cache-Control": f"public, max-age={MINUTES}", "Access-Control-Allow-Origin": "*"}
    return HttpResponse(
        json.dumps(said, ensure_ascii=False, indent=1), content_type="application/ld+json", headers=headers
    )


def _home(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("web:datasets"))


def _for_a_page(said: dict[str, Any]) -> SafeString:
    """JSON that ends no script block, whatever it says; a block of data is never run, so the policy lets it stand."""
    return mark_safe(json.dumps(said, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S308


def _version(_request: HttpRequest, year: int, file: str) -> str | None:
    """The tag of a file: its issue never changes, so the issue's name tells it."""
    publication = issuing.issued(plans.cycle_of(year))
    if publication is None or file not in issuing.downloads(publication):
        return None
    return f'"{issuing.issue_folder(publication).name}/{file}"'


@public
@condition(etag_func=_version)
def download(_request: HttpRequest, year: int, file: str) -> HttpResponse:
    """A file of a year's issue."""
    publication = issuing.issued(plans.cycle_of(year))
    found = issuing.downloads(publication).get(file) if publication else None
    if found is None:
        raise Http404
    return attached(found, f"{year}-{file}")
