"""What a page for monitoring says, and that it needs no more than it must."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NoReturn

import pytest
from django.db import OperationalError, connection
from django.test import Client

from goru.core.audit.models import LogCheck

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def empty_queue(db: None) -> None:
    with connection.cursor() as cursor:  # its tables are emptied after no test
        cursor.execute("DELETE FROM procrastinate_jobs")
        cursor.execute("DELETE FROM procrastinate_workers")


@pytest.fixture
def living_worker(empty_queue: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")


@pytest.fixture
def no_database() -> Iterator[None]:
    """A database that does not answer."""

    def lost(*_: object) -> NoReturn:
        raise OperationalError("connection to server failed")

    with connection.execute_wrapper(lost):
        yield


def test_an_installation_whose_parts_work_is_ready(client: Client, living_worker: None) -> None:
    answer = client.get("/ready")

    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "database": True,
        "migrations": True,
        "worker": True,
        "jobs": 0,
        "oldest_job_seconds": 0,
        "failed_jobs": 0,
        "log": None,
    }
    assert "no-store" in answer.headers["Cache-Control"]


def test_without_a_worker_it_is_not(client: Client) -> None:
    answer = client.get("/ready")

    assert (answer.status_code, answer.json()["worker"]) == (503, False)


def test_tables_of_an_older_program_are_not_ready(client: Client, living_worker: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'plans' AND name LIKE '0002%%'")

    assert client.get("/ready").json()["migrations"] is False


def test_the_age_of_the_oldest_job_is_said(client: Client, living_worker: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('reading', 'any')")
        cursor.execute("UPDATE procrastinate_events SET at = at - interval '1 hour'")

        waiting = client.get("/ready").json()
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
        at_work = client.get("/ready").json()
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")
        given_up = client.get("/ready").json()

    assert (waiting["jobs"], waiting["oldest_job_seconds"] // 60) == (1, 60)
    assert (at_work["jobs"], at_work["oldest_job_seconds"] // 60) == (1, 60)
    assert (given_up["jobs"], given_up["failed_jobs"]) == (0, 1)


@pytest.mark.parametrize("address", ["/health", "/accounts/sign-in/", "/api/docs", "/api/openapi.json"])
def test_what_needs_no_database_answers_without(client: Client, no_database: None, address: str) -> None:
    assert client.get(address).status_code == 200


def test_what_needs_it_says_so(client: Client, no_database: None) -> None:
    client.raise_request_exception = False

    assert client.get("/2024/").status_code == 503
    assert client.get("/ready").json()["database"] is False


@pytest.mark.parametrize("broken", [None, 3])
def test_a_broken_log_is_said_and_takes_nothing_down(
    client: Client, living_worker: None, broken: int | None
) -> None:
    LogCheck.objects.create(moment=datetime(2025, 1, 1, tzinfo=UTC), lines=4, seal="1" * 64, broken=2)
    LogCheck.objects.create(moment=datetime(2025, 1, 2, tzinfo=UTC), lines=4, seal="1" * 64, broken=broken)

    answer = client.get("/ready")

    assert (answer.status_code, answer.json()["log"]) == (200, broken is None)
