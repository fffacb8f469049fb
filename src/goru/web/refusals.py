"""Refusals become pages: what a rule forbids, what is outdated, what is too large, what the database cannot do now."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views import defaults

from goru.core.verdict import Refused, Why
from goru.web.subjects import where
from goru.web.watching import tell

_MEGABYTE = 1_000_000
_STATUS: Final = {Why.HIDDEN: 404, Why.FORBIDDEN: 403, Why.STATE: 409}
_PAUSE = 5
"""Seconds after which a reader may ask again where the database does not answer."""

Answer = Callable[[HttpRequest], HttpResponse]


class Refusals:
    """Middleware that shows the sentence of a refusal."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The reason, and where to see how things stand; what one may not see is as what is not there."""
        if not isinstance(exception, Refused):
            return None
        if exception.why is not Why.STATE:
            tell(f"{exception.why.value} at {_page(request)}", request, request.user)
        status = _STATUS[exception.why]
        if is_of_the_api(request):
            said = "" if exception.why is Why.HIDDEN else str(exception)
            return problem(status, said)
        if exception.why is Why.HIDDEN:
            return defaults.page_not_found(request, exception)
        back = where(exception.about, request.user) if exception.about else ""
        return render(request, "refused.html", {"reason": exception, "back": back}, status=status)


def _page(request: HttpRequest) -> str:
    """Its name: an address may hold what somebody typed."""
    return request.resolver_match.view_name if request.resolver_match else "no page"


def is_of_the_api(request: HttpRequest) -> bool:
    """Whether a program asks, and is answered with a problem (RFC 9457) where others get a page."""
    return request.path.startswith("/api/")


def problem(status: int, detail: str = "", headers: Mapping[str, str] | None = None) -> JsonResponse:
    """What a program is answered where a person gets a page (RFC 9457)."""
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    if detail:
        said["detail"] = detail
    return JsonResponse(said, status=status, content_type="application/problem+json", headers=headers)


class Malformed:
    """Middleware that lets nothing through that no form of ours sends and no database takes.

    A body in another encoding than UTF-8 is refused; a cookie with a NUL in it is none of ours.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        stated = (request.encoding or "utf-8").lower().replace("_", "-")
        request.encoding = "utf-8"
        if stated not in ("utf-8", "utf8") and request.method == "POST":
            sentence = "UTF-8로 보내야 합니다. Send it as UTF-8.\n"
            return HttpResponse(sentence, status=415, content_type="text/plain; charset=utf-8")
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if "\0" not in value}
        return self.get_response(request)


class TooLarge:
    """Middleware that refuses a body above settings.MOST_UPLOAD before any of it is read.

    The web server has taken the body by then; one far above the limit it cuts off itself (config/server.py).
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length[:20]) <= settings.MOST_UPLOAD:
            return self.get_response(request)
        reason = _(
            "파일이 너무 큽니다. %(most)s MB까지 받습니다. 나누어 저장하거나 그림을 줄인 파일을 주세요."
        )
        most = settings.MOST_UPLOAD // _MEGABYTE
        return render(request, "too_large.html", {"reason": reason % {"most": most}}, status=413)


def server_error(request: HttpRequest) -> HttpResponse:
    """503 where the database is away for a moment, else the page of an error of the program."""
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return defaults.server_error(request)
    return unavailable(request)


def unavailable(request: HttpRequest) -> HttpResponse:
    """The page, or the problem, that says to come again; it asks the database nothing."""
    headers = {"Retry-After": str(_PAUSE), "Cache-Control": "no-store"}
    if is_of_the_api(request):
        return problem(503, headers=headers)
    return HttpResponse(render_to_string("unavailable.html"), status=503, headers=headers)
