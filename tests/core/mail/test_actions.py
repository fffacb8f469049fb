"""What becomes of a mail."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core import mail as outside
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, OperationalError, connection, transaction
from tests.at_once import beside

from goru.core.mail import actions, queries
from goru.core.mail.models import Mail
from goru.core.mail.rules import Asked, Letter
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("empty_queue")]
AT, TODAY = datetime(2025, 4, 5, tzinfo=UTC), date(2025, 4, 5)


@pytest.fixture
def officer() -> Person:
    return Person.objects.create(username="officer", email="officer@example.org")


@pytest.fixture
def failing(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody is there


def asked(officer: Person) -> Mail:
    return actions.send(
        "notice", address=officer.email, by=officer, at=AT, person=officer, values={"what": "password"}
    )


def test_a_mail_waits_in_the_queue_and_is_sent_by_the_worker(officer: Person) -> None:
    one = asked(officer)
    with connection.cursor() as cursor:
        cursor.execute("SELECT queue_name, task_name, args FROM procrastinate_jobs")
        jobs = cursor.fetchall()

    before = list(outside.outbox)
    was_sent = actions.deliver(mail_id=one.pk)

    assert [(queue, task) for queue, task, _ in jobs] == [("mail", "goru.core.mail.jobs.deliver_mail")]
    assert str(one.pk) in str(jobs[0][2])
    assert before == []
    assert was_sent
    assert outside.outbox[0].to == ["officer@example.org"]
    assert Mail.objects.get().state == "sent"


def test_a_mail_is_sent_once(officer: Person) -> None:
    one = asked(officer)

    actions.deliver(mail_id=one.pk)
    actions.deliver(mail_id=one.pk)

    assert len(outside.outbox) == 1


def test_what_is_undone_sends_nothing(officer: Person) -> None:
    with transaction.atomic():
        asked(officer)
        transaction.set_rollback(True)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)
    assert Mail.objects.count() == 0


@pytest.mark.usefixtures("failing")
def test_a_mail_that_fails_says_why_and_is_sent_again(officer: Person, settings: Any) -> None:
    one = asked(officer)
    was_sent = actions.deliver(mail_id=one.pk)
    failed = Mail.objects.get()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    actions.send_again(mail_id=one.pk, by=officer, on=TODAY)
    actions.deliver(mail_id=one.pk)

    assert not was_sent
    assert failed.state == "failed"
    assert "ConnectionRefusedError" in failed.failure
    assert Mail.objects.get().state == "sent"


def test_what_did_not_fail_is_not_sent_again(officer: Person) -> None:
    with pytest.raises(Outdated):
        actions.send_again(mail_id=asked(officer).pk, by=officer, on=TODAY)


def test_others_neither_see_it_nor_send_it_again(officer: Person) -> None:
    stranger = Person.objects.create(username="stranger")
    one = asked(officer)
    Mail.objects.update(state="failed", failure="x")

    with pytest.raises(Refused) as refused:
        actions.send_again(mail_id=one.pk, by=stranger, on=TODAY)

    assert refused.value.why is Why.HIDDEN
    assert list(queries.mails_seen_by(stranger, TODAY)) == []


def is_named_admin(person: Person, on: date) -> bool:
    return person.username == "admin" and on == TODAY


def test_an_administrator_sees_all_and_sends_all_again(officer: Person, settings: Any) -> None:
    settings.ADMINISTRATORS = f"{__name__}.is_named_admin"
    admin = Person.objects.create(username="admin")
    one = asked(officer)
    Mail.objects.update(state="failed", failure="x")

    actions.send_again(mail_id=one.pk, by=admin, on=TODAY)

    assert list(queries.mails_seen_by(admin, TODAY)) == [one]
    assert list(queries.mails_seen_by(officer, TODAY)) == [one]


def test_a_mail_to_nobody_is_forgotten() -> None:
    one = actions.send("lost-password", address="nobody@example.org", by=None, at=AT)

    assert actions.deliver(mail_id=one.pk)
    assert Mail.objects.count() == 0


def test_a_mail_that_failed_says_why_in_the_database_too(officer: Person) -> None:
    asked(officer)

    with pytest.raises(IntegrityError, match="mail_that_failed_says_why"):
        Mail.objects.update(state="failed")


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_is_sent_at_once_by_two_is_sent_once(officer: Person) -> None:
    one = asked(officer)

    answer = beside(lambda: actions.deliver(mail_id=one.pk), lambda: actions.deliver(mail_id=one.pk))

    assert answer is True
    assert len(outside.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_send_a_mail_again_at_once_one_looks_again(officer: Person) -> None:
    one = asked(officer)
    Mail.objects.update(state="failed", failure="refused")

    def again() -> Mail:
        return actions.send_again(mail_id=one.pk, by=officer, on=TODAY)

    assert isinstance(beside(again, again), Outdated)


def echo(asked: Asked) -> list[Letter]:
    return [Letter(subject="제목", body=f"{asked.person}: {asked.values['what']}", to=asked.address)]


def test_a_letter_is_made_of_what_the_mail_says_and_goes_out_as_it_is(officer: Person, settings: Any) -> None:
    settings.MAIL_LETTERS = {"notice": f"{__name__}.echo"}
    other, one = asked(officer), asked(officer)

    actions.deliver(mail_id=one.pk)

    [sent] = outside.outbox
    assert (sent.subject, sent.body) == ("제목", f"{officer.pk}: password")
    assert sent.to == ["officer@example.org"]
    assert Mail.objects.get(pk=other.pk).state == "waiting"


class Refusing(BaseEmailBackend):
    def send_messages(self, _messages: Any) -> int:
        raise OSError("x" * 500)


def test_of_a_long_failure_the_beginning_is_kept_and_forgotten_once_it_is_sent_again(
    officer: Person, settings: Any
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    one = asked(officer)
    actions.deliver(mail_id=one.pk)
    failed = Mail.objects.get()

    actions.send_again(mail_id=one.pk, by=officer, on=TODAY)

    assert failed.failure == f"OSError: {'x' * 291}"
    assert Mail.objects.get().failure == ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT args FROM procrastinate_jobs")
        assert [json.loads(args) for (args,) in cursor.fetchall()] == [{"mail_id": one.pk}] * 2


def test_refusals_to_send_again_say_why_and_about_which_mail(officer: Person) -> None:
    one = asked(officer)

    with pytest.raises(Outdated, match="이미 보냈거나 보내는 중") as outdated:
        actions.send_again(mail_id=one.pk, by=officer, on=TODAY)
    with pytest.raises(Refused, match="그런 메일이 없습니다"):
        actions.send_again(mail_id=one.pk, by=Person.objects.create(username="other"), on=TODAY)

    assert outdated.value.about == ("mail", str(one.pk))


def test_mails_are_seen_with_their_persons_in_one_query(
    officer: Person, django_assert_num_queries: Any
) -> None:
    asked(officer)
    asked(officer)

    mails = queries.mails_seen_by(officer, TODAY)
    with django_assert_num_queries(1):
        seen = [(one.person, one.asked_by) for one in mails]

    assert seen == [(officer, officer)] * 2


def broken_letter(_asked: object) -> None:
    raise KeyError("what")


def test_a_mistake_of_the_program_is_a_failure_that_is_shown_and_logged(
    officer: Person, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.MAIL_LETTERS = {"notice": f"{__name__}.broken_letter"}
    one = asked(officer)

    assert not actions.deliver(mail_id=one.pk)
    assert (Mail.objects.get().state, "KeyError" in Mail.objects.get().failure) == ("failed", True)
    assert [(record.name, record.getMessage()) for record in caplog.records] == [
        ("goru.core.mail.actions", f"mail {one.pk} was not sent")
    ]


def letter_without_a_database(_asked: object) -> None:
    raise OperationalError


def test_an_error_of_the_database_is_raised_and_the_mail_waits(officer: Person, settings: Any) -> None:
    settings.MAIL_LETTERS = {"notice": f"{__name__}.letter_without_a_database"}
    one = asked(officer)

    with pytest.raises(OperationalError):
        actions.deliver(mail_id=one.pk)

    assert Mail.objects.get().state == "waiting"


@pytest.mark.parametrize(
    ("status", "state"), [("todo", "waiting"), ("doing", "waiting"), ("failed", "failed")]
)
def test_a_mail_whose_job_was_given_up_failed_and_can_be_sent_again(
    officer: Person, status: str, state: str
) -> None:
    one = asked(officer)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = %s::procrastinate_job_status", [status])

    actions.fail_forsaken()

    assert Mail.objects.get().state == state
    if state == "failed":
        actions.send_again(mail_id=one.pk, by=officer, on=TODAY)
        assert actions.deliver(mail_id=one.pk)


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_is_being_sent_is_not_said_to_be_forsaken(officer: Person) -> None:
    one = asked(officer)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")

    answer = beside(lambda: actions.deliver(mail_id=one.pk), actions.fail_forsaken)

    assert answer is None
    assert Mail.objects.get().state == "sent"
