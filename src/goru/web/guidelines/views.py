"""The guideline of a year: written and sent by the secretariat, read, received and asked about by its recipients."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goru.core.verdict import Outdated, Subject
from goru.domain.formulation import actions, permissions, queries
from goru.domain.meetings import queries as meetings
from goru.domain.meetings.vocabulary import BodyKind
from goru.domain.plans import actions as plans
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import Confirmed, as_seen, asked
from goru.web.guidelines import forms

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@private
def desk(request: SignedInRequest) -> HttpResponse:
    """The guidelines that the person may read."""
    page = {
        "listed": queries.guidelines_seen_by(request.user, today()),
        "may_open": permissions.may_open(request.user, today()),
    }
    return render(request, "guidelines/desk.html", page)


@require_safe
@private
def guideline(request: SignedInRequest, cycle: int) -> HttpResponse:
    """A guideline, whose opening by a recipient is on record."""
    shown_at = timezone.now()
    actions.record_reading(guideline=queries.guideline_of(cycle), by=request.user, at=shown_at)
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    page = {"found": found, "one": found.guideline, "shown_at": shown_at}
    return render(request, "guidelines/page.html", page)


@_FORM
@private
def open_guideline(request: SignedInRequest) -> HttpResponse:
    """Begin the guideline of a year."""

    def do(said: dict[str, Any]) -> None:
        actions.open_guideline(by=request.user, at=timezone.now(), **said)

    return asked(
        request,
        partial(forms.Opened, cycles=queries.cycles_without()),
        do,
        verdict=permissions.may_open(request.user, today()),
        about=Subject("guideline", ""),
        title=_("새 수립지침"),
    )


@_FORM
@private
def choose_frame(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Say which frame the plans follow."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    form = partial(forms.Framed, frames=queries.frames_for(found.guideline.cycle))
    return _done(request, found, "frame", form, actions.choose_frame, _("과제 체계 정하기"))


@_FORM
@private
def carry_frame(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Have last year's frame go on, to be chosen."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())

    def do(_said: dict[str, Any]) -> None:
        plans.carry_frame(cycle=found.guideline.cycle, by=request.user, at=timezone.now())

    return _asked(request, found, "frame", Confirmed, do, _("앞선 과제 체계 이어받기"))


@_FORM
@private
def add_section(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Add a section."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    return _done(request, found, "write", forms.Added, actions.add_section, _("지침 항목 더하기"))


@_FORM
@private
def carry_sections(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Have the sections of the guideline before go on."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    names = [one.title for one in queries.wordings_before(found.guideline)]
    facts = {_("앞선 지침 항목"): ", ".join(names)}
    title = _("앞선 지침 항목 이어받기")
    return _done(request, found, "carry", Confirmed, actions.carry_sections, title, facts=facts)


@_FORM
@private
def word_section(request: SignedInRequest, cycle: int, key: str) -> HttpResponse:
    """Say otherwise what a section says."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    section = queries.section_of(cycle, key)
    now = queries.wording_of(section)
    said_now = {
        "title": now.title,
        "kinds": now.kinds,
        "guidance": now.guidance,
        "is_required": now.is_required,
    }

    def do(said: dict[str, Any]) -> None:
        actions.word_section(section_id=section.pk, **as_seen(request, found.guideline.subject), **said)

    title, form = _("지침 항목 고치기"), forms.Worded
    return _asked(request, found, "write", form, do, title, version=section.version, initial=said_now)


@_FORM
@private
def remove_section(request: SignedInRequest, cycle: int, key: str) -> HttpResponse:
    """Take a section out."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    section = queries.section_of(cycle, key)

    def do(_said: dict[str, Any]) -> None:
        actions.remove_section(section_id=section.pk, **as_seen(request, found.guideline.subject))

    facts = {_("항목 이름"): queries.wording_of(section).title}
    return _asked(
        request, found, "remove", Confirmed, do, _("지침 항목 빼기"), facts=facts, version=section.version
    )


@_FORM
@private
def consult(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Begin to consult."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    return _done(request, found, "consult", Confirmed, actions.begin_consultation, _("협의 시작"))


@_FORM
@private
def record_consultation(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Record a consultation."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())

    def do(said: dict[str, Any]) -> None:
        actions.record_consultation(guideline=found.guideline, by=request.user, at=timezone.now(), **said)

    form = partial(forms.Consulted, partners=queries.partners_on(today()))
    return _asked(request, found, "write", form, do, _("협의 기록"))


@_FORM
@private
def finish_consultation(request: SignedInRequest, cycle: int, number: int) -> HttpResponse:
    """Say how a consultation ended."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    one = queries.consultation_of(cycle, number)

    def do(said: dict[str, Any]) -> None:
        actions.finish_consultation(
            consultation_id=one.pk, **as_seen(request, found.guideline.subject), **said
        )

    facts = {_("협의 이름"): one.name, _("시작한 날"): str(one.begun_date)}
    return _asked(
        request, found, "write", forms.Finished, do, _("협의 결과 기록"), facts=facts, version=one.version
    )


