from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from goru.book import model as book_model
from goru.book.places import form_of
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Cycle, Document, Finding, PrintedLine
from goru.domain.plans.vocabulary import DocumentForm, PrintedWords


@transaction.atomic
def keep_document(
    *, cycle: Cycle, book: book_model.PlanBook, digest: str, name: str, by: Person, at: datetime
) -> Document:
    """Keep a book as the current document of its cycle; the one before stays, no longer current."""
    cycle.documents.filter(is_current=True).update(is_current=False)
    return Document.objects.create(
        cycle=cycle,
        title=book.title,
        name=name,
        digest=digest,
        mark=digest,
        content=book.model_dump(mode="json"),
        decided_date=book.decided,
        form=DocumentForm(form_of(book).value),
        page_numbers=[number.model_dump(mode="json") for number in book.page_numbers_source],
        total_sources=_total_sources(book.headline),
        adopted_at=at,
        adopted_by=by,
    )


def _total_sources(headline: book_model.Headline) -> dict[str, object]:
    found = {"reconciled": headline.reconciled_source, "national": headline.national_source}
    return {name: source.model_dump(mode="json") for name, source in found.items() if source}


@transaction.atomic
def keep_findings(*, document: Document, findings: Sequence[book_model.Finding]) -> bool:
    """Keep what the checks found in a document, in their order; False where the same was kept before."""
    rows = [
        Finding(document=document, position=position, **finding.model_dump(mode="json"))
        for position, finding in enumerate(findings, start=1)
    ]
    kept = document.findings.order_by("position")
    if [_content(row) for row in kept] == [_content(row) for row in rows]:
        return False
    kept.delete()
    Finding.objects.bulk_create(rows)
    found = json.dumps([_content(row) for row in rows], ensure_ascii=False)
    document.mark = hashlib.sha256(f"{document.digest}{found}".encode()).hexdigest()
    document.save(update_fields=["mark"])
    return True


def _content(row: Finding) -> tuple[object, ...]:
    difference = None if row.difference is None else float(row.difference)
    return (row.rule, row.severity, row.subject, row.message, difference, row.parameters, row.sources)


@transaction.atomic
def keep_lines(*, document: Document, lines: Sequence[PrintedWords]) -> None:
    """Keep what is printed, line by line, where it is not kept yet."""
    if document.lines.exists():
        return
    PrintedLine.objects.bulk_create(
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
