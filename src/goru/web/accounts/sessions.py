"""When a session ends: after a while without a page, and some hours after signing in whatever is done."""

from __future__ import annotations

from collections.abc import Callable
from time import time

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

_BEGAN, _SEEN = "began", "seen"
_FINE = 60
"""Seconds by which the last page may be known wrong: so not every page writes."""


class Ends:
    """Middleware: whoever asks by a session that is over is nobody. It looks only where a page asks who it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: _still_there(request))  # type: ignore[assignment]
        return self.get_response(request)


def begin(request: HttpRequest) -> None:
    """Count from now on."""
    request.session[_BEGAN] = request.session[_SEEN] = int(time())


def _still_there(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    user = get_user(request)
    if not user.is_authenticated:
        return user
    session, now = request.session, int(time())
    began, seen = session.setdefault(_BEGAN, now), session.setdefault(_SEEN, now)
    if now - began > settings.SESSION_COOKIE_AGE or now - seen > settings.SESSION_IDLE:
        session.flush()
        return AnonymousUser()
    if now - seen > _FINE:
        session[_SEEN] = now
    return user
