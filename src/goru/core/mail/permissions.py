from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from goru.core.mail.models import Mail
from goru.core.verdict import ALLOWED, Verdict, Why, refuse


def looks_after_all(by: AbstractUser, on: date) -> bool:
    """Whether a person sees the mails that others caused: settings.ADMINISTRATORS says it."""
    if not settings.ADMINISTRATORS:
        return by.is_superuser
    return bool(import_string(settings.ADMINISTRATORS)(by, on))


def may_send_again(by: AbstractUser, mail: Mail, *, on: date) -> Verdict:
    """Who caused it, and administrators."""
    if mail.asked_by_id == by.pk or looks_after_all(by, on):
        return ALLOWED
    return refuse(_("그런 메일이 없습니다."), why=Why.HIDDEN)
