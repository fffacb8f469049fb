"""What is noted on the items and sections of plans that are written, and what of it waits for their authors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from goru.book.items.sections import Section, sections_of
from goru.book.items.touching import homes_of
from goru.book.items.walking import name_of
from goru.book.model.editions import InstitutionPlan
from goru.core.verdict import Subject, Verdict, require
from goru.core.waiting import Waiting
from goru.domain.formulation import permissions, rules
from goru.domain.formulation.models import Comment, CommentAnswer
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Holding, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.models import Edition
from goru.domain.plans.vocabulary import EditionState


@dataclass(frozen=True, slots=True)
class Commented:
    """A comment as a person sees it: in which section it stands now, of which item, with its answers and what they may do.

    `section` is None where there is no such section any more; `is_gone` where its item was taken out.
    """

    comment: Comment
    section: Section | None
    name: str
    is_gone: bool
    answers: Sequence[CommentAnswer]
    may_answer: Verdict
    may_finish: Verdict
    may_reopen: Verdict


def comments_on(edition: Edition, sections: Sequence[Section], *, by: Person, on: date) -> list[Commented]:
    """What a person reads of what is noted on a plan, by all sections of one of its editions; in the order of the sections."""
    entries = {one.item.item_id: one.item for section in sections for one in section.entries()}
    homes, by_key = homes_of(sections), {one.key: one for one in sections}

    @cache
    def may_see(key: str) -> Verdict:
        return permissions.may_see_section(by, edition.plan, key, on)

    @cache
    def may_comment(key: str) -> Verdict:
        return permissions.may_comment(by, edition.plan, key, on)

    @cache
    def may_finish(key: str, writer: Person) -> Verdict:
        return permissions.may_finish(by, Comment(plan=edition.plan, written_by=writer), key, on)

    found = []
    for one in _comments().filter(plan=edition.plan_id):
        key = homes.get(one.item_id, one.section) if one.item_id else one.section
        if not may_see(key):
            continue
        finishes = may_finish(key, one.written_by)
        found.append(
            Commented(
                comment=one,
                section=by_key.get(key),
                name=name_of(entries[one.item_id]) if one.item_id in entries else one.name,
                is_gone=one.item_id is not None and one.item_id not in entries,
                answers=list(one.answers.all()),
                may_answer=may_comment(key),
                may_finish=finishes and rules.can_be_finished(is_open=one.is_open),
                may_reopen=finishes and rules.can_be_reopened(is_open=one.is_open),
            )
        )
    keys = [*by_key]
    return sorted(found, key=lambda one: keys.index(one.section.key) if one.section else len(keys))


def comment_of(number: int) -> Comment:
    """A comment; Comment.DoesNotExist where there is none."""
    return _comments().get(pk=number)


def comment_read_by(number: int, *, by: Person, on: date) -> Commented:
    """A comment as a person sees it by the edition that is written, or was last; Refused where they may not read it."""
    comment = comment_of(number)
    edition = written_edition(comment)
    sections = sections_of(InstitutionPlan.model_validate(edition.content))
    for one in comments_on(edition, sections, by=by, on=on):
        if one.comment.pk == number:
            return one
    about = Subject("comment", str(number))
    require(permissions.may_see_section(by, comment.plan, comment.section, on), about=about)
    raise Comment.DoesNotExist


def written_edition(comment: Comment) -> Edition:
    """The edition of a comment's plan that is written, or was last."""
    found = comment.plan.editions.select_related("plan__institution", "plan__cycle")
    is_open = found.filter(state=EditionState.OPEN).first()
    return is_open or found.latest("pk")


def section_now(comment: Comment) -> str:
    """The key of the section that a comment stands in now: its item's, where that is still there."""
    edition = written_edition(comment)
    homes = homes_of(sections_of(InstitutionPlan.model_validate(edition.content)))
    return homes.get(comment.item_id, comment.section) if comment.item_id else comment.section


def comments_waiting(holdings: Iterable[Holding]) -> list[Waiting]:
    """Of the plans that one is the author of, and that are written: what others noted there and is still open."""
    found = []
    for one in holdings:
        if one.role != Role.AUTHOR or one.post.institution_id is None:
            continue
        is_open = Q(state=EditionState.OPEN, plan__institution=one.post.institution_id)
        noted = Q(plan__comments__done_at=None, plan__comments__isnull=False)
        others = noted & ~Q(plan__comments__written_by=one.person_id)
        editions = Edition.objects.filter(is_open).select_related("plan__cycle", "plan__institution")
        counted = editions.defer("beginning", "content").annotate(
            noted=Count("plan__comments", filter=others, distinct=True)
        )
        found += [_waiting(edition, edition.noted) for edition in counted if edition.noted]
    return found


def _waiting(edition: Edition, count: int) -> Waiting:
    institution = edition.plan.institution
    words = {
        "year": edition.plan.cycle.year,
        "institution": institutions.named(institution) if institution else "",
        "count": count,
    }
    return Waiting(
        what=_("%(year)s %(institution)s: 초안의 열린 메모 %(count)s건") % words,
        where=Subject("edition", str(edition.pk)),
        due=None,
        statutory=None,
        why=_("답하거나, 끝낸 것을 끝냄으로 표시하세요."),
    )


def _comments() -> QuerySet[Comment]:
    found = Comment.objects.select_related("plan__cycle", "plan__institution", "written_by", "done_by")
    return found.prefetch_related("answers__written_by").order_by("pk")
