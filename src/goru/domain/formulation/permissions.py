"""Who may make and send guidelines, who reads them, who asks and who answers; who collects and who writes sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from goru.core.verdict import ALLOWED, Verdict, Why, refuse
from goru.domain.formulation import rules
from goru.domain.formulation.models import (
    Assignment,
    Attachment,
    Comment,
    Dispatch,
    Guideline,
    GuidelineConsultation,
)
from goru.domain.formulation.vocabulary import GuidelineState, SubmissionState
from goru.domain.institutions.models import Holding, Institution, Person
from goru.domain.institutions.permissions import holds, holds_in, holds_nationally, in_charge_of, that_writes
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import permissions as plans
from goru.domain.plans.models import Edition, Plan
from goru.domain.plans.vocabulary import EditionState

_WHO_WATCHES = (Role.SECRETARIAT, Role.MEMBER, Role.EXPERT_MEMBER, Role.AUDITOR)
_WHO_READS = (
    Role.AUTHOR,
    Role.CONTRIBUTOR,
    Role.CERTIFIER,
    Role.BUDGET_OFFICER,
    Role.AUDITOR,
    Role.SUPPORT_GROUP,
)


def may_open(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may begin the guideline of a year."""
    reason = _("수립지침은 지방시대위원회 기획단이 만듭니다.")
    return holds_nationally(by, (Role.SECRETARIAT,), on) or refuse(reason, why=Why.FORBIDDEN)


