"""The printed words at a place of the book, where the installation was given the book; else what the place is."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from pydantic import ValidationError

from goru.book.model import Source
from goru.domain.plans import queries as plans
from goru.domain.plans.queries import PLACE
from goru.web.access import public
from goru.web.places import pages_of, written


@public
def lines(request: HttpRequest, year: int) -> HttpResponse:
    """`?first_line=766&last_line=766`, with `page` and `last_page` where the book has pages, `cell` where it has cells."""
    try:
        place = Source.model_validate({name: request.GET[name] for name in PLACE if request.GET.get(name)})
    except ValidationError as error:
        raise Http404 from error
    if place.last_line < place.first_line and place.last_page is None:
        raise Http404
    document = plans.document_of(plans.published(plans.cycle_of(year)), request.GET.get("document", ""))
    page = {
        "year": year,
        "document": document,
        "place": written(place.model_dump(), document.form),
        "pages": pages_of(document.page_numbers, place),
        "has_page_numbers": bool(document.page_numbers),
        "lines": plans.lines_around(document, place) if plans.has_lines(document) else [],
    }
    return render(request, "lines/page.html", page)
