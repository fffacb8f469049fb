"""What an edition begins with, where nothing was printed: an empty plan, last year's, or other editions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from goru.book.items.carrying import Emptied, carried, carried_frame, empty_plan
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan
from goru.core.audit import actions as audit
from goru.core.verdict import Refused, Subject
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Person
from goru.domain.plans.actions.editions import open_edition, seal
from goru.domain.plans.actions.plans import national_part_of
from goru.domain.plans.models import Cycle, Edition, Plan
from goru.domain.plans.queries.compositions import value_class
from goru.domain.plans.queries.publications import editions_of, latest_publication
from goru.domain.plans.queries.subjects import subject_of
from goru.domain.plans.vocabulary import EditionOrigin, EditionState


@audit.deed
def open_empty_plan(*, plan: Plan, by: Person, at: datetime) -> Edition:
    """Begin an institution's plan with nothing."""
    if plan.institution is None:
        raise Refused(_("총괄은 지난해 총괄이나 인쇄된 계획서로 시작합니다."), about=subject_of(plan))
    kind: Any = plan.kind
    full_name = institutions.institution_on(plan.institution.key, date(plan.cycle.year, 1, 1)).full_name
    value = empty_plan(
        kind=kind, year=plan.cycle.year, institution=plan.institution.short_name, full_name=full_name
    )
    return open_edition(plan=plan, value=value, origin=EditionOrigin.EMPTY, by=by, at=at)


@audit.deed
def carry_over(
    *, plan: Plan, bases: Sequence[Edition], by: Person, at: datetime
) -> tuple[Edition, list[Emptied]]:
    """Begin a plan with last year's, or with those of the institutions it follows; also says what was emptied or moved.

    Refused where a base is not sealed, or is of this year.
    """
    about = subject_of(plan)
    if not bases or any(base.state != EditionState.SEALED for base in bases):
        raise Refused(_("이어받을 판은 확정된 것이어야 합니다."), about=about)
    if any(base.plan.cycle.year >= plan.cycle.year for base in bases):
        raise Refused(_("앞선 해의 판만 이어받을 수 있습니다."), about=about)
    if not _are_of_its_line(plan, bases):
        raise Refused(_("이 기관이나 이 기관이 이어받은 기관의 판만 이어받을 수 있습니다."), about=about)
    value, report = _carried(plan, bases)
    edition = open_edition(plan=plan, value=value, origin=EditionOrigin.CARRIED, bases=bases, by=by, at=at)
    return edition, report


@audit.deed
def carry_frame(*, cycle: Cycle, by: Person, at: datetime) -> Edition:
    """Have the frame of strategies and tasks that was published last go on (과제 체계 이어받기), sealed."""
    before = Cycle.objects.filter(year__lt=cycle.year, publications__isnull=False).order_by("-year").first()
    publication = latest_publication(before) if before else None
    bases = [one for one in editions_of(publication) if one.plan.institution is None] if publication else []
    if not bases:
        sentence = _("앞선 해에 공표한 총괄이 없습니다. 총괄이 든 계획서를 가져오세요.")
        raise Refused(sentence, about=Subject("cycle", str(cycle.year)))
    edition, _emptied = carry_over(plan=national_part_of(cycle=cycle), bases=bases, by=by, at=at)
    return seal(edition_id=edition.pk, version=edition.version, by=by, at=at)


@audit.deed
def continue_edition(*, base: Edition, by: Person, at: datetime) -> Edition:
    """Begin the next edition of a plan with a sealed one of it, to change what is published.

    What stays as it is keeps the place where it was printed.
    """
    if base.state != EditionState.SEALED:
        raise Refused(_("이어받을 판은 확정된 것이어야 합니다."), about=subject_of(base.plan))
    value = value_class(base.plan).model_validate(base.content)
    return open_edition(
        plan=base.plan, value=value, origin=EditionOrigin.EDITIONS, bases=[base], by=by, at=at
    )


def _are_of_its_line(plan: Plan, bases: Sequence[Edition]) -> bool:
    """Whether all bases are the institution's own or of those it succeeded; the national part has one base, its own."""
    if plan.institution is None:
        return len(bases) == 1 and bases[0].plan.institution_id is None
    line = {plan.institution.pk, *plan.institution.predecessors.values_list("pk", flat=True)}
    return all(base.plan.institution_id in line for base in bases)


def _carried(plan: Plan, bases: Sequence[Edition]) -> tuple[PlanBook | InstitutionPlan, list[Emptied]]:
    year = plan.cycle.year
    if plan.institution is None:
        return carried_frame(PlanBook.model_validate(bases[0].content), year=year)
    values = [InstitutionPlan.model_validate(base.content) for base in bases]
    return carried(values, year=year, institution=plan.institution.short_name)
