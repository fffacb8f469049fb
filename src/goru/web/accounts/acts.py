"""What people did with their accounts: kept in the log of official acts and in the program's, told to them by mail."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from allauth.core import context
from django.db import transaction
from django.utils import timezone

from goru.core.audit import actions as audit
from goru.core.mail import actions as mail
from goru.core.mail.vocabulary import LetterKind
from goru.core.verdict import Subject
from goru.web.accounts.vocabulary import AccountAct
from goru.web.watching import tell


def happened(
    act: AccountAct,
    person: Any,
    *,
    notice: str = "",
    by: Any = None,
    post: str = "",
    at: datetime | None = None,
) -> None:
    """Note it in the deed that is done, by the person unless another is said (by which post); `notice` is what they are told."""
    at = at or timezone.now()
    if notice and person.email:
        told = {"what": notice}
        mail.send(LetterKind.NOTICE, address=person.email, by=person, at=at, person=person, values=told)
    transaction.on_commit(partial(tell, act.value, context.request, person))
    audit.note(act, subject=Subject("person", person.username), by=by or person, post=post, at=at)
