"""The reference of the API: as a page, which needs no script, and as an OpenAPI document."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goru.api.answers import tagged
from goru.api.endpoints import JSON
from goru.api.openapi import document
from goru.api.reference import EXAMPLES, RULES, addresses


@login_not_required
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """What the API gives and how to ask it."""
    return render(request, "api/page.html", {"examples": EXAMPLES, "rules": RULES, "addresses": addresses()})


def openapi(request: HttpRequest) -> HttpResponse:
    """What the API gives and how to ask it, for programs."""
    text = _document()
    mark = hashlib.sha256(text.encode()).hexdigest()[:24]
    return tagged(request, mark, lambda: HttpResponse(text, content_type=JSON))


@cache
def _document() -> str:
    return json.dumps(document(), ensure_ascii=False)
