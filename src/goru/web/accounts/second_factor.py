"""Who needs a second factor and has none sets it up before anything else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.module_loading import import_string

from goru.core.audit import actions as audit
from goru.web.access import today
from goru.web.accounts import acts
from goru.web.accounts.vocabulary import AccountAct

_BEFORE = {
    *("account_login", "web:sign-in", "web:sign-out", "account_reauthenticate", "mfa_activate_totp"),
    *("account_reset_password_from_key", "web:health", "web:ready", "web:theme", "set_language"),
}
"""What can be done before."""


class First:
    """Middleware: leads them there, from whatever page and with whatever they send."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """Go on, or go there."""
        match = request.resolver_match
        if match is None or match.view_name in _BEFORE or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        return redirect("mfa_activate_totp") if is_owed_by(request.user) else None


def is_owed_by(person: Any) -> bool:
    """Whether the person needs a second factor today and has none; in a demo nobody does."""
    if not settings.SECOND_FACTOR_NEEDED_BY or settings.IS_DEMO or not person.is_authenticated:
        return False
    needs = import_string(settings.SECOND_FACTOR_NEEDED_BY)
    return bool(needs(person, today())) and not has_one(person)


def has_one(person: AbstractUser) -> bool:
    """Whether a person has an application that makes codes."""
    is_there: bool = person.authenticator_set.filter(type="totp").exists()  # type: ignore[attr-defined]
    return is_there


@audit.deed
def take_away(person: AbstractUser, *, by: AbstractUser, post: str, at: datetime) -> bool:
    """End the second factor, and the recovery codes, of who lost them; whether there was one."""
    if not has_one(person):
        return False
    person.authenticator_set.all().delete()  # type: ignore[attr-defined]
    acts.happened(AccountAct.SECOND_FACTOR_OFF, person, by=by, post=post, at=at, notice="second-factor-off")
    return True
