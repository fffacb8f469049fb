"""The addresses of the API, one a data set; each reads, filters, sorts and pages the same way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from pydantic import BaseModel, Field

from goru.api import paging
from goru.api.answers import mark_of, tagged
from goru.api.parameters import Parameters, asked_of, parameters_model
from goru.api.rows import Page, page_model, reader
from goru.core.dates import day_in_korea
from goru.domain.plans import queries as plans
from goru.domain.registers import queries as registers
from goru.pipelines.issuing.datasets import CASE_SETS, DATA_SETS
from goru.pipelines.issuing.datasets.definition import DataSet

View = Callable[[HttpRequest], HttpResponse]
JSON = "application/json; charset=utf-8"


class CycleRow(BaseModel, defer_build=True):
    """A plan year, and the book that its data say."""

    year: int = Field(description="시행계획의 연도. The plan year.")
    comprehensive_plan: int = Field(description="몇 차 종합계획인가. The number of the five-year plan.")
    title: str = Field(description="계획서의 제목. The book's title.")
    digest: str = Field(description="계획서 내용의 SHA-256. The SHA-256 of its content.")
    decided_date: date | None = Field(
        description="자료 기준일: 계획서를 의결한 날. The day of the data: when the book was decided."
    )
    adopted_at: datetime = Field(description="공표한 때. When it was published.")
    publication: int = Field(description="그해 몇 번째 공표인가. Which publication of the year it is.")
    has_prose: bool = Field(
        description="서술 문장도 점검했는가. Whether its prose was there to be checked: see findings."
    )


class Resource(BaseModel, defer_build=True):
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


class Index(BaseModel, defer_build=True):
    """All addresses of the API."""

    data: list[Resource]


class Cycles(BaseModel, defer_build=True):
    """All plan years, the latest first."""

    data: list[CycleRow]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address below /api/: what it is called, what may be asked of it, what it answers, and how."""

    name: str
    path: str
    summary: str
    answer: Callable[[], type[BaseModel]]
    view: View
    description: str | None = None
    parameters: Callable[[], type[Parameters]] | None = None


def resources() -> list[Resource]:
    """What the API can be asked for."""
    return [CYCLES, *map(resource_of, (*DATA_SETS, *CASE_SETS))]


def resource_of(data_set: DataSet) -> Resource:
    """A data set as an address of the API."""
    said = {name: getattr(data_set, name) for name in ("title_ko", "title_en", "meaning_ko", "meaning_en")}
    return Resource(name=data_set.name, address=f"/api/v1/{data_set.name}", **said)


def _index(request: HttpRequest) -> HttpResponse:
    body = Index(data=resources()).model_dump_json()
    return tagged(request, mark_of("index"), lambda: HttpResponse(body, content_type=JSON))


def _cycles(request: HttpRequest) -> HttpResponse:
    def body() -> HttpResponse:
        rows = [
            CycleRow(
                year=book.cycle.year,
                comprehensive_plan=book.cycle.comprehensive_plan.number,
                title=book.title,
                digest=book.digest,
                decided_date=book.decided_date,
                adopted_at=book.at,
                publication=book.number,
                has_prose=plans.has_prose(book),
            )
            for book in plans.publications_in_force()
        ]
        return HttpResponse(Cycles(data=rows).model_dump_json(), content_type=JSON)

    return tagged(request, mark_of("cycles"), body)


def _endpoint(data_set: DataSet) -> Endpoint:
    """The address of a data set; its schemas are made when they are needed first."""
    parameters, page = cache(partial(parameters_model, data_set)), cache(partial(page_model, data_set))
    return Endpoint(
        name=data_set.name,
        path=f"v1/{data_set.name}",
        summary=f"{data_set.title_ko} ({data_set.title_en})",
        description=f"{data_set.meaning_ko}\n\n{data_set.meaning_en}",
        parameters=parameters,
        answer=page,
        view=_view(data_set, parameters, page),
    )


def _view(
    data_set: DataSet, parameters: Callable[[], type[Parameters]], page: Callable[[], type[Page]]
) -> View:
    read = reader(data_set)

    def view(request: HttpRequest) -> HttpResponse:
        asked: Any = asked_of(parameters(), request.GET)
        known = type(asked).model_fields.keys() - {"cursor", "limit"}
        on = day_in_korea(timezone.now())
        lives = registers.mark(on) if data_set.gate else ""
        mark = mark_of(data_set.name, lives, sorted((name, request.GET.getlist(name)) for name in known))

        def body() -> HttpResponse:
            steps = paging.steps_of(data_set, asked.sort)
            rows = list(paging.found(data_set, asked, steps, mark, on))
            following = _following(request, rows, asked.limit, len(steps), mark)
            data = [read(row[: -len(steps)]) for row in rows[: asked.limit]]
            total = paging.wanted(data_set, asked, on).count()
            answered = page().model_validate({"data": data, "total": total, "next": following})
            response = HttpResponse(answered.model_dump_json(), content_type=JSON)
            if following:
                response.headers["Link"] = f'<{following}>; rel="next"'
            return response

        return tagged(request, f"{mark}-{asked.limit}-{asked.cursor}", body)

    return view


def _following(
    request: HttpRequest, rows: Sequence[tuple[Any, ...]], limit: int, steps: int, mark: str
) -> str | None:
    """The address of the next page, if there is one."""
    if len(rows) <= limit:
        return None
    query = request.GET.copy()
    query["cursor"] = paging.cursor_of(rows[limit - 1][-steps:], mark)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


ENDPOINTS = (
    Endpoint("index", "v1/", "주소 목록 (Index)", lambda: Index, _index),
    Endpoint("cycles", "v1/cycles", "계획 연도 (Plan years)", lambda: Cycles, _cycles),
    *map(_endpoint, (*DATA_SETS, *CASE_SETS)),
)
"""All addresses of the API."""
