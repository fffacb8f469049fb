"""What programs read of drafts and do to them, by a token: the same rights, checks and edits as the pages."""

from __future__ import annotations

import json
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any, cast

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, URLPattern, URLResolver
from django.urls.resolvers import RoutePattern
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Header, NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser
from pydantic import BaseModel

from goru.api.answers import not_found, told
from goru.api.bodies import (
    ConflictRow,
    Conflicts,
    DraftFindings,
    DraftRead,
    DraftRow,
    Drafts,
    EditRow,
    Edits,
    FindingRow,
    SectionRow,
    Written,
)
from goru.api.parameters import said_of
from goru.api.problems import MEDIA_TYPE, Fault, Problem, ProblemDetails
from goru.api.problems import answer as told_as
from goru.api.tokens import ByToken
from goru.book.items.placing import facts_of
from goru.core.dates import day_in_korea
from goru.core.repeats.actions import OtherRequest, once
from goru.core.verdict import Refused, Why
from goru.domain.formulation import queries as formulation
from goru.domain.formulation.actions import write
from goru.domain.plans import queries as plans
from goru.domain.plans.actions import Unwritable
from goru.domain.plans.vocabulary import EditWay

if TYPE_CHECKING:
    from datetime import date

    from goru.domain.institutions.models import Token

MOST = 2_000_000
"""Bytes of a body."""

_JSON = "application/json; charset=utf-8"
_STATUS = {Why.HIDDEN: 404, Why.FORBIDDEN: 403, Why.STATE: 409}
_REFUSALS = dict.fromkeys((400, 401, 403, 404, 413, 415, 422, 429, 500), ProblemDetails)
_READ = dict.fromkeys((401, 404, 422, 429, 500), ProblemDetails)


class _Body(Parser):
    """JSON as the standard says it: no NaN."""

    def parse_body(self, request: HttpRequest) -> Any:
        """What the body says; ninja refuses it where this raises."""
        try:
            return json.loads(request.body, parse_constant=_no_number)
        except RecursionError as error:
            raise ValueError(str(error)) from error


def _no_number(name: str) -> Any:
    raise ValueError(name)


api = NinjaAPI(openapi_url=None, docs_url=None, auth=ByToken(), parser=_Body(), urls_namespace="drafts")


def _refused(_request: HttpRequest, error: Any) -> HttpResponse:
    """What one may not see is as what is not there."""
    if isinstance(error, ObjectDoesNotExist) or error.why is Why.HIDDEN:
        return told_as(Problem(404, _("없는 초안이거나 이 토큰으로 볼 수 없습니다.")))
    return told_as(Problem(422 if isinstance(error, Unwritable) else _STATUS[error.why], str(error)))


def _invalid(_request: HttpRequest, error: Any) -> HttpResponse:
    """Each value that cannot be used, by its place in what was sent."""
    faults = [
        Fault(parameter="/".join(map(str, one["loc"][1:])), detail=said_of(one)) for one in error.errors
    ]
    names = ", ".join(dict.fromkeys(fault.parameter for fault in faults))
    return told_as(Problem(422, _("값을 쓸 수 없습니다: %(names)s") % {"names": names}, faults))


def _unread(_request: HttpRequest, error: Any) -> HttpResponse:
    return told_as(Problem(error.status_code, _("본문을 읽을 수 없습니다. JSON으로 보내세요.")))


def _fault(_request: HttpRequest, error: Any) -> HttpResponse:
    raise error  # told by the gate


api.add_exception_handler(Problem, lambda _request, error: told_as(cast("Problem", error)))
api.add_exception_handler(Refused, _refused)
api.add_exception_handler(ObjectDoesNotExist, _refused)
api.add_exception_handler(ValidationError, _invalid)
api.add_exception_handler(HttpError, _unread)
api.add_exception_handler(Exception, _fault)


def asked(request: HttpRequest, below: str) -> HttpResponse:
    """The answer at an address below that of the drafts."""
    try:
        found = _RESOLVER.resolve(below)
    except Resolver404:
        return not_found(request)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length[:20]) > MOST:
        return told_as(Problem(413, _("본문이 너무 큽니다. 나누어 보내세요.")))
    is_edit = request.method == "POST" and below.endswith("/edits")
    if is_edit and request.content_type != "application/json":
        return told_as(Problem(415, _("본문을 읽을 수 없습니다. JSON으로 보내세요.")))
    response = told(found.func, request, found.kwargs)
    if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        refusal = told_as(Problem(405, _("이 주소에서는 쓸 수 없는 방법입니다.")))
        refusal.headers["Allow"] = response.headers["Allow"]
        return refusal
    if response.status_code == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = "60"
    return response


@api.get("", response={200: Drafts, **_READ}, operation_id="drafts", summary="쓰고 있는 초안 (Open drafts)")
def drafts(request: HttpRequest) -> HttpResponse:
    """토큰의 기관에서 쓰고 있는 초안. The open drafts of the token's institution that its person reads or writes."""
    rows = [
        DraftRow(
            edition=one.edition.pk,
            year=one.edition.plan.cycle.year,
            institution=one.edition.plan.institution.key,
            name=str(one.edition.plan.institution),
            kind=one.edition.plan.kind,
            version=one.edition.version,
            may_write=bool(one.may_write),
            sections=list(one.sections),
        )
        for one in formulation.open_drafts(_token(request), _today())
        if one.edition.plan.institution
    ]
    return _said(Drafts(data=rows))


