"""The list of a register as a workbook: taken along, brought back, looked at row by row, taken."""

from __future__ import annotations

from importlib import import_module

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goru.core.verdict import require
from goru.domain.registers import actions, permissions, queries
from goru.domain.registers.vocabulary import RowState
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import FILE_ERRORS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_A_PAGE = 100


class CaseFile(forms.Form):
    """A workbook of a register."""

    file = forms.FileField(max_length=255, error_messages=FILE_ERRORS)


@require_safe
@private
def cases(request: SignedInRequest, key: str) -> HttpResponse:
    """The cases that the person sees, as a workbook."""
    return _workbook(request, key, is_empty=False)


@require_safe
@private
def template(request: SignedInRequest, key: str) -> HttpResponse:
    """The same without a case, to fill in."""
    return _workbook(request, key, is_empty=True)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def upload(request: SignedInRequest, key: str) -> HttpResponse:
    """The workbooks to take along, and the form for what comes back."""
    register = queries.register_of(key)
    require(permissions.may_upload(request.user, register, today()), about=register.subject)
    form = CaseFile(request.POST, request.FILES) if request.method == "POST" else CaseFile()
    if form.is_valid():
        file = form.cleaned_data["file"]
        kept = actions.receive_cases(
            register_key=key,
            name=file.name,
            content=file.read(actions.MOST_BYTES + 1),
            by=request.user,
            at=timezone.now(),
        )
        return redirect("web:uploaded-cases", key, kept.digest)
    page = {"register": register, "form": form, "most": actions.MOST_BYTES // 1_000_000}
    return render(request, "registers/upload.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def uploaded(request: SignedInRequest, key: str, digest: str) -> HttpResponse:
    """What would become of each row of an uploaded workbook; the deed that takes it."""
    if request.method == "POST":
        actions.upload_cases(register_key=key, digest=digest, by=request.user, at=timezone.now())
        return redirect("web:register", key)
    outcome = actions.try_cases(register_key=key, digest=digest, by=request.user, at=timezone.now())
    order = {state: at for at, state in enumerate((RowState.WRONG, RowState.CHANGED, RowState.NEW))}
    rows = sorted((one for one in outcome.rows if one.state in order), key=lambda one: order[one.state])
    page = {
        "register": outcome.upload.register,
        "outcome": outcome,
        "counts": [(state.label, outcome.count(state)) for state in RowState],
        "wrong": outcome.count(RowState.WRONG),
        "rows": Paginator(rows, _A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "registers/uploaded.html", page)


def _workbook(request: SignedInRequest, key: str, *, is_empty: bool) -> HttpResponse:
    writing = import_module(
        "goru.pipelines.issuing.formats.case_list"
    )  # only now: it loads what writes workbooks
    table = queries.listed(key, by=request.user, on=today(), is_empty=is_empty)
    name = f"{table.register.name}_{_('서식') if is_empty else today().isoformat()}.xlsx"
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""}
    return HttpResponse(writing.as_xlsx(table, made_at=localtime()), content_type=XLSX, headers=headers)
