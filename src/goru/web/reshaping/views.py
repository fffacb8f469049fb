"""Items of a draft are split into several, or several are merged into one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from goru.book.items.reshaping import may_be_reshaped
from goru.book.items.sections import Rows, Section, all_rows
from goru.book.items.walking import name_of
from goru.core.text import normalise
from goru.core.verdict import Subject, require
from goru.domain.formulation import actions
from goru.domain.formulation.queries import DraftSeen, draft_in
from goru.domain.plans import queries as plans
from goru.web.access import SignedInRequest, private, today
from goru.web.writing import desk


@require_http_methods(["GET", "HEAD", "POST"])
@private
def split(request: SignedInRequest, number: int, key: str, item: UUID) -> HttpResponse:
    """Make several items of one."""
    seen, here, rows = _list_of(request, number, key, item)
    content = plans.item_in(seen.draft.edition, item)
    if request.method == "POST":
        desk.as_shown(request, number, content)
        lines = request.POST.get("names", "").splitlines()
        names = [name for line in lines if (name := normalise(line).strip())]
        actions.split_item(
            edition_id=number, rows=rows, item=item, names=names, by=request.user, at=timezone.now()
        )
        return redirect("web:section", number, key)
    page = {"here": here, "rows": rows, "name": _name(rows, item), "digest": desk.digest_of(content)}
    return render(request, "reshaping/split.html", desk.frame(seen) | page)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def merge(request: SignedInRequest, number: int, key: str, item: UUID) -> HttpResponse:
    """Make one item of several of a list."""
    seen, here, rows = _list_of(request, number, key, item)
    ids = [one.item.item_id for one in rows.entries if one.item.item_id]
    content = {str(one): plans.item_in(seen.draft.edition, one) for one in ids}
    if request.method == "POST":
        desk.as_shown(request, number, content)
        chosen = [one for one in ids if one == item or str(one) in request.POST.getlist("items")]
        name = normalise(request.POST.get("name", "")).strip()
        actions.merge_items(
            edition_id=number, rows=rows, items=chosen, name=name, by=request.user, at=timezone.now()
        )
        return redirect("web:section", number, key)
    page = {
        "here": here,
        "rows": rows,
        "name": _name(rows, item),
        "others": [(one, _name(rows, one)) for one in ids if one != item],
        "digest": desk.digest_of(content),
    }
    return render(request, "reshaping/merge.html", desk.frame(seen) | page)


def _list_of(request: SignedInRequest, number: int, key: str, item: UUID) -> tuple[DraftSeen, Section, Rows]:
    """The list that an item stands in, where a person may write and its items can be split and merged."""
    seen = draft_in(number, by=request.user, on=today(), section=key)
    require(seen.may_write, about=Subject("edition", str(number)))
    here = seen.draft.section(key)
    for rows in all_rows(here.rows):
        if any(one.item.item_id == item for one in rows.entries) and may_be_reshaped(rows):
            return seen, here, rows
    raise Http404


def _name(rows: Rows, item: UUID) -> Any:
    return next(name_of(one.item) for one in rows.entries if one.item.item_id == item)
