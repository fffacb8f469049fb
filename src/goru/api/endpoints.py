"""The addresses of the API, one a data set; each reads, filters, sorts and pages the same way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Query
from pydantic import BaseModel, Field, TypeAdapter

from goru.api import paging
from goru.api.answers import mark_of, tagged, tell_problems
from goru.api.openapi import DESCRIPTION, EXTRA, Described
from goru.api.parameters import parameters_model
from goru.api.problems import Fault, Problem
from goru.api.rows import page_model, reader
from goru.domain.plans import queries as plans
from goru.pipelines.publishing.datasets import DATA_SETS
from goru.pipelines.publishing.datasets.definition import DataSet

_JSON = "application/json; charset=utf-8"
_ASKED: Any = Query


class CycleRow(BaseModel):
    """A plan year, and the book that its data say."""

    year: int = Field(description="시행계획의 연도. The plan year.")
    comprehensive_plan: int = Field(description="몇 차 종합계획인가. The number of the five-year plan.")
    title: str = Field(description="책의 제목. The book's title.")
    digest: str = Field(description="책 내용의 SHA-256. The SHA-256 of its content.")
    adopted_at: datetime = Field(description="채택한 때. When it was adopted.")


class Resource(BaseModel):
    """An address of the API."""

    name: str
    address: str
    title_ko: str
    title_en: str
    meaning_ko: str
    meaning_en: str


CYCLES = Resource(
    name="cycles",
    address="/api/v1/cycles",
    title_ko="계획 연도",
    title_en="Plan years",
    meaning_ko="자료가 있는 해와 그해의 책.",
    meaning_en="The years there are data of, and their books.",
)


class Index(BaseModel):
    """All addresses of the API."""

    data: list[Resource]


class Cycles(BaseModel):
    """All plan years, the latest first."""

    data: list[CycleRow]


def build() -> NinjaAPI:
    """The API with all its addresses."""
    api = Described(
        title="고루 API",
        version="1",
        description=DESCRIPTION,
        docs_url=None,
        urls_namespace="api",
        openapi_extra=EXTRA,
    )
    tell_problems(api)
    api.get("v1/", response=Index, operation_id="index", summary="주소 목록 (Index)")(_index)
    api.get("v1/cycles", response=Cycles, operation_id="cycles", summary="계획 연도 (Plan years)")(_cycles)
    for data_set in DATA_SETS:
        _serve(api, data_set)
    return api


def resources() -> list[Resource]:
    """What the API can be asked for."""
    return [CYCLES, *map(resource_of, DATA_SETS)]


def resource_of(data_set: DataSet) -> Resource:
    """A data set as an address of the API."""
    said = {name: getattr(data_set, name) for name in ("title_ko", "title_en", "meaning_ko", "meaning_en")}
    return Resource(name=data_set.name, address=f"/api/v1/{data_set.name}", **said)


def _index(request: HttpRequest) -> HttpResponse:
    body = Index(data=resources()).model_dump_json()
    return tagged(request, mark_of("index"), lambda: HttpResponse(body, content_type=_JSON))


def _cycles(request: HttpRequest) -> HttpResponse:
    def body() -> HttpResponse:
        rows = [
            CycleRow(
                year=book.cycle.year,
                comprehensive_plan=book.cycle.comprehensive_plan.number,
                title=book.title,
                digest=book.digest,
                adopted_at=book.adopted_at,
            )
            for book in plans.current_documents()
        ]
        return HttpResponse(Cycles(data=rows).model_dump_json(), content_type=_JSON)

    return tagged(request, mark_of("cycles"), body)


def _serve(api: NinjaAPI, data_set: DataSet) -> None:
    parameters: Any = parameters_model(data_set)
    page = page_model(data_set)
    adapter, read = TypeAdapter(page), reader(data_set)
    known = frozenset(parameters.model_fields)

    def view(request: HttpRequest, asked: Any) -> HttpResponse:
        _refuse_unknown(request, known)
        question = sorted((name, request.GET.getlist(name)) for name in known - {"cursor", "limit"})
        mark = mark_of(data_set.name, question)

        def body() -> HttpResponse:
            steps = paging.steps_of(data_set, asked.sort)
            rows = list(paging.found(data_set, asked, steps, mark))
            following = _following(request, rows, asked.limit, len(steps), mark)
            data = [read(row[: -len(steps)]) for row in rows[: asked.limit]]
            answered = adapter.validate_python({"data": data, "next": following})
            response = HttpResponse(adapter.dump_json(answered), content_type=_JSON)
            if following:
                response.headers["Link"] = f'<{following}>; rel="next"'
            return response

        return tagged(request, f"{mark}-{asked.limit}-{asked.cursor}", body)

    view.__annotations__["asked"] = _ASKED[parameters]
    api.get(
        f"v1/{data_set.name}",
        response=page,
        operation_id=data_set.name,
        summary=f"{data_set.title_ko} ({data_set.title_en})",
        description=f"{data_set.meaning_ko}\n\n{data_set.meaning_en}",
    )(view)


def _refuse_unknown(request: HttpRequest, known: frozenset[str]) -> None:
    if unknown := sorted(set(request.GET) - known):
        faults = [Fault(parameter=name, detail=_("이런 매개변수는 없습니다.")) for name in unknown]
        says = _("모르는 매개변수입니다: %(names)s. 쓸 수 있는 것: %(known)s")
        raise Problem(422, says % {"names": ", ".join(unknown), "known": ", ".join(sorted(known))}, faults)


def _following(
    request: HttpRequest, rows: Sequence[tuple[Any, ...]], limit: int, steps: int, mark: str
) -> str | None:
    """The address of the next page, if there is one."""
    if len(rows) <= limit:
        return None
    query = request.GET.copy()
    query["cursor"] = paging.cursor_of(rows[limit - 1][-steps:], mark)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
