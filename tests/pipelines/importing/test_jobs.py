"""Jobs end in a state a person can go on from, whatever happens to them."""

import asyncio
import json
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from goru.domain.institutions.actions import system_person
from goru.domain.plans import queries as plans
from goru.pipelines.importing import actions, jobs
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.vocabulary import Decision, IssueState, ReadingState
from goru.pipelines.issuing import jobs as issuing
from goru.pipelines.issuing import queries as issued
from goru.pipelines.searching.queries import search

pytestmark = [pytest.mark.web, pytest.mark.django_db]
SMALL_BOOK = Path(__file__).parents[2] / "data" / "small-book.txt"
AT = datetime(2025, 4, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made apart is made here, where the test's rows can be seen."""
    monkeypatch.setattr(issuing, "run_apart", lambda command, *years: call_command(command, *map(int, years)))


@pytest.fixture
def received(settings: Any, tmp_path: Path) -> Import:
    settings.UPLOADS = tmp_path
    with connection.cursor() as cursor:  # its tables are emptied after no test
        cursor.execute("DELETE FROM procrastinate_jobs")
    officer = system_person()
    content = SMALL_BOOK.read_bytes()
    return actions.receive_import(name="book.txt", chunks=[content], by=officer, at=AT)


def test_what_is_adopted_is_issued_and_found(received: Import) -> None:
    jobs.read_upload(import_id=received.pk, version=1)
    actions.adopt_import(
        import_id=received.pk,
        version=1,
        replaces="",
        is_accepted=False,
        by=received.received_by,
        at=AT,
    )

    jobs.issue_adopted(year=2025, import_id=received.pk, version=2)

    assert Import.objects.get().issuing == IssueState.ISSUED
    assert issued.pictures(plans.published(plans.cycle_of(2025)), ["money-by-source"])
    assert search("정원산업", {}).entries


def test_a_file_that_is_lost_fails_the_import_and_the_job(received: Import, tmp_path: Path) -> None:
    (tmp_path / received.digest).unlink()

    with pytest.raises(FileNotFoundError):
        jobs.read_upload(import_id=received.pk, version=1)

    assert Import.objects.get().reading == ReadingState.FAILED
    assert "다시 시도" in Import.objects.get().failure


def test_an_issue_that_fails_can_be_made_again(received: Import, settings: Any, tmp_path: Path) -> None:
    jobs.read_upload(import_id=received.pk, version=1)
    actions.adopt_import(
        import_id=received.pk,
        version=1,
        replaces="",
        is_accepted=False,
        by=received.received_by,
        at=AT,
    )
    settings.ISSUES = tmp_path / received.digest  # a file, in which nothing can be made

    with pytest.raises((NotADirectoryError, FileExistsError)):
        jobs.issue_adopted(year=2025, import_id=received.pk, version=2)
    failed = Import.objects.get()
    actions.retry_import(import_id=failed.pk, version=failed.version, by=received.received_by, at=AT)

    assert failed.issuing == IssueState.FAILED
    assert Import.objects.get().issuing == IssueState.WAITING


def test_a_job_of_before_a_person_went_on_changes_nothing(received: Import) -> None:
    jobs.read_upload(import_id=received.pk, version=1)
    actions.discard_import(import_id=received.pk, version=1, by=received.received_by, at=AT)

    jobs.read_upload(import_id=received.pk, version=1)
    actions.fail_import(import_id=received.pk, version=1, reason="late")

    assert Import.objects.get().decision == Decision.DISCARDED


def begin(worker_is_dead: bool) -> None:
    """The only job is begun by a worker that lives, or by one that gave no sign of life for a minute."""
    age = "1 minute" if worker_is_dead else "1 second"
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s::interval) RETURNING id",
            [age],
        )
        (worker,) = cursor.fetchone()
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", [worker])


def look_for_interrupted() -> None:
    async def look() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
            async with working.open_async():
                manager = working.job_manager
                await jobs.begin_again(manager, await manager.get_stalled_jobs(seconds_since_heartbeat=15))

    asyncio.run(look())


@pytest.mark.django_db(transaction=True)
def test_a_job_of_a_living_worker_is_left_to_it(received: Import) -> None:
    begin(worker_is_dead=False)

    look_for_interrupted()

    assert ProcrastinateJob.objects.get().status == "doing"


@pytest.mark.django_db(transaction=True)
def test_an_interrupted_job_is_begun_again_and_given_up_at_the_third_time(received: Import) -> None:
    for _ in range(jobs.MOST_TRIES - 1):
        begin(worker_is_dead=True)
        look_for_interrupted()
        assert ProcrastinateJob.objects.get().status == "todo"
        assert Import.objects.get().reading == ReadingState.RECEIVED

    begin(worker_is_dead=True)
    look_for_interrupted()

    assert ProcrastinateJob.objects.get().status == "failed"
    assert Import.objects.get().reading == ReadingState.FAILED
    assert "여러 번 멈췄습니다" in Import.objects.get().failure
    assert "stopped several times" in Import.objects.get().failure_en


@pytest.mark.django_db(transaction=True)
def test_an_import_whose_job_is_gone_says_that_it_failed(received: Import) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")

    look_for_interrupted()

    assert Import.objects.get().reading == ReadingState.FAILED


def test_a_database_that_is_away_fails_no_import(received: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(**_: object) -> None:
        raise OperationalError("connection to server failed")

    monkeypatch.setattr(jobs, "read_import", lose)

    with pytest.raises(OperationalError):
        jobs.read_upload(import_id=received.pk, version=1)

    assert Import.objects.get().reading == ReadingState.RECEIVED
    assert jobs.read_upload.retry_strategy


def test_every_year_is_queued_once_for_what_is_not_issued(received: Import) -> None:
    jobs.read_upload(import_id=received.pk, version=1)
    actions.adopt_import(
        import_id=received.pk, version=1, replaces="", is_accepted=False, by=received.received_by, at=AT
    )

    issuing.issue_what_is_not()
    issuing.issue_what_is_not()

    queued = ProcrastinateJob.objects.filter(queueing_lock__isnull=False)
    assert [(job.queue_name, job.args) for job in queued] == [("issuing", {"year": 2025})]


def test_jobs_that_wait_under_names_of_before_are_done_under_those_of_now() -> None:
    of_a_year, of_an_import = {"year": 2025}, {"year": 2025, "import_id": 1, "version": 2}
    before = "goru.pipelines.publishing.jobs.publish_cycle"
    renaming = import_module("goru.pipelines.importing.migrations.0005_jobs_of_issues")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
        cursor.executemany(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock, args) VALUES (%s, %s, %s, %s)",
            [
                ("publishing", before, "publish 2025", json.dumps(of_a_year)),
                ("default", before, None, json.dumps(of_an_import)),
            ],
        )

        cursor.execute(renaming.FORWARDS)

    waiting = ProcrastinateJob.objects.order_by("id")
    assert [(job.queue_name, job.task_name, job.queueing_lock, job.args) for job in waiting] == [
        ("issuing", issuing.issue_cycle.name, "issue 2025", of_a_year),
        ("issuing", jobs.issue_adopted.name, None, of_an_import),
    ]


@pytest.mark.django_db(transaction=True)
def test_an_interrupted_job_of_which_another_waits_already_is_left_to_that(received: Import) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET queueing_lock = 'the same work'")
    begin(worker_is_dead=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock, args)"
            " SELECT queue_name, task_name, queueing_lock, args FROM procrastinate_jobs"
        )

    look_for_interrupted()

    assert sorted(ProcrastinateJob.objects.values_list("status", flat=True)) == ["failed", "todo"]
