"""The files that are attached to a plan: listed, uploaded, downloaded, removed (첨부)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from goru.core.files import KINDS
from goru.core.verdict import Subject, require
from goru.domain.formulation import actions, permissions, queries
from goru.domain.formulation.rules import MOST_BYTES
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import FILE_ERRORS, Confirmed, asked
from goru.web.writing import desk

_FORM = require_http_methods(["GET", "HEAD", "POST"])
ACCEPTED = ",".join(ending for kind in KINDS.values() for ending in kind.endings)
"""Endings of names, as browsers are told."""


class File(forms.Form):
    """A file; what it is is found out by its content."""

    file = forms.FileField(
        label=gettext_lazy("파일"),
        max_length=255,
        help_text=gettext_lazy("PDF, HWPX, HWP, XLSX, DOCX, PNG, JPEG, CSV. 20 MB까지 첨부합니다."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages=FILE_ERRORS,
    )


@_FORM
@private
def attachments(request: SignedInRequest, number: int, key: str = "") -> HttpResponse:
    """All files of a plan that one sees, or those of a section; the form for one more."""
    seen = queries.draft_in(number, by=request.user, on=today(), section=key)
    if not seen.follows:
        raise Http404
    here = seen.draft.section(key) if key else None
    form = File(request.POST, request.FILES) if request.method == "POST" else File()
    if request.method == "POST":
        require(seen.may_attach, about=Subject("attachments", str(number)))
    if form.is_valid():
        file = form.cleaned_data["file"]
        actions.attach(
            edition_id=number,
            section=key,
            name=file.name,
            content=file.read(MOST_BYTES + 1),
            by=request.user,
            at=timezone.now(),
        )
        return redirect(request.path)
    page = desk.frame(seen) | {
        "here": here,
        "attached": seen.attachments_in(key) if key else seen.attachments,
        "form": form,
    }
    return render(request, "writing/attachments.html", page, status=400 if form.errors else 200)


@require_safe
@private
def attachment(request: SignedInRequest, number: int) -> HttpResponse:
    """A file, to be kept and not to be shown by the browser."""
    found = queries.attachment_read_by(number, by=request.user, on=today())
    answer = HttpResponse(bytes(found.content), content_type=found.content_type)
    answer["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@_FORM
@private
def remove(request: SignedInRequest, number: int) -> HttpResponse:
    """Remove a file."""
    found = queries.attachment_of(number)

    def do(_said: dict[str, Any]) -> None:
        actions.remove_attachment(attachment_id=number, by=request.user, at=timezone.now())

    return asked(
        request,
        Confirmed,
        do,
        verdict=permissions.may_remove_attachment(request.user, found, today()),
        about=found.subject,
        title=_("첨부 지우기"),
        facts={_("파일"): found.name},
    )
