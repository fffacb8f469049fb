"""Who may call meetings and record what they decided, and who may see them."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from goru.core.verdict import ALLOWED, Verdict, Why, refuse
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.permissions import holds, holds_nationally
from goru.domain.institutions.vocabulary import InstitutionKind, Role
from goru.domain.meetings.models import Body, Meeting, Member
from goru.domain.meetings.vocabulary import MeetingState

_WHO_SEES = (Role.SECRETARIAT, Role.MEMBER, Role.EXPERT_MEMBER, Role.AUDITOR)
_WHO_SEES_REGIONAL = (Role.AUTHOR, Role.CERTIFIER, Role.SUPPORT_GROUP, Role.AUDITOR)


def may_run(by: Person | AnonymousUser, institution: Institution, on: date) -> Verdict:
    """Whether a person may open bodies of an institution, call their meetings and record these: the secretariat (기획단) those of
    the Committee, the support group (지방시대지원단) those of its province (특별법 제67조②)."""
    if institution.kind == InstitutionKind.COMMITTEE:
        verdict = holds_nationally(by, (Role.SECRETARIAT,), on)
        reason = _("지방시대위원회의 회의는 기획단이 열고 기록합니다.")
    else:
        verdict = holds(by, (Role.SUPPORT_GROUP,), institution, on)
        reason = _("시·도 지방시대위원회의 회의는 그 지방시대지원단이 열고 기록합니다.")
    return verdict or refuse(reason, why=Why.FORBIDDEN if _sees(by, institution, on) else Why.HIDDEN)


def may_see(by: Person | AnonymousUser, body: Body, on: date) -> Verdict:
    """Whether a person may see the members and meetings of a body: who runs it, who sits in it, who watches it."""
    reason = _("이 회의체의 회의는 그 위원과 담당자가 봅니다.")
    return _sees(by, body.institution, on) or _sits(by, body, on) or refuse(reason, why=Why.HIDDEN)


def may_change(by: Person | AnonymousUser, meeting: Meeting, on: date) -> Verdict:
    """Whether a person may change a meeting, its agenda or what is recorded of it: until it is closed or called off."""
    verdict = may_run(by, meeting.body.institution, on)
    if verdict and meeting.state != MeetingState.CALLED:
        return refuse(_("이미 마쳤거나 취소한 회의입니다."))
    return verdict


def may_record(by: Person | AnonymousUser, meeting: Meeting, on: date) -> Verdict:
    """Whether a person may record who was present and what was decided: from the day of the meeting on."""
    verdict = may_change(by, meeting, on)
    if verdict and on < meeting.held_date:
        return refuse(_("%(day)s에 열리는 회의입니다. 그날부터 적을 수 있습니다."), day=meeting.held_date)
    return verdict


def _sees(by: Person | AnonymousUser, institution: Institution, on: date) -> Verdict:
    """The secretariat sees the regional committees too, whose resolutions it waits for."""
    if institution.kind == InstitutionKind.COMMITTEE:
        return holds_nationally(by, _WHO_SEES, on)
    return holds(by, _WHO_SEES_REGIONAL, institution, on) or holds_nationally(by, (Role.SECRETARIAT,), on)


def _sits(by: Person | AnonymousUser, body: Body, on: date) -> Verdict:
    is_member = by.is_authenticated and Member.objects.in_office(on).filter(body=body, person=by.pk).exists()
    return ALLOWED if is_member else refuse(_("이 회의체의 위원이 아닙니다."), why=Why.HIDDEN)
