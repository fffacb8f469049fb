"""What a new password must be, beside what Django's own validators say (settings.AUTH_PASSWORD_VALIDATORS)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from goru.domain.institutions.models import Person


class LongEnough(MinimumLengthValidator):
    """Several blanks in a row count as one."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """ValidationError where it is shorter."""
        super().validate(re.sub(" +", " ", password), user)


class NotTooLong:
    """Any letters there are, up to so many: nobody types more, and what is sent without end is not worked on."""

    def __init__(self, most: int) -> None:
        self.most = most

    def validate(self, password: str, user: Person | None = None) -> None:  # noqa: ARG002 - as Django asks
        """ValidationError where it is longer."""
        if len(password) > self.most:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self) -> str:
        """The rule in words."""
        return _("비밀번호는 %(most)s자까지 쓸 수 있습니다.") % {"most": self.most}
