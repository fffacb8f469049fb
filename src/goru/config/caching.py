"""What shared caches are told."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_PERSONAL = {"accept-language", "cookie"}


class PublicForAll:
    """Middleware: an answer that a view calls public is the same for everybody, whatever their language and cookies.

    One that sends a cookie is its reader's alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_public = "public" in response.headers.get("Cache-Control", "")
        if is_public and response.cookies:  # such as the session of who is signed in
            response.headers["Cache-Control"] = "no-store, private"
        elif is_public:
            varies = [name.strip() for name in response.headers.get("Vary", "").split(",")]
            del response.headers["Vary"], response.headers["Content-Language"]
            if kept := [name for name in varies if name and name.lower() not in _PERSONAL]:
                response.headers["Vary"] = ", ".join(kept)
        return response


class PrivateForNobody:
    """Middleware: what a page shows to whoever is signed in is kept by no cache, not even the browser's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_public = "public" in response.headers.get("Cache-Control", "")
        if settings.SESSION_COOKIE_NAME in (request.COOKIES | response.cookies) and not is_public:
            response.headers["Cache-Control"] = "no-store, private"
        return response
