"""The reference of the API: as a page, which needs no script, and as an OpenAPI document."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import import_module

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from goru.api.answers import tagged
from goru.api.endpoints import JSON
from goru.api.reference import DRAFT_RULES, EXAMPLES, RULES, addresses, deeds


@login_not_required
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """What the API gives and how to ask it."""
    page = {
        "examples": EXAMPLES,
        "rules": RULES,
        "addresses": addresses(),
        "deeds": deeds(),
        "draft_rules": DRAFT_RULES,
    }
    return render(request, "api/page.html", page)


@csrf_exempt
@login_not_required
def drafts(request: HttpRequest, below: str) -> HttpResponse:
    """What takes a token; no session is asked, and nothing of the answer is kept on the way."""
    # only now: what deeds take is loaded by few requests
    response: HttpResponse = import_module("goru.api.deeds").asked(request, below)
    response.headers["Cache-Control"] = "no-store"
    return response


def openapi(request: HttpRequest) -> HttpResponse:
    """What the API gives and how to ask it, for programs."""
    text = _document()
    mark = hashlib.sha256(text.encode()).hexdigest()[:24]
    return tagged(request, mark, lambda: HttpResponse(text, content_type=JSON))


@cache
def _document() -> str:
    document = import_module("goru.api.openapi").document  # only now: it loads what the deeds are made with
    return json.dumps(document(), ensure_ascii=False)
