"""How every address of the API answers: who may ask and how, entity tags, problems instead of pages."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from goru.api.problems import Problem, answer
from goru.pipelines.issuing import queries as issuing

View = Callable[..., HttpResponse]
METHODS = ("GET", "HEAD", "OPTIONS")
_READING = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_MINUTE = "public, max-age=60"

logger = logging.getLogger(__name__)


def gate(view: View) -> View:
    """Anybody may read, from any other site too; nobody may write."""

    @wraps(view)
    def gated(request: HttpRequest, **path: Any) -> HttpResponse:
        response = _answered(view, request, path)
        for name, value in _READING.items():
            response.headers[name] = value
        return response

    return csrf_exempt(login_not_required(gated))


def _answered(view: View, request: HttpRequest, path: dict[str, Any]) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": ", ".join(METHODS), **_PREFLIGHT})
    if request.method not in METHODS:
        refusal = answer(Problem(405, _("이 API는 읽기만 합니다. GET으로 요청하세요.")))
        refusal.headers["Allow"] = ", ".join(METHODS)
        return refusal
    response = told(view, request, path)
    if request.method == "HEAD":
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def told(view: View, request: HttpRequest, path: dict[str, Any]) -> HttpResponse:
    """The view's answer; every refusal and fault as problem details."""
    try:
        return view(request, **path)
    except Problem as problem:
        return answer(problem)
    except DataError:
        return answer(Problem(422, _("값이 다룰 수 있는 범위를 넘습니다.")))
    except Exception:
        logger.exception("the API failed")
        return answer(Problem(500, _("서버에 문제가 생겼습니다. 잠시 뒤에 다시 시도하세요.")))


def not_found(_request: HttpRequest, **_path: Any) -> HttpResponse:
    """The answer at an address that is none of the API's."""
    return answer(Problem(404, _("이 주소에는 아무것도 없습니다. 주소의 목록은 /api/v1/에 있습니다.")))


def mark_of(*parts: object) -> str:
    """What names one state of the published data, together with what was asked of it."""
    text = "\n".join((issuing.mark_of_all(), *map(str, parts)))
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def tagged(request: HttpRequest, mark: str, body: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer with its entity tag, or 304 where the reader has it already."""
    tag = f'"{mark}"'
    response = get_conditional_response(request, etag=tag) or body()
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = _MINUTE
    return response
