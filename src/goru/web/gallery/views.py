"""Every component of the pages in one place, for who builds or checks them."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goru.domain.plans import queries as plans
from goru.pipelines.issuing import queries as issuing
from goru.web.access import public
from goru.web.lists import Order

_A_PAGE = 3


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """The components with what the latest year has to show in them."""
    publication = plans.published(plans.latest_cycle())
    findings = Paginator(plans.findings_on(publication), _A_PAGE).get_page(request.GET.get("page"))
    picture = issuing.pictures(publication, ["shares-by-strategy"]).get("shares-by-strategy")
    return render(request, "gallery/page.html", {"picture": picture, "page": findings, "orders": Order})
