"""Sections of a plan: assigned, handed in, accepted and returned (취합)."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goru.core.verdict import Refused, Verdict
from goru.domain.formulation import actions, permissions, queries
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import Confirmed, MakeForm, as_seen, asked
from goru.web.collecting import forms
from goru.web.writing import unsaved

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@private
def board(request: SignedInRequest, year: int, key: str) -> HttpResponse:
    """Every assigned section of a plan: with whom it is, how far it has come, what may be done."""
    found = queries.collecting_in(year, key, by=request.user, on=today())
    return render(request, "collecting/board.html", {"found": found, "plan": found.plan, "hide_years": True})


@_FORM
@private
def assign(request: SignedInRequest, year: int, key: str) -> HttpResponse:
    """Assign some sections."""
    found = queries.collecting_in(year, key, by=request.user, on=today())

    def do(said: dict[str, Any]) -> None:
        actions.assign(plan=found.plan, by=request.user, at=timezone.now(), **said)

    assignees = queries.assignees_of(found.plan, today())
    return asked(
        request,
        partial(
            forms.Assigned,
            sections=found.sections,
            assignees=assignees,
            without_writer=queries.without_writer(assignees, today()),
        ),
        do,
        verdict=found.may_assign,
        about=queries.collecting_subject(found.plan),
        title=_("절 맡기기"),
        initial={"sections": request.GET.getlist("sections")},
    )


@_FORM
@private
def change(request: SignedInRequest, number: int) -> HttpResponse:
    """Give a section another inner date."""
    return _done(
        request,
        number,
        permissions.may_change,
        forms.Changed,
        actions.change_assignment,
        _("기한·안내 고치기"),
    )


@_FORM
@private
def take_back(request: SignedInRequest, number: int) -> HttpResponse:
    """Take a section back."""
    return _done(request, number, permissions.may_change, Confirmed, actions.take_back, _("절 거두기"))


@_FORM
@private
def submit(request: SignedInRequest, number: int) -> HttpResponse:
    """Hand a section in, once all that its contributor typed is kept."""
    section = queries.assignment_of(number)
    edition = queries.open_edition_of(section.plan)
    if edition and (left := unsaved.counts(request.session, edition.pk).get(section.section)):
        sentence = _(
            "저장하지 못한 칸이 %(left)s개 있습니다. 그 칸을 고치거나 지금 값을 두기로 한 뒤 제출하세요."
        )
        raise Refused(sentence % {"left": left}, about=section.subject)
    return _done(request, number, permissions.may_submit, Confirmed, actions.submit_section, _("제출하기"))


@_FORM
@private
def accept(request: SignedInRequest, number: int) -> HttpResponse:
    """Accept a section."""
    return _done(request, number, permissions.may_accept, Confirmed, actions.accept_section, _("절 접수하기"))


@_FORM
@private
def give_back(request: SignedInRequest, number: int) -> HttpResponse:
    """Return a section with a note."""
    return _done(
        request, number, permissions.may_return, forms.Returned, actions.return_section, _("보완요청")
    )


def _done(
    request: SignedInRequest, number: int, may: Any, form: MakeForm, action: Any, title: str
) -> HttpResponse:
    one = queries.assignment_of(number)
    verdict: Verdict = may(request.user, one, today())

    def do(said: dict[str, Any]) -> None:
        action(assignment_id=number, **as_seen(request, one.subject), **said)

    facts = {
        _("절"): queries.section_name_of(one),
        _("맡은 곳"): one.name,
        _("내부 기한"): one.due_date.isoformat(),
        _("안내"): one.note,
        _("보완요청"): one.return_note,
    }
    now = {"due_date": one.due_date} | ({"note": one.note} if form is forms.Changed else {})
    return asked(
        request,
        form,
        do,
        verdict=verdict,
        about=one.subject,
        title=title,
        facts=facts,
        version=one.version,
        initial=now,
    )
