from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from goru.core import moves
from goru.core.mail.models import Mail
from goru.core.mail.permissions import may_send_again
from goru.core.mail.rules import MOVES, Asked, Letter
from goru.core.mail.vocabulary import DELIVER, MailState
from goru.core.verdict import Outdated, Subject, require

_LONGEST = 300


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
    """Send a mail that waits, and keep what became of it; False where it failed. One to nobody is forgotten."""
    mail = Mail.objects.select_for_update().filter(pk=mail_id, state=MailState.WAITING).first()
    if mail is None:
        return True
    letters: list[Letter] = import_string(settings.MAIL_LETTERS[mail.letter])(
        Asked(mail.address, mail.person_id, mail.values)
    )
    if not letters:
        mail.delete()
        return True
    try:
        for letter in letters:
            EmailMessage(letter.subject, letter.body, to=[letter.to]).send()
    except (OSError, SMTPException, ValueError) as error:
        said = f"{type(error).__name__}: {error}"[:_LONGEST]
        moves.move(mail, "state", to=MailState.FAILED, moves=MOVES, also={"failure": said})
        return False
    moves.move(mail, "state", to=MailState.SENT, moves=MOVES)
    return True


@transaction.atomic
def try_again(*, mail_id: int) -> None:
    """Let a mail that failed wait for its next try."""
    for mail in Mail.objects.filter(pk=mail_id, state=MailState.FAILED):
        moves.move(mail, "state", to=MailState.WAITING, moves=MOVES, also={"failure": ""})
