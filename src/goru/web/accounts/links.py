"""Links by which a password is set: good for one use, for a day, or for three where somebody was invited."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.http import base36_to_int, int_to_base36

if TYPE_CHECKING:
    from goru.domain.institutions.models import Person

_OF_WHO_WAS_INVITED = timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
_OF_WHO_LOST_IT = timedelta(days=1)


class Links(PasswordResetTokenGenerator):
    """Its tokens stand for the password there was and the last time of signing in: once either changes, for nothing."""

    key_salt = "goru.web.accounts.links"

    def check_token(self, user: Person | None, token: str | None) -> bool:
        """Whether it is theirs, young enough, and the account may be used."""
        if not (user and token and user.is_active and super().check_token(user, token)):
            return False
        age = self._num_seconds(self._now()) - base36_to_int(token.partition("-")[0])
        return age <= lasts(user).total_seconds()


def lasts(user: Person) -> timedelta:
    """How long a link is good: who was invited has no password yet."""
    return _OF_WHO_LOST_IT if user.has_usable_password() else _OF_WHO_WAS_INVITED


def link_for(user: Person) -> str:
    """The address that sets a password; made when the mail is sent, kept nowhere."""
    person, token = int_to_base36(user.pk), Links().make_token(user)
    return settings.ADDRESS.rstrip("/") + reverse("account_reset_password_from_key", args=[person, token])
