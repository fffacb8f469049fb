"""Who holds which post, and the deeds by which posts are given, passed on, stood in for and taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goru.core.text import number_said
from goru.core.verdict import Outdated, Subject, Verdict, require
from goru.domain.institutions import actions, permissions
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.vocabulary import UnitKind
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import asked
from goru.web.posts.forms import (
    Added,
    Closed,
    Ended,
    Given,
    Invited,
    Locked,
    Opened,
    StoodIn,
    Telephone,
    Unlocked,
)
from goru.web.subjects import where

if TYPE_CHECKING:
    from goru.domain.institutions.models import Institution


@require_safe
@private
def desk(request: SignedInRequest) -> HttpResponse:
    """The own posts, and the institutions whose posts the person may see."""
    on = today()
    page = {
        "own": institutions.own_posts(request.user, on),
        "institutions": institutions.institutions_seen_by(request.user, on),
        "adds_institutions": permissions.may_add_institutions(request.user, on),
        "sees_accounts": permissions.may_see_accounts(request.user, on),
    }
    return render(request, "posts/desk.html", page)


@require_safe
@private
def posts_of(request: SignedInRequest, key: str) -> HttpResponse:
    """Who holds the posts of an institution."""
    found = institutions.offices_of(key, by=request.user, on=today())
    return render(request, "posts/institution.html", {"found": found})


@require_http_methods(["GET", "HEAD", "POST"])
@private
def appoint(request: SignedInRequest, key: str, role: str) -> HttpResponse:
    """Give a post to somebody who has an account."""
    post = institutions.post_at(key, role, request.GET.get("unit", ""))
    verdict = permissions.may_appoint(request.user, post, today())

    def do(said: dict[str, Any]) -> None:
        actions.appoint(post=post, by=request.user, at=timezone.now(), **said)

    return _asked(request, Given, verdict, _at(post.place), _("임명하기"), {"post": post}, do)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def invite(request: SignedInRequest, key: str, role: str) -> HttpResponse:
    """Give a post to somebody who has no account yet."""
    post = institutions.post_at(key, role, request.GET.get("unit", ""))
    verdict = permissions.may_appoint(request.user, post, today())

    def do(said: dict[str, Any]) -> None:
        actions.invite(post=post, by=request.user, at=timezone.now(), **said)

    return _asked(request, Invited, verdict, _at(post.place), _("초대하기"), {"post": post}, do)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def stand_in(request: SignedInRequest, key: str, role: str) -> HttpResponse:
    """Have somebody act by a post for a time."""
    post = institutions.post_at(key, role, request.GET.get("unit", ""))
    verdict = permissions.may_name_stand_in(request.user, post, today())

    def do(said: dict[str, Any]) -> None:
        actions.stand_in(post=post, by=request.user, at=timezone.now(), **said)

    return _asked(request, StoodIn, verdict, _at(post.place), _("직무대행 정하기"), {"post": post}, do)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def telephone(request: SignedInRequest, key: str, role: str) -> HttpResponse:
    """Say which telephone a post has."""
    post = institutions.post_at(key, role, request.GET.get("unit", ""))

    def do(said: dict[str, Any]) -> None:
        actions.set_telephone(post=post, by=request.user, at=timezone.now(), **said)

    return asked(
        request,
        Telephone,
        do,
        verdict=permissions.may_set_telephone(request.user, post, today()),
        about=_at(post.place),
        title=_("전화번호 고치기"),
        facts={_("직위"): post.name},
        initial={"telephone": post.telephone, "seen": post.telephone},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private
def hand_over(request: SignedInRequest, number: int) -> HttpResponse:
    """Pass a post on to somebody else."""
    holding = institutions.holding_of(number)
    verdict = permissions.may_pass_on(request.user, holding, today())

    def do(said: dict[str, Any]) -> None:
        given = {"to": said.pop("person"), "by": request.user, "at": timezone.now(), **said}
        actions.hand_over(holding_id=number, version=_seen(request), **given)

    about = {"post": holding.post, "holding": holding, "version": holding.version}
    return _asked(request, Given, verdict, _at(holding.post.place), _("인계하기"), about, do)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def end(request: SignedInRequest, number: int) -> HttpResponse:
    """Take a post back."""
    holding = institutions.holding_of(number)
    verdict = permissions.may_end(request.user, holding, today())

    def do(said: dict[str, Any]) -> None:
        given = {"by": request.user, "at": timezone.now(), **said}
        actions.end_holding(holding_id=number, version=_seen(request), **given)

    about = {"post": holding.post, "holding": holding, "version": holding.version}
    return _asked(request, Ended, verdict, _at(holding.post.place), _("보직 끝내기"), about, do)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def open_unit(request: SignedInRequest, key: str) -> HttpResponse:
    """Open a department or an affiliate."""
    found = institutions.offices_of(key, by=request.user, on=today())

    def do(said: dict[str, Any]) -> None:
        given = {"by": request.user, "at": timezone.now(), **said, "kind": UnitKind(said["kind"])}
        actions.open_unit(institution=found.institution, **given)

    about, subject = {"institution": found.institution}, _at(found.institution)
    return _asked(request, Opened, found.may_open_units, subject, _("부서 신설"), about, do)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def close_unit(request: SignedInRequest, number: int) -> HttpResponse:
    """Close a department or an affiliate."""
    unit = institutions.unit_of(number)
    verdict = permissions.may_open_units(request.user, unit.institution, today())

    def do(said: dict[str, Any]) -> None:
        given = {"by": request.user, "at": timezone.now(), **said}
        actions.close_unit(unit_id=number, version=_seen(request), **given)

    about = {"unit": unit, "institution": unit.institution, "version": unit.version}
    return _asked(request, Closed, verdict, _at(unit.institution), _("부서 폐지"), about, do)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def add_institution(request: SignedInRequest) -> HttpResponse:
    """Add an institution whose plan was brought in; the address may say its name, and the import that prints it."""
    number = number_said(request.GET.get("import", ""))
    subject = Subject("import", str(number)) if number else Subject("register", "institutions")

    def do(said: dict[str, Any]) -> None:
        actions.add_institution(by=request.user, at=timezone.now(), **said)

    verdict = permissions.may_add_institutions(request.user, today())
    return _asked(request, Added, verdict, subject, _("등록부에 기관 더하기"), {}, do)


@require_safe
@private
def accounts(request: SignedInRequest) -> HttpResponse:
    """Who may sign in."""
    page = {"accounts": institutions.accounts_seen_by(request.user, today())}
    return render(request, "posts/accounts.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def lock(request: SignedInRequest, username: str) -> HttpResponse:
    """Let somebody in no longer."""
    person = institutions.person_of(username, by=request.user, on=today())
    verdict = permissions.may_lock(request.user, person, today())

    def do(said: dict[str, Any]) -> None:
        actions.lock_account(person_id=person.pk, by=request.user, at=timezone.now(), **said)

    return _asked(
        request,
        Locked,
        verdict,
        Subject("person", person.username),
        _("계정 잠그기"),
        {"account": person},
        do,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private
def unlock(request: SignedInRequest, username: str) -> HttpResponse:
    """Let somebody in again, who chooses a password by a mail."""
    person = institutions.person_of(username, by=request.user, on=today())
    verdict = permissions.may_unlock(request.user, person, today())

    def do(said: dict[str, Any]) -> None:
        actions.unlock_account(person_id=person.pk, by=request.user, at=timezone.now(), **said)

    return _asked(
        request,
        Unlocked,
        verdict,
        Subject("person", person.username),
        _("계정 다시 열기"),
        {"account": person},
        do,
    )


def _asked(
    request: SignedInRequest,
    form_class: type[forms.Form],
    verdict: Verdict,
    subject: Subject,
    title: str,
    about: dict[str, Any],
    do: Callable[[dict[str, Any]], None],
) -> HttpResponse:
    """The form of a deed, for who may; once it is sent and right, the deed is done and what stands now is shown."""
    require(verdict, about=subject)
    days = {"first_day": today(), "last_day": today()}
    form = form_class(request.POST or None, initial=request.GET.dict() | days)
    if form.is_valid():
        do(form.cleaned_data)
        return redirect(where(subject, request.user))
    page = {"form": form, "title": title, "back": where(subject, request.user), **about}
    if request.method == "POST" and "version" in about:
        page["version"] = _seen(request)
    return render(request, "posts/form.html", page, status=400 if form.errors else 200)


def _at(institution: Institution) -> Subject:
    return Subject("institution", institution.key)


def _seen(request: HttpRequest) -> int:
    """The version that the person saw when they decided."""
    version = number_said(request.POST.get("version", ""))
    if not version:
        raise Outdated(_("보낸 내용이 온전하지 않습니다. 지금 상태를 확인하고 다시 하세요."))
    return version
