from importlib import import_module
from pkgutil import walk_packages

import pytest
from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

import goru
from goru.core.queue import Job
from goru.pipelines.importing.vocabulary import READ_UPLOAD

pytestmark = pytest.mark.web


def jobs() -> list[Job]:
    """Every job that a room declares."""
    names = [each.name for each in walk_packages(goru.__path__, "goru.") if each.name.endswith(".vocabulary")]
    rooms = map(import_module, names)
    return [one for room in rooms for one in vars(room).values() if isinstance(one, Job)]


def test_every_job_is_a_task_of_its_queue() -> None:
    for name in settings.PROCRASTINATE_IMPORT_PATHS:
        import_module(name)

    found = {one: app.tasks.get(one.task) for one in jobs()}

    assert len(found) >= 3
    assert {one: task and task.queue for one, task in found.items()} == {one: one.queue for one in found}


@pytest.mark.usefixtures("empty_queue")
def test_a_job_that_is_put_into_the_queue_waits_there_with_what_it_needs() -> None:
    READ_UPLOAD.defer(import_id=1, version=2)

    job = ProcrastinateJob.objects.get()
    assert (job.queue_name, job.task_name, job.args) == (
        "reading",
        READ_UPLOAD.task,
        {"import_id": 1, "version": 2},
    )


@pytest.mark.usefixtures("empty_queue")
def test_a_job_that_is_put_in_once_waits_once_for_the_same_and_again_for_another() -> None:
    for first, second in ((1, 2), (1, 2), (2, 2)):
        READ_UPLOAD.defer_once(version=second, import_id=first)
    READ_UPLOAD.defer_once(import_id=1, version=2)

    waiting = ProcrastinateJob.objects.order_by("pk")
    assert [one.args for one in waiting] == [{"import_id": one, "version": 2} for one in (1, 2)]
    assert waiting[0].queueing_lock == f'{READ_UPLOAD.task} {{"import_id": 1, "version": 2}}'


@pytest.mark.usefixtures("empty_queue")
@pytest.mark.parametrize(
    ("task", "status", "args", "has_failed"),
    [
        (READ_UPLOAD.task, "failed", {"import_id": 1, "version": 2}, True),
        (READ_UPLOAD.task, "failed", {"import_id": 1, "version": 3}, False),
        (READ_UPLOAD.task, "todo", {"import_id": 1, "version": 2}, False),
        ("another", "failed", {"import_id": 1, "version": 2}, False),
    ],
)
def test_a_job_has_failed_where_one_that_does_the_same_was_given_up(
    task: str, status: str, args: dict[str, int], has_failed: bool
) -> None:
    Job(task, READ_UPLOAD.queue).defer(**args)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = %s::procrastinate_job_status", [status])

    assert READ_UPLOAD.has_failed(version=2, import_id=1) is has_failed
