"""The forms of sign-in: allauth's, with our limits."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.utils import timezone

from goru.core.mail import actions as mail
from goru.web.accounts import tries
from goru.web.watching import tell


class SignIn(LoginForm):
    """A name and its password; how often they may be tried says tries.py."""

    def add_prefix(self, field_name: str) -> str:
        """The page has always called it `username`."""
        return "username" if field_name == "login" else super().add_prefix(field_name)

    def clean_login(self) -> str:
        """However it is spelt it is one name, also to who counts the tries."""
        return str(get_user_model().normalize_username(super().clean_login()))

    def clean(self) -> dict[str, Any]:
        """The tries are counted before the password is looked at."""
        if self.errors:
            return {}
        counted = tries.count(self.request, self.cleaned_data["login"], at=timezone.now())
        if counted is None:
            self._tell("sign-in held back")
            raise get_adapter().validation_error("too_many_login_attempts")
        try:
            cleaned: dict[str, Any] = super().clean()
        except forms.ValidationError:
            self._tell("sign-in failed")
            raise
        counted.was_right()
        return cleaned

    def _tell(self, event: str) -> None:
        named = get_user_model()._default_manager.filter(username=self.cleaned_data["login"])
        tell(event, self.request, named.first())


class ChangePassword(ChangePasswordForm):
    """The password there is, and the new one twice."""

    def clean_oldpassword(self) -> str:
        """Ten tries."""
        if not get_adapter().reauthenticate(self.user, self.cleaned_data.get("oldpassword", "")):
            raise get_adapter().validation_error("enter_current_password")
        return str(self.cleaned_data["oldpassword"])


class LostPassword(ResetPasswordForm):
    """An address; whether it is anybody's is looked up when the mail is sent, so all are answered alike."""

    def clean_email(self) -> str:
        """Five mails to an address and twenty from one, in a quarter of an hour."""
        return str(self.cleaned_data["email"])

    def save(self, request: HttpRequest, **_: Any) -> str:
        """Have it sent; what is above the limit is answered alike, and not sent."""
        address, at = self.cleaned_data["email"], timezone.now()
        asked_from = request.META.get("REMOTE_ADDR", "")
        may = tries.may_try(f"lost password from {asked_from}", at=at, most=20) and tries.may_try(
            f"lost password of {address}", at=at, most=5
        )
        tell("lost password" if may else "lost password held back", request, None)
        if may:
            mail.send("lost-password", address=address, by=None, at=at)
        return str(address)


class _Counted(BaseAuthenticateForm):
    """A code of a second factor: ten tries, and each code once, whichever process is asked."""

    def clean_code(self) -> str:
        """Counted before it is looked at."""
        at, tried = timezone.now(), f"code of {self.user.pk}"
        if not tries.may_try(tried, at=at):
            tell("code held back", context.request, self.user)
            raise get_adapter().validation_error("too_many_login_attempts")
        try:
            code = str(super().clean_code())
        except forms.ValidationError:
            tell("code failed", context.request, self.user)
            raise
        if not tries.may_try(f"{tried}: {code.strip()}", at=at, most=1):
            tell("code used again", context.request, self.user)
            raise get_adapter().validation_error("incorrect_code")
        tries.forget(tried)
        return code


class Code(_Counted, AuthenticateForm):
    """At signing in."""


class CodeAgain(_Counted, ReauthenticateForm):
    """Before something that touches the account itself."""


class PasswordAgain(forms.Form):
    """The password there is."""

    password = forms.CharField(strip=False, widget=forms.PasswordInput)

    def __init__(self, *args: Any, user: AbstractUser, **options: Any) -> None:
        self.user = user
        super().__init__(*args, **options)

    def clean_password(self) -> str:
        """Ten tries."""
        if not get_adapter().reauthenticate(self.user, self.cleaned_data["password"]):
            raise get_adapter().validation_error("incorrect_password")
        return str(self.cleaned_data["password"])
