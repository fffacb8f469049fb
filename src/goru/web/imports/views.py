"""Bring in a book: upload, progress, preview, adoption. Only for who has the right."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goru.core.verdict import Outdated, Subject, require
from goru.pipelines.importing import actions
from goru.pipelines.importing import queries as importing
from goru.pipelines.importing.permissions import may_bring_in_books
from goru.web.access import SignedInRequest, View, private, today
from goru.web.imports.forms import Seen, Upload

if TYPE_CHECKING:
    from goru.pipelines.importing.models import Import

_A_PAGE = 20
_FINDINGS_A_PAGE, _CHANGES_A_PAGE = 50, 100
_STOP_POLLING = 286
"""The status by which htmx ends `every 1s`."""


def _officer(view: View) -> View:
    """A page for who may bring in books; what is not there is page 404."""

    @wraps(view)
    def wrapped(request: HttpRequest, **arguments: Any) -> HttpResponse:
        require(may_bring_in_books(request.user, today()))
        return view(request, **arguments)

    return private(wrapped)


@require_safe
@_officer
def imports(request: HttpRequest) -> HttpResponse:
    """All that was brought in, the latest first."""
    page = Paginator(importing.imports(), _A_PAGE).get_page(request.GET.get("page"))
    return render(request, "imports/list.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@_officer
def upload(request: SignedInRequest) -> HttpResponse:
    """The form, and what it sends."""
    form = Upload(request.POST, request.FILES) if request.method == "POST" else Upload()
    if not form.is_valid():
        page = {"form": form, "most": settings.MOST_UPLOAD // 1_000_000}
        return render(request, "imports/new.html", page, status=400 if form.errors else 200)
    file = form.cleaned_data["file"]
    received = actions.receive_import(
        name=file.name,
        chunks=file.chunks(),
        year=form.cleaned_data["year"],
        by=request.user,
        at=timezone.now(),
    )
    return redirect("web:import", number=received.pk)


@require_safe
@_officer
def one_import(request: HttpRequest, number: int) -> HttpResponse:
    """How far it is; the preview where a person has to decide; what became of it."""
    found = importing.import_of(number)
    page = {"one": found, **_progress(found)}
    if importing.is_to_be_decided(found):
        preview = importing.preview(found)
        checked = Paginator(preview.checked, _FINDINGS_A_PAGE).get_page(request.GET.get("findings"))
        changes = Paginator(preview.difference.changes, _CHANGES_A_PAGE).get_page(request.GET.get("changes"))
        runs = preview.account.unread if preview.account else ()
        page |= {
            "preview": preview,
            "unread": Paginator(runs, _FINDINGS_A_PAGE).get_page(request.GET.get("unread")),
            "checked": checked,
            "shown": importing.shown(checked),
            "changes": changes,
            "groups": importing.grouped(list(changes)),
        }
    return render(request, "imports/page.html", page)


@require_safe
@_officer
def progress(request: HttpRequest, number: int) -> HttpResponse:
    """The part of the page that says how far it is; where it is over, the whole page is to be shown."""
    found = importing.import_of(number)
    said = _progress(found)
    answer = render(request, "imports/_progress.html", {"one": found, **said})
    if not said["is_in_work"]:
        answer.status_code = _STOP_POLLING
        answer.headers["HX-Refresh"] = "true"
    return answer


@require_POST
@_officer
def adopt(request: SignedInRequest, number: int) -> HttpResponse:
    """Adopt the book as its year's plan."""
    seen = _seen(request, number)
    actions.adopt_import(
        import_id=number,
        version=seen["version"],
        replaces=seen["replaces"],
        is_accepted=seen["is_accepted"],
        accepted_losses=seen["accepted_losses"],
        same=seen["same"],
        by=request.user,
        at=timezone.now(),
    )
    return redirect("web:import", number=number)


@require_POST
@_officer
def discard(request: SignedInRequest, number: int) -> HttpResponse:
    """Leave the book."""
    actions.discard_import(
        import_id=number, version=_seen(request, number)["version"], by=request.user, at=timezone.now()
    )
    return redirect("web:import", number=number)


@require_POST
@_officer
def retry(request: SignedInRequest, number: int) -> HttpResponse:
    """Do again what failed."""
    actions.retry_import(
        import_id=number, version=_seen(request, number)["version"], by=request.user, at=timezone.now()
    )
    return redirect("web:import", number=number)


def _seen(request: HttpRequest, number: int) -> dict[str, Any]:
    form = Seen(request.POST)
    if not form.is_valid():
        sentence = _("보낸 내용이 온전하지 않습니다. 지금 상태를 확인하고 다시 하세요.")
        raise Outdated(sentence, about=Subject("import", str(number)))
    return form.cleaned_data


def _progress(one: Import) -> dict[str, Any]:
    way = importing.way_of(one)
    return {
        "is_in_work": importing.is_in_work(one),
        "way": way,
        "passed": way[: way.index(one.reading)] if way else (),
    }
