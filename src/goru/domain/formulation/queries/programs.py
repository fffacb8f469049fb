"""What a program sees of the drafts that its person writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goru.book.items.narrowing import narrowed
from goru.book.items.sections import Section, sections_of
from goru.book.model.editions import InstitutionPlan
from goru.core.verdict import ALLOWED, Verdict, require
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


@dataclass(frozen=True, slots=True)
class ReachedDraft:
    """An edition with as much of its value, and those of its sections, as a person sees."""

    edition: Edition
    value: InstitutionPlan
    sections: Sequence[Section]
    is_whole: bool


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


def reached_draft(number: int, token: Token, on: date) -> ReachedDraft:
    """An edition as far as the token's person sees it."""
    edition, by = reached_edition(number, token, on), token.person
    value = InstitutionPlan.model_validate(edition.content)
    sections = sections_of(value)
    seen = plan_permissions.may_see_drafts(by, edition.plan, on) or plan_permissions.may_see(by, edition, on)
    if seen:
        return ReachedDraft(edition, value, sections, is_whole=True)
    keys = {one.section for one in permissions.assigned_to(by, edition.plan, on)}
    require(ALLOWED if keys else seen, about=plans.subject_of(edition.plan))
    own = [one for one in sections if one.key in keys]
    return ReachedDraft(edition, narrowed(value, keys), own, is_whole=False)


def reached_findings(number: int, token: Token, on: date) -> DraftSeen:
    """The same with what the rules find in it."""
    reached_edition(number, token, on)
    return draft_in(number, by=token.person, on=on)
