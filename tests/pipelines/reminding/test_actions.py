"""Who is reminded of what, on which days, and never twice on one."""

from datetime import UTC, date, datetime

import pytest
from django.core import mail as outbox
from tests import cast

from goru.core.audit.models import OfficialAct
from goru.core.mail import actions as mail
from goru.core.mail.models import Mail
from goru.core.verdict import Refused, Subject, Why
from goru.core.waiting import Waiting
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.actions import keep_duties, open_cycle
from goru.pipelines.reminding import actions
from goru.pipelines.reminding.queries import last_reminded, waiting_for, wants_mails
from goru.pipelines.reminding.rules import is_time_for

pytestmark = [pytest.mark.web, pytest.mark.django_db]
DUE = date(2026, 2, 19)
"""2.15. of 2026 is a Sunday, and the three days after it are holidays."""


def morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC)


@pytest.fixture
def author(db: None) -> Person:
    person = cast.officer("author", Role.AUTHOR, "sejong")
    person.email = "author@example.org"
    person.save()
    cycle = open_cycle(year=2026, by=system_person(), at=morning(date(2025, 11, 1)))
    keep_duties(cycle=cycle, ministries=[])
    return person


@pytest.mark.parametrize(
    ("day", "is_time"),
    [
        (date(2026, 1, 20), True),
        (date(2026, 1, 21), False),
        (date(2026, 2, 12), True),
        (date(2026, 2, 18), True),
        (DUE, False),
        (date(2026, 2, 20), True),
        (date(2026, 2, 26), True),
        (date(2026, 3, 21), True),
        (date(2026, 3, 22), False),
    ],
)
def test_it_is_time_some_days_before_and_after(day: date, is_time: bool) -> None:
    one = Waiting("계획", Subject("plan", "2026/sejong"), DUE, date(2026, 2, 15), "")

    assert is_time_for(one, day) == is_time


def test_what_has_no_day_is_never_reminded_of() -> None:
    assert not is_time_for(Waiting("일", Subject("plan", "2026/sejong"), None, None, ""), DUE)


def test_one_mail_a_person_and_day(author: Person) -> None:
    day = date(2026, 2, 12)

    assert actions.remind_all(at=morning(day)) == 1
    assert actions.remind_all(at=morning(day)) == 0
    assert actions.remind_all(at=morning(date(2026, 2, 13))) == 0
    assert Mail.objects.get().letter == "reminder"


def test_the_mail_says_what_waits_and_until_when(author: Person) -> None:
    actions.remind_all(at=morning(date(2026, 2, 12)))

    assert mail.deliver(mail_id=Mail.objects.get().pk)

    sent = outbox.outbox[-1]
    assert sent.to == ["author@example.org"]
    assert "2026-02-19까지, 7일 남았습니다" in sent.body
    assert "in 7 days" in sent.body
    assert "/writing/2026/sejong/" in sent.body or "/desk/" in sent.body


def test_who_wants_no_mails_gets_none_and_still_sees_what_waits(author: Person) -> None:
    day = date(2026, 2, 12)
    actions.want_mails(person=author, wanted=False)

    assert actions.remind_all(at=morning(day)) == 0
    assert not wants_mails(author)
    assert waiting_for(author, day)
    actions.want_mails(person=author, wanted=True)
    assert actions.remind_all(at=morning(day)) == 1


def test_who_has_no_address_or_nothing_to_do_gets_none(author: Person) -> None:
    author.email = ""
    author.save()
    other = cast.person("nobody-yet")
    other.email = "nobody@example.org"
    other.save()

    assert actions.remind_all(at=morning(date(2026, 2, 12))) == 0


def test_the_secretariat_reminds_who_is_in_charge_once_a_day_whatever_day_it_is(author: Person) -> None:
    secretariat = cast.officer("secretariat", Role.SECRETARIAT)
    sejong = Institution.objects.get(key="sejong")
    day = date(2026, 1, 21)
    actions.want_mails(person=author, wanted=False)

    mailed = actions.remind(year=2026, institution=sejong, by=secretariat, at=morning(day))
    for one in Mail.objects.all():
        mail.deliver(mail_id=one.pk)

    assert mailed == [author]
    assert outbox.outbox[-1].to == ["author@example.org"]
    assert "기획단이 이 알림을" in outbox.outbox[-1].body
    assert last_reminded(2026) == {"sejong": morning(day)}
    assert author.username in OfficialAct.objects.latest("number").text
    with pytest.raises(Refused, match="하루에 한 번"):
        actions.remind(year=2026, institution=sejong, by=secretariat, at=morning(day))
    actions.want_mails(person=author, wanted=True)
    assert actions.remind_all(at=morning(day)) == 0
    later = morning(date(2026, 1, 22))
    assert actions.remind(year=2026, institution=sejong, by=secretariat, at=later) == [author]


def test_nobody_is_reminded_who_has_no_address_or_by_who_has_no_board(author: Person) -> None:
    sejong, at = Institution.objects.get(key="sejong"), morning(date(2026, 1, 21))
    with pytest.raises(Refused) as refused:
        actions.remind(year=2026, institution=sejong, by=author, at=at)
    author.email = ""
    author.save()
    with pytest.raises(Refused, match="알릴 사람이 없습니다"):
        actions.remind(year=2026, institution=sejong, by=cast.officer("s", Role.SECRETARIAT), at=at)

    assert refused.value.why is Why.HIDDEN
    assert not Mail.objects.exists()
