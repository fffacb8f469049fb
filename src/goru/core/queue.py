"""Work that is put into the queue: a room declares its jobs by name, so that what only serves pages loads none of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from django.db import IntegrityError, connection, transaction


@dataclass(frozen=True, slots=True)
class Job:
    """A job by the dotted name of its task (in some room's `jobs.py`) and the queue whose worker does it."""

    task: str
    queue: str

    def defer(self, **arguments: object) -> None:
        """Have it done once the transaction is over."""
        self._put(None, arguments)

    def defer_once(self, **arguments: object) -> None:
        """Have it done, unless one that does the same waits already."""
        same = f"{self.task} {json.dumps(arguments, sort_keys=True)}"
        with suppress(IntegrityError), transaction.atomic():
            self._put(same, arguments)

    def has_failed(self, **arguments: object) -> bool:
        """Whether one that does the same was given up, after all its tries."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT EXISTS (SELECT FROM procrastinate_jobs"
                " WHERE task_name = %s AND status = 'failed' AND args = %s::jsonb)",
                [self.task, json.dumps(arguments)],
            )
            return bool(cursor.fetchone()[0])

    def _put(self, queueing_lock: str | None, arguments: Mapping[str, object]) -> None:
        """By the queue's own SQL: its library would weigh on every process that serves pages."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW(%s, %s, 0, NULL, %s, %s, NULL)"
                "::procrastinate_job_to_defer_v1])",
                [self.queue, self.task, queueing_lock, json.dumps(arguments)],
            )
