"""What the job does with a file that was brought into an edition; only the worker loads it, for it loads all that reads files."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import DataError, transaction
from django.utils.translation import gettext_lazy, override

from goru.book.items.filled import NoStamp
from goru.core import moves
from goru.core.dates import day_in_korea
from goru.core.verdict import Outdated
from goru.domain.formulation.permissions import sections_written
from goru.domain.institutions import queries as institutions
from goru.domain.plans.vocabulary import EditWay
from goru.pipelines.importing.actions.imports import hold_files
from goru.pipelines.importing.actions.proposals import subject_of_proposal
from goru.pipelines.importing.models import Proposal
from goru.pipelines.importing.queries.proposals import Understood, understood
from goru.pipelines.importing.reading import files, uploads
from goru.pipelines.importing.reading.brought import BroughtPlan, BroughtWorkbook, NotBrought
from goru.pipelines.importing.rules import PROPOSAL
from goru.pipelines.importing.vocabulary import ProposalState

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

_NO_STAMP = gettext_lazy(
    "이 엑셀 파일에는 어느 초안에서 내려받은 것인지 적혀 있지 않습니다. 이 화면에서 내려받은 서식에 옮겨 적어 주세요."
)
_NO_PLAN = gettext_lazy("이 문서에서 계획을 찾지 못했습니다: %(institution)s")
_OTHER_PLANS = gettext_lazy(
    "이 문서에 이 기관(%(institution)s)의 계획이 없습니다. 문서에 있는 계획: %(others)s"
)
_OTHERS = gettext_lazy(
    "다른 계획에서 내려받은 엑셀 파일입니다: %(year)s년 %(institution)s. 그 계획의 초안에 올리세요."
)
_UNKEPT = gettext_lazy("저장할 수 없는 글자가 있습니다. 원본 문서에서 다시 저장한 파일을 주세요.")


def read_proposal(*, proposal_id: int, at: datetime) -> None:
    """Read the file and keep what it proposes, or why it cannot be read; nothing where that is done already."""
    related = ("edition__plan__cycle", "edition__plan__institution", "made_by")
    found = Proposal.objects.select_related(*related)
    one = found.filter(pk=proposal_id, state=ProposalState.READING).first()
    if one is None:
        return
    try:
        _end(one, ProposalState.PROPOSED, _fields(one, day_in_korea(at)))
    except NotBrought as why:
        _fail(one, why)
    except DataError:  # such as a NUL among the letters
        _fail(one, _not(_UNKEPT))


def _fail(one: Proposal, why: NotBrought) -> None:
    _end(one, ProposalState.FAILED, {"failure": why.korean, "failure_en": why.english})


def _end(one: Proposal, state: ProposalState, also: Mapping[str, Any]) -> None:
    """The file goes, unless another proposal waits for the same."""
    with suppress(Outdated), transaction.atomic():
        hold_files()
        about = subject_of_proposal(one.pk)
        moves.move(one, "state", to=state, moves=PROPOSAL, also=also, about=about)
        if not Proposal.objects.filter(digest=one.digest, state=ProposalState.READING).exists():
            uploads.forget(one.digest, settings.UPLOADS / uploads.INTO_DRAFTS)


def _fields(one: Proposal, on: date) -> dict[str, Any]:
    """What the file says; NotBrought where it cannot be read, or is of another plan."""
    brought = _brought(one)
    keys = sections_written(one.made_by, one.edition, on)
    try:
        found = understood(one.edition, brought, {}, one.digest, keys=keys)
    except NoStamp as error:
        raise _not(_NO_STAMP) from error
    _require_of_this_plan(one, found)
    is_workbook = isinstance(brought, BroughtWorkbook)
    return {
        "way": EditWay.WORKBOOK if is_workbook else EditWay.DOCUMENT,
        "read": brought.model_dump(mode="json"),
        "seen_edition": found.stamp.edition if found.stamp else None,
        "seen_version": found.stamp.version if found.stamp else None,
        **found.as_json(),
    }


def _brought(one: Proposal) -> BroughtWorkbook | BroughtPlan:
    wanted = {name: one.edition.content[name] for name in ("year", "kind", "institution")}
    with (settings.UPLOADS / uploads.INTO_DRAFTS / one.digest).open("rb") as file:
        found = files.brought(file, one.name, own=institutions.own_entries(), **wanted)
    if isinstance(found, BroughtWorkbook | BroughtPlan):
        return found
    said = {"institution": wanted["institution"], "others": ", ".join(found)}
    raise _not(_OTHER_PLANS if found else _NO_PLAN, **said)


def _require_of_this_plan(one: Proposal, found: Understood) -> None:
    if found.stamp is None:
        return
    value, own = found.stamp.value, one.edition.content
    if (value.kind, value.institution, value.year) != (own["kind"], own["institution"], own["year"]):
        raise _not(_OTHERS, year=value.year, institution=value.institution)


def _not(sentence: StrOrPromise, **values: object) -> NotBrought:
    """Why not, in both languages."""
    with override("ko"):
        korean = str(sentence) % values
    with override("en"):
        return NotBrought(korean, str(sentence) % values)
