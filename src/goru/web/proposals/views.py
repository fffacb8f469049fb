"""Bring a workbook or a document into an open edition: what it proposes is looked at one by one, and taken or left."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goru.book.items.stamping import Stamp
from goru.core.text import number_said
from goru.core.verdict import Subject, require
from goru.domain.formulation import queries as formulation
from goru.pipelines.importing import actions
from goru.pipelines.importing import queries as importing
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import FILE_ERRORS
from goru.web.proposals.showing import counts_of, rows_of, told_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Brought(forms.Form):
    """A workbook or a document; what it is and says is found out by its reading."""

    file = forms.FileField(max_length=255, error_messages=FILE_ERRORS)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def bring_in(request: SignedInRequest, number: int) -> HttpResponse:
    """The workbook to take along, the form for what comes back, and what was brought in before."""
    edition, may_write = formulation.edition_to_bring_into(number, by=request.user, on=today())
    form = Brought(request.POST, request.FILES) if request.method == "POST" else Brought()
    if request.method == "POST":
        require(may_write, about=Subject("edition", str(number)))
    if form.is_valid():
        file = form.cleaned_data["file"]
        made = actions.receive_proposal(
            edition_id=number, name=file.name, chunks=file.chunks(), by=request.user, at=timezone.now()
        )
        return redirect("web:proposal", made.pk)
    seen = formulation.draft_in(number, by=request.user, on=today())
    page = {
        "seen": seen,
        "draft": seen.draft,
        "edition": edition,
        "plan": edition.plan,
        "may_write": may_write,
        "form": form,
        "most": settings.MOST_UPLOAD // 1_000_000,
        "proposals": importing.proposals_seen(edition, by=request.user, on=today()),
        "hide_years": True,
    }
    return render(request, "proposals/bring_in.html", page, status=400 if form.errors else 200)


@require_safe
@private
def workbook(request: SignedInRequest, number: int) -> HttpResponse:
    """The edition as a workbook to write in; of who writes some sections, these alone."""
    edition, value, sections = importing.workbook_of(number, by=request.user, on=today())
    writing = import_module("goru.book.writing.workbook")  # only now: it loads what writes workbooks
    title = f"{edition.plan.cycle.year} {edition.plan.institution} {_('시행계획')}"
    stamp = Stamp(edition.pk, edition.version, value, sections)
    content = writing.as_xlsx(writing.Made(stamp, title, localtime()))
    name = f"{edition.plan.institution}_{edition.plan.cycle.year}_{_('시행계획')}.xlsx"
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""}
    return HttpResponse(content, content_type=_XLSX, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def proposal(request: SignedInRequest, number: int) -> HttpResponse:
    """What a file proposes, edit by edit; what a person decides on it."""
    on = today()
    found, may_write = importing.proposal_in(number, by=request.user, on=on)
    if found.state in ("reading", "failed"):
        page = {"one": found, "edition": found.edition, "plan": found.edition.plan, "hide_years": True}
        return render(request, "proposals/reading.html", page)
    chosen: dict[int, str | None] | None = None
    conflicts: Mapping[int, object] = {}
    status = 200
    if request.method == "POST":
        require(may_write, about=Subject("proposal", str(number)))
        chosen = _chosen(request)
        match request.POST.get("deed"):
            case "apply":
                applied = actions.apply_proposal(**_seen(request, number), chosen=chosen)
                if not applied.conflicts:
                    return redirect("web:edition", found.edition_id)
                conflicts, status = applied.conflicts, 409
            case "discard":
                actions.discard_proposal(**_seen(request, number))
                return redirect("web:bring-in", found.edition_id)
            case "answer":
                actions.answer_proposal(**_seen(request, number), same=_answers(request))
                return redirect("web:proposal", number)
        found, may_write = importing.proposal_in(number, by=request.user, on=on)
    picked = None if chosen is None else frozenset(chosen) - set(conflicts)
    seen = {at: digest for at, digest in (chosen or {}).items() if digest}
    review = importing.review_of(found, may_write, by=request.user, on=on, chosen=picked, seen=seen)
    page = {
        "review": review,
        "one": found,
        "edition": found.edition,
        "plan": found.edition.plan,
        "rows": rows_of(review),
        "told": told_of(review.told),
        "counts": counts_of(review),
        "may_write": may_write,
        "may_decide": may_write and found.state == "proposed",
        "conflicts": len(conflicts),
        "hide_years": True,
    }
    return render(request, "proposals/proposal.html", page, status=status)


def _seen(request: SignedInRequest, number: int) -> dict[str, Any]:
    version = number_said(request.POST.get("version", "")) or 0
    return {"proposal_id": number, "version": version, "by": request.user, "at": timezone.now()}


def _chosen(request: SignedInRequest) -> dict[int, str | None]:
    """The numbers that are ticked; of those that meet others' words what of these was seen."""
    numbers = {int(one) for one in request.POST.getlist("pick") if one.isdecimal() and len(one) < 7}
    return {one: request.POST.get(f"seen-{one}") or None for one in numbers}


def _answers(request: SignedInRequest) -> dict[str, str]:
    """By the place of a row or part the item that it is, or nothing."""
    names = [name for name in request.POST if name.startswith("same-")]
    said = (request.POST.get(name, "").partition(" ") for name in names)
    return {place: item if item != "new" else "" for item, _blank, place in said if place}
