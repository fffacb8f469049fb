"""Sign in and out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goru.core.limits import actions as limits
from goru.pipelines.importing.permissions import may_bring_in_books

_MOST_TRIES, _MOST_TRIES_FROM_AN_ADDRESS, _WITHIN = 10, 50, timedelta(minutes=15)


class SignInForm(AuthenticationForm):
    """A name and its password; ten tries a name and address, fifty an address, in a quarter of an hour."""

    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": _("아이디 또는 비밀번호가 일치하지 않습니다. 다시 확인하세요."),
        "inactive": _("사용할 수 없는 계정입니다. 운영자에게 문의하세요."),
        "too_many": _("로그인 시도 횟수를 넘었습니다. 15분 뒤에 다시 시도하세요."),
    }

    def clean(self) -> dict[str, Any]:
        """The tries are counted before the password is looked at.

        Once it is right, those of the name are forgotten; of those of the address only this one: an own account
        must not help to try those of others.
        """
        asked_from = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        address = f"sign-in from {asked_from}"
        name = f"sign-in {self.cleaned_data.get('username', '')} {asked_from}"
        at = timezone.now()
        if not (
            limits.use(address, most=_MOST_TRIES_FROM_AN_ADDRESS, within=_WITHIN, at=at)
            and limits.use(name, most=_MOST_TRIES, within=_WITHIN, at=at)
        ):
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        cleaned = super().clean()
        limits.give_back(address)
        limits.clear(name)
        return cleaned


class SignIn(views.LoginView):
    """The form; who is signed in already goes on."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_redirect_url(self, request: HttpRequest | None = None) -> str:  # noqa: ARG002 - as Django's
        """Where `next` says, but never here again."""
        asked = super().get_redirect_url()
        return "" if urlsplit(asked).path == self.request.path else asked

    def get_default_redirect_url(self) -> str:
        """Who may bring in books begins there; everybody else with the year at a glance."""
        if may_bring_in_books(self.request.user, timezone.localdate()):
            return reverse("web:imports")
        return super().get_default_redirect_url()


sign_in = SignIn.as_view()
sign_out = views.LogoutView.as_view()
