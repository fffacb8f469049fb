"""A year to try writing in: opened, its guideline written, consulted on, resolved and sent, by the ordinary deeds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from goru.core.dates import day_in_korea
from goru.domain.formulation import actions as formulation
from goru.domain.formulation.models import Guideline
from goru.domain.formulation.rules import BASES, Letter, Wording
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.queries import by_short_name
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.meetings import actions as meetings
from goru.domain.meetings.models import Body, Meeting
from goru.domain.meetings.rules import Term, Votes
from goru.domain.meetings.vocabulary import BodyKind, MemberKind, Outcome
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Cycle
from goru.domain.plans.vocabulary import PlanKind

_YEAR = 2025
_FIRST_DAY = date(2023, 7, 10)
"""Of the Committee."""
_OWN = [PlanKind.PROVINCIAL.value, PlanKind.MEGAREGIONAL.value]
_SECTIONS = (
    ("vision", _OWN, "비전·추진전략", "비전은 한 문장으로, 추진전략은 전략마다 한 줄로 적습니다."),
    ("core-tasks", _OWN, "핵심과제", "핵심과제마다 어느 추진전략의 과제인지 고르고 세부과제를 적습니다."),
    ("project-place", _OWN, "사업의 위치", "사업마다 어느 시·도나 시·군·구에서 하는지 적습니다."),
    ("project-unit", _OWN, "사업의 담당 부서", "사업마다 맡은 부서를 적습니다."),
    ("project-money", _OWN, "사업의 사업비", "사업마다 올해 사업비를 회계와 재원별로 나누어 적습니다."),
    (
        "money",
        _OWN,
        "재정투입",
        "국비·지방비·민자를 더한 금액을 전략별로 적습니다. 전략별 금액의 합이 총액과 같아야 합니다.",
    ),
    (
        "indicators",
        _OWN,
        "성과지표",
        "공통지표를 모두 적고 자율지표를 더합니다. 실적은 지난해, 목표는 올해 값입니다.",
    ),
    ("performance", _OWN, "성과관리", "누가 언제 점검하고 결과를 어디에 쓰는지 적습니다."),
    (
        "action-task",
        [PlanKind.SECTORAL.value],
        "실천과제",
        "맡은 실천과제마다 국비와 사업, 목표지표를 적습니다. 금액이 없는 제도개선 과제는 일정을 적습니다.",
    ),
)


def open_cycle() -> None:
    """Open the year, once; what is there already stays."""
    by, at = system_person(), timezone.now()
    cycle = plans.open_cycle(year=_YEAR, by=by, at=at)
    if not Guideline.objects.filter(cycle=cycle).exists():
        _send_guideline(cycle, by, at)


def _send_guideline(cycle: Cycle, by: Person, at: datetime) -> None:
    on = day_in_korea(at)
    title = f"{cycle.year}년 지방시대 시행계획 수립지침"
    guideline = formulation.open_guideline(cycle=cycle, title=title, by=by, at=at)
    frame = plans.carry_frame(cycle=cycle, by=by, at=at)
    formulation.choose_frame(
        guideline_id=guideline.pk, version=_version(guideline), edition_id=frame.pk, by=by, at=at
    )
    for key, kinds, title, guidance in _SECTIONS:
        wording = Wording(list(kinds), title, guidance, is_required=True)
        formulation.add_section(
            guideline_id=guideline.pk, version=_version(guideline), key=key, wording=wording, by=by, at=at
        )
    formulation.begin_consultation(guideline_id=guideline.pk, version=_version(guideline), by=by, at=at)
    _consult(guideline, by, at)
    _resolve(guideline, by, at)
    letters = {
        kind: Letter(f"시험-{number}", on, "지방시대위원회 위원장")
        for number, kind in enumerate(BASES, start=1)
    }
    formulation.send_guideline(
        guideline_id=guideline.pk, version=_version(guideline), letters=letters, by=by, at=at
    )


def _consult(guideline: Guideline, by: Person, at: datetime) -> None:
    on = day_in_korea(at)
    partners = [
        one
        for kind in (InstitutionKind.MINISTRY, InstitutionKind.PROVINCE)
        for one in by_short_name(kind, on).values()
    ]
    held = formulation.record_consultation(
        guideline=guideline,
        name="시도-부처협의회",
        kinds=list(BASES),
        begun_date=on,
        participants=partners,
        by=by,
        at=at,
    )
    formulation.finish_consultation(
        consultation_id=held.pk, version=held.version, finished_date=on, result="의견 없음", by=by, at=at
    )


def _resolve(guideline: Guideline, by: Person, at: datetime) -> None:
    """By a meeting of the Committee whose one member is who signs in as such."""
    committee = Institution.objects.get(kind=InstitutionKind.COMMITTEE)
    body = Body.objects.filter(institution=committee, kind=BodyKind.COMMITTEE).first() or meetings.open_body(
        institution=committee,
        kind=BodyKind.COMMITTEE,
        key="committee",
        name="지방시대위원회",
        first_day=_FIRST_DAY,
        by=by,
        at=at,
    )
    on = day_in_korea(at)
    member = meetings.add_member(
        body=body, kind=MemberKind.EX_OFFICIO, name="위원", office="시험용 위원", term=Term(on), by=by, at=at
    )
    number = body.meetings.count() + 1
    meeting = meetings.call_meeting(body=body, number=number, held_date=on, place="서면", by=by, at=at)
    item = formulation.put_on_agenda(
        guideline_id=guideline.pk,
        version=_version(guideline),
        meeting_id=meeting.pk,
        meeting_version=meeting.version,
        by=by,
        at=at,
    )
    given: dict[str, Any] = {"meeting_id": meeting.pk, "by": by, "at": at}
    meetings.record_attendance(version=_version(meeting), members=[member.pk], **given)
    votes = Votes(in_favour=1, against=0, abstained=0)
    meetings.decide(
        version=_version(meeting), number=item.number, outcome=Outcome.APPROVED, votes=votes, **given
    )
    meetings.close_meeting(version=_version(meeting), **given)
    formulation.resolve_guideline(
        guideline_id=guideline.pk, version=_version(guideline), item_id=item.pk, by=by, at=at
    )


def _version(one: Guideline | Meeting) -> int:
    """As it is now: nobody else is here."""
    one.refresh_from_db(fields=["version"])
    return one.version
