"""Bodies are opened, and their members named."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.history import because
from goru.core.verdict import Outdated, Refused, Subject, require
from goru.domain.institutions.models import Institution, Person
from goru.domain.meetings import permissions, rules
from goru.domain.meetings.models import Attendance, Body, Member
from goru.domain.meetings.rules import SOLE, Term
from goru.domain.meetings.vocabulary import BodyKind, MeetingAct, MemberKind


@audit.deed
def open_body(
    *,
    institution: Institution,
    kind: BodyKind,
    key: str,
    name: str,
    first_day: date,
    by: Person,
    at: datetime,
    last_day: date | None = None,
) -> Body:
    """Open a body of an institution (회의체) from a day on; the key is what addresses name it by."""
    about = Subject("body", key)
    verdict = require(permissions.may_run(by, institution, day_in_korea(at)), about=about)
    require(rules.may_have(institution.kind, kind), about=about)
    Institution.objects.select_for_update().get(pk=institution.pk)
    if Body.objects.filter(key=key).exists():
        raise Refused(_("이미 쓰는 주소입니다. 다른 영문 이름으로 정하세요."), about=about, field="key")
    beside = [one for one in institution.bodies.all() if not one.is_over(first_day)]
    if any(one.name == name or (one.kind == kind and kind in SOLE) for one in beside):
        raise Refused(_("이 기관에는 그 회의체가 이미 있습니다."), about=about)
    with because(MeetingAct.BODY_OPENED, by=by):
        body = Body.objects.create(
            institution=institution, kind=kind, key=key, name=name, valid_from=first_day, valid_to=last_day
        )
    details = {"institution": institution.key, "kind": kind.value, "name": name, "first_day": first_day}
    audit.note(MeetingAct.BODY_OPENED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return body


@audit.deed
def add_member(
    *,
    body: Body,
    kind: MemberKind,
    name: str,
    term: Term,
    by: Person,
    at: datetime,
    office: str = "",
    person: Person | None = None,
) -> Member:
    """Name a member of a body (위원) for a term, also one that began before today: members are recorded here, not made."""
    about = Subject("body", body.key)
    verdict = require(permissions.may_run(by, body.institution, day_in_korea(at)), about=about)
    require(rules.is_a_term(body.kind, kind, term), about=about)
    if kind is MemberKind.EX_OFFICIO and not office:
        raise Refused(_("당연직위원은 직함을 적어야 합니다."), about=about, field="office")
    Body.objects.select_for_update().get(pk=body.pk)
    if any(_is(one, name, office, person) for one in _in_office_during(body, term)):
        raise Refused(_("그 기간에 이미 위원입니다."), about=about)
    with because(MeetingAct.MEMBER_ADDED, by=by):
        member = Member.objects.create(
            body=body,
            kind=kind,
            person=person,
            name=name,
            office=office,
            valid_from=term.first_day,
            valid_to=term.last_day,
        )
    details = {"name": name, "office": office, "kind": kind.value, **term._asdict()}
    audit.note(MeetingAct.MEMBER_ADDED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return member


@audit.deed
def end_member(
    *, member_id: int, version: int, last_day: date, by: Person, at: datetime, reason: str = ""
) -> Member:
    """Say the last day of a member (해촉, 사임, 자리 바뀜): who was counted present after it is still in office then."""
    found = Member.objects.select_for_update(of=("self",)).select_related("body__institution")
    member = found.get(pk=member_id)
    about = Subject("body", member.body.key)
    verdict = require(permissions.may_run(by, member.body.institution, day_in_korea(at)), about=about)
    if member.version != version:
        raise Outdated(_("그사이 이 위원의 기록이 바뀌었습니다. 지금 상태를 확인하세요."), about=about)
    if not (member.valid_from or last_day) <= last_day <= (member.valid_to or date.max):
        raise Refused(
            _("마지막 날은 첫날부터, 이미 정한 마지막 날까지입니다."), about=about, field="last_day"
        )
    if Attendance.objects.filter(member=member, meeting__held_date__gt=last_day).exists():
        raise Refused(
            _("그 뒤의 회의에 출석한 위원입니다. 마지막 날을 확인하세요."), about=about, field="last_day"
        )
    with because(MeetingAct.MEMBER_ENDED, by=by, reason=reason):
        member.valid_to = last_day
        member.version += 1
        member.save(update_fields=["valid_to", "version"])
    details = {"name": member.name, "office": member.office, "last_day": last_day, "reason": reason}
    audit.note(MeetingAct.MEMBER_ENDED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return member


def _in_office_during(body: Body, term: Term) -> list[Member]:
    found = body.members.filter(valid_from__lte=term.last_day or date.max)
    return [one for one in found if not one.is_over(term.first_day)]


def _is(member: Member, name: str, office: str, person: Person | None) -> bool:
    is_theirs = person is not None and member.person_id == person.pk
    return is_theirs or (member.name, member.office) == (name, office)
