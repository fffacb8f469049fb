"""Work that is put into the queue: a room declares its jobs by name, so that what only serves pages loads none of them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.db import connection


@dataclass(frozen=True, slots=True)
class Job:
    """A job by the dotted name of its task (in some room's `jobs.py`) and the queue whose worker does it."""

    task: str
    queue: str

    def defer(self, **arguments: object) -> None:
        """Have it done once the transaction is over.

        By the queue's own SQL: its library would weigh on every process that serves pages.
        """
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW(%s, %s, 0, NULL, NULL, %s, NULL)"
                "::procrastinate_job_to_defer_v1])",
                [self.queue, self.task, json.dumps(arguments)],
            )
