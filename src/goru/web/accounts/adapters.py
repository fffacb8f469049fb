"""What django-allauth asks of us."""

from __future__ import annotations

import base64
import hashlib
import secrets
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from goru.web.accounts import sessions, tries
from goru.web.watching import tell

TOO_MANY = _(
    "로그인 시도 횟수를 넘었습니다. 15분 뒤에 다시 시도하세요. 메일로 비밀번호를 새로 정하면 바로 로그인할 수 있습니다."
)


class Accounts(DefaultAccountAdapter):
    """Nobody signs up; where somebody goes after signing in; what is said."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("아이디 또는 비밀번호가 일치하지 않습니다. 다시 확인하세요."),
        "enter_current_password": _("현재 비밀번호가 일치하지 않습니다."),
        "incorrect_password": _("비밀번호가 일치하지 않습니다."),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - as allauth's
        """Accounts are opened by invitation."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Every answer is a page."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only to pages of this address, and never to sign in again."""
        request = context.request
        is_here = url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )
        return is_here and urlsplit(url).path != reverse("web:sign-in")

    def login(self, request: HttpRequest, user: AbstractUser) -> None:
        """A session of its own begins; those that are over are forgotten on the way."""
        super().login(request, user)
        tell("signed in", request, user)
        sessions.begin(request)
        request.session.clear_expired()

    def post_login(self, request: HttpRequest, user: AbstractUser, **options: Any) -> HttpResponse:
        """From now on the browser is one of theirs."""
        response: HttpResponse = super().post_login(request, user, **options)
        tries.remember_device(request, response, user.username)
        return response

    def reauthenticate(self, user: AbstractUser, password: str) -> bool:
        """Whether it is still the person who signed in; ten tries."""
        tried = f"password again {user.pk}"
        if not tries.may_try(tried, at=timezone.now()):
            tell("password again held back", context.request, user)
            return False
        if not user.check_password(password):
            tell("password again failed", context.request, user)
            return False
        tries.forget(tried)
        return True


class SecondFactors(DefaultMFAAdapter):
    """Secrets of second factors are kept so that the database alone does not give them away."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("코드가 일치하지 않습니다. 새로 보이는 코드를 입력하세요."),
        "cannot_generate_recovery_codes": _("2단계 인증을 먼저 켜세요."),
    }

    def get_totp_label(self, user: AbstractUser) -> str:
        """As whom one signs in."""
        return user.username

    def build_totp_svg(self, url: str) -> str:
        """Black on white, whatever the mode of the screen."""
        import qrcode  # noqa: PLC0415 - only this page needs it
        from qrcode.image.svg import SvgPathFillImage  # noqa: PLC0415

        drawn = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(drawn)
        return drawn.getvalue().decode()

    def encrypt(self, text: str) -> str:
        """By the key of this installation, which is no part of the database or its backups."""
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What another key locked no code fits: the second factor is turned off and on again."""
        try:
            return _lock().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()


def _lock() -> MultiFernet:
    keys = map(str, (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))
    digests = (hashlib.sha256(f"goru.second-factor {key}".encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
