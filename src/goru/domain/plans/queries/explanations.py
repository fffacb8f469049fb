"""Why findings stand, and which of them wait for an answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from goru.core.verdict import require
from goru.core.waiting import Waiting
from goru.domain.institutions.models import Holding, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import permissions
from goru.domain.plans.models import Explanation
from goru.domain.plans.queries.subjects import plan_name
from goru.domain.plans.vocabulary import Severity

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


def errors_waiting(posts: Iterable[Holding]) -> list[Waiting]:
    """The errors that institutions ask the secretariat to lift, of plans that are not published, the oldest first."""
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
        for one in unpublished.select_related(*_WITH_PLAN).order_by("written_at")
    ]
