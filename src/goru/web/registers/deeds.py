"""Deeds on registers and their cases, each with the form that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from goru.core.verdict import Verdict
from goru.domain.registers import actions, permissions, queries
from goru.domain.registers.vocabulary import Period
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import Confirmed, MakeForm, as_seen, asked
from goru.web.registers import forms
from goru.web.templatetags.registers import address, called, stage

if TYPE_CHECKING:
    from goru.domain.registers.queries import CaseSeen

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@_FORM
@private
def open_case(request: SignedInRequest, key: str) -> HttpResponse:
    """Open a case."""
    register, on = queries.register_of(key), today()
    opened: list[Any] = []

    def do(said: dict[str, Any]) -> None:
        opened.append(actions.open_case(register_key=key, by=request.user, at=timezone.now(), **said))

    answer = asked(
        request,
        partial(forms.Opened, said=register.said, rounds=queries.rounds_of(register), on=on),
        do,
        verdict=permissions.may_open_some(request.user, register, on),
        about=register.subject,
        title=_("사안 올리기"),
        facts={_("대장"): called(register)},
    )
    return redirect(address(opened[0])) if opened else answer


@_FORM
@private
def open_round(request: SignedInRequest, key: str) -> HttpResponse:
    """Open a round."""
    register, on = queries.register_of(key), today()

    def do(said: dict[str, Any]) -> None:
        actions.open_round(register_key=key, by=request.user, at=timezone.now(), **said)

    return asked(
        request,
        partial(forms.OpenedRound, period=register.said.rounds or Period.YEAR),
        do,
        verdict=permissions.may_run(request.user, register, on),
        about=register.subject,
        title=_("회차 열기"),
        facts={_("대장"): called(register)},
        initial={"year": on.year, "first_day": None, "last_day": None},
    )


@_FORM
@private
def change(request: SignedInRequest, key: str, number: str) -> HttpResponse:
    """Change what is said of a case."""
    found = _seen(request, key, number)
    one = found.case
    form = partial(
        forms.Stated, said=found.said, rounds=queries.rounds_of(one.register), on=today(), case=one
    )
    return _asked(
        request,
        found,
        form,
        actions.change_case,
        found.may_change,
        _("사안 고치기"),
        initial=forms.initial_of(one),
    )


@_FORM
@private
def move(request: SignedInRequest, key: str, number: str, to: str) -> HttpResponse:
    """Bring a case into another stage."""
    found = _seen(request, key, number)
    way = next((one for one in found.ways if one.stage.key == to), None)
    verdict = way.verdict if way else permissions.may_move(request.user, found.case, to, today())
    facts = (
        {
            _("옮길 단계"): str(way.stage.name),
            _("아직 모자란 것"): "\n".join(one.sentence for one in way.lacks),
        }
        if way
        else {}
    )
    form = partial(forms.Moved, needs_reason=bool(way and way.needs_reason))
    do = partial(actions.move_case, to=to)
    return _asked(request, found, form, do, verdict, _("단계 이동"), facts=facts)


@_FORM
@private
def correct(request: SignedInRequest, key: str, number: str) -> HttpResponse:
    """Put the last move of a case right."""
    found = _seen(request, key, number)
    form = partial(forms.Corrected, said=found.said)
    return _asked(request, found, form, actions.correct_move, found.may_correct, _("단계 이동 바로잡기"))


@_FORM
@private
def ask(request: SignedInRequest, key: str, number: str, party: int) -> HttpResponse:
    """Ask a party for its opinion."""
    found = _seen(request, key, number)
    facts = {name: str(one) for name, one in found.parties if one.pk == party}
    do = partial(actions.ask_opinion, party_id=party)
    return _asked(request, found, forms.Asked, do, found.may_correct, _("의견 요청"), facts=facts)


@_FORM
@private
def give(request: SignedInRequest, key: str, number: str, opinion: int) -> HttpResponse:
    """Say what a party says."""
    found = _seen(request, key, number)
    one = next((each for each in found.opinions if each.pk == opinion), None)
    if one is None:
        raise Http404

    def do(*, version: int, **said: Any) -> None:
        del said["case_id"]
        actions.give_opinion(opinion_id=opinion, case_version=version, **said)

    facts = {_("관계기관"): str(one.party), _("언제까지"): one.due_date and one.due_date.isoformat()}
    verdict = permissions.may_give(request.user, one, today())
    return _asked(request, found, forms.Given, do, verdict, _("의견 제출"), facts=facts)


@_FORM
@private
def tell(request: SignedInRequest, key: str, number: str, told: str) -> HttpResponse:
    """Tell of a case for a period."""
    found = _seen(request, key, number)
    one = next((each for each in found.told if each.said.key == told), None)
    if one is None:
        raise Http404
    form = partial(forms.Told, told=one.said, case=found.case, on=today())
    do = partial(actions.tell, return_key=told)
    return _asked(request, found, form, do, one.may_tell, _("%(name)s 기록") % {"name": one.said.name})


@_FORM
@private
def add_evidence(request: SignedInRequest, key: str, number: str) -> HttpResponse:
    """Say what shows that something of a case is so."""
    found = _seen(request, key, number)
    return _asked(request, found, forms.Evidenced, actions.add_evidence, found.may_change, _("근거 더하기"))


@_FORM
@private
def link(request: SignedInRequest, key: str, number: str) -> HttpResponse:
    """Link a case to an item of a plan, or to another case."""
    found = _seen(request, key, number)
    form = partial(forms.Linked, said=found.said, by=request.user, on=today())
    return _asked(request, found, form, actions.link_case, found.may_change, _("계획 항목이나 사안에 잇기"))


@_FORM
@private
def unlink(request: SignedInRequest, key: str, number: str, number_of_link: int) -> HttpResponse:
    """Take a link away."""
    found = _seen(request, key, number)
    facts = {_("이은 것"): str(one.item or one.other) for one in found.links if one.pk == number_of_link}
    do = partial(actions.unlink_case, link_id=number_of_link)
    return _asked(request, found, Confirmed, do, found.may_change, _("이은 것 풀기"), facts=facts)


@_FORM
@private
def withhold(request: SignedInRequest, key: str, number: str) -> HttpResponse:
    """Keep a case from the public, or give it back."""
    found = _seen(request, key, number)
    is_withheld = not found.case.is_withheld
    title = _("비공개로 하기") if is_withheld else _("비공개 풀기")
    do = partial(actions.withhold, is_withheld=is_withheld)
    return _asked(request, found, forms.Withheld, do, found.may_withhold, title)


def _seen(request: SignedInRequest, key: str, number: str) -> CaseSeen:
    found = queries.case_seen(number, by=request.user, on=today())
    if found.case.register.key != key:
        raise Http404
    return found


def _asked(
    request: SignedInRequest,
    found: CaseSeen,
    form: MakeForm,
    act: Callable[..., object],
    verdict: Verdict,
    title: str,
    *,
    facts: Mapping[str, Any] | None = None,
    initial: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The form of a deed on a case."""
    one = found.case

    def do(said: dict[str, Any]) -> None:
        act(case_id=one.pk, **as_seen(request, one.subject), **said)

    return asked(
        request,
        form,
        do,
        verdict=verdict,
        about=one.subject,
        title=title,
        facts={_("사안"): str(one), _("지금 단계"): stage(one), **(facts or {})},
        version=one.version,
        initial=initial,
    )
