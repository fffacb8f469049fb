"""A workbook or a document is brought into an open edition: what it proposes is kept, and applied as far as a person says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from importlib import import_module
from tempfile import TemporaryFile
from typing import BinaryIO

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from goru.book.items.filled import NoStamp
from goru.book.items.proposing import Both, outcome
from goru.book.model.editions import InstitutionPlan
from goru.core import moves
from goru.core.audit.actions import deed, note
from goru.core.dates import day_in_korea
from goru.core.text import normalise
from goru.core.verdict import Outdated, Refused, Subject, concerning, require
from goru.domain.formulation import permissions as formulation_permissions
from goru.domain.formulation.actions import write
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Person
from goru.domain.plans import queries as plan_queries
from goru.domain.plans.models import Edition
from goru.domain.plans.vocabulary import EditWay
from goru.pipelines.importing import permissions
from goru.pipelines.importing.models import Proposal
from goru.pipelines.importing.queries.proposals import BROUGHT, Understood, proposed_in, understood
from goru.pipelines.importing.reading.brought import BroughtPlan, BroughtWorkbook, NotBrought
from goru.pipelines.importing.rules import PROPOSAL
from goru.pipelines.importing.vocabulary import ImportAct, ProposalState

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a proposal: applied, or nothing done, for of some edits others were faster (by their numbers)."""

    proposal: Proposal
    conflicts: Mapping[int, Both]


def receive_proposal(
    *, edition_id: int, name: str, chunks: Iterable[bytes], by: Person, at: datetime
) -> Proposal:
    """Read a workbook or a document and keep what it proposes to an open edition; nothing of the edition changes.

    Refused with a sentence where the file cannot be read, or is of another plan. The file itself is not kept.
    """
    edition = _open_edition(edition_id, by, at)
    about = _about_edition(edition_id)
    plain = normalise("".join(letter for letter in name if letter.isprintable()))[-_LONGEST_NAME:]
    with TemporaryFile() as file:
        digest = _written(file, chunks)
        brought = _brought(edition, file, plain)
    try:
        keys = formulation_permissions.sections_written(by, edition, day_in_korea(at))
        found = understood(edition, brought, {}, digest, keys=keys)
    except NoStamp as error:
        sentence = _(
            "이 엑셀 파일에는 어느 초안에서 내려받은 것인지 적혀 있지 않습니다. 이 화면에서 내려받은 서식에 옮겨 적어 주세요."
        )
        raise Refused(sentence, about=about) from error
    _require_of_this_plan(edition, found)
    with concerning(about):
        return _keep_proposal(edition, plain or digest[:12], digest, brought, found, by, at)


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
    keys = formulation_permissions.sections_written(proposal.made_by, proposal.edition, on)
    found = understood(proposal.edition, brought, proposal.same, proposal.digest, keys=keys)
    for name, value in found.as_json().items():
        setattr(proposal, name, value)
    proposal.version += 1
    proposal.save(update_fields=["same", "changes", "told", "asked", "version"])
    return proposal


def subject_of_proposal(proposal_id: int) -> Subject:
    """What a deed on a proposal is about."""
    return Subject("proposal", str(proposal_id))


def _about_edition(edition_id: int) -> Subject:
    return Subject("edition", str(edition_id))


def _open_edition(edition_id: int, by: Person, at: datetime) -> Edition:
    edition = plan_queries.own_edition(edition_id)
    about = _about_edition(edition_id)
    require(formulation_permissions.may_bring_in(by, edition, day_in_korea(at)), about=about)
    return edition


def _written(file: BinaryIO, chunks: Iterable[bytes]) -> str:
    """The digest of what is written; the file stands at its beginning."""
    digest = sha256()
    for chunk in chunks:
        digest.update(chunk)
        file.write(chunk)
    file.seek(0)
    return digest.hexdigest()


def _brought(edition: Edition, file: BinaryIO, name: str) -> BroughtWorkbook | BroughtPlan:
    about, whose = _about_edition(edition.pk), edition.content
    files = import_module("goru.pipelines.importing.reading.files")  # only now: it loads all that reads files
    wanted = {name: whose[name] for name in ("year", "kind", "institution")}
    try:
        found = files.brought(file, name, own=institutions.own_entries(), **wanted)
    except NotBrought as error:
        said = error.english if get_language() == "en" else error.korean
        raise Refused(said, about=about) from error
    if isinstance(found, BroughtWorkbook | BroughtPlan):
        return found
    raise Refused(_no_plan(whose["institution"], found), about=about)


def _no_plan(institution: str, others: Sequence[str]) -> str:
    wanted = {"institution": institution, "others": ", ".join(others)}
    if not others:
        return _("이 문서에서 계획을 찾지 못했습니다: %(institution)s") % wanted
    return _("이 문서에 이 기관(%(institution)s)의 계획이 없습니다. 문서에 있는 계획: %(others)s") % wanted


def _require_of_this_plan(edition: Edition, found: Understood) -> None:
    if found.stamp is None:
        return
    value, own = found.stamp.value, edition.content
    if (value.kind, value.institution, value.year) != (own["kind"], own["institution"], own["year"]):
        whose = {"year": value.year, "institution": value.institution}
        sentence = _(
            "다른 계획에서 내려받은 엑셀 파일입니다: %(year)s년 %(institution)s. 그 계획의 초안에 올리세요."
        )
        raise Refused(sentence % whose, about=_about_edition(edition.pk))


@deed
def _keep_proposal(
    edition: Edition,
    name: str,
    digest: str,
    brought: BroughtWorkbook | BroughtPlan,
    found: Understood,
    by: Person,
    at: datetime,
) -> Proposal:
    verdict = require(
        formulation_permissions.may_bring_in(by, edition, day_in_korea(at)), about=_about_edition(edition.pk)
    )
    is_workbook = isinstance(brought, BroughtWorkbook)
    proposal = Proposal.objects.create(
        edition=edition,
        name=name,
        digest=digest,
        way=EditWay.WORKBOOK if is_workbook else EditWay.DOCUMENT,
        read=brought.model_dump(mode="json"),
        seen_edition=found.stamp.edition if found.stamp else None,
        seen_version=found.stamp.version if found.stamp else None,
        made_by=by,
        made_at=at,
        **found.as_json(),
    )
    about = subject_of_proposal(proposal.pk)
    details = {"name": name, "digest": digest, "edition": edition.pk}
    note(ImportAct.PLAN_BROUGHT_IN, subject=about, by=by, post=verdict.post, at=at, details=details)
    return proposal


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
