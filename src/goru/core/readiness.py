"""Whether an installation can work: what a page for monitoring says, by the queue's own tables."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from django.apps import apps
from django.db import Error, InterfaceError, OperationalError, connection

AWAY = (OperationalError, InterfaceError)
"""What is raised while the database is away, and where it cannot hold what it was given."""
_ALIVE = 15
"""Seconds since the last sign of life of a worker that is taken for alive."""

_QUEUE = """
    SELECT (SELECT coalesce(max(last_heartbeat) > now() - make_interval(secs => %s), false) FROM procrastinate_workers),
           (SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')),
           (SELECT coalesce(extract(epoch FROM now() - min(at)), 0) FROM procrastinate_events
             JOIN procrastinate_jobs ON procrastinate_jobs.id = job_id
            WHERE type = 'deferred' AND status IN ('todo', 'doing')),
           (SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'),
           (SELECT broken IS NULL FROM audit_logcheck ORDER BY id DESC LIMIT 1)
"""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether the database answers, its tables are of this program, a worker lives.

    Beside it how many jobs wait or are at work, how long the oldest of them has been there, how many were given up;
    and whether the log of official acts was whole when it was last checked (None: never yet).
    """

    database: bool
    migrations: bool = False
    worker: bool = False
    jobs: int | None = None
    oldest_job_seconds: int | None = None
    failed_jobs: int | None = None
    log: bool | None = None

    @property
    def is_ready(self) -> bool:
        """Whether all parts can do their work."""
        return self.database and self.migrations and self.worker


def readiness() -> Readiness:
    """How it stands now; asks the database twice and never raises for want of it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            are_applied = _migrations() <= set(cursor.fetchall())
            cursor.execute(_QUEUE, [_ALIVE])
            worker, jobs, oldest, failed, log = cursor.fetchone() or (False, 0, 0, 0, None)
    except Error:
        return Readiness(database=_answers())
    return Readiness(True, are_applied, worker, jobs, int(oldest), failed, log)


def _answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return False
    return True


@cache
def _migrations() -> frozenset[tuple[str, str]]:
    """The migrations of the program, by their files: to load them would weigh megabytes."""
    rooms = ((app.label, find_spec(f"{app.name}.migrations")) for app in apps.get_app_configs())
    return frozenset(
        (label, one.name)
        for label, room in rooms
        if room and room.submodule_search_locations  # a library's module of this name is no folder of them
        for one in pkgutil.iter_modules(room.submodule_search_locations)
        if not one.name.startswith("_")
    )


def is_at_work(queue: str) -> bool:
    """Whether a job of a queue waits or is done."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM procrastinate_jobs WHERE queue_name = %s AND status IN ('todo', 'doing'))",
            [queue],
        )
        found = cursor.fetchone()
    return bool(found and found[0])
