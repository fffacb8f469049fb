"""What is noted on a draft is written, answered, marked as done and opened again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from goru.book.items.sections import sections_of
from goru.book.items.walking import name_of
from goru.book.model.editions import InstitutionPlan
from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import Outdated, Refused, Subject, require
from goru.domain.formulation import permissions, rules
from goru.domain.formulation.models import Comment, CommentAnswer
from goru.domain.formulation.queries.comments import section_now
from goru.domain.formulation.vocabulary import FormulationAct
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions as plans
from goru.domain.plans.models import Edition


@audit.deed
def comment(
    *, edition_id: int, section: str, item: UUID | None, text: str, by: Person, at: datetime
) -> Comment:
    """Note something on a section of a plan or, where one is said, on an item of it."""
    edition = Edition.objects.select_related("plan__cycle", "plan__institution").get(pk=edition_id)
    about = Subject("section", f"{edition_id}/{section}")
    verdict = require(permissions.may_comment(by, edition.plan, section, day_in_korea(at)), about=about)
    require(plans.is_open(edition), about=about)
    found = sections_of(InstitutionPlan.model_validate(edition.content))
    entries = {one.item.item_id: one.item for each in found if each.key == section for one in each.entries()}
    if section not in {one.key for one in found} or (item and item not in entries):
        raise Refused(_("그사이 그 자리가 초안에서 없어졌습니다. 지금 초안을 보고 다시 쓰세요."), about=about)
    made = Comment.objects.create(
        plan=edition.plan,
        section=section,
        item_id=item,
        name=name_of(entries[item]) if item else "",
        text=_said(text, about),
        written_at=at,
        written_by=by,
    )
    details = {"section": section, "item": str(item or ""), "text": made.text}
    audit.note(
        FormulationAct.COMMENTED, subject=made.subject, by=by, post=verdict.post, at=at, details=details
    )
    return made


@audit.deed
def answer_comment(*, comment_id: int, text: str, by: Person, at: datetime) -> CommentAnswer:
    """Answer a comment; whether it is done is another's question."""
    found = _held(comment_id)
    about, on = found.subject, day_in_korea(at)
    verdict = require(permissions.may_comment(by, found.plan, section_now(found), on), about=about)
    made = CommentAnswer.objects.create(comment=found, text=_said(text, about), written_at=at, written_by=by)
    details = {"text": made.text}
    audit.note(
        FormulationAct.COMMENT_ANSWERED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return made


@audit.deed
def finish_comment(*, comment_id: int, version: int, by: Person, at: datetime) -> Comment:
    """Mark a comment as done (끝냄): it waits for nobody."""
    found = _as_seen(comment_id, version)
    about, on = found.subject, day_in_korea(at)
    verdict = require(permissions.may_finish(by, found, section_now(found), on), about=about)
    require(rules.can_be_finished(is_open=found.is_open), about=about)
    _keep(found, at, by)
    audit.note(FormulationAct.COMMENT_DONE, subject=about, by=by, post=verdict.post, at=at)
    return found


@audit.deed
def reopen_comment(*, comment_id: int, version: int, by: Person, at: datetime) -> Comment:
    """Open a comment again that was marked as done."""
    found = _as_seen(comment_id, version)
    about, on = found.subject, day_in_korea(at)
    verdict = require(permissions.may_finish(by, found, section_now(found), on), about=about)
    require(rules.can_be_reopened(is_open=found.is_open), about=about)
    _keep(found, None, None)
    audit.note(FormulationAct.COMMENT_REOPENED, subject=about, by=by, post=verdict.post, at=at)
    return found


def _said(text: str, about: Subject) -> str:
    if not (said := text.strip()):
        raise Refused(_("메모의 내용을 적으세요."), about=about)
    return said


def _held(comment_id: int) -> Comment:
    found = Comment.objects.select_for_update(of=("self",))
    return found.select_related("plan__cycle", "plan__institution").get(pk=comment_id)


def _as_seen(comment_id: int, version: int) -> Comment:
    found = _held(comment_id)
    if found.version != version:
        raise Outdated(_("그사이 다른 사람이 처리했습니다. 지금 상태를 확인하세요."), about=found.subject)
    return found


def _keep(comment: Comment, at: datetime | None, by: Person | None) -> None:
    comment.done_at, comment.done_by = at, by
    comment.version += 1
    comment.save(update_fields=["done_at", "done_by", "version"])
