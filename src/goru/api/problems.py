"""What went wrong, as problem details (RFC 9457, `application/problem+json`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from http import HTTPStatus

from django.http import HttpResponse
from pydantic import BaseModel, Field

MEDIA_TYPE = "application/problem+json"


class Fault(BaseModel, defer_build=True):
    """One parameter that cannot be used."""

    parameter: str
    detail: str


class ProblemDetails(BaseModel, defer_build=True):
    """The body of every answer that refuses (RFC 9457)."""

    type: str = Field(
        "about:blank", description="The kind of problem; about:blank says what the status says."
    )
    title: str = Field(description="The status in words.")
    status: int = Field(description="The status of the answer.")
    detail: str = Field(description="무엇이 왜 안 되고 어떻게 하면 되는지. What is wrong, and what to do.")
    errors: list[Fault] = Field(default_factory=list, description="The parameters at fault.")


class Problem(Exception):
    """A request that is refused, with the sentence for whoever sent it."""

    def __init__(self, status: int, detail: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.faults = list(faults)


def answer(problem: Problem) -> HttpResponse:
    """The answer that a problem is told with."""
    details = ProblemDetails(
        type="about:blank",
        title=HTTPStatus(problem.status).phrase,
        status=problem.status,
        detail=problem.detail,
        errors=problem.faults,
    )
    body = json.dumps(details.model_dump(), ensure_ascii=False)
    return HttpResponse(body, status=problem.status, content_type=MEDIA_TYPE)