def may_read(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """Whether a person may read a guideline: the Committee's at any time, its recipients once it is sent."""
    verdict = holds_nationally(by, _WHO_WATCHES, on)
    if verdict or (guideline.state == GuidelineState.SENT and dispatches_to(by, guideline, on)):
        return verdict or ALLOWED
    return refuse(_("받은 기관의 담당자가 보는 지침입니다."), why=Why.HIDDEN)


def dispatches_to(by: Person | AnonymousUser, guideline: Guideline, on: date) -> list[Dispatch]:
    """The dispatches of a guideline to the institutions that a person acts for, or to those that these succeeded.

    An officer of a municipality reads what its province was sent.
    """
    if not isinstance(by, Person):
        return []
    held = Holding.objects.in_force(on).filter(person=by, role__in=_WHO_READS)
    places = _with_predecessors({that_writes(one.post.place).pk for one in held}, on)
    found = guideline.dispatches.filter(institution__in=places).select_related("institution")
    return list(found.order_by("institution__position"))


def may_write(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """Whether a person may write a guideline, record consultations and briefings on it, and answer questions."""
    verdict = may_open(by, on)
    return verdict or _not_theirs(verdict.reason, by, guideline, on)


def may_remove_sections(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """Whether a person may take a section out: until the guideline is resolved."""
    return may_write(by, guideline, on) and _is(guideline, *rules.UNRESOLVED)


def may_carry_sections(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """Whether a person may have the sections of the guideline before go on: until this one is resolved."""
    verdict = may_remove_sections(by, guideline, on)
    earlier = Guideline.objects.filter(cycle__year__lt=guideline.cycle.year, state=GuidelineState.SENT)
    if verdict and not earlier.exists():
        return refuse(_("이어받을 앞선 수립지침이 없습니다."))
    return verdict


def may_choose_frame(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """Whether a person may say which frame the plans follow: until the guideline is resolved."""
    return may_remove_sections(by, guideline, on)


def may_consult(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """Whether a person may begin to consult on a draft."""
    verdict = may_write(by, guideline, on) and _is(guideline, GuidelineState.DRAFT)
    if verdict and not guideline.sections.exists():
        return refuse(_("협의할 지침 항목이 아직 없습니다."))
    return verdict


def may_put_on_agenda(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """Whether a person may bring a guideline before the Committee."""
    verdict = may_write(by, guideline, on) and _is(guideline, GuidelineState.CONSULTING)
    return verdict and (ALLOWED if guideline.frame_id else refuse(_("먼저 과제 체계를 정하세요.")))


def may_resolve(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """Whether a person may take over that the Committee resolved a guideline, all partners of which were consulted."""
    verdict = may_put_on_agenda(by, guideline, on)
    held = guideline.consultations.prefetch_related("participants")
    return verdict and rules.may_be_resolved(consulted_on(held))


def may_send(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """Whether a person may send a guideline."""
    return may_write(by, guideline, on) and _is(guideline, GuidelineState.RESOLVED)


def may_receive(by: Person | AnonymousUser, dispatch: Dispatch, on: date) -> Verdict:
    """Whether a person may enter that a dispatch was received (접수): the author of its recipient, once."""
    verdict = holds(by, (Role.AUTHOR,), dispatch.institution, on)
    if verdict:
        return refuse(_("이미 접수했습니다.")) if dispatch.received_at else verdict
    return _not_theirs(_("받은 기관의 총괄 담당자가 접수합니다."), by, dispatch.guideline, on)


def may_ask(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """Whether a person may ask about a guideline: the author of a recipient."""
    verdict = next((verdict for _dispatch, verdict in _asking(by, guideline, on)), None)
    reason = _("질문은 지침을 받은 기관의 총괄 담당자가 합니다.")
    return verdict or _not_theirs(reason, by, guideline, on)


def asking_for(by: Person, guideline: Guideline, on: date) -> Dispatch:
    """What was sent to the institution that a person asks for; StopIteration where they may not ask."""
    return next(dispatch for dispatch, _verdict in _asking(by, guideline, on))


def _asking(by: Person | AnonymousUser, guideline: Guideline, on: date) -> Iterator[tuple[Dispatch, Verdict]]:
    for one in dispatches_to(by, guideline, on):
        if verdict := holds(by, (Role.AUTHOR,), one.institution, on):
            yield one, verdict


def consulted_on(consultations: Iterable[GuidelineConsultation]) -> list[rules.Consulted]:
    """Consultations, with their participants, as the rules ask for them."""
    return [
        rules.Consulted(one.kinds, {each.kind for each in one.participants.all()}, one.finished_date)
        for one in consultations
    ]


def may_write_section(by: Person | AnonymousUser, edition: Edition, section: str | None, on: date) -> Verdict:
    """Whether a person may write in a section of an edition: its author in all of it, else who was assigned it.

    None is a place that no section has.
    """
    verdict = plans.may_write(by, edition.plan, on)
    if verdict:
        return plans.is_open(edition) and verdict
    found = [one for one in assigned_to(by, edition.plan, on) if one.section == section]
    if not found:
        return verdict
    may = [plans.is_open(edition) and rules.can_be_written(one.state) for one in found]
    return next((contributes(by, one, on) for one, each in zip(found, may, strict=True) if each), may[0])


def may_see_section(by: Person | AnonymousUser, plan: Plan, section: str, on: date) -> Verdict:
    """Whether a person sees a section of a plan as it is written: who sees its drafts, or was assigned it."""
    seen = plans.may_see_drafts(by, plan, on)
    own = [one for one in assigned_to(by, plan, on) if one.section == section] if not seen else []
    return contributes(by, own[0], on) if own else seen


def may_comment(by: Person | AnonymousUser, plan: Plan, section: str, on: date) -> Verdict:
    """Whether a person may note something on a section of a plan, or answer there: who reads it, while it is written."""
    verdict = may_see_section(by, plan, section, on)
    return verdict and (_is_written(plan) and verdict)


def may_finish(by: Person | AnonymousUser, comment: Comment, section: str, on: date) -> Verdict:
    """Whether a person may mark a comment as done, or open it again: who wrote it, and the plan's author; `section` is where
    it stands now."""
    verdict = may_comment(by, comment.plan, section, on)
    is_own = isinstance(by, Person) and comment.written_by_id == by.pk
    if not verdict or is_own or plans.may_write(by, comment.plan, on):
        return verdict
    return refuse(_("메모는 쓴 사람과 총괄 담당자가 끝내거나 다시 엽니다."), why=Why.FORBIDDEN)


def may_attach(by: Person | AnonymousUser, edition: Edition, section: str, on: date) -> Verdict:
    """Whether a person may attach files to a section of an edition, or (`""`) to all of it: who writes there."""
    return may_write_section(by, edition, section or None, on)


def may_remove_attachment(by: Person | AnonymousUser, attachment: Attachment, on: date) -> Verdict:
    """Whether a person may remove a file until its edition is sealed: who attached it, and the plan's author."""
    edition = attachment.edition
    verdict = may_attach(by, edition, attachment.section, on)
    is_own = isinstance(by, Person) and attachment.added_by_id == by.pk
    if not verdict or is_own or plans.may_write(by, edition.plan, on):
        return verdict
    return refuse(_("첨부는 올린 사람과 총괄 담당자가 지웁니다."), why=Why.FORBIDDEN)


def may_bring_in(by: Person | AnonymousUser, edition: Edition, on: date) -> Verdict:
    """Whether a person may bring a file into an edition: its author, and who writes sections of it that they were assigned."""
    verdict = plans.may_write(by, edition.plan, on)
    if not verdict:
        own = assigned_to(by, edition.plan, on)
        verdict = next((contributes(by, one, on) for one in own), verdict)
    return verdict and (plans.is_open(edition) and verdict)


def sections_written(by: Person | AnonymousUser, edition: Edition, on: date) -> frozenset[str] | None:
    """The sections of an edition that a person writes, by their keys; None where that is all of it."""
    if plans.may_write(by, edition.plan, on):
        return None
    own = assigned_to(by, edition.plan, on)
    return frozenset(one.section for one in own if rules.can_be_written(one.state))


def may_assign(by: Person | AnonymousUser, plan: Plan, on: date) -> Verdict:
    """Whether a person may assign sections of a plan (취합): its author, while it is written."""
    verdict = plans.may_write(by, plan, on)
    return verdict and (_is_written(plan) and verdict)


def may_change(by: Person | AnonymousUser, assignment: Assignment, on: date) -> Verdict:
    """Whether a person may give a section another inner date, or take it back: the plan's author."""
    return plans.may_write(by, assignment.plan, on) or _as_seen(by, assignment, on)


def may_submit(by: Person | AnonymousUser, assignment: Assignment, on: date) -> Verdict:
    """Whether a person may hand in a section (제출): who writes it."""
    verdict = contributes(by, assignment, on)
    if not verdict:
        return _as_seen(by, assignment, on)
    state = rules.can_be_moved(assignment.state, SubmissionState.SUBMITTED) and _is_written(assignment.plan)
    return state and verdict


def may_accept(by: Person | AnonymousUser, assignment: Assignment, on: date) -> Verdict:
    """Whether a person may accept a section that was handed in (접수)."""
    verdict = may_change(by, assignment, on)
    return verdict and (rules.can_be_moved(assignment.state, SubmissionState.ACCEPTED) and verdict)


def may_return(by: Person | AnonymousUser, assignment: Assignment, on: date) -> Verdict:
    """Whether a person may return a section that was handed in, also one that was accepted (보완요청)."""
    verdict = may_change(by, assignment, on)
    return verdict and (rules.can_be_moved(assignment.state, SubmissionState.RETURNED) and verdict)


def contributes(by: Person | AnonymousUser, assignment: Assignment, on: date) -> Verdict:
    """Whether a person writes for the unit or municipality that a section was assigned to."""
    if assignment.unit:
        return holds_in(by, (Role.CONTRIBUTOR,), assignment.unit, on)
    place = assignment.institution
    return holds(by, (Role.CONTRIBUTOR,), place, on) if place else refuse(_("맡은 곳이 없습니다."))


def assigned_to(by: Person | AnonymousUser, plan: Plan, on: date) -> list[Assignment]:
    """The sections of a plan that a person writes."""
    if not isinstance(by, Person) or plan.pk is None:
        return []
    held = Holding.objects.in_force(on).filter(person=by, role=Role.CONTRIBUTOR)
    units = {one.post.unit_id for one in held if one.post.unit_id}
    places = {one.post.institution_id for one in held if one.post.institution_id}
    if not units and not places:
        return []
    found = plan.assignments.select_related("plan__institution", "plan__cycle", "unit", "institution")
    return [
        one
        for one in found.order_by("pk")
        if one.unit_id in units
        or (one.institution and places & {each.pk for each in in_charge_of(one.institution, on)})
    ]


def _as_seen(by: Person | AnonymousUser, assignment: Assignment, on: date) -> Verdict:
    """Refused to who neither collects nor writes it, as they see it."""
    seen = plans.may_see_drafts(by, assignment.plan, on) or contributes(by, assignment, on)
    reason = _("절은 그 계획의 총괄 담당자가 맡기고 거두고 접수하며, 맡은 담당자가 제출합니다.")
    return refuse(reason, why=Why.FORBIDDEN if seen else Why.HIDDEN)


def _is_written(plan: Plan) -> Verdict:
    if plan.pk and plan.editions.filter(state=EditionState.OPEN).exists():
        return ALLOWED
    return refuse(_("쓰고 있는 초안이 없습니다."))


def _not_theirs(reason: str, by: Person | AnonymousUser, guideline: Guideline, on: date) -> Verdict:
    """What is another's to do: forbidden to who reads the guideline, hidden from all others."""
    return refuse(reason, why=Why.FORBIDDEN if may_read(by, guideline, on) else Why.HIDDEN)


def _with_predecessors(places: set[int], on: date) -> set[int]:
    """Institutions, by their keys in the database, and those that have ended and left to them what they had."""
    found, waiting = set(places), set(places)
    while waiting:
        ended = Institution.objects.filter(successors__in=waiting, valid_to__lt=on)
        waiting = set(ended.values_list("pk", flat=True)) - found
        found |= waiting
    return found


def _is(guideline: Guideline, *states: GuidelineState) -> Verdict:
    if guideline.state in states:
        return ALLOWED
    return refuse(_("지금 상태(%(state)s)에서는 할 수 없는 일입니다."), state=guideline.get_state_display())
