"""Jobs of the queue after a book is adopted: whatever is made of it is made here, one thing after the other."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from goru.domain.plans import queries as plans
from goru.pipelines.importing import actions as importing
from goru.pipelines.importing.jobs import AWAY, UNPUBLISHED

INTERRUPTED = (*AWAY, subprocess.CalledProcessError)
"""What is raised where the database, or the process that publishes, was struck down; tried again it may go well."""


@app.task(queue="publishing", retry=RetryStrategy(max_attempts=3, wait=2, retry_exceptions=INTERRUPTED))
def publish_cycle(*, year: int, import_id: int | None = None, version: int | None = None) -> None:
    """Make what readers find and take of the plan of a year; the import it came from says how that ended."""
    try:
        run_apart("index_search")
        run_apart("publish", str(year))
    except INTERRUPTED:
        raise  # at the third time the import says so (importing.jobs.begin_again)
    except Exception:
        if import_id and version:
            importing.fail_import(import_id=import_id, version=version, reason=UNPUBLISHED)
        raise
    if import_id and version:
        importing.finish_publication(import_id=import_id, version=version)


def run_apart(command: str, *arguments: str) -> None:
    """Run a command in a process of its own: it weighs hundreds of megabytes, which go with it."""
    subprocess.run([sys.executable, "-m", "django", command, *arguments], check=True)  # noqa: S603


def publish_what_is_not() -> None:
    """Have the worker see to it that every year is published as it is now; what is, stays."""
    for cycle in plans.cycles():
        with suppress(AlreadyEnqueued), transaction.atomic():
            publish_cycle.configure(queueing_lock=f"publish {cycle.year}").defer(year=cycle.year)
