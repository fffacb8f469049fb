"""Jobs of the queue; the worker runs them (config/worker.py)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import connection
from django.utils.translation import gettext_lazy as _
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

from goru.core.readiness import AWAY
from goru.pipelines.importing import actions, queries
from goru.pipelines.importing.actions import brought
from goru.pipelines.importing.actions.readings import read_import
from goru.pipelines.importing.vocabulary import ISSUE_ADOPTED, READ_PROPOSAL, READ_UPLOAD, IssueState
from goru.pipelines.issuing import jobs as issuing

MOST_TRIES = 3
"""How often a job is begun that is interrupted again and again: it may be the job that takes the worker down."""
UNREAD = _("작업하던 프로그램이 도중에 여러 번 멈췄습니다. 다시 시도하고, 되풀이되면 운영자에게 알려 주세요.")
UNBROUGHT = _(
    "프로그램 오류로 읽지 못했습니다. 다시 저장한 파일을 올려 보고, 되풀이되면 운영자에게 알려 주세요."
)
UNISSUED = _("채택은 되었으나 검색 색인, 그림, 내려받기 파일을 만들지 못했습니다. 다시 시도하세요.")
PATIENCE = RetryStrategy(max_attempts=5, wait=2, retry_exceptions=AWAY)
"""Seconds; by then a database that was killed is there again."""


@app.task(queue=READ_UPLOAD.queue, retry=PATIENCE)
def read_upload(*, import_id: int, version: int) -> None:
    """Read the file of an import; whatever goes wrong is said on the import too."""
    try:
        read_import(import_id=import_id, version=version)
    except Exception as error:
        if is_away(error):
            raise
        reason = _("프로그램 오류로 읽지 못했습니다. 다시 시도하고, 되풀이되면 운영자에게 알려 주세요.")
        actions.fail_import(import_id=import_id, version=version, reason=reason)
        raise


@app.task(queue=READ_PROPOSAL.queue, retry=PATIENCE)
def read_proposal(*, proposal_id: int) -> None:
    """Read a file that was brought into a draft; whatever goes wrong is said on the proposal too."""
    try:
        brought.read_proposal(proposal_id=proposal_id, at=datetime.now(UTC))
    except Exception as error:
        if is_away(error):
            raise
        actions.fail_proposal(proposal_id=proposal_id, reason=UNBROUGHT)
        raise


@app.task(queue=ISSUE_ADOPTED.queue, retry=issuing.PATIENCE)
def issue_adopted(*, import_id: int, version: int, year: int) -> None:
    """Make what readers find and take of an adopted book's year; the import says how that ended."""
    try:
        issuing.make(year)
    except issuing.INTERRUPTED:
        raise  # at the third time the import says so (`begin_again`)
    except Exception:
        actions.fail_import(import_id=import_id, version=version, reason=UNISSUED)
        raise
    actions.finish_issue(import_id=import_id, version=version)


def is_away(error: Exception) -> bool:
    """Whether an error is of the connection to the database (SQLSTATE 08, 57P; none where there was no answer)."""
    state = getattr(error.__cause__, "sqlstate", None) or "08"
    return isinstance(error, AWAY) and state.startswith(("08", "57P"))


async def begin_again(manager: JobManager, interrupted: Iterable[Job]) -> None:
    """Put interrupted jobs into the queue again; give up one that was interrupted too often, or of which another waits there.

    An import that waits for a job there is none of any more says that it failed.
    """
    for job in interrupted:
        if job.attempts + 1 < MOST_TRIES:
            try:
                await manager.retry_job(job)
                continue
            except UniqueViolation:  # its lock is another's: the same work waits already
                pass
        await manager.finish_job(job, Status.FAILED, delete_job=False)
    await asyncio.to_thread(_say_what_was_given_up)


def _say_what_was_given_up() -> None:
    try:
        for proposal in queries.forsaken_proposals():
            actions.fail_proposal(proposal_id=proposal.pk, reason=UNBROUGHT)
        for one in queries.forsaken():
            reason = UNISSUED if one.issuing == IssueState.WAITING else UNREAD
            actions.fail_import(import_id=one.pk, version=one.version, reason=reason)
    finally:
        connection.close()
