"""A workbook or a document is brought into an open edition: what it proposes is kept, and applied as far as a person says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from goru.book.items.proposing import Both, outcome
from goru.book.model.editions import InstitutionPlan
from goru.core import moves
from goru.core.audit.actions import deed, note
from goru.core.dates import day_in_korea
from goru.core.text import normalise
from goru.core.verdict import Outdated, Refused, Subject, concerning, require
from goru.domain.formulation.actions import write
from goru.domain.formulation.permissions import may_bring_in, sections_written
from goru.domain.institutions.models import Person
from goru.domain.plans import queries as plan_queries
from goru.domain.plans.models import Edition
from goru.domain.plans.vocabulary import EditWay
from goru.pipelines.importing import permissions
from goru.pipelines.importing.actions.imports import hold_files
from goru.pipelines.importing.models import Proposal
from goru.pipelines.importing.queries.proposals import BROUGHT, proposed_in, understood
from goru.pipelines.importing.reading import uploads
from goru.pipelines.importing.rules import PROPOSAL
from goru.pipelines.importing.vocabulary import READ_PROPOSAL, ImportAct, ProposalState

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a proposal: applied, or nothing done, for of some edits others were faster (by their numbers)."""

    proposal: Proposal
    conflicts: Mapping[int, Both]


@deed
def receive_proposal(
    *, edition_id: int, name: str, chunks: Iterable[bytes], by: Person, at: datetime
) -> Proposal:
    """Keep a workbook or a document for a job that reads what it proposes to an open edition; nothing of that changes."""
    edition = plan_queries.own_edition(edition_id)
    about = Subject("edition", str(edition_id))
    verdict = require(may_bring_in(by, edition, day_in_korea(at)), about=about)
    plain = normalise("".join(letter for letter in name if letter.isprintable()))[-_LONGEST_NAME:]
    hold_files()
    kept = uploads.keep(chunks, settings.UPLOADS / uploads.INTO_DRAFTS)
    proposal = Proposal.objects.create(
        edition=edition, name=plain or kept.digest[:12], digest=kept.digest, made_by=by, made_at=at
    )
    READ_PROPOSAL.defer(proposal_id=proposal.pk)
    about = subject_of_proposal(proposal.pk)
    details = {"name": proposal.name, "digest": proposal.digest, "edition": edition.pk}
    note(ImportAct.PLAN_BROUGHT_IN, subject=about, by=by, post=verdict.post, at=at, details=details)
    return proposal


def fail_proposal(*, proposal_id: int, reason: StrOrPromise) -> None:
    """Say why the file of a proposal was not read, unless it was; `reason` is not translated yet: it is kept in both."""
    one = Proposal.objects.filter(pk=proposal_id, state=ProposalState.READING).first()
    if one is None:
        return
    with override("ko"):
        korean = str(reason)
    with override("en"), suppress(Outdated):
        said = {"failure": korean, "failure_en": str(reason)}
        about = subject_of_proposal(proposal_id)
        moves.move(one, "state", to=ProposalState.FAILED, moves=PROPOSAL, also=said, about=about)


@deed
def apply_proposal(
    *, proposal_id: int, version: int, chosen: Mapping[int, str | None], by: Person, at: datetime
) -> Applied:
    """Apply the chosen edits in one, or nothing of them.

    `chosen` says of the numbers of edits which of others' words the person saw and writes over (None: none). Where others
    wrote meanwhile, what they wrote is given back.
    """
    about = subject_of_proposal(proposal_id)
    proposal = _as_seen(proposal_id, version)
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=proposal.edition_id)
    verdict = require(permissions.may_decide_on(by, proposal, day_in_korea(at)), about=about)
    every = dict(enumerate(proposed_in(proposal)))
    picked = {number: every[number] for number in chosen if number in every}
    if not picked:
        raise Refused(_("반영할 것을 하나 이상 고르세요."), about=about)
    seen = {number: digest for number, digest in chosen.items() if digest}
    found = outcome(edition.content, InstitutionPlan, picked, seen)
    if found.conflicts:
        return Applied(proposal, found.conflicts)
    with concerning(about):
        write(
            edition_id=edition.pk,
            changes=found.changes,
            way=EditWay(proposal.way),
            by=by,
            at=at,
            all_or_nothing=True,
        )
    _decide(proposal, ProposalState.APPLIED, by, at)
    details = {"name": proposal.name, "digest": proposal.digest, "edits": len(found.changes)}
    note(ImportAct.PROPOSAL_APPLIED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return Applied(proposal, {})


@deed
def discard_proposal(*, proposal_id: int, version: int, by: Person, at: datetime) -> Proposal:
    """Leave all that a file proposes."""
    about = subject_of_proposal(proposal_id)
    proposal = _as_seen(proposal_id, version)
    verdict = require(permissions.may_decide_on(by, proposal, day_in_korea(at)), about=about)
    _decide(proposal, ProposalState.DISCARDED, by, at)
    details = {"name": proposal.name, "digest": proposal.digest}
    note(ImportAct.PROPOSAL_DISCARDED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return proposal


@deed
def answer_proposal(
    *, proposal_id: int, version: int, same: Mapping[str, str], by: Person, at: datetime
) -> Proposal:
    """Say of rows or parts that were asked about which item each is (empty: a new one); what is proposed follows from it."""
    about = subject_of_proposal(proposal_id)
    proposal = _as_seen(proposal_id, version)
    on = day_in_korea(at)
    require(permissions.may_decide_on(by, proposal, on), about=about)
    _require_proposed(proposal)
    known = {one["place"]: one["old_id"] for one in proposal.asked}
    said = {place: item for place, item in same.items() if place in known and item in ("", known[place])}
    proposal.same = {**proposal.same, **said}
    brought = BROUGHT.validate_python(proposal.read)
    keys = sections_written(proposal.made_by, proposal.edition, on)
    found = understood(proposal.edition, brought, proposal.same, proposal.digest, keys=keys)
    for name, value in found.as_json().items():
        setattr(proposal, name, value)
    proposal.version += 1
    proposal.save(update_fields=["same", "changes", "told", "asked", "version"])
    return proposal


def subject_of_proposal(proposal_id: int) -> Subject:
    """What a deed on a proposal is about."""
    return Subject("proposal", str(proposal_id))


def _as_seen(proposal_id: int, version: int) -> Proposal:
    proposal = (
        Proposal.objects.select_for_update(of=("self",))
        .select_related("edition__plan__institution", "edition__plan__cycle")
        .get(pk=proposal_id)
    )
    if proposal.version != version:
        sentence = _("그사이 이 수정안이 처리되었거나 바뀌었습니다. 지금 상태를 확인하세요.")
        raise Outdated(sentence, about=subject_of_proposal(proposal_id))
    return proposal


def _require_proposed(proposal: Proposal) -> None:
    if proposal.state != ProposalState.PROPOSED:
        raise Refused(_("이미 처리한 수정안입니다."), about=subject_of_proposal(proposal.pk))


def _decide(proposal: Proposal, state: ProposalState, by: Person, at: datetime) -> None:
    decided = {"decided_by": by, "decided_at": at}
    moves.move(
        proposal, "state", to=state, moves=PROPOSAL, also=decided, about=subject_of_proposal(proposal.pk)
    )
