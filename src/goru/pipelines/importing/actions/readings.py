"""What the job of reading does; only the worker loads it, for it loads all that reads files."""

from __future__ import annotations

from django.conf import settings
from django.db import DataError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from goru.book.opening import Opened, Step, open_book
from goru.book.reading import Unreadable
from goru.pipelines.importing.actions.imports import fail_import
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.reading.excerpts import with_excerpts
from goru.pipelines.importing.rules import IN_WORK
from goru.pipelines.importing.vocabulary import ImportState


def read_import(*, import_id: int, version: int) -> None:
    """Read the file of an import, saying how far it is; nothing where a person was faster, or it was read already."""
    one = Import.objects.filter(pk=import_id, version=version, state__in=IN_WORK).first()
    if one is None:
        return
    try:
        with (settings.UPLOADS / one.digest).open("rb") as file:
            opened = open_book(file, one.name, on_step=lambda step: _note(import_id, version, step))
    except Unreadable as error:
        _in_work(import_id, version).update(
            state=ImportState.FAILED, failure=str(error), failure_en=error.english
        )
        return
    try:
        with transaction.atomic():
            _in_work(import_id, version).update(**_fields(opened))
    except DataError:  # such as a NUL among the letters
        reason = gettext_lazy("저장할 수 없는 글자가 있습니다. 원본 문서에서 다시 저장한 파일을 주세요.")
        fail_import(import_id=import_id, version=version, reason=reason)


def _in_work(import_id: int, version: int) -> QuerySet[Import]:
    return Import.objects.filter(pk=import_id, version=version, state__in=IN_WORK)


def _note(import_id: int, version: int, step: Step) -> None:
    _in_work(import_id, version).update(state=step.stage, lines=step.lines)


def _fields(opened: Opened) -> dict[str, object]:
    return {
        "state": ImportState.READY,
        "year": opened.book.year,
        "book": opened.book.model_dump(mode="json"),
        "checked": [one.model_dump(mode="json") for one in with_excerpts(opened.findings, opened.lines)],
        "printed": [(page, number, cell, text) for text, number, page, cell in opened.printed],
    }
