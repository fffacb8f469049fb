"""The worker of the queues: what was uploaded is read while an issue is made, and nobody waits for the other."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any

import django
from django.db import Error, connection

from goru.config.parts import end_with_the_caller

if TYPE_CHECKING:
    from procrastinate import App

_QUEUES = (("reading", "default"), ("issuing",), ("mail",))
"""Each has its jobs done one after the other; "default" may hold some of version 0.1.0."""
_HEARTBEAT, _DEAD = 5, 15
"""Seconds between two signs of life; after how many without one its jobs are taken for interrupted."""
_GRACE = 20
"""Seconds that jobs may go on once the worker is told to stop."""


def main() -> None:
    """Do the jobs of the queues until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.settings")
    end_with_the_caller()
    django.setup()
    Thread(target=_end_with_the_database, daemon=True).start()
    asyncio.run(_work())


def _end_with_the_database() -> None:
    """Once a connection breaks, end: of what the library kept in mind the database may know nothing. Another begins."""
    try:
        while True:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            time.sleep(1)
    except Error as error:
        sys.stderr.write(
            f"고루: 작업 프로그램이 데이터베이스를 잃어 다시 시작합니다({type(error).__name__}).\n"
        )
        os._exit(1)


async def _work() -> None:
    app = import_module("procrastinate.contrib.django").app  # only now: it knows models
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    with app.replace_connector(app.connector.get_worker_connector()) as working:
        async with working.open_async():
            parts: list[asyncio.Future[Any]] = [
                asyncio.create_task(_do(working, queues)) for queues in _QUEUES
            ]
            parts.append(asyncio.create_task(_watch(working)))
            told: asyncio.Future[Any] = asyncio.create_task(stopped.wait())
            done, _ = await asyncio.wait({*parts, told}, return_when=asyncio.FIRST_COMPLETED)
            for part in parts:
                part.cancel()
            await asyncio.gather(*parts, return_exceptions=True)
            for part in done:  # what ended by itself says why
                part.result()


async def _do(working: App, queues: tuple[str, ...]) -> None:
    """The jobs of some queues, one after the other."""
    await working.run_worker_async(
        queues=list(queues),
        name=queues[0],
        install_signal_handlers=False,
        delete_jobs="successful",
        shutdown_graceful_timeout=_GRACE,
        update_heartbeat_interval=_HEARTBEAT,
        stalled_worker_timeout=_DEAD,
    )


async def _watch(working: App) -> None:
    begin_again = import_module("goru.pipelines.importing.jobs").begin_again
    say_which_mails_failed = import_module("goru.core.mail.jobs").fail_forsaken
    manager = working.job_manager
    while True:
        await begin_again(manager, await manager.get_stalled_jobs(seconds_since_heartbeat=_DEAD))
        await asyncio.to_thread(say_which_mails_failed)
        await asyncio.sleep(_HEARTBEAT)


if __name__ == "__main__":
    main()
