"""A mail that fails is tried three times by itself."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from goru.core.mail import actions, jobs
from goru.core.mail.models import Mail
from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture
def mail() -> Mail:
    officer = Person.objects.create(username="officer", email="officer@example.org")
    values = {"what": "password"}
    at = datetime(2025, 4, 5, tzinfo=UTC)
    return actions.send("notice", address=officer.email, by=officer, at=at, person=officer, values=values)


def waiting_jobs() -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT args FROM procrastinate_jobs WHERE scheduled_at IS NOT NULL ORDER BY id")
        return [json.loads(args) for (args,) in cursor.fetchall()]


def pauses() -> list[timedelta]:
    """How much later than this test began they are to run."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT scheduled_at - now() FROM procrastinate_jobs WHERE scheduled_at IS NOT NULL")
        return [pause for (pause,) in cursor.fetchall()]


def test_the_queue_knows_the_job_by_the_name_that_is_put_into_it() -> None:
    assert jobs.deliver_mail.name == "goru.core.mail.jobs.deliver_mail"
    assert jobs.deliver_mail.name in app.tasks


def test_a_mail_is_tried_three_times(mail: Mail, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    jobs.deliver_mail(mail_id=mail.pk)
    jobs.deliver_mail(mail_id=mail.pk, tries=2)
    jobs.deliver_mail(mail_id=mail.pk, tries=3)

    assert waiting_jobs() == [{"mail_id": mail.pk, "tries": tries} for tries in (2, 3)]
    assert all(timedelta(minutes=5) <= one < timedelta(minutes=5, seconds=50) for one in pauses())
    assert Mail.objects.get().state == "failed"


def test_a_later_try_may_succeed(mail: Mail) -> None:
    Mail.objects.update(state="failed", failure="x")

    jobs.deliver_mail(mail_id=mail.pk, tries=2)

    assert (Mail.objects.get().state, Mail.objects.get().failure) == ("sent", "")
    assert waiting_jobs() == []


def test_a_first_try_leaves_alone_what_waits_for_a_person(mail: Mail) -> None:
    Mail.objects.update(state="failed", failure="x")

    jobs.deliver_mail(mail_id=mail.pk)

    assert Mail.objects.get().state == "failed"


def test_a_later_try_is_of_its_own_mail_alone_and_of_none_that_was_sent(mail: Mail) -> None:
    other = Mail.objects.create(letter="notice", address="x@example.org", values={}, asked_at=mail.asked_at)
    Mail.objects.update(state="failed", failure="x")

    for tries in (2, 3):
        jobs.deliver_mail(mail_id=mail.pk, tries=tries)

    assert Mail.objects.get(pk=mail.pk).state == "sent"
    assert Mail.objects.get(pk=other.pk).state == "failed"


@pytest.mark.usefixtures("empty_queue")
@pytest.mark.django_db(transaction=True)
def test_what_looks_for_forsaken_mails_in_a_thread_leaves_no_connection_open(mail: Mail) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")

    with ThreadPoolExecutor(1) as worker:
        worker.submit(jobs.fail_forsaken).result()
        left = worker.submit(lambda: connection.connection).result()

    assert (Mail.objects.get(pk=mail.pk).state, left) == ("failed", None)
