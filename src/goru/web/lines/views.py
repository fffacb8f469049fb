"""The printed words at a place of the book, where the installation was given the book."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from pydantic import ValidationError

from goru.book.model import Source
from goru.domain.plans import queries as plans
from goru.web.face import public

_PLACE = ("first_line", "last_line", "page", "last_page")


@public
def lines(request: HttpRequest, year: int) -> HttpResponse:
    """`?first_line=766&last_line=766`, with `page` and `last_page` where the book has pages."""
    try:
        place = Source.model_validate({name: request.GET[name] for name in _PLACE if request.GET.get(name)})
    except ValidationError as error:
        raise Http404 from error
    document = plans.current_document(plans.cycle_of(year))
    page = {"year": year, "document": document, "place": place, "lines": plans.lines_around(document, place)}
    return render(request, "lines/page.html", page)
