from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goru.book.composing import decompose
from goru.book.differing import Difference
from goru.book.model import OF_DOCUMENT, PlanBook
from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import Subject, Verdict, require
from goru.domain.institutions import actions as institutions
from goru.domain.institutions.models import Person
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Cycle, Document, Edition, Publication
from goru.domain.plans.vocabulary import PlanKind, PrintedWords
from goru.domain.publication import actions as publication
from goru.domain.publication.rules import hangs_together
from goru.pipelines.importing.permissions import may_bring_in_books
from goru.pipelines.importing.queries.outlook import Outlook, outlook_of
from goru.pipelines.importing.rules import Loss, are_accepted, has_national_part, is_whole
from goru.pipelines.importing.vocabulary import ImportAct, Part


@dataclass(frozen=True, slots=True)
class Adoption:
    """What adopting a book came to: the document it is kept as, what differed from the year's plan, whether it was applied.

    `losses` is what of the year's plan the book no longer has; `document` is None where nothing was kept.
    """

    document: Document | None
    difference: Difference
    is_applied: bool
    losses: Sequence[Loss] = ()


@audit.deed
def adopt_book(
    *,
    book: PlanBook,
    name: str,
    by: Person,
    at: datetime,
    accepted: Collection[Part] | None = None,
    same: Mapping[str, UUID] | None = None,
    lines: Sequence[PrintedWords] = (),
) -> Adoption:
    """Adopt a book, read from the file `name`, and publish it as its cycle's plan; `lines` are the file's, if it had any.

    A part of a book makes the editions of its plans alone; the others stay. The first book of a cycle is applied; the
    same book again changes nothing; one that differs is applied only where the difference was `accepted`, with each part
    of which something would be gone; one that loses nothing and only says of the same facts of the same file where else
    they are is applied too. `same` says which items a person took for the same (goru.book.items.identifying).
    Refused where its parts do not hang together, or where it names an institution that the register does not know.
    """
    book = book.model_copy(update={name: [] for name in OF_DOCUMENT})
    subject = Subject("cycle", str(book.year))
    verdict = require(may_bring_in_books(by, day_in_korea(at)), about=subject)
    require(hangs_together(book), about=subject)
    system = institutions.system_person()
    institutions.load_register(by=system, at=at)
    plans.load_development_plans(by=system, at=at)
    cycle = plans.open_cycle(year=book.year, by=by, at=at)
    Cycle.objects.select_for_update().get(pk=cycle.pk)
    outlook = outlook_of(cycle, book, lines=len(lines), same=same)
    current, differing = outlook.publication, outlook.difference
    is_agreed = accepted is not None and bool(are_accepted(outlook.losses, accepted))
    is_reprint = current and not outlook.losses and _is_reprint(current, differing, name, by)
    if current and not differing:
        document = _keep_again(current, lines, by, verdict, at)
        return Adoption(document, differing, is_applied=False)
    if current and not (is_agreed or is_reprint):
        return Adoption(None, differing, is_applied=False, losses=outlook.losses)
    document = plans.keep_document(cycle=cycle, book=book, name=name, by=by, at=at)
    plans.keep_lines(document=document, lines=lines)
    published = publication.publish(cycle=cycle, editions=_editions(outlook, document, by, at), by=by, at=at)
    details = {
        "digest": document.digest,
        "publication": published.number,
        "changes": len(differing.changes),
        "losses": {loss.part.value: loss.lost for loss in outlook.losses},
    }
    audit.note(ImportAct.BOOK_ADOPTED, subject=subject, by=by, post=verdict.post, at=at, details=details)
    return Adoption(document, differing, is_applied=True, losses=outlook.losses)


def _is_reprint(current: Publication, differing: Difference, name: str, by: Person) -> bool:
    """Whether who brought the current book brings its file again, and only places differ: as a new release does."""
    document = current.document
    return bool(
        document and not differing.changes and (document.name, document.adopted_by_id) == (name, by.pk)
    )


def _keep_again(
    current: Publication, lines: Sequence[PrintedWords], by: Person, verdict: Verdict, at: datetime
) -> Document | None:
    """The same book again: its lines are kept where they are not yet, its findings brought up to date."""
    document = current.document
    if document and (kept := plans.keep_lines(document=document, lines=lines)):
        subject = Subject("cycle", str(current.cycle.year))
        details = {"digest": document.digest, "lines": kept}
        audit.note(ImportAct.LINES_KEPT, subject=subject, by=by, post=verdict.post, at=at, details=details)
    publication.check_again(publication=current, by=by, at=at)
    return document


def _editions(outlook: Outlook, document: Document, by: Person, at: datetime) -> list[Edition]:
    """An edition for each plan of the year as it will be: those whose facts do not differ stay the same.

    A part of a book touches the plans that it prints alone.
    """
    cycle, after, printed = document.cycle, decompose(outlook.book), decompose(outlook.printed)
    before = {edition.plan_id: edition for edition in outlook.editions}
    own = {(one.kind, one.institution): one for one in printed.plans}
    is_part = not is_whole(outlook.printed)
    found = [
        plans.keep_printed(
            plan=(plan := plans.plan_for(cycle=cycle, kind=PlanKind(one.kind), name=one.institution)),
            value=one,
            printed=own.get((one.kind, one.institution)),
            document=document,
            before=before.get(plan.pk),
            by=by,
            at=at,
        )
        for one in after.plans
        if not is_part or (one.kind, one.institution) in own
    ]
    national = plans.national_part_of(cycle=cycle)
    if has_national_part(outlook.printed) or not found:
        found.append(
            plans.keep_printed(
                plan=national,
                value=after.national,
                printed=printed.national if has_national_part(printed.national) else None,
                document=document,
                before=before.get(national.pk),
                by=by,
                at=at,
            )
        )
    chosen = {edition.plan_id for edition in found}
    return [*found, *(one for one in outlook.editions if is_part and one.plan_id not in chosen)]
