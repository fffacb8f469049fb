"""Documents that editions come from, and their lines."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from goru.book import model as book_model
from goru.book.places import form_of
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Cycle, Document, PrintedLine
from goru.domain.plans.vocabulary import DocumentForm, PrintedWords


@transaction.atomic
def keep_document(
    *, cycle: Cycle, book: book_model.PlanBook, name: str, by: Person, at: datetime
) -> Document:
    """Keep what was read as a document; one that was kept before, with the same digest and name, is that one."""
    digest = hashlib.sha256(book.model_dump_json().encode()).hexdigest()
    kept = cycle.documents.filter(digest=digest, name=name).first()
    return kept or Document.objects.create(
        cycle=cycle,
        title=book.title,
        name=name,
        digest=digest,
        form=DocumentForm(form_of(book).value),
        page_numbers=[number.model_dump(mode="json") for number in book.page_numbers_source],
        adopted_at=at,
        adopted_by=by,
    )


@transaction.atomic
def keep_lines(*, document: Document, lines: Sequence[PrintedWords]) -> int:
    """Keep what is printed, line by line, where it is not kept yet; how many lines came."""
    if document.lines.exists():
        return 0
    kept = PrintedLine.objects.bulk_create(
        PrintedLine(
            document=document,
            position=position,
            page=page,
            number=number,
            cell=cell or "",
            text=text,
        )
        for position, (page, number, cell, text) in enumerate(lines, start=1)
    )
    return len(kept)
