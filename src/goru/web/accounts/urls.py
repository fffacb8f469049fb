"""Addresses of sign-in, by the names that django-allauth knows them by; what it can do beside these is not there.

Its views weigh 10 MB: they are loaded when one is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.views.decorators.cache import never_cache

from goru.web.access import View
from goru.web.accounts import vocabulary as _vocabulary  # noqa: F401 - the log knows the words of its acts


def _mine(name: str) -> View:
    """A page of whoever is signed in."""

    def view(request: HttpRequest, **arguments: Any) -> HttpResponse:
        answer: HttpResponse = getattr(import_module("goru.web.accounts.views"), name)(request, **arguments)
        return answer

    return never_cache(view)


def _open(name: str) -> View:
    """A page on the way to being signed in."""
    return login_not_required(_mine(name))


sign_in, sign_out = _open("sign_in"), _open("sign_out")
leave_everywhere = _mine("leave_everywhere")
mails, send_mail_again = _mine("mails"), _mine("send_mail_again")

urlpatterns = [
    path("sign-in/", sign_in, name="account_login"),
    path("password/", _mine("change_password"), name="account_change_password"),
    path("lost-password/", _open("lost_password"), name="account_reset_password"),
    path("lost-password/sent/", _open("lost_password_sent"), name="account_reset_password_done"),
    path("new-password/done/", _open("new_password_done"), name="account_reset_password_from_key_done"),
    re_path(
        r"^new-password/(?P<uidb36>[0-9a-z]{1,13})-(?P<key>[0-9a-z-]{1,80})/$",
        _open("new_password"),
        name="account_reset_password_from_key",
    ),
    path("confirm/", _mine("confirm"), name="account_reauthenticate"),
    path("confirm/code/", _mine("confirm_by_code"), name="mfa_reauthenticate"),
    path("code/", _open("code"), name="mfa_authenticate"),
    path("", _mine("account"), name="mfa_index"),
    path("second-factor/on/", _mine("second_factor_on"), name="mfa_activate_totp"),
    path("second-factor/off/", _mine("second_factor_off"), name="mfa_deactivate_totp"),
    path("recovery-codes/", _mine("recovery_codes"), name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", _mine("new_recovery_codes"), name="mfa_generate_recovery_codes"),
]