@_FORM
@private
def bring(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Bring the guideline before a meeting."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    form = partial(forms.Brought, meetings=meetings.called_meetings(BodyKind.COMMITTEE))
    return _done(request, found, "agenda", form, actions.put_on_agenda, _("안건으로 올리기"))


@_FORM
@private
def resolve(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Take over that the Committee resolved it."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    form = partial(forms.Resolved, items=found.agenda)
    return _done(request, found, "resolve", form, actions.resolve_guideline, _("의결 반영"))


@_FORM
@private
def send(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Send it to all who owe a plan."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    facts = {_("받을 기관"): str(len(found.recipients))}
    return _done(request, found, "send", forms.Sent, actions.send_guideline, _("송부하기"), facts=facts)


@_FORM
@private
def receive(request: SignedInRequest, cycle: int, number: int) -> HttpResponse:
    """Enter the receipt of the letter."""
    dispatch = queries.dispatch_of(cycle, number)

    def do(said: dict[str, Any]) -> None:
        actions.receive_guideline(dispatch_id=dispatch.pk, by=request.user, at=timezone.now(), **said)

    return asked(
        request,
        forms.Received,
        do,
        verdict=permissions.may_receive(request.user, dispatch, today()),
        about=dispatch.guideline.subject,
        title=_("접수하기"),
        facts={_("공문 번호"): dispatch.letter_number, _("공문 날짜"): str(dispatch.letter_date)},
    )


@require_POST
@private
def confirm(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Take what changed, as far as the page showed it, as known."""
    one = queries.guideline_seen(cycle, by=request.user, on=today()).guideline
    until = _shown_at(request, one.subject)
    actions.confirm_changes(guideline=one, until=until, by=request.user, at=timezone.now())
    return redirect("web:guideline", cycle)


@_FORM
@private
def ask(request: SignedInRequest, cycle: int, key: str) -> HttpResponse:
    """Ask about a section."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    section = queries.section_of(cycle, key)

    def do(said: dict[str, Any]) -> None:
        actions.ask(section=section, by=request.user, at=timezone.now(), **said)

    facts = {_("항목 이름"): queries.wording_of(section).title}
    return _asked(request, found, "ask", forms.Asked, do, _("질문하기"), facts=facts)


@_FORM
@private
def answer(request: SignedInRequest, cycle: int, number: int) -> HttpResponse:
    """Answer a question."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())
    question = queries.question_of(cycle, number)

    def do(said: dict[str, Any]) -> None:
        actions.answer(question_id=question.pk, **as_seen(request, found.guideline.subject), **said)

    return _asked(
        request,
        found,
        "write",
        forms.Answered,
        do,
        _("답변하기"),
        facts={_("질문"): question.text, _("기관"): str(question.institution)},
        version=question.version,
        initial={"text": question.answer},
    )


@_FORM
@private
def brief(request: SignedInRequest, cycle: int) -> HttpResponse:
    """Record a briefing."""
    found = queries.guideline_seen(cycle, by=request.user, on=today())

    def do(said: dict[str, Any]) -> None:
        actions.record_briefing(guideline=found.guideline, by=request.user, at=timezone.now(), **said)

    form = partial(forms.Briefed, recipients=found.recipients)
    return _asked(request, found, "write", form, do, _("설명회 기록"))


def _done(
    request: SignedInRequest,
    found: queries.GuidelineSeen,
    deed: str,
    form: Any,
    act: Any,
    title: str,
    *,
    facts: dict[str, str] | None = None,
) -> HttpResponse:
    """The form of a deed on the guideline as it was seen."""
    one = found.guideline

    def do(said: dict[str, Any]) -> None:
        act(guideline_id=one.pk, **as_seen(request, one.subject), **said)

    return _asked(request, found, deed, form, do, title, facts=facts, version=one.version)


def _asked(
    request: SignedInRequest,
    found: queries.GuidelineSeen,
    deed: str,
    form: Any,
    do: Any,
    title: str,
    *,
    facts: dict[str, str] | None = None,
    **named: Any,
) -> HttpResponse:
    one = found.guideline
    facts = {_("수립지침"): one.title, **(facts or {})}
    verdict = found.may[deed]
    return asked(request, form, do, verdict=verdict, about=one.subject, title=title, facts=facts, **named)


def _shown_at(request: SignedInRequest, about: Subject) -> datetime:
    """When the page was made on which somebody saw what changed."""
    try:
        shown = parse_datetime(request.POST.get("shown_at", ""))
    except ValueError:
        shown = None
    if shown is None or timezone.is_naive(shown):
        raise Outdated(_("보낸 내용이 온전하지 않습니다. 지금 상태를 확인하고 다시 하세요."), about=about)
    return shown
