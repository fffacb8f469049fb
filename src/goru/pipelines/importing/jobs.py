"""Jobs of the queue; the worker runs them (config/worker.py)."""

from __future__ import annotations

import asyncio
from typing import cast

from django.db import connection
from django.utils.translation import gettext_lazy as _
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from goru.pipelines.importing import actions
from goru.pipelines.importing.actions.readings import read_import

MOST_TRIES = 3
"""How often a job is begun that is interrupted again and again: it may be the job that takes the worker down."""


@app.task(queue="reading")
def read_upload(*, import_id: int, version: int) -> None:
    """Read the file of an import; whatever goes wrong is said on the import too."""
    try:
        read_import(import_id=import_id, version=version)
    except Exception:
        reason = _("프로그램 오류로 읽지 못했습니다. 다시 시도하고, 되풀이되면 운영자에게 알려 주세요.")
        actions.fail_import(import_id=import_id, version=version, reason=reason)
        raise


async def take_up_interrupted(working: App, *, dead_after: float) -> None:
    """Begin again the jobs whose worker gave no sign of life for so many seconds.

    One that was interrupted too often is over, and the import it was for says so.
    """
    manager = working.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=dead_after):
        if job.attempts + 1 < MOST_TRIES:
            await manager.retry_job(job)
            continue
        await manager.finish_job(job, Status.FAILED, delete_job=False)
        if job.task_kwargs.get("import_id"):
            await asyncio.to_thread(
                _give_up, cast(int, job.task_kwargs["import_id"]), cast(int, job.task_kwargs["version"])
            )


def _give_up(import_id: int, version: int) -> None:
    reason = _(
        "작업하던 프로그램이 도중에 여러 번 멈췄습니다. 다시 시도하고, 되풀이되면 운영자에게 알려 주세요."
    )
    try:
        actions.fail_import(import_id=import_id, version=version, reason=reason)
    finally:
        connection.close()
