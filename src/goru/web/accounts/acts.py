"""What people did with their accounts: kept in the log, and told to them by mail."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from goru.core.audit import actions as audit
from goru.core.mail import actions as mail
from goru.core.mail.vocabulary import LetterKind
from goru.core.verdict import Subject
from goru.web.accounts.vocabulary import AccountAct


def happened(
    act: AccountAct, person: Any, *, notice: str = "", by: Any = None, at: datetime | None = None
) -> None:
    """Note it in the deed that is done, by the person unless another is said; `notice` is what they are told (letters)."""
    at = at or timezone.now()
    if notice and person.email:
        told = {"what": notice}
        mail.send(LetterKind.NOTICE, address=person.email, by=person, at=at, person=person, values=told)
    audit.note(act, subject=Subject("person", person.username), by=by or person, at=at)
