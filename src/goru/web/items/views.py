"""An item by its code, wherever it stands: what persons say on the telephone leads to it for ever."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goru.domain.publication import queries as publications
from goru.web.access import public
from goru.web.addresses import page_of


@public
def item(request: HttpRequest, code: str) -> HttpResponse:
    """To its page in the latest publication that has it; where none in force has it, what it was."""
    if publications.is_mistyped(code):
        return render(request, "items/mistyped.html", {"code": code}, status=404)
    found = publications.item_of(code)
    row = publications.row_of(found)
    if row is not None:
        return redirect(page_of(row))
    gone = publications.departed(found)
    if found.code and code != found.code:
        return redirect("web:item", code=found.code)
    return render(request, "items/departed.html", {"gone": gone, "year": gone.edition.plan.cycle.year})
