"""The open data: what there is, and the files themselves."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import condition

from goru.domain.plans import queries as plans
from goru.pipelines.publishing import queries as publishing
from goru.web.face import public

_TYPES: Final = {
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
_MINUTES = 5 * 60


@public
def datasets(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """The data sets of a year, the latest where none is asked."""
    cycle = plans.cycle_of(year) if year else plans.latest_cycle()
    document = plans.current_document(cycle)
    page = {
        "year": cycle.year,
        "document": document,
        "offers": publishing.offers(document),
        "wholes": publishing.wholes(document),
    }
    return render(request, "datasets/page.html", page)


def _version(_request: HttpRequest, year: int, file: str) -> str | None:
    """The tag of a file: its publication never changes, so the publication's name tells it."""
    document = plans.current_document(plans.cycle_of(year))
    is_there = file in publishing.downloads(document)
    return f'"{publishing.publication_folder(document).name}/{file}"' if is_there else None


@public
@condition(etag_func=_version)
def download(_request: HttpRequest, year: int, file: str) -> HttpResponse:
    """A file of a year's publication; programs of other sites may read it too."""
    found = publishing.downloads(plans.current_document(plans.cycle_of(year))).get(file)
    if found is None:
        raise Http404
    headers = {
        "Content-Disposition": f'attachment; filename="{year}-{file}"',
        "Cache-Control": f"public, max-age={_MINUTES}",
        "Access-Control-Allow-Origin": "*",
    }
    return HttpResponse(found.read_bytes(), content_type=_TYPES[found.suffix], headers=headers)
