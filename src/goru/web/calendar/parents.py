"""The five-year plans (5개년 계획): how they were made, what changed, what they hold."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from goru.core.verdict import ALLOWED, Subject
from goru.domain.institutions import queries as institutions
from goru.domain.plans import actions, permissions
from goru.domain.plans import queries as plans
from goru.web.access import SignedInRequest, private, public, today
from goru.web.calendar.asking import asked, seen
from goru.web.calendar.forms import Changed, Items, Registered, Step


@public
def parent_list(request: HttpRequest) -> HttpResponse:
    """All five-year plans."""
    kept = plans.owners_kept_by(request.user, today()) if request.user.is_authenticated else []
    page = {"plans": plans.parents(), "may_add": bool(kept)}
    return render(request, "calendar/parents.html", page)


@public
def parent(request: HttpRequest, owner: str, first_year: int) -> HttpResponse:
    """One of them, with its road."""
    found = plans.parent_content(plans.parent_of(owner, first_year), today())
    page = {
        "found": found,
        "owner": owner,
        "may_keep": permissions.may_keep_parent(request.user, found.owner, today()),
    }
    return render(request, "calendar/parent.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def add(request: SignedInRequest) -> HttpResponse:
    """Put a five-year plan on record."""
    owners = {one.key: one for one in plans.owners_kept_by(request.user, today())}

    def do(said: dict[str, Any]) -> None:
        owner = owners[said.pop("institution")]
        actions.add_parent(owner=owner, by=request.user, at=timezone.now(), **said)

    choices = [(key, institutions.named(one)) for key, one in owners.items()]
    return asked(
        request,
        Registered(request.POST or None, initial=request.GET.dict(), owners=choices),
        verdict=ALLOWED if owners else permissions.may_keep_parent(request.user, None, today()),
        about=Subject("five-year-plan", ""),
        title=_("5개년 계획 등록하기"),
        do=do,
        note=_("등록한 계획과 절차, 항목은 바로 누구에게나 보입니다."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private
def record_step(request: SignedInRequest, owner: str, first_year: int, step: str) -> HttpResponse:
    """Say when a step of its road was taken."""
    plan = plans.parent_of(owner, first_year)
    found = plans.parent_content(plan, today())
    taken = next((one for one in found.steps if one.name == step), None)
    about = Subject("five-year-plan", plan.key)

    def do(said: dict[str, Any]) -> None:
        given = {"by": request.user, "at": timezone.now(), **said}
        actions.record_step(parent=plan, version=seen(request), step=step, **given)

    return asked(
        request,
        Step(
            request.POST or None,
            initial={"day": taken.day, "evidence": taken.evidence} if taken else None,
        ),
        verdict=permissions.may_keep_parent(request.user, found.owner, today()),
        about=about,
        title=_("수립 절차 적기"),
        do=do,
        plan=plan,
        step=taken,
        version=plan.version,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private
def record_change(request: SignedInRequest, owner: str, first_year: int) -> HttpResponse:
    """Record a change of it."""
    plan = plans.parent_of(owner, first_year)
    about = Subject("five-year-plan", plan.key)

    def do(said: dict[str, Any]) -> None:
        given = {"by": request.user, "at": timezone.now(), **said}
        actions.record_change(parent=plan, version=seen(request), **given)

    return asked(
        request,
        Changed(request.POST or None),
        verdict=permissions.may_keep_parent(request.user, plans.owner_of(plan), today()),
        about=about,
        title=_("계획 변경 적기"),
        do=do,
        plan=plan,
        version=plan.version,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private
def keep_items(request: SignedInRequest, owner: str, first_year: int) -> HttpResponse:
    """Say what items it has."""
    plan = plans.parent_of(owner, first_year)
    found = plans.parent_content(plan, today())
    about = Subject("five-year-plan", plan.key)

    def do(said: dict[str, Any]) -> None:
        given = {"by": request.user, "at": timezone.now(), **said}
        actions.keep_parent_items(parent=plan, version=seen(request), **given)

    lines = "\n".join(f"{one.code} {one.name}" for one in found.items)
    return asked(
        request,
        Items(request.POST or None, initial={"items": lines}),
        verdict=permissions.may_keep_parent(request.user, found.owner, today()),
        about=about,
        title=_("항목 고치기"),
        do=do,
        plan=plan,
        version=plan.version,
    )
