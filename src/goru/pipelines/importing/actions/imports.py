"""A file is received, and read again where that failed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from goru.core.dates import day_in_korea
from goru.core.text import normalise
from goru.core.verdict import Outdated, require
from goru.domain.institutions.models import Person
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.permissions import may_bring_in_books
from goru.pipelines.importing.reading import uploads
from goru.pipelines.importing.rules import IN_WORK
from goru.pipelines.importing.vocabulary import ImportState

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

_READ = "goru.pipelines.importing.jobs.read_upload"
_ISSUE = "goru.pipelines.importing.jobs.issue_adopted"
_ISSUE_CYCLE = "goru.pipelines.issuing.jobs.issue_cycle"
_LONGEST_NAME = 200


def receive_import(*, name: str, chunks: Iterable[bytes], by: Person, at: datetime) -> Import:
    """Keep a file and have it read; what it holds is judged by the reading alone."""
    require(may_bring_in_books(by, day_in_korea(at)))
    plain = normalise("".join(letter for letter in name if letter.isprintable()))[-_LONGEST_NAME:]
    with transaction.atomic():
        hold_files()
        kept = uploads.keep(chunks, settings.UPLOADS)
        received = Import.objects.create(
            name=plain or kept.digest[:12], digest=kept.digest, size=kept.size, received_by=by, received_at=at
        )
        queue(received)
    return received


def queue(one: Import) -> None:
    """Have a job do what the import waits for, once the transaction is over."""
    if one.state == ImportState.ADOPTED:
        _defer("issuing", _ISSUE, year=one.year, import_id=one.pk, version=one.version)
    else:
        _defer("reading", _READ, import_id=one.pk, version=one.version)


def queue_issue(*, year: int) -> None:
    """Have a job make what readers find and take of a year's plan."""
    _defer("issuing", _ISSUE_CYCLE, year=year)


def _defer(name: str, task: str, **arguments: object) -> None:
    """Put a job into the queue by the queue's own SQL, so that what only serves pages need not load its library."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW(%s, %s, 0, NULL, NULL, %s, NULL)"
            "::procrastinate_job_to_defer_v1])",
            [name, task, json.dumps(arguments)],
        )


def hold_files() -> None:
    """Until the transaction is over nobody else keeps or forgets a file; so none is forgotten that came meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('importing.files'))")


def fail_import(*, import_id: int, version: int, reason: StrOrPromise) -> None:
    """Say why an import's job ended without what it was for, unless the import went on meanwhile.

    `reason` is not translated yet: it is kept in both languages.
    """
    at_work = Import.objects.filter(pk=import_id, version=version, state__in=(*IN_WORK, ImportState.ADOPTED))
    with override("ko"):
        korean = str(reason)
    with override("en"):
        at_work.update(state=ImportState.FAILED, failure=korean, failure_en=str(reason))


@transaction.atomic
def retry_import(*, import_id: int, version: int, by: Person, at: datetime) -> Import:
    """Do again what failed: the reading, or the issue of what is adopted already."""
    require(may_bring_in_books(by, day_in_korea(at)))
    one = locked(import_id, version, ImportState.FAILED)
    one.state = ImportState.ADOPTED if one.document_id else ImportState.RECEIVED
    one.failure = one.failure_en = ""
    one.version += 1
    one.save(update_fields=["state", "failure", "failure_en", "version"])
    queue(one)
    return one


def locked(import_id: int, version: int, *states: ImportState) -> Import:
    """An import, locked; Outdated where it is no longer as the person saw it."""
    one = Import.objects.select_for_update().get(pk=import_id)
    if one.version != version or one.state not in states:
        raise Outdated(_("그사이 다른 사람이 이 가져오기를 처리했습니다. 지금 상태를 확인하세요."))
    return one
