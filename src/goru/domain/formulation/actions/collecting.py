"""A plan's sections are assigned, written by who was assigned them, handed in, accepted or returned (취합)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from goru.book.items.editing import Change
from goru.book.items.touching import touched
from goru.book.model.editions import InstitutionPlan
from goru.core import moves
from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import ALLOWED, Outdated, Refused, Verdict, require
from goru.domain.formulation import permissions, rules
from goru.domain.formulation.models import Assignment
from goru.domain.formulation.queries.collecting import assignees_of, collecting_subject, written_sections
from goru.domain.formulation.vocabulary import FormulationAct, SubmissionState
from goru.domain.institutions.models import Institution, Person, Unit
from goru.domain.plans import actions as plans
from goru.domain.plans import permissions as plan_permissions
from goru.domain.plans.models import Plan
from goru.domain.plans.vocabulary import EditWay


@audit.deed
def assign(
    *,
    plan: Plan,
    sections: Collection[str],
    to: Unit | Institution,
    due_date: date,
    note: str,
    by: Person,
    at: datetime,
) -> list[Assignment]:
    """Have a unit of the plan's institution, or a municipality, write some sections until an inner date."""
    about, on = collecting_subject(plan), day_in_korea(at)
    verdict = require(permissions.may_assign(by, plan, on), about=about)
    require(rules.is_to_come(due_date, on), about=about, field="due_date")
    held = Plan.objects.select_for_update(of=("self",)).select_related("cycle", "institution").get(pk=plan.pk)
    if to not in assignees_of(held, on):
        raise Refused(_("이 계획의 절을 맡길 수 있는 부서나 시·군·구가 아닙니다."), about=about, field="to")
    if not sections or not set(sections) <= {one.key for one in written_sections(held)}:
        raise Refused(_("초안에 없는 절입니다. 맡길 절을 다시 고르세요."), about=about, field="sections")
    whom = {"unit": to, "institution": None} if isinstance(to, Unit) else {"unit": None, "institution": to}
    if held.assignments.filter(section__in=sections, **whom).exists():
        raise Refused(_("같은 곳에 이미 맡긴 절이 있습니다."), about=about, field="sections")
    made = [
        Assignment.objects.create(
            plan=held, section=one, due_date=due_date, note=note, assigned_at=at, assigned_by=by, **whom
        )
        for one in sections
    ]
    details = {"sections": list(sections), "to": str(to), "due": due_date.isoformat(), "note": note}
    audit.note(FormulationAct.ASSIGNED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return made


@audit.deed
def change_assignment(
    *, assignment_id: int, version: int, due_date: date, note: str, by: Person, at: datetime
) -> Assignment:
    """Give an assigned section another inner date, or say otherwise what is asked."""
    assignment, on = _as_seen(assignment_id, version), day_in_korea(at)
    about = assignment.subject
    verdict = require(permissions.may_change(by, assignment, on), about=about)
    if due_date != assignment.due_date:
        require(rules.is_to_come(due_date, on), about=about, field="due_date")
    details = {"before": assignment.due_date.isoformat(), "due": due_date.isoformat(), "note": note}
    assignment.due_date, assignment.note = due_date, note
    assignment.version += 1
    assignment.save(update_fields=["due_date", "note", "version"])
    audit.note(
        FormulationAct.ASSIGNMENT_CHANGED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return assignment


@audit.deed
def take_back(*, assignment_id: int, version: int, by: Person, at: datetime) -> None:
    """Take an assigned section back; what was written stays in the draft."""
    assignment = _as_seen(assignment_id, version)
    about = assignment.subject
    verdict = require(permissions.may_change(by, assignment, day_in_korea(at)), about=about)
    about = collecting_subject(assignment.plan)
    details = {"section": assignment.section, "to": str(assignment.to), "state": assignment.state}
    assignment.delete()
    audit.note(
        FormulationAct.ASSIGNMENT_TAKEN_BACK, subject=about, by=by, post=verdict.post, at=at, details=details
    )


@audit.deed
def submit_section(*, assignment_id: int, version: int, by: Person, at: datetime) -> Assignment:
    """Hand in an assigned section (제출): its contributors only read it until it is returned."""
    assignment = _as_seen(assignment_id, version)
    about = assignment.subject
    verdict = require(permissions.may_submit(by, assignment, day_in_korea(at)), about=about)
    acts = {"submitted_at": at, "submitted_by": by, "decided_at": None, "decided_by": None}
    _move(assignment, SubmissionState.SUBMITTED, acts)
    details = _details(assignment)
    audit.note(
        FormulationAct.ASSIGNMENT_SUBMITTED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return assignment


@audit.deed
def accept_section(*, assignment_id: int, version: int, by: Person, at: datetime) -> Assignment:
    """Accept a section that was handed in (접수)."""
    assignment = _as_seen(assignment_id, version)
    about = assignment.subject
    verdict = require(permissions.may_accept(by, assignment, day_in_korea(at)), about=about)
    _move(assignment, SubmissionState.ACCEPTED, {"decided_at": at, "decided_by": by})
    details = _details(assignment)
    audit.note(
        FormulationAct.ASSIGNMENT_ACCEPTED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return assignment


@audit.deed
def return_section(*, assignment_id: int, version: int, note: str, by: Person, at: datetime) -> Assignment:
    """Return a section that was handed in, with a note of what it lacks (보완요청): its contributors write on."""
    assignment = _as_seen(assignment_id, version)
    about = assignment.subject
    verdict = require(permissions.may_return(by, assignment, day_in_korea(at)), about=about)
    if not note:
        raise Refused(_("무엇을 보완해야 하는지 적으세요."), about=about)
    _move(assignment, SubmissionState.RETURNED, {"decided_at": at, "decided_by": by, "return_note": note})
    details = _details(assignment) | {"note": note}
    audit.note(
        FormulationAct.ASSIGNMENT_RETURNED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return assignment


@transaction.atomic
def write(
    *,
    edition_id: int,
    changes: Sequence[Change],
    way: EditWay,
    by: Person,
    at: datetime,
    all_or_nothing: bool = False,
) -> plans.Edited:
    """Apply edits to a plan's open edition: its author's all, of others those in sections that they were assigned.

    One edit elsewhere leaves all undone.
    """
    edition, on = plans.held_edition(edition_id), day_in_korea(at)
    given: dict[str, Any] = {
        "changes": changes,
        "way": way,
        "by": by,
        "at": at,
        "all_or_nothing": all_or_nothing,
    }
    verdict = plan_permissions.may_write(by, edition.plan, on)
    if verdict:
        return plans.apply_edits(edition=edition, **given)
    own = [one.pk for one in permissions.assigned_to(by, edition.plan, on)]
    if not own:
        require(verdict, about=collecting_subject(edition.plan))
    # who hands one in, accepts it or takes it back meanwhile waits, so that nothing is written in it after that
    list(Assignment.objects.select_for_update().filter(pk__in=own).order_by("pk"))

    @cache
    def may_write(section: str | None) -> Verdict:
        return permissions.may_write_section(by, edition, section, on)

    def may(content: Mapping[str, Any], change: Change) -> Verdict:
        said = map(may_write, touched(InstitutionPlan.model_validate(content), change))
        return next((one for one in said if not one), ALLOWED)

    return plans.apply_edits(edition=edition, may=may, **given)


def _as_seen(assignment_id: int, version: int) -> Assignment:
    """The assignment, while nobody writes in it or moves it."""
    found = Assignment.objects.select_for_update(of=("self",))
    assignment = found.select_related("plan__cycle", "plan__institution", "unit", "institution").get(
        pk=assignment_id
    )
    if assignment.version != version:
        sentence = _("그사이 다른 사람이 처리했습니다. 지금 상태를 확인하세요.")
        raise Outdated(sentence, about=assignment.subject)
    return assignment


def _move(assignment: Assignment, to: SubmissionState, also: Mapping[str, object]) -> None:
    moves.move(assignment, "state", to=to, moves=rules.ASSIGNMENT_MOVES, also=also, about=assignment.subject)


def _details(assignment: Assignment) -> dict[str, object]:
    return {"section": assignment.section, "to": str(assignment.to)}
