"""Jobs of the queue after a book is adopted: whatever is made of it is made here, one thing after the other."""

from __future__ import annotations

import subprocess
import sys

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goru.core.readiness import AWAY
from goru.domain.plans import queries as plans
from goru.pipelines.issuing.vocabulary import ISSUE_AGAIN, ISSUE_CYCLE

INTERRUPTED = (*AWAY, subprocess.CalledProcessError)
"""What is raised where the database, or the process that issues, was struck down; tried again it may go well."""
PATIENCE = RetryStrategy(max_attempts=3, wait=2, retry_exceptions=INTERRUPTED)


@app.task(queue=ISSUE_CYCLE.queue, retry=PATIENCE)
def issue_cycle(*, year: int) -> None:
    """Make what readers find and take of the plan of a year."""
    make(year)


@app.task(queue=ISSUE_AGAIN.queue, retry=PATIENCE)
def issue_earlier(*, year: int, number: int, form: str = "") -> None:  # noqa: ARG001 - tells jobs apart
    """Make the data of an earlier publication again, for who asked for them, in a form that is given up once it fails."""
    run_apart("issue", str(year), "--publication", str(number))


def make(year: int) -> None:
    """Make the index of search anew and the issue of a year, whatever job it is of."""
    run_apart("index_search")
    run_apart("issue", str(year))


def run_apart(command: str, *arguments: str) -> None:
    """Run a command in a process of its own: it weighs hundreds of megabytes, which go with it."""
    subprocess.run([sys.executable, "-m", "django", command, *arguments], check=True)  # noqa: S603


def issue_what_is_not() -> None:
    """Have the worker see to it that every year is issued as it is now; what is, stays."""
    for cycle in plans.cycles():
        ISSUE_CYCLE.defer_once(year=cycle.year)
