"""What this site is, what its data are from, and how far everybody can use it."""

from __future__ import annotations

from importlib.metadata import version

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goru.domain.plans import queries as plans
from goru.web.access import public


@public
def about(request: HttpRequest) -> HttpResponse:
    """The books that the figures are from, the terms of use, the statement on accessibility (접근성)."""
    page = {"books": plans.publications_in_force(), "contact": settings.CONTACT, "version": version("goru")}
    return render(request, "about/page.html", page)
