"""Mails of what waits."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goru.core.dates import day_in_korea
from goru.core.mail import actions as mail
from goru.core.mail.vocabulary import LetterKind
from goru.domain.institutions.models import Person
from goru.pipelines.reminding.models import Reminder, Silence
from goru.pipelines.reminding.queries import waiting_for
from goru.pipelines.reminding.rules import is_time_for


def remind_all(*, at: datetime) -> int:
    """Remind everybody who is to be reminded on a day and was not yet; how many were."""
    people = Person.objects.filter(is_active=True, reminder_silence=None).exclude(email="").order_by("pk")
    return sum(_remind(person, at) for person in people)


@transaction.atomic
def want_mails(*, person: Person, wanted: bool) -> None:
    """Say whether one wants to be reminded by mail."""
    if wanted:
        Silence.objects.filter(person=person).delete()
    else:
        Silence.objects.get_or_create(person=person)


@transaction.atomic
def _remind(person: Person, at: datetime) -> bool:
    on = day_in_korea(at)
    if not any(is_time_for(one, on) for one in waiting_for(person, on)):
        return False
    _kept, is_new = Reminder.objects.get_or_create(person=person, day=on)
    if is_new:
        mail.send(
            LetterKind.REMINDER,
            address=person.email,
            at=at,
            by=None,
            person=person,
            values={"day": on.isoformat()},
        )
    return is_new
