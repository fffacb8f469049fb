"""The files that are attached to plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Q, QuerySet

from goru.book.items.sections import Section
from goru.core.verdict import Verdict, require
from goru.domain.formulation import permissions
from goru.domain.formulation.models import Attachment
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions as plan_permissions
from goru.domain.plans.models import Edition, Plan
from goru.domain.plans.vocabulary import EditionState


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as a person sees it; `section` is None where it is of the whole plan, or of a section that is no more."""

    attachment: Attachment
    section: Section | None
    may_remove: Verdict


def attachments_of(edition: Edition, sections: Sequence[Section], *, by: Person, on: date) -> list[Attached]:
    """What is attached to a plan in an edition, and was in those before it that were not given up; as a person sees it."""
    by_key = {one.key: one for one in sections}

    @cache
    def may_see(key: str) -> Verdict:
        return _may_see(by, edition.plan, key, on)

    @cache
    def may_remove(added_in: Edition, key: str, adder: Person) -> Verdict:
        one = Attachment(edition=added_in, section=key, added_by=adder)
        return permissions.may_remove_attachment(by, one, on)

    before = Q(edition__pk__lt=edition.pk) & ~Q(edition__state=EditionState.ABANDONED)
    found = _attachments().filter(Q(edition=edition.pk) | before, edition__plan=edition.plan_id)
    return [
        Attached(one, by_key.get(one.section), may_remove(one.edition, one.section, one.added_by))
        for one in found.defer("content")
        if may_see(one.section)
    ]


def attachment_of(number: int) -> Attachment:
    """A file without its content; Attachment.DoesNotExist where it was removed."""
    return _attachments().defer("content").get(pk=number)


def attachment_read_by(number: int, *, by: Person, on: date) -> Attachment:
    """A file with its content; Refused to who does not see the draft, or its section, that it is attached to."""
    found = attachment_of(number)
    require(_may_see(by, found.edition.plan, found.section, on), about=found.subject)
    return _attachments().get(pk=number)


def _may_see(by: Person, plan: Plan, section: str, on: date) -> Verdict:
    """Whether a person sees what is attached to a section of a plan, or (`""`) to all of it."""
    if section:
        return permissions.may_see_section(by, plan, section, on)
    return plan_permissions.may_see_drafts(by, plan, on)


def _attachments() -> QuerySet[Attachment]:
    related = ("edition__plan__cycle", "edition__plan__institution", "added_by")
    heavy = ("edition__content", "edition__beginning")
    return Attachment.objects.select_related(*related).defer(*heavy).order_by("pk")
