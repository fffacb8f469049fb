"""For monitoring: is the server alive, can the installation work?"""

from __future__ import annotations

from dataclasses import asdict

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from goru.core.readiness import readiness


@login_not_required
@require_safe
@never_cache
def health(_request: HttpRequest) -> HttpResponse:
    """The server answers; it needs nothing else for this."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
@never_cache
def ready(_request: HttpRequest) -> HttpResponse:
    """200 where database, tables and worker are as they must be, else 503; what of them is, as JSON."""
    found = readiness()
    said = {"ready": found.is_ready, **asdict(found)}
    return JsonResponse(said, status=200 if found.is_ready else 503)
