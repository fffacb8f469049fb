"""What the job of reading does; only the worker loads it, for it loads all that reads files."""

from __future__ import annotations

from contextlib import suppress

from django.conf import settings
from django.db import DataError, transaction
from django.utils.translation import gettext_lazy

from goru.book.opening import Opened, Step, open_book
from goru.book.reading import Unreadable
from goru.core import moves
from goru.core.verdict import Outdated
from goru.domain.institutions import queries as institutions
from goru.pipelines.importing.actions.imports import fail_import
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.reading.accounts import account_of
from goru.pipelines.importing.reading.excerpts import with_excerpts
from goru.pipelines.importing.rules import IN_WORK, READING
from goru.pipelines.importing.vocabulary import Decision, ReadingState


def read_import(*, import_id: int, version: int) -> None:
    """Read the file of an import, saying how far it is; nothing where a person was faster, or it was read already."""
    one = Import.objects.filter(
        pk=import_id, version=version, reading__in=IN_WORK, decision=Decision.OPEN
    ).first()
    if one is None:
        return
    with suppress(Outdated):
        _read(one)


def _read(one: Import) -> None:
    if one.reading != ReadingState.READING:
        moves.move(one, "reading", to=ReadingState.READING, moves=READING)
    try:
        with (settings.UPLOADS / one.digest).open("rb") as file:
            opened = open_book(
                file,
                one.name,
                on_step=lambda step: _note(one, step),
                year=one.stated_year,
                own=institutions.own_entries(),
            )
    except Unreadable as error:
        said = {"failure": str(error), "failure_en": error.english}
        moves.move(one, "reading", to=ReadingState.FAILED, moves=READING, also=said)
        return
    try:
        with transaction.atomic():
            moves.move(one, "reading", to=ReadingState.READ, moves=READING, also=_fields(opened))
    except DataError:  # such as a NUL among the letters
        reason = gettext_lazy("저장할 수 없는 글자가 있습니다. 원본 문서에서 다시 저장한 파일을 주세요.")
        fail_import(import_id=one.pk, version=one.version, reason=reason)


def _note(one: Import, step: Step) -> None:
    """How far it is; a step that is over already says nothing."""
    if (one.reading, step.stage) in READING:
        moves.move(one, "reading", to=step.stage, moves=READING, also={"lines": step.lines or one.lines})


def _fields(opened: Opened) -> dict[str, object]:
    return {
        "year": opened.book.year,
        "book": opened.book.model_dump(mode="json"),
        "checked": [one.model_dump(mode="json") for one in with_excerpts(opened.findings, opened.lines)],
        "printed": [(page, number, cell, text) for text, number, page, cell in opened.printed],
        "account": account_of(opened).model_dump(mode="json"),
    }
