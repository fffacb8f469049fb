from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db.models import Q, QuerySet

from goru.core.mail.models import Mail
from goru.core.mail.permissions import looks_after_all


def mails_seen_by(person: AbstractUser, on: date) -> QuerySet[Mail]:
    """What a person caused, newest first; all for administrators."""
    seen = Q() if looks_after_all(person, on) else Q(asked_by=person)
    return Mail.objects.filter(seen).select_related("person", "asked_by").order_by("-pk")