@api.get(
    "/{int:edition}", response={200: DraftRead, **_READ}, operation_id="draft", summary="초안의 값 (A draft)"
)
def draft(request: HttpRequest, edition: int) -> HttpResponse:
    """초안의 절과 값, 버전. The value of a draft, its sections and its version; of assigned sections these alone."""
    reached = formulation.reached_draft(edition, _token(request), _today())
    found, value = reached.edition, reached.value
    said = DraftRead.model_construct(
        edition=found.pk,
        year=found.plan.cycle.year,
        institution=found.plan.institution.key if found.plan.institution else "",
        version=found.version,
        state=found.state,
        is_whole=reached.is_whole,
        sections=[
            SectionRow(
                key=one.key,
                name=str(plans.section_name(one)),
                is_required=one.is_required,
                is_written=one.is_written,
            )
            for one in reached.sections
        ],
        value=value,
    )
    content, _places = facts_of(value.model_dump(mode="json"))
    body = said.model_dump(mode="json", exclude={"value"}) | {"value": content}
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type=_JSON)


@api.get(
    "/{int:edition}/findings",
    response={200: DraftFindings, **_READ},
    operation_id="draft-findings",
    summary="초안의 점검 결과 (What the rules find in a draft)",
)
def findings(request: HttpRequest, edition: int) -> HttpResponse:
    """초안에서 점검이 찾은 것. What the rules find in a draft: the same as its pages show."""
    seen = formulation.reached_findings(edition, _token(request), _today())
    rows = [
        FindingRow(
            rule=one.rule,
            severity=one.severity,
            category=one.category,
            section=section,
            item=one.item_id,
            subject=one.subject,
            message=one.message,
            expected=one.expected,
            found=one.found,
            difference=one.difference,
        )
        for one, section in seen.draft.findings
    ]
    return _said(DraftFindings(version=seen.draft.edition.version, data=rows))


@api.post(
    "/{int:edition}/edits",
    response={200: Written, **_REFUSALS, 409: Conflicts},
    operation_id="edit-draft",
    summary="초안 고치기 (Edit a draft)",
)
def edit(
    request: HttpRequest,
    edition: int,
    edits: Edits,
    idempotency_key: Annotated[
        str, Header(alias="Idempotency-Key", min_length=1, max_length=255, pattern=r"^[\x21-\x7e]+$")
    ],
) -> HttpResponse:
    """수정을 한꺼번에 합니다. 하나라도 본 값과 다르면 아무것도 하지 않고 양쪽을 보입니다(409).

    Make edits, all or none. The same key with the same body gets the same answer, with another 422.
    """
    token, at = _token(request), timezone.now()
    formulation.reached_edition(edition, token, day_in_korea(at))
    asked = sha256(request.path.encode() + b"\n" + request.body).hexdigest()
    do = partial(_write, edition, edits, token)
    try:
        status, body = once(f"token {token.pk}", idempotency_key, request=asked, do=do, at=at)
    except OtherRequest as other:
        raise Problem(
            422, _("이 Idempotency-Key는 다른 요청에 쓰였습니다. 요청마다 새 키를 쓰세요.")
        ) from other
    type_ = _JSON if status == HTTPStatus.OK else MEDIA_TYPE
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=type_)


def _write(edition: int, edits: Edits, token: Token) -> tuple[int, dict[str, Any]]:
    """The status and the body of the answer."""
    changes = [one.as_change() for one in edits.edits]
    at = timezone.now()
    done = write(
        edition_id=edition, changes=changes, way=EditWay.API, by=token.person, at=at, all_or_nothing=True
    )
    if done.conflicts:
        numbers = {id(change): number for number, change in enumerate(changes)}
        rows = [
            ConflictRow(edit=numbers[id(change)], seen=change.seen, new=change.new, now=now)
            for change, now in done.conflicts
        ]
        said = _("그사이 바뀐 곳이 있어 아무것도 고치지 않았습니다. `now`를 보고 다시 보내세요.")
        problem = Conflicts(title=HTTPStatus.CONFLICT.phrase, status=409, detail=said, conflicts=rows)
        return 409, problem.model_dump(mode="json")
    made = [
        EditRow(number=one.number, deed=one.deed, item=one.item_id, field=one.field, at=one.at)
        for one in dict.fromkeys(done.applied)
    ]
    written = Written(edition=edition, version=done.edition.version, edits=made)
    return 200, written.model_dump(mode="json")


def _token(request: HttpRequest) -> Token:
    return cast("Token", request.auth)  # type: ignore[attr-defined]


def _today() -> date:
    return day_in_korea(timezone.now())


def _said(body: BaseModel) -> HttpResponse:
    return HttpResponse(body.model_dump_json(), content_type=_JSON)


def _route(pattern: URLPattern) -> URLPattern:
    """As it stands below `v1/drafts`: ninja takes the first slash away."""
    below = str(pattern.pattern)
    return URLPattern(RoutePattern(f"/{below}" if below else "", is_endpoint=True), pattern.callback)


_RESOLVER = URLResolver(
    RoutePattern(""),
    [_route(one) for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"],
)
