"""Jobs of the queue; the worker runs them (`goru.config.manage procrastinate worker`)."""

from __future__ import annotations

from typing import cast

from asgiref.sync import sync_to_async
from django.utils.translation import gettext_lazy as _
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from goru.pipelines.importing import actions


@app.task
def read_upload(*, import_id: int, version: int) -> None:
    """Read the file of an import; whatever goes wrong is said on the import too."""
    try:
        actions.read_import(import_id=import_id, version=version)
    except Exception:
        reason = _("프로그램 오류로 읽지 못했습니다. 다시 시도하고, 되풀이되면 운영자에게 알려 주세요.")
        actions.fail_import(import_id=import_id, version=version, reason=reason)
        raise


@app.periodic(cron="* * * * *")
@app.task(pass_context=True, queueing_lock="fail_interrupted")
async def fail_interrupted(context: JobContext, timestamp: int) -> None:  # noqa: ARG001
    """Jobs whose worker died are over; the imports they were for say so and can be tried again."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.finish_job(job, Status.FAILED, delete_job=False)
        if job.task_kwargs.get("import_id"):
            await sync_to_async(actions.fail_import)(
                import_id=cast(int, job.task_kwargs["import_id"]),
                version=cast(int, job.task_kwargs["version"]),
                reason=_("작업하던 프로그램이 도중에 멈췄습니다. 다시 시도하세요."),
            )
