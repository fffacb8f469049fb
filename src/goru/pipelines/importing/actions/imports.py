"""A file is received, and read again where that failed."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import override

from goru.core import moves
from goru.core.audit.actions import deed, note
from goru.core.dates import day_in_korea
from goru.core.text import normalise
from goru.core.verdict import Outdated, Refused, Subject, require
from goru.domain.institutions.models import Person
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.permissions import may_bring_in_books
from goru.pipelines.importing.reading import uploads
from goru.pipelines.importing.rules import IN_WORK, ISSUING, READING
from goru.pipelines.importing.vocabulary import (
    ISSUE_ADOPTED,
    READ_UPLOAD,
    Decision,
    ImportAct,
    IssueState,
    ReadingState,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

_LONGEST_NAME = 200


@deed
def receive_import(
    *, name: str, chunks: Iterable[bytes], by: Person, at: datetime, year: int | None = None
) -> Import:
    """Keep a file and have it read; what it holds is judged by the reading alone; `year` whose plan it is if it does not say."""
    verdict = require(may_bring_in_books(by, day_in_korea(at)))
    plain = normalise("".join(letter for letter in name if letter.isprintable()))[-_LONGEST_NAME:]
    hold_files()
    kept = uploads.keep(chunks, settings.UPLOADS)
    received = Import.objects.create(
        name=plain or kept.digest[:12],
        digest=kept.digest,
        size=kept.size,
        stated_year=year,
        received_by=by,
        received_at=at,
    )
    queue(received)
    details = {"name": received.name, "digest": received.digest}
    about = subject(received.pk)
    note(ImportAct.BOOK_RECEIVED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return received


def queue(one: Import) -> None:
    """Have a job do what the import waits for, once the transaction is over."""
    if one.issuing == IssueState.WAITING:
        ISSUE_ADOPTED.defer(year=one.year, import_id=one.pk, version=one.version)
    else:
        READ_UPLOAD.defer(import_id=one.pk, version=one.version)


def hold_files() -> None:
    """Until the transaction is over nobody else keeps or forgets a file; so none is forgotten that came meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('importing.files'))")


def fail_import(*, import_id: int, version: int, reason: StrOrPromise) -> None:
    """Say why an import's job ended without what it was for, unless the import went on meanwhile.

    `reason` is not translated yet: it is kept in both languages.
    """
    one = Import.objects.filter(pk=import_id, version=version).first()
    if one is None or not (one.reading in IN_WORK or one.issuing == IssueState.WAITING):
        return
    field, table = ("issuing", ISSUING) if one.issuing == IssueState.WAITING else ("reading", READING)
    with override("ko"):
        korean = str(reason)
    with override("en"), suppress(Outdated):
        said = {"failure": korean, "failure_en": str(reason)}
        moves.move(one, field, to="failed", moves=table, also=said, about=subject(one.pk))


@deed
def retry_import(*, import_id: int, version: int, by: Person, at: datetime) -> Import:
    """Do again what failed: the reading, or the issue of what is adopted already."""
    about = subject(import_id)
    verdict = require(may_bring_in_books(by, day_in_korea(at)), about=about)
    one = as_seen(import_id, version)
    field, to, table = (
        ("issuing", IssueState.WAITING, ISSUING)
        if one.document_id
        else ("reading", ReadingState.RECEIVED, READING)
    )
    forgotten = {"failure": "", "failure_en": ""}
    moves.move(one, field, to=to, moves=table, also=forgotten, about=about)
    queue(one)
    details = {"what": field}
    note(ImportAct.TRIED_AGAIN, subject=about, by=by, post=verdict.post, at=at, details=details)
    return one


def subject(import_id: int) -> Subject:
    """What a deed on an import is about."""
    return Subject("import", str(import_id))


def as_seen(import_id: int, version: int) -> Import:
    """An import; Outdated where it is no longer as the person saw it, Refused where it is discarded."""
    one = Import.objects.get(pk=import_id)
    if one.version != version:
        sentence = _("그사이 다른 사람이 이 가져오기를 처리했습니다. 지금 상태를 확인하세요.")
        raise Outdated(sentence, about=subject(one.pk))
    if one.decision == Decision.DISCARDED:
        raise Refused(_("이미 버린 계획서입니다."), about=subject(one.pk))
    return one
