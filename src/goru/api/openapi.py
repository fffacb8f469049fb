"""The OpenAPI document: the addresses, what may be asked of each, and what all have in common."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from goru.api.deeds import api
from goru.api.endpoints import ENDPOINTS, Endpoint
from goru.api.problems import MEDIA_TYPE, ProblemDetails

_DESCRIPTION = (
    "지역발전 시행계획의 자료를 읽고 초안을 쓰는 API입니다. 공개된 자료는 로그인하지 않고 읽으며, 표마다 주소가 하나입니다. "
    "수치는 인쇄된 그대로이고 인쇄된 자리(행)가 함께 있습니다. 초안(`/api/v1/drafts`)은 토큰으로 읽고 씁니다.\n\n"
    "Reads the data of regional-development plan books and writes drafts: one address a table, no sign-in. "
    "Figures are as printed, with the place they are printed at. Drafts (`/api/v1/drafts`) take a token."
)
_INFO = {
    "title": "고루 API",
    "version": "1",
    "description": _DESCRIPTION,
    "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
}
_SCHEMAS = "#/components/schemas/"
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


def document() -> dict[str, Any]:
    """The OpenAPI document, version 3.1."""
    deeds = _deeds()
    models: list[type[BaseModel]] = [*(one.answer() for one in ENDPOINTS), ProblemDetails]
    _, schemas = models_json_schema(
        [(model, "serialization") for model in models], ref_template=f"{_SCHEMAS}{{model}}"
    )
    return {
        "openapi": "3.1.0",
        "info": _INFO,
        "externalDocs": {"url": "/api/docs", "description": "사람이 읽는 설명 (For people)"},
        "paths": {f"/api/{one.path}": {"get": _operation(one)} for one in ENDPOINTS} | deeds["paths"],
        "components": {
            "schemas": {**deeds["components"]["schemas"], **schemas["$defs"]},
            "securitySchemes": deeds["components"]["securitySchemes"],
        },
    }


def _deeds() -> dict[str, Any]:
    """What ninja says of the deeds; refusals are problems, not plain JSON."""
    said = deepcopy(dict(api.get_openapi_schema(path_prefix="/api/v1/drafts")))
    for operation in (one for path in said["paths"].values() for one in path.values()):
        operation["responses"] = {
            str(status): _as_problem(response) if status >= HTTPStatus.BAD_REQUEST else response
            for status, response in operation["responses"].items()
        }
    return said


def _as_problem(response: dict[str, Any]) -> dict[str, Any]:
    (content,) = response["content"].values()
    return {**response, "content": {MEDIA_TYPE: content}}


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    said = {"description": endpoint.description} if endpoint.description else {}
    return {
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        **said,
        "parameters": list(_parameters(endpoint)),
        "responses": {
            "200": {
                "description": "OK",
                "headers": _HEADERS,
                "content": _content("application/json", endpoint.answer()),
            },
            "304": {"description": "If-None-Match의 판 그대로임. Not modified.", "headers": {"ETag": _TAG}},
            **{
                str(status): {"description": says, "content": _content(MEDIA_TYPE, ProblemDetails)}
                for status, says in _REFUSALS.items()
            },
        },
    }


def _parameters(endpoint: Endpoint) -> Iterator[dict[str, Any]]:
    if endpoint.parameters:
        for name, schema in endpoint.parameters().model_json_schema()["properties"].items():
            says = schema.pop("description")
            if schema.get("default", says) is None:  # left out, which no query can say otherwise
                del schema["default"]
            yield {"name": name, "in": "query", "required": False, "description": says, "schema": schema}


def _content(media_type: str, model: type[BaseModel]) -> dict[str, Any]:
    return {media_type: {"schema": {"$ref": f"{_SCHEMAS}{model.__name__}"}}}
