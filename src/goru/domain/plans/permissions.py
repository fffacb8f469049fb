"""Who may write, see and publish plans. What is of an ended institution is its successor's from the day after."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from goru.core.verdict import ALLOWED, Verdict, Why, refuse
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.permissions import holds, holds_nationally
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.models import Cycle, Edition, Explanation, Plan
from goru.domain.plans.vocabulary import EditionState, Severity

WHO_SEES_DRAFTS = (
    Role.AUTHOR,
    Role.CONTRIBUTOR,
    Role.CERTIFIER,
    Role.BUDGET_OFFICER,
    Role.AUDITOR,
    Role.SUPPORT_GROUP,
)


def may_write(by: Person | AnonymousUser, plan: Plan, on: date) -> Verdict:
    """Whether a person may write in the editions of a plan: its author (총괄 담당자); of the national part the secretariat."""
    if plan.institution is None:
        verdict = holds_nationally(by, (Role.SECRETARIAT,), on)
        reason = _("총괄은 지방시대위원회 기획단이 씁니다.")
    else:
        verdict = holds(by, (Role.AUTHOR,), plan.institution, on)
        reason = _("이 계획은 그 기관의 총괄 담당자가 씁니다.")
    if verdict:
        return verdict
    why = Why.FORBIDDEN if may_see_drafts(by, plan, on) else Why.HIDDEN
    return refuse(reason, why=why)


def may_see(by: Person | AnonymousUser, edition: Edition, on: date) -> Verdict:
    """Whether a person may read an edition: what is published everybody, all else its own institution."""
    if edition.publications.exists():
        return ALLOWED
    return may_see_drafts(by, edition.plan, on)


def may_see_drafts(by: Person | AnonymousUser, plan: Plan, on: date) -> Verdict:
    """Whether a person may see what is written of a plan: who has a part in it at its own institution."""
    if plan.institution is None:
        verdict = holds_nationally(by, (Role.SECRETARIAT,), on)
    else:
        verdict = holds(by, WHO_SEES_DRAFTS, plan.institution, on)
    return verdict or refuse(_("다른 기관의 초안은 볼 수 없습니다."), why=Why.HIDDEN)


def may_open_cycles(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may open the cycle of a year."""
    reason = _("연도는 지방시대위원회 기획단이 엽니다.")
    return holds_nationally(by, (Role.SECRETARIAT,), on) or refuse(reason, why=Why.FORBIDDEN)


def may_see_board(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may see how far the plans of all institutions have come: the secretariat; not what they say."""
    reason = _("모든 기관의 진행은 지방시대위원회 기획단이 봅니다.")
    return holds_nationally(by, (Role.SECRETARIAT,), on) or refuse(reason, why=Why.HIDDEN)


def may_publish(by: Person | AnonymousUser, cycle: Cycle, on: date) -> Verdict:  # noqa: ARG001 - of whichever cycle
    """Whether a person may publish a cycle's plan (공표)."""
    reason = _("계획을 공표할 권한이 없습니다. 지방시대위원회 기획단이 공표합니다.")
    return holds_nationally(by, (Role.SECRETARIAT,), on) or refuse(reason, why=Why.FORBIDDEN)


def may_decide_on_items(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may say that items are one, or came of each other."""
    reason = _("항목을 합치거나 잇는 일은 지방시대위원회 기획단이 합니다.")
    return holds_nationally(by, (Role.SECRETARIAT,), on) or refuse(reason, why=Why.FORBIDDEN)


def may_keep_calendar(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may say what moves the days of duties: temporary holidays, and exceptions."""
    reason = _("임시공휴일과 기한 예외는 지방시대위원회 기획단이 정합니다.")
    return holds_nationally(by, (Role.SECRETARIAT,), on) or refuse(reason, why=Why.FORBIDDEN)


def may_keep_parent(by: Person | AnonymousUser, owner: Institution | None, on: date) -> Verdict:
    """Whether a person may keep the record of a five-year plan: the secretariat; of its own plan an institution's author."""
    verdict = holds_nationally(by, (Role.SECRETARIAT,), on)
    if not verdict and owner is not None:
        verdict = holds(by, (Role.AUTHOR,), owner, on)
    reason = _("5개년 계획의 기록은 그 기관의 총괄 담당자와 지방시대위원회 기획단이 적습니다.")
    return verdict or refuse(reason, why=Why.FORBIDDEN)


def may_explain(by: Person | AnonymousUser, plan: Plan, on: date) -> Verdict:
    """Whether a person may say why findings of a plan stand: its author, until it is published."""
    verdict = may_write(by, plan, on)
    if verdict and plan.pk and plan.editions.filter(publications__isnull=False).exists():
        return refuse(_("공표한 계획의 설명은 고칠 수 없습니다."))
    return verdict


def may_answer(by: Person | AnonymousUser, explanation: Explanation, on: date) -> Verdict:
    """Whether a person may answer the explanation of an error, by lifting it or not: the secretariat, until it is published."""
    verdict = holds_nationally(by, (Role.SECRETARIAT,), on)
    if not verdict:
        why = Why.FORBIDDEN if may_see_drafts(by, explanation.plan, on) else Why.HIDDEN
        return refuse(_("오류는 지방시대위원회 기획단이 해제합니다."), why=why)
    if explanation.severity != Severity.ERROR:
        return refuse(_("확인이 필요한 것은 설명으로 충분합니다. 해제할 것이 없습니다."), why=Why.HIDDEN)
    if explanation.plan.editions.filter(publications__isnull=False).exists():
        return refuse(_("공표한 계획입니다."))
    return verdict


def may_see_explanation(by: Person | AnonymousUser, explanation: Explanation, on: date) -> Verdict:
    """Whether a person may read an explanation: who sees the drafts of its plan, and whoever answers it."""
    return may_see_drafts(by, explanation.plan, on) or may_answer(by, explanation, on)


def is_open(edition: Edition) -> Verdict:
    """Whether an edition can still be written in."""
    if edition.state == EditionState.OPEN:
        return ALLOWED
    return refuse(_("%(state)s된 판은 고칠 수 없습니다."), state=edition.get_state_display())
