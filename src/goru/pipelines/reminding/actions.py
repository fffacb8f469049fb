"""Mails of what waits: on the days for it, and when the secretariat asks for one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.mail import actions as mail
from goru.core.mail.vocabulary import LetterKind
from goru.core.verdict import Refused, Subject, require
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.queries import in_charge
from goru.domain.plans.permissions import may_see_board
from goru.pipelines.reminding.models import Reminder, Silence
from goru.pipelines.reminding.queries import waiting_for
from goru.pipelines.reminding.rules import is_time_for
from goru.pipelines.reminding.vocabulary import RemindingAct


def remind_all(*, at: datetime) -> int:
    """Remind everybody who is to be reminded on a day and was not yet; how many were."""
    people = Person.objects.filter(is_active=True, reminder_silence=None).exclude(email="").order_by("pk")
    return sum(_remind(person, at) for person in people)


@audit.deed
def remind(*, year: int, institution: Institution, by: Person, at: datetime) -> list[Person]:
    """Have those in charge of an institution's plan of a year mailed at once what waits for them: who was mailed.

    Nobody is mailed twice a day, whoever or whatever asks for it; their silence is about the mails of the program alone.
    """
    about, on = Subject("plan", f"{year}/{institution.key}"), day_in_korea(at)
    verdict = require(may_see_board(by, on), about=about)
    people = [one for one in in_charge(institution, on) if one.email and one.is_active]
    waited_for = [one for one in people if any(each.due for each in waiting_for(one, on))]
    if not waited_for:
        raise Refused(_("알릴 사람이 없습니다. 총괄 담당자와 그 전자우편 주소를 확인하세요."), about=about)
    mailed = [one for one in waited_for if _mailed(one, at, {"asked": "yes"}, by)]
    if not mailed:
        raise Refused(_("오늘 이미 알림을 보냈습니다. 같은 사람에게는 하루에 한 번만 보냅니다."), about=about)
    details = {"to": [one.username for one in mailed]}
    audit.note(RemindingAct.REMINDED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return mailed


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
    return any(is_time_for(one, on) for one in waiting_for(person, on)) and _mailed(person, at, {}, None)


def _mailed(person: Person, at: datetime, values: Mapping[str, str], by: Person | None) -> bool:
    """Whether a person is mailed now: not where they were on the same day."""
    on = day_in_korea(at)
    _kept, is_new = Reminder.objects.get_or_create(person=person, day=on)
    if is_new:
        mail.send(
            LetterKind.REMINDER,
            address=person.email,
            at=at,
            by=by,
            person=person,
            values={"day": on.isoformat(), **values},
        )
    return is_new
