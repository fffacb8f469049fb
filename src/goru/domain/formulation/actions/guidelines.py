"""A guideline is begun, framed, brought before the Committee, resolved and sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from goru.book.composing import owing_ministries
from goru.book.model import PlanBook
from goru.core import moves
from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import Outdated, Refused, Subject, concerning, require
from goru.domain.formulation import permissions, queries, rules
from goru.domain.formulation.models import Dispatch, Guideline
from goru.domain.formulation.rules import GUIDELINE_MOVES, Letter
from goru.domain.formulation.vocabulary import FormulationAct, GuidelineState
from goru.domain.institutions.models import Person
from goru.domain.meetings import actions as meetings
from goru.domain.meetings.models import AgendaItem, Meeting
from goru.domain.meetings.queries import force_of
from goru.domain.meetings.vocabulary import AgendaKind, BodyKind
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Cycle, Edition
from goru.domain.plans.rules import OWED_BY
from goru.domain.plans.vocabulary import PlanKind

if TYPE_CHECKING:
    from goru.domain.institutions.models import Institution


@audit.deed
def open_guideline(*, cycle: Cycle, title: str, by: Person, at: datetime) -> Guideline:
    """Begin the guideline of a cycle; it has one."""
    about = Subject("guideline", str(cycle.year))
    verdict = require(permissions.may_open(by, day_in_korea(at)), about=about)
    Cycle.objects.select_for_update().get(pk=cycle.pk)
    if Guideline.objects.filter(cycle=cycle).exists():
        raise Refused(_("이 연도의 수립지침이 이미 있습니다."), about=about)
    guideline = Guideline.objects.create(cycle=cycle, title=title, opened_at=at, opened_by=by)
    details = {"title": title}
    audit.note(
        FormulationAct.GUIDELINE_OPENED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return guideline


@audit.deed
def choose_frame(*, guideline_id: int, version: int, edition_id: int, by: Person, at: datetime) -> Guideline:
    """Say which edition of the national part is the frame of the plans; its ministries are those that owe plans."""
    guideline = as_seen(guideline_id, version)
    about = guideline.subject
    verdict = require(permissions.may_choose_frame(by, guideline, day_in_korea(at)), about=about)
    frame = next((one for one in queries.frames_for(guideline.cycle) if one.pk == edition_id), None)
    if frame is None:
        raise Refused(_("이 연도의 확정된 총괄이 아닙니다."), about=about)
    guideline.frame = frame
    guideline.version += 1
    guideline.save(update_fields=["frame", "version"])
    _keep_duties(guideline.cycle, frame)
    details = {"edition": frame.pk, "digest": frame.digest}
    audit.note(FormulationAct.FRAME_CHOSEN, subject=about, by=by, post=verdict.post, at=at, details=details)
    return guideline


@audit.deed
def put_on_agenda(
    *, guideline_id: int, version: int, meeting_id: int, meeting_version: int, by: Person, at: datetime
) -> AgendaItem:
    """Bring a guideline that is consulted on before a meeting of the Committee, in the words that it has now."""
    guideline = as_seen(guideline_id, version)
    about = guideline.subject
    verdict = require(permissions.may_put_on_agenda(by, guideline, day_in_korea(at)), about=about)
    meeting = Meeting.objects.select_related("body").get(pk=meeting_id)
    if meeting.body.kind != BodyKind.COMMITTEE:
        raise Refused(_("수립지침은 지방시대위원회의 회의에 올립니다."), about=about)
    with concerning(about):
        item = meetings.add_agenda_item(
            meeting_id=meeting_id,
            version=meeting_version,
            kind=AgendaKind.RESOLUTION,
            title=f"{guideline.title}(안)",
            subject=about,
            by=by,
            at=at,
        )
    guideline.brought_digest = queries.digest_of(guideline)
    guideline.version += 1
    guideline.save(update_fields=["brought_digest", "version"])
    details = {"meeting": meeting.subject.key, "item": item.number, "digest": guideline.brought_digest}
    audit.note(FormulationAct.PUT_ON_AGENDA, subject=about, by=by, post=verdict.post, at=at, details=details)
    return item


@audit.deed
def resolve_guideline(
    *, guideline_id: int, version: int, item_id: int, by: Person, at: datetime
) -> Guideline:
    """Take over that a closed meeting of the Committee resolved the guideline (특별법 제63조 3호).

    Refused where the partners that the law names were not consulted; that a consultation ended after the meeting is
    recorded as it was, and said.
    """
    guideline = as_seen(guideline_id, version)
    about = guideline.subject
    verdict = require(permissions.may_resolve(by, guideline, day_in_korea(at)), about=about)
    item = AgendaItem.objects.select_related("meeting__body").get(pk=item_id)
    require(force_of(item, subject=about, body=BodyKind.COMMITTEE), about=about)
    digest = queries.digest_of(guideline)
    require(
        rules.is_what_was_brought(item.outcome, brought=guideline.brought_digest, now=digest), about=about
    )
    resolved = {"agenda_item": item, "resolved_at": at, "resolved_by": by}
    moves.move(
        guideline, "state", to=GuidelineState.RESOLVED, moves=GUIDELINE_MOVES, also=resolved, about=about
    )
    details = {
        "meeting": item.meeting.subject.key,
        "item": item.number,
        "outcome": item.outcome,
        "digest": digest,
    }
    audit.note(
        FormulationAct.GUIDELINE_RESOLVED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return guideline


@audit.deed
def send_guideline(
    *, guideline_id: int, version: int, letters: Mapping[PlanKind, Letter], by: Person, at: datetime
) -> Guideline:
    """Send a resolved guideline to every institution that owes a plan, by the letter of its kind of plan (송부).

    The statutory day (시행령 제8조②, 제10조②, 제12조②) is not asked for: that it was sent late is a fact, and shown.
    """
    guideline = as_seen(guideline_id, version)
    about, on = guideline.subject, day_in_korea(at)
    verdict = require(permissions.may_send(by, guideline, on), about=about)
    if guideline.frame:
        _keep_duties(guideline.cycle, guideline.frame)
    recipients = queries.recipients_of(guideline)
    kinds = [one.kinds for one in queries.wordings_of(guideline)]
    require(rules.may_be_sent(sections=kinds, recipients=len(recipients)), about=about)
    require(
        rules.are_letters_of(letters, resolved=_resolved_on(guideline), on=on),
        about=about,
        field="letter_date",
    )
    digest = queries.digest_of(guideline)
    Dispatch.objects.bulk_create([_dispatch(guideline, one, letters, digest) for one in recipients])
    sent = {"sent_at": at, "sent_by": by}
    moves.move(guideline, "state", to=GuidelineState.SENT, moves=GUIDELINE_MOVES, also=sent, about=about)
    details = {
        "digest": digest,
        "recipients": [one.key for one in recipients],
        "letters": {kind.value: letter._asdict() for kind, letter in letters.items()},
    }
    audit.note(FormulationAct.GUIDELINE_SENT, subject=about, by=by, post=verdict.post, at=at, details=details)
    return guideline


def as_seen(guideline_id: int, version: int) -> Guideline:
    """The guideline, while nobody else changes it; Outdated where it went on since it was seen."""
    found = Guideline.objects.select_for_update(of=("self",))
    guideline = found.select_related("cycle", "frame", "agenda_item__meeting").get(pk=guideline_id)
    if guideline.version != version:
        sentence = _("그사이 이 수립지침이 바뀌었습니다. 지금 상태를 확인한 뒤 다시 하세요.")
        raise Outdated(sentence, about=guideline.subject)
    return guideline


def _keep_duties(cycle: Cycle, frame: Edition) -> None:
    plans.keep_duties(cycle=cycle, ministries=owing_ministries(PlanBook.model_validate(frame.content)))


def _dispatch(
    guideline: Guideline, institution: Institution, letters: Mapping[PlanKind, Letter], digest: str
) -> Dispatch:
    letter = letters[OWED_BY[institution.kind]]
    return Dispatch(
        guideline=guideline,
        institution=institution,
        letter_number=letter.number,
        letter_date=letter.date,
        signer=letter.signer,
        digest=digest,
    )


def _resolved_on(guideline: Guideline) -> date | None:
    return guideline.agenda_item.meeting.held_date if guideline.agenda_item else None
