"""The OpenAPI document: what ninja knows of the addresses, and what every one of them has in common."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from goru.api.problems import MEDIA_TYPE, ProblemDetails

DESCRIPTION = (
    "지역발전 시행계획의 자료를 읽는 API입니다. 로그인하지 않고 쓰며, 표마다 주소가 하나입니다. "
    "수치는 인쇄된 그대로이고 인쇄된 자리(행)가 함께 있습니다.\n\n"
    "Reads the data of regional-development plan books: one address a table, no sign-in. "
    "Figures are as printed, with the place they are printed at."
)
EXTRA: dict[str, Any] = {
    "info": {"license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"}},
    "externalDocs": {"url": "/api/docs", "description": "사람이 읽는 설명 (For people)"},
}
_TAG = {"description": "이 답의 판. The version of this answer.", "schema": {"type": "string"}}
_HEADERS = {
    "ETag": _TAG,
    "Cache-Control": {"schema": {"type": "string"}},
    "Link": {"description": "다음 쪽 (RFC 8288). The next page.", "schema": {"type": "string"}},
}
_REFUSALS = {
    400: "cursor를 쓸 수 없음. The cursor cannot be used.",
    405: "읽기만 할 수 있음. Reading only.",
    422: "매개변수를 쓸 수 없음. A parameter cannot be used.",
    500: "서버의 문제. A fault of the server.",
}


class Described(NinjaAPI):
    """The API, whose document says headers, 304 and refusals of every operation."""

    def get_openapi_schema(self, **where: Any) -> OpenAPISchema:
        """The document, OpenAPI 3.1."""
        document = super().get_openapi_schema(**where)
        document["components"]["schemas"].update(_problem_schemas())
        for path in document["paths"].values():
            _complete(path["get"])
        return document


def _complete(operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    responses[200]["headers"] = _HEADERS
    responses[304] = {
        "description": "If-None-Match의 판 그대로임. Not modified.",
        "headers": {"ETag": _TAG},
    }
    for status, says in _REFUSALS.items():
        schema = {"$ref": "#/components/schemas/ProblemDetails"}
        responses[status] = {"description": says, "content": {MEDIA_TYPE: {"schema": schema}}}


def _problem_schemas() -> dict[str, Any]:
    schema = ProblemDetails.model_json_schema(
        ref_template="#/components/schemas/{model}", mode="serialization"
    )
    return {**schema.pop("$defs"), "ProblemDetails": schema}
