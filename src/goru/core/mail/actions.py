from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date, datetime

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.mail import EmailMessage
from django.db import Error, connection, transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from goru.core import moves
from goru.core.mail.models import Mail
from goru.core.mail.permissions import may_send_again
from goru.core.mail.rules import MOVES, Asked, Letter
from goru.core.mail.vocabulary import DELIVER, MailState
from goru.core.practice import marked
from goru.core.verdict import Outdated, Subject, require

_LONGEST = 300
_log = logging.getLogger(__name__)

_FORSAKEN = """
    SELECT id FROM mail_mail WHERE state = 'waiting' AND NOT EXISTS (
        SELECT FROM procrastinate_jobs
        WHERE task_name = %s AND status IN ('todo', 'doing') AND (args->>'mail_id')::bigint = mail_mail.id)
"""
"""Mails that wait for a job there is none of any more: it was given up, or its worker was killed too often."""


@transaction.atomic
def send(
    letter: str,
    *,
    address: str,
    at: datetime,
    by: AbstractUser | None,
    person: AbstractUser | None = None,
    values: Mapping[str, str] | None = None,
) -> Mail:
    """Have a letter sent once the transaction is over; `by` is nobody where who asks has not signed in."""
    mail = Mail.objects.create(
        letter=letter,
        address=address,
        person_id=person.pk if person else None,
        values=dict(values or {}),
        asked_at=at,
        asked_by_id=by.pk if by else None,
    )
    DELIVER.defer(mail_id=mail.pk)
    return mail


@transaction.atomic
def send_again(*, mail_id: int, by: AbstractUser, on: date) -> Mail:
    """Have a mail sent that failed."""
    mail = Mail.objects.get(pk=mail_id)
    require(may_send_again(by, mail, on=on))
    if mail.state != MailState.FAILED:
        raise Outdated(_("이 메일은 이미 보냈거나 보내는 중입니다."), about=Subject("mail", str(mail_id)))
    moves.move(mail, "state", to=MailState.WAITING, moves=MOVES, also={"failure": ""})
    DELIVER.defer(mail_id=mail.pk)
    return mail


@transaction.atomic
def deliver(*, mail_id: int) -> bool:
    """Send a mail that waits, and keep what became of it; False where it failed. One to nobody is forgotten.

    Whatever goes wrong is kept, a mistake of the program too; an error of the database alone is raised, and tried again.
    """
    mail = Mail.objects.select_for_update().filter(pk=mail_id, state=MailState.WAITING).first()
    if mail is None:
        return True
    try:
        letters: list[Letter] = import_string(settings.MAIL_LETTERS[mail.letter])(
            Asked(mail.address, mail.person_id, mail.values)
        )
        for letter in letters:
            EmailMessage(marked(letter.subject), letter.body, to=[letter.to]).send()
    except Error:
        raise
    except Exception as error:
        _log.exception("mail %s was not sent", mail_id)
        said = f"{type(error).__name__}: {error}"[:_LONGEST]
        moves.move(mail, "state", to=MailState.FAILED, moves=MOVES, also={"failure": said})
        return False
    if not letters:
        mail.delete()
        return True
    moves.move(mail, "state", to=MailState.SENT, moves=MOVES)
    return True


@transaction.atomic
def try_again(*, mail_id: int) -> None:
    """Let a mail that failed wait for its next try."""
    for mail in Mail.objects.filter(pk=mail_id, state=MailState.FAILED):
        moves.move(mail, "state", to=MailState.WAITING, moves=MOVES, also={"failure": ""})


@transaction.atomic
def fail_forsaken() -> None:
    """Say of each mail that nobody sends any more that it failed, so that a person sees it and sends it again."""
    with connection.cursor() as cursor:
        cursor.execute(_FORSAKEN, [DELIVER.task])
        forsaken = [pk for (pk,) in cursor.fetchall()]
    waiting = Mail.objects.select_for_update(skip_locked=True).filter(
        pk__in=forsaken, state=MailState.WAITING
    )
    for mail in waiting:
        said = _("보내던 프로그램이 도중에 멈췄습니다. 다시 보내세요.")
        moves.move(mail, "state", to=MailState.FAILED, moves=MOVES, also={"failure": said})
