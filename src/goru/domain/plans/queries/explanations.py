"""Why findings stand, and which of them wait for an answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date

from django.utils.translation import gettext as _

from goru.book.checking.projects import Asked
from goru.core.verdict import require
from goru.core.waiting import Waiting
from goru.domain.institutions.models import Holding, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import permissions
from goru.domain.plans.models import Explanation, Plan
from goru.domain.plans.queries.drafts import draft_of
from goru.domain.plans.queries.subjects import plan_name
from goru.domain.plans.vocabulary import EditionState, Severity

AskedOf = Callable[[Plan], Collection[Asked]]
"""What the guideline of a plan asks for, by which findings are found."""
_WITH_PLAN = ("plan__cycle", "plan__institution", "written_by", "answered_by")


def explanation_in(number: int, *, by: Person, on: date) -> Explanation:
    """An explanation, for who may read it; Explanation.DoesNotExist where there is none, Refused to all others."""
    explanation = Explanation.objects.select_related(*_WITH_PLAN).get(pk=number)
    require(permissions.may_see_explanation(by, explanation, on), about=explanation.subject)
    return explanation


def shows_explanation(number: int, *, by: Person, on: date) -> bool:
    """Whether somebody may read an explanation."""
    explanation = Explanation.objects.select_related(*_WITH_PLAN).filter(pk=number).first()
    return bool(explanation and permissions.may_see_explanation(by, explanation, on))


def standing(found: Iterable[Explanation], asked_of: AskedOf) -> list[Explanation]:
    """Those whose finding is there as it was explained: once its figures are others, it is another finding.

    What is found is found again for each plan, in its latest edition that was not given up.
    """
    every = list(found)
    plans = {one.plan_id: one.plan for one in every}
    drafts = {}
    for key, plan in plans.items():
        editions = plan.editions.exclude(state=EditionState.ABANDONED)
        if latest := editions.select_related("plan__cycle", "plan__institution").order_by("-pk").first():
            drafts[key] = draft_of(latest, asked_of(plan))
    return [one for one in every if one.plan_id in drafts and drafts[one.plan_id].finding(one.mark)]


def errors_waiting(posts: Iterable[Holding], asked_of: AskedOf) -> list[Waiting]:
    """The errors that institutions ask the secretariat to lift and that still stand, of plans that are not published, the
    oldest first."""
    if not any(one.role == Role.SECRETARIAT for one in posts):
        return []
    asked = Explanation.objects.filter(severity=Severity.ERROR, is_lifted=None)
    unpublished = asked.exclude(plan__editions__publications__isnull=False)
    return [
        Waiting(
            what=_("%(plan)s: 오류 해제 요청 – %(message)s")
            % {
                "plan": plan_name(one.plan),
                "message": one.message,
            },
            where=one.subject,
            due=None,
            statutory=None,
            why=one.text,
        )
        for one in standing(unpublished.select_related(*_WITH_PLAN).order_by("written_at"), asked_of)
    ]
