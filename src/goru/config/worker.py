"""The worker of the queues: what was uploaded is read while a publication is made, and nobody waits for the other."""

from __future__ import annotations

import asyncio
import os
import signal
from importlib import import_module

import django

from goru.config.parts import end_with_the_caller

_QUEUES = (("reading", "default"), ("publishing",))
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
    asyncio.run(_work())


async def _work() -> None:
    app = import_module("procrastinate.contrib.django").app  # only now: it knows models
    interrupted = import_module("goru.pipelines.importing.jobs").take_up_interrupted
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    with app.replace_connector(app.connector.get_worker_connector()) as working:
        async with working.open_async():
            workers = [
                asyncio.create_task(
                    working.run_worker_async(
                        queues=list(queues),
                        name=queues[0],
                        install_signal_handlers=False,
                        delete_jobs="successful",
                        shutdown_graceful_timeout=_GRACE,
                        update_heartbeat_interval=_HEARTBEAT,
                        stalled_worker_timeout=_DEAD,
                    )
                )
                for queues in _QUEUES
            ]
            watch = asyncio.create_task(_watch(working, interrupted))
            told = asyncio.create_task(stopped.wait())
            done, _ = await asyncio.wait([*workers, watch, told], return_when=asyncio.FIRST_COMPLETED)
            for task in (*workers, watch):
                task.cancel()
            await asyncio.gather(*workers, watch, return_exceptions=True)
            for task in done:  # what ended by itself, such as for want of the database, says why
                task.result()


async def _watch(app: object, interrupted: object) -> None:
    while True:
        await interrupted(app, dead_after=_DEAD)  # type: ignore[operator]
        await asyncio.sleep(_HEARTBEAT)


if __name__ == "__main__":
    main()
