"""What people did with their accounts: kept in the log, and told to them by mail."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from goru.core.audit import actions as audit
from goru.core.mail import actions as mail


def happened(act: str, person: Any, *, notice: str = "") -> None:
    """Keep it; `notice` is what the person is told (letters.NOTICES)."""
    at = timezone.now()
    if notice and person.email:
        mail.send("notice", address=person.email, by=person, at=at, person=person, values={"what": notice})
    audit.record(f"accounts.{act}", subject=("person", person.username), by=person, at=at)
