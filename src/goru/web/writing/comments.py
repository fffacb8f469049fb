"""What is noted on a draft: written, answered, marked as done, opened again (메모)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from goru.book.items.walking import name_of
from goru.core.ranges import LONGEST_TEXT
from goru.core.verdict import Subject, Verdict
from goru.domain.formulation import actions, permissions, queries
from goru.domain.plans import queries as plans
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import Confirmed, MakeForm, as_seen, asked
from goru.web.subjects import where

if TYPE_CHECKING:
    from goru.domain.formulation.models import Comment

_FORM = require_http_methods(["GET", "HEAD", "POST"])


def by_item(seen: queries.DraftSeen, key: str) -> dict[UUID | None, list[queries.Commented]]:
    """What is noted on a section's items, item by item; on itself and on what was taken out: None."""
    found: dict[UUID | None, list[queries.Commented]] = {}
    for one in seen.comments_in(key):
        found.setdefault(None if one.is_gone else one.comment.item_id, []).append(one)
    return found


class Noted(forms.Form):
    """What is noted."""

    text = forms.CharField(
        label=gettext_lazy("내용"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4})
    )


@_FORM
@private
def comment(request: SignedInRequest, number: int, key: str, item: UUID | None = None) -> HttpResponse:
    """Note something on a section, or on an item of it."""
    seen = queries.draft_in(number, by=request.user, on=today(), section=key)
    here = seen.draft.section(key)
    entry = next((one for one in here.entries() if one.item.item_id == item), None)
    if item and not entry:
        raise Http404
    made: list[Comment] = []

    def do(said: dict[str, Any]) -> None:
        given = {"by": request.user, "at": timezone.now(), **said}
        made.append(actions.comment(edition_id=number, section=key, item=item, **given))

    answer = asked(
        request,
        Noted,
        do,
        verdict=permissions.may_comment(request.user, seen.draft.edition.plan, key, today()),
        about=Subject("section", f"{number}/{key}"),
        title=_("메모 쓰기"),
        facts={_("절"): plans.section_name(here), _("항목"): name_of(entry.item) if entry else ""},
    )
    return redirect(where(made[0].subject, request.user)) if made else answer


@_FORM
@private
def answer(request: SignedInRequest, number: int) -> HttpResponse:
    """Answer a comment."""

    def do(said: dict[str, Any]) -> None:
        actions.answer_comment(comment_id=number, by=request.user, at=timezone.now(), **said)

    return _done(request, number, Noted, do, _("답글 쓰기"), lambda one: one.may_answer)


@_FORM
@private
def finish(request: SignedInRequest, number: int) -> HttpResponse:
    """Mark a comment as done."""

    def do(_said: dict[str, Any]) -> None:
        actions.finish_comment(comment_id=number, **as_seen(request, Subject("comment", str(number))))

    return _done(request, number, Confirmed, do, _("메모 끝내기"), lambda one: one.may_finish)


@_FORM
@private
def reopen(request: SignedInRequest, number: int) -> HttpResponse:
    """Open a comment again."""

    def do(_said: dict[str, Any]) -> None:
        actions.reopen_comment(comment_id=number, **as_seen(request, Subject("comment", str(number))))

    return _done(request, number, Confirmed, do, _("메모 다시 열기"), lambda one: one.may_reopen)


def _done(
    request: SignedInRequest,
    number: int,
    form: MakeForm,
    do: Callable[[dict[str, Any]], None],
    title: str,
    may: Callable[[queries.Commented], Verdict],
) -> HttpResponse:
    found = queries.comment_read_by(number, by=request.user, on=today())
    one = found.comment
    facts = {
        _("절"): plans.section_name(found.section) if found.section else "",
        _("항목"): found.name,
        _("쓴 사람"): one.written_by.get_full_name() or one.written_by.get_username(),
        _("내용"): one.text,
    }
    return asked(
        request,
        form,
        do,
        verdict=may(found),
        about=one.subject,
        title=title,
        facts=facts,
        version=one.version,
    )
