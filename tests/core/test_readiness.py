"""Whether an installation can work, by the queue's own tables."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import ProgrammingError, connection

from goru.core import readiness
from goru.core.queue import Job

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("empty_queue")]


def said(statement: str, *values: str | int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize(("seconds", "is_alive"), [(14, True), (15, False)])
def test_a_worker_is_alive_that_gave_a_sign_of_life_within_a_quarter_of_a_minute(
    seconds: int, is_alive: bool
) -> None:
    said("DELETE FROM procrastinate_workers")
    said(
        "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => %s))",
        seconds,
    )

    assert readiness.readiness().worker is is_alive
    assert readiness.readiness().is_ready is is_alive


def no_table(execute: Callable[..., Any], sql: str, *others: Any) -> Any:
    if "django_migrations" in sql:
        raise ProgrammingError
    return execute(sql, *others)


def test_a_database_without_the_tables_answers_and_is_not_ready() -> None:
    with connection.execute_wrapper(no_table):
        assert readiness.readiness() == readiness.Readiness(database=True)


def test_a_migration_that_is_missing_is_seen() -> None:
    readiness._migrations.cache_clear()
    assert readiness.readiness().migrations

    said("DELETE FROM django_migrations WHERE app = 'plans'")

    assert not readiness.readiness().migrations


@pytest.mark.parametrize(
    ("status", "is_busy"), [("todo", True), ("doing", True), ("failed", False), ("succeeded", False)]
)
def test_a_queue_is_at_work_while_a_job_of_it_waits_or_is_done(status: str, is_busy: bool) -> None:
    assert not readiness.is_at_work("reading")
    Job("any", "reading").defer()
    said("UPDATE procrastinate_jobs SET status = %s::procrastinate_job_status", status)

    assert readiness.is_at_work("reading") is is_busy
    assert not readiness.is_at_work("mail")
