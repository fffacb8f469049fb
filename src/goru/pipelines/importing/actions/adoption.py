from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goru.book.model import Finding, PlanBook
from goru.core.audit import actions as audit
from goru.core.verdict import require
from goru.domain.finance import actions as finance
from goru.domain.indicators import actions as indicators
from goru.domain.institutions import actions as institutions
from goru.domain.institutions.models import Person
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Cycle, Document
from goru.domain.plans.vocabulary import PrintedWords
from goru.pipelines.importing.rules import (
    Difference,
    Loss,
    are_accepted,
    difference,
    is_adoptable,
    losses,
)
from goru.pipelines.importing.vocabulary import Part


@dataclass(frozen=True, slots=True)
class Adoption:
    """What adopting a book came to: the cycle's current document, what differed from it, whether that was applied.

    `losses` is what of the current document the book no longer has.
    """

    document: Document
    difference: Difference
    is_applied: bool
    losses: Sequence[Loss] = ()


@transaction.atomic
def adopt_book(
    *,
    book: PlanBook,
    findings: Sequence[Finding],
    name: str,
    by: Person,
    at: datetime,
    accepted: Collection[Part] | None = None,
    lines: Sequence[PrintedWords] = (),
) -> Adoption:
    """Adopt a book, read from the file `name`, as what its cycle's plans say; `lines` are the file's, if it had any.

    The first book of a cycle is applied; the same book again changes nothing (its findings are brought up to date);
    a book that differs is applied only where the difference was `accepted`, with each part of which something would be
    gone; one that loses nothing and only says of the same facts of the same file where else they are is applied too.
    Refused where its parts do not hang together, or where it names an institution that the register does not know.
    """
    require(is_adoptable(book))
    institutions.load_register(by=by, at=at)
    cycle = plans.open_cycle(year=book.year, by=by, at=at)
    Cycle.objects.select_for_update().get(pk=cycle.pk)
    current = cycle.documents.filter(is_current=True).first()
    content = book.model_dump(mode="json")
    differing = difference(current.content, content) if current else Difference()
    kept = current.lines.count() if current else 0
    lost = losses(current.content, content, lines=(kept, len(lines))) if current else []
    is_agreed = accepted is not None and bool(are_accepted(lost, accepted))
    is_reprint = current and not lost and _is_reprint(current, differing, name, by)
    if current and not (differing and (is_agreed or is_reprint)):
        if not differing:
            plans.keep_findings(document=current, findings=findings)
            plans.keep_lines(document=current, lines=lines)
        return Adoption(current, differing, is_applied=False, losses=lost)
    digest = hashlib.sha256(book.model_dump_json().encode()).hexdigest()
    document = plans.keep_document(cycle=cycle, book=book, digest=digest, name=name, by=by, at=at)
    plans.keep_lines(document=document, lines=lines)
    _write(document, book, findings)
    details = {
        "digest": digest,
        "replaces": current.digest if current else None,
        "changes": len(differing.changes),
        "losses": {loss.part.value: loss.lost for loss in lost},
    }
    audit.record("plans.book_adopted", subject=("cycle", str(book.year)), by=by, at=at, details=details)
    return Adoption(document, differing, is_applied=True, losses=lost)


def _is_reprint(current: Document, differing: Difference, name: str, by: Person) -> bool:
    """Whether who brought the current book brings its file again, and only places differ: as a new release does."""
    return not differing.changes and (current.name, current.adopted_by_id) == (name, by.pk)


def _write(document: Document, book: PlanBook, findings: Sequence[Finding]) -> None:
    plans.write_plans(document=document, book=book)
    plans.write_frame(document=document, book=book)
    plans.link_core_tasks(cycle=document.cycle)
    plans.write_focus_tasks(document=document, book=book)
    finance.write_money(document=document, book=book)
    indicators.write_indicators(document=document, book=book)
    plans.keep_findings(document=document, findings=findings)
