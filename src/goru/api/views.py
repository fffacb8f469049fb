"""The reference of the API as a page; it needs no script."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goru.api.reference import EXAMPLES, RULES, addresses


@login_not_required
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """What the API gives and how to ask it."""
    return render(request, "api/page.html", {"examples": EXAMPLES, "rules": RULES, "addresses": addresses()})
