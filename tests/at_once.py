"""Two deeds at once: what a lock is for."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic, sleep
from typing import Any

from django.db import connection, transaction

_LONGEST = 60


def beside(first: Callable[[], object], second: Callable[[], object]) -> Any:
    """Do `first`, and before it is committed begin `second` on another connection; what came of that, or its exception.

    `first` is committed as soon as the second waits for it, or has ended without waiting.
    """
    whole = transaction.atomic()
    whole._from_testcase = True  # type: ignore[attr-defined] # deeds are durable, but not within a test
    with ThreadPoolExecutor(1) as other:
        with whole:
            first()
            answer = other.submit(_on_its_own_connection, second)
            _wait_for(answer)
        found = answer.exception(timeout=_LONGEST) or answer.result()
        _empty_queue()
        return found


def _empty_queue() -> None:
    """Its tables are emptied after no test, and jobs that were committed would wait there for the next one."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def _on_its_own_connection(deed: Callable[[], object]) -> object:
    try:
        return deed()
    finally:
        connection.close()


def _wait_for(answer: Future[object]) -> None:
    end = monotonic() + _LONGEST
    while not answer.done() and not _somebody_waits() and monotonic() < end:
        sleep(0.01)


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))"
        )
        return bool(cursor.fetchone()[0])
