"""What a program sees of the drafts that its person writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goru.book.items.narrowing import narrowed
from goru.book.model.editions import InstitutionPlan
from goru.core.verdict import Verdict, require
from goru.domain.formulation import permissions
from goru.domain.formulation.queries.collecting import DraftSeen, draft_in
from goru.domain.institutions.models import Token
from goru.domain.institutions.permissions import reaches
from goru.domain.plans import permissions as plan_permissions
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Edition
from goru.domain.plans.vocabulary import EditionState


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """An open edition that a person writes: all of it (`may_write`), or sections that they were assigned, by their keys."""

    edition: Edition
    may_write: Verdict
    sections: Sequence[str]


def open_drafts(token: Token, on: date) -> list[OpenDraft]:
    """The open drafts of a token's institution in which its person reads or writes, the latest year first."""
    every = Edition.objects.filter(state=EditionState.OPEN, plan__institution__isnull=False)
    light = every.defer("beginning", "content").select_related("plan__cycle", "plan__institution")
    found = []
    for one in light.order_by("-plan__cycle__year", "pk"):
        if not reaches(token, one.plan.institution, on):
            continue
        own = permissions.assigned_to(token.person, one.plan, on)
        if own or plan_permissions.may_see_drafts(token.person, one.plan, on):
            may_write = plan_permissions.may_write(token.person, one.plan, on)
            found.append(OpenDraft(one, may_write, [each.section for each in own]))
    return found


def reached_edition(number: int, token: Token, on: date) -> Edition:
    """An edition that a token reaches; Refused, as what is not there, where it does not."""
    edition = plans.own_edition(number)
    require(reaches(token, edition.plan.institution, on), about=plans.subject_of(edition.plan))
    return edition


def reached_draft(number: int, token: Token, on: date) -> tuple[DraftSeen, InstitutionPlan]:
    """An edition as the token's person sees it, and as much of its value."""
    reached_edition(number, token, on)
    seen = draft_in(number, by=token.person, on=on)
    value = seen.draft.value
    return seen, value if seen.sees_all else narrowed(value, {one.key for one in seen.draft.sections})
