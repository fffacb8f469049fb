"""Who may make and send guidelines, who reads them, who asks and who answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from goru.core.verdict import ALLOWED, Verdict, Why, refuse
from goru.domain.formulation import rules
from goru.domain.formulation.models import Dispatch, Guideline, GuidelineConsultation
from goru.domain.formulation.vocabulary import GuidelineState
from goru.domain.institutions.models import Holding, Institution, Person
from goru.domain.institutions.permissions import holds, holds_nationally, that_writes
from goru.domain.institutions.vocabulary import Role

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
