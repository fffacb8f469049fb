"""A guideline is consulted on and explained: what happened is recorded as it happened."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from goru.core import moves
from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import Outdated, Refused, require
from goru.domain.formulation import permissions
from goru.domain.formulation.actions.guidelines import as_seen
from goru.domain.formulation.models import Briefing, BriefingAttendance, Guideline, GuidelineConsultation
from goru.domain.formulation.rules import GUIDELINE_MOVES
from goru.domain.formulation.vocabulary import FormulationAct, GuidelineState
from goru.domain.institutions.models import Institution, Person
from goru.domain.plans.vocabulary import PlanKind


@audit.deed
def begin_consultation(*, guideline_id: int, version: int, by: Person, at: datetime) -> Guideline:
    """Begin to consult on a draft (협의)."""
    guideline = as_seen(guideline_id, version)
    about = guideline.subject
    verdict = require(permissions.may_consult(by, guideline, day_in_korea(at)), about=about)
    moves.move(guideline, "state", to=GuidelineState.CONSULTING, moves=GUIDELINE_MOVES, about=about)
    audit.note(FormulationAct.CONSULTATION_BEGUN, subject=about, by=by, post=verdict.post, at=at)
    return guideline


@audit.deed
def record_consultation(
    *,
    guideline: Guideline,
    name: str,
    kinds: Collection[PlanKind],
    begun_date: date,
    participants: Collection[Institution],
    by: Person,
    at: datetime,
) -> GuidelineConsultation:
    """Record a consultation: on the guidelines of which kinds of plan, since when, with whom; in any state, as it happened."""
    about, on = guideline.subject, day_in_korea(at)
    verdict = require(permissions.may_write(by, guideline, on), about=about)
    if begun_date > on:
        raise Refused(_("아직 하지 않은 협의는 적을 수 없습니다."), about=about, field="begun_date")
    if not participants:
        raise Refused(_("협의에 참여한 기관을 고르세요."), about=about)
    consultation = GuidelineConsultation.objects.create(
        guideline=guideline,
        name=name,
        kinds=list(kinds),
        begun_date=begun_date,
        recorded_at=at,
        recorded_by=by,
    )
    consultation.participants.set(participants)
    details = {
        "name": name,
        "kinds": [kind.value for kind in kinds],
        "begun_date": begun_date,
        "participants": sorted(one.key for one in participants),
    }
    audit.note(
        FormulationAct.CONSULTATION_RECORDED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return consultation


@audit.deed
def finish_consultation(
    *, consultation_id: int, version: int, finished_date: date, result: str, by: Person, at: datetime
) -> GuidelineConsultation:
    """Say when a consultation ended and with what result."""
    found = GuidelineConsultation.objects.select_for_update(of=("self",)).select_related("guideline__cycle")
    consultation = found.get(pk=consultation_id)
    guideline, on = consultation.guideline, day_in_korea(at)
    about = guideline.subject
    verdict = require(permissions.may_write(by, guideline, on), about=about)
    if consultation.version != version or consultation.finished_date:
        raise Outdated(_("그사이 이 협의의 기록이 바뀌었습니다. 지금 상태를 확인하세요."), about=about)
    if not consultation.begun_date <= finished_date <= on:
        raise Refused(_("협의를 마친 날은 시작한 날부터 오늘까지입니다."), about=about, field="finished_date")
    consultation.finished_date, consultation.result = finished_date, result
    consultation.version += 1
    consultation.save(update_fields=["finished_date", "result", "version"])
    details = {"name": consultation.name, "finished_date": finished_date, "result": result}
    audit.note(
        FormulationAct.CONSULTATION_FINISHED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return consultation


@audit.deed
def record_briefing(
    *,
    guideline: Guideline,
    held_date: date,
    place: str,
    material: str,
    attendances: Mapping[Institution, int],
    by: Person,
    at: datetime,
) -> Briefing:
    """Record a briefing that was held (설명회): what was handed out, and how many came from which institution."""
    about, on = guideline.subject, day_in_korea(at)
    verdict = require(permissions.may_write(by, guideline, on), about=about)
    if held_date > on:
        raise Refused(_("아직 열리지 않은 설명회는 적을 수 없습니다."), about=about, field="held_date")
    if guideline.briefings.filter(held_date=held_date, place=place).exists():
        raise Refused(_("그날 그곳에서 연 설명회를 이미 적었습니다."), about=about)
    briefing = Briefing.objects.create(
        guideline=guideline,
        held_date=held_date,
        place=place,
        material=material,
        recorded_at=at,
        recorded_by=by,
    )
    BriefingAttendance.objects.bulk_create(
        [
            BriefingAttendance(briefing=briefing, institution=one, count=count)
            for one, count in attendances.items()
        ]
    )
    came = {one.key: count for one, count in attendances.items()}
    details = {"held_date": held_date, "place": place, "material": material, "attendances": came}
    audit.note(
        FormulationAct.BRIEFING_RECORDED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return briefing
