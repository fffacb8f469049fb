"""What waits of assigned sections, and what those are called."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from goru.core.waiting import Waiting
from goru.domain.formulation.models import Assignment
from goru.domain.formulation.queries.collecting import assignments, written_sections
from goru.domain.formulation.queries.comments import comments_waiting
from goru.domain.formulation.vocabulary import SubmissionState
from goru.domain.institutions.models import Holding
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import queries as plans
from goru.domain.plans.vocabulary import EditionState


def section_name_of(assignment: Assignment) -> str:
    """What an assigned section is called; its key where the draft has it no more."""
    return _Names().of(assignment)


def waiting(holdings: Iterable[Holding], on: date) -> list[Waiting]:
    """What waits of assigned sections, while their plans are written, what is due first; then what was noted on drafts.

    For who writes them, those that are to be handed in; for the author, those that are to be accepted, and the late ones.
    """
    held = list(holdings)
    writing = [one.post for one in held if one.role == Role.CONTRIBUTOR]
    collecting = [one.post.institution_id for one in held if one.role == Role.AUTHOR]
    of_writers = Q(unit__in=[one.unit_id for one in writing if one.unit_id]) | Q(
        institution__in=[one.institution_id for one in writing if one.institution_id]
    )
    open_ones = assignments().filter(plan__editions__state=EditionState.OPEN)
    to_write = open_ones.filter(of_writers, state__in=(SubmissionState.DRAFT, SubmissionState.RETURNED))
    to_collect = open_ones.filter(plan__institution__in=collecting).filter(
        Q(state=SubmissionState.SUBMITTED)
        | Q(state__in=(SubmissionState.DRAFT, SubmissionState.RETURNED), due_date__lt=on)
    )
    names = _Names()
    found = [
        *(_waiting(one, _to_write(one, names), _why_write(one)) for one in to_write),
        *(_waiting(one, _to_collect(one, names), _why_collect(one)) for one in to_collect),
    ]
    return [*sorted(found, key=lambda one: one.due or on), *comments_waiting(held)]


class _Names:
    """What the sections of plans are called, each plan's read once."""

    def __init__(self) -> None:
        self._known: dict[int, dict[str, str]] = {}

    def of(self, assignment: Assignment) -> str:
        plan = assignment.plan
        if plan.pk not in self._known:
            self._known[plan.pk] = {one.key: str(plans.section_name(one)) for one in written_sections(plan)}
        return self._known[plan.pk].get(assignment.section, assignment.section)


def _waiting(one: Assignment, what: str, why: str) -> Waiting:
    return Waiting(what=what, where=one.subject, due=one.due_date, statutory=None, why=why)


def _to_write(one: Assignment, names: _Names) -> str:
    return _("%(plan)s: 맡은 절 쓰고 제출 – %(section)s") % {
        "plan": plans.plan_name(one.plan),
        "section": names.of(one),
    }


def _why_write(one: Assignment) -> str:
    if one.state == SubmissionState.RETURNED:
        return _("보완요청: %(note)s") % {"note": one.return_note}
    return _("총괄 담당자가 맡겼습니다. %(note)s") % {"note": one.note}


def _to_collect(one: Assignment, names: _Names) -> str:
    words = {"plan": plans.plan_name(one.plan), "section": names.of(one), "to": one.name}
    if one.state == SubmissionState.SUBMITTED:
        return _("%(plan)s: 제출받은 절 접수 – %(section)s (%(to)s)") % words
    return _("%(plan)s: 내지 않은 절 – %(section)s (%(to)s)") % words


def _why_collect(one: Assignment) -> str:
    if one.state == SubmissionState.SUBMITTED:
        return _("제출되었습니다. 접수하거나 보완을 요청하세요.")
    return _("내부 기한이 지났습니다.")
