"""How often signing in may be tried.

Counted are tries that failed, for a quarter of an hour from the first: ten a name and address, fifty an address, thirty
a name from wherever they come. A stranger can so make an account wait, but only where its person has never been: a browser
that somebody signed in with, or set the password with by a link in a mail, holds a device cookie (OWASP «Device Cookies»),
and has ten tries of its own that no stranger uses up.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from goru.core.limits import actions as limits

WITHIN = timedelta(minutes=15)
_OF_A_NAME, _OF_AN_ADDRESS, _OF_AN_ACCOUNT = 10, 50, 30
_SALT, _LASTS = "goru.device", timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Counted:
    """A try at signing in that was counted, and by what."""

    address: str
    name: str
    account: str = ""

    def was_right(self) -> None:
        """Forget the tries of the name; of the others only this one: an own account must not help to try others'."""
        limits.clear(self.name)
        for key in (self.address, self.account):
            limits.give_back(key)


def count(request: HttpRequest, username: str, *, at: datetime) -> Counted | None:
    """Count a try before the password is looked at; None where it may not be made."""
    asked_from = request.META.get("REMOTE_ADDR", "")
    address = f"sign-in from {asked_from}"
    if device := _device(request, username):
        counted = Counted("", f"sign-in by {device}")
    else:
        counted = Counted(address, f"sign-in {username} {asked_from}", f"sign-in {username}")
    most = {counted.address: _OF_AN_ADDRESS, counted.name: _OF_A_NAME, counted.account: _OF_AN_ACCOUNT}
    may = all(limits.use(key, most=number, within=WITHIN, at=at) for key, number in most.items() if key)
    return counted if may else None


def may_try(what: str, *, at: datetime, most: int = _OF_A_NAME) -> bool:
    """Count one try of something else; so many may be made in a quarter of an hour."""
    return limits.use(what, most=most, within=WITHIN, at=at)


def forget(what: str) -> None:
    """It was right: the tries before count no longer."""
    limits.clear(what)


def remember_device(request: HttpRequest, response: HttpResponse, username: str) -> None:
    """Know this browser as one of the person's."""
    device = _device(request, username) or secrets.token_urlsafe()
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        signing.dumps([username, device], salt=_SALT),
        max_age=_LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _device(request: HttpRequest, username: str) -> str:
    """Which device of the person it is; "" where none is known."""
    try:
        named, device = signing.loads(
            request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""), salt=_SALT, max_age=_LASTS
        )
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    return str(device) if named == username else ""
