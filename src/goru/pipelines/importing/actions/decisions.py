"""What a person decides on a book that was read: it is adopted, or left."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goru.book.model import PlanBook
from goru.core import moves
from goru.core.audit.actions import deed, note
from goru.core.dates import day_in_korea
from goru.core.verdict import Outdated, Refused, concerning, require
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Cycle
from goru.pipelines.importing.actions.adoption import adopt_book
from goru.pipelines.importing.actions.imports import as_seen, hold_files, queue, subject
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.permissions import may_bring_in_books
from goru.pipelines.importing.queries import asked_about, replaced_by
from goru.pipelines.importing.reading import uploads
from goru.pipelines.importing.rules import DECISION, IN_WORK, ISSUING, are_accepted
from goru.pipelines.importing.vocabulary import Decision, ImportAct, IssueState, Part, ReadingState

_ANOTHER = gettext_lazy("그사이 이 연도에 다른 계획서가 채택되었습니다. 새로 나온 차이를 확인하세요.")


@deed
def adopt_import(
    *,
    import_id: int,
    version: int,
    replaces: str,
    is_accepted: bool,
    accepted_losses: Collection[Part] = (),
    same: Mapping[str, UUID] | None = None,
    by: Person,
    at: datetime,
) -> Import:
    """Adopt the book that was read as its year's plan, and have it issued.

    `replaces` is the digest of the publication that the person compared it with, empty where the year had none;
    where the year has another by now, nothing is done and they must look again. What of that would be gone they accept
    part by part (`accepted_losses`); `same` says which items they took for the same, of those that they were asked about.
    """
    about = subject(import_id)
    verdict = require(may_bring_in_books(by, day_in_korea(at)), about=about)
    one = as_seen(import_id, version)
    if one.reading != ReadingState.READ:
        raise Refused(_("아직 다 읽지 않은 계획서는 채택할 수 없습니다."), about=about)
    Cycle.objects.select_for_update().filter(year=one.year or 0).first()
    current = replaced_by(one)
    if (current.digest if current else "") != replaces:
        raise Outdated(str(_ANOTHER), about=about)
    book = PlanBook.model_validate(one.book)
    if same and not same.items() <= asked_about(one).items():
        raise Outdated(str(_ANOTHER), about=about)
    with concerning(about):
        adoption = adopt_book(
            book=book,
            name=one.name,
            by=by,
            at=at,
            accepted=accepted_losses if is_accepted and current else None,
            same=same,
            lines=one.printed,
        )
    if adoption.difference and not adoption.is_applied:
        require(are_accepted(adoption.losses, accepted_losses), about=about)
        sentence = _("지금 채택된 계획서와 다릅니다. 차이를 확인했다고 표시한 뒤 채택하세요.")
        raise Refused(sentence, about=about)
    moves.move(
        one,
        "decision",
        to=Decision.ADOPTED,
        moves=DECISION,
        also={
            "document": adoption.document,
            "issuing": IssueState.WAITING,
            "decided_by": by,
            "decided_at": at,
        },
        about=about,
    )
    queue(one)
    details = {"name": one.name, "digest": one.digest, "year": one.year}
    note(ImportAct.IMPORT_ADOPTED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return one


@deed
def discard_import(*, import_id: int, version: int, by: Person, at: datetime) -> Import:
    """Leave what was brought in; its file goes too, where no other import needs it."""
    about = subject(import_id)
    verdict = require(may_bring_in_books(by, day_in_korea(at)), about=about)
    one = as_seen(import_id, version)
    if one.document_id:
        raise Refused(_("이미 채택된 계획서는 버릴 수 없습니다."), about=about)
    if one.reading in IN_WORK:
        raise Refused(_("읽고 있는 계획서는 다 읽은 뒤에 버릴 수 있습니다."), about=about)
    left: dict[str, object] = {"book": None, "checked": [], "printed": [], "account": {}}
    decided = {"decided_by": by, "decided_at": at}
    moves.move(one, "decision", to=Decision.DISCARDED, moves=DECISION, also=left | decided, about=about)
    details = {"name": one.name, "digest": one.digest}
    note(ImportAct.BOOK_DISCARDED, subject=about, by=by, post=verdict.post, at=at, details=details)
    transaction.on_commit(partial(_forget, one.digest))
    return one


@transaction.atomic
def _forget(digest: str) -> None:
    hold_files()
    if not Import.objects.filter(digest=digest).exclude(decision=Decision.DISCARDED).exists():
        uploads.forget(digest, settings.UPLOADS)


def finish_issue(*, import_id: int, version: int) -> None:
    """The issue of an adopted import is made."""
    adopted = Import.objects.filter(pk=import_id, version=version, issuing=IssueState.WAITING).first()
    if adopted:
        about = subject(import_id)
        moves.move(adopted, "issuing", to=IssueState.ISSUED, moves=ISSUING, about=about)
