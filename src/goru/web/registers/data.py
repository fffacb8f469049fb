"""The public cases of a register as files, and what went on in registers as a feed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition

from goru.core.practice import marked
from goru.domain.registers import queries
from goru.pipelines.issuing.datasets import CASE_SETS
from goru.pipelines.issuing.formats.delimited import as_csv
from goru.pipelines.issuing.formats.offers import MEDIA_TYPES
from goru.pipelines.issuing.formats.records import as_json
from goru.pipelines.issuing.formats.table import Table, table_of_cases
from goru.web.access import public, today

_SETS = {one.name: one for one in CASE_SETS}
_FORMS: Mapping[str, Callable[[Table], bytes]] = {"csv": as_csv, "json": as_json}


def _mark(_request: HttpRequest, key: str = "", name: str = "", form: str = "") -> str:
    """What changes as soon as anything does that is shown of cases."""
    return f'"{queries.mark(today())}-{key}-{name}-{form}-{get_language()}"'


@public
@condition(etag_func=_mark)
def data(_request: HttpRequest, key: str, name: str, form: str) -> HttpResponse:
    """A data set of the public cases of a register."""
    queries.register_of(key)
    if name not in _SETS or form not in _FORMS:
        raise Http404
    content = _FORMS[form](table_of_cases(_SETS[name], key, today()))
    headers = {
        "Content-Disposition": f'attachment; filename="{key}-{name}.{form}"',
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": "public, max-age=60",
    }
    return HttpResponse(content, content_type=f"{MEDIA_TYPES[form]}; charset=utf-8", headers=headers)


@public
@condition(etag_func=_mark)
def feed(request: HttpRequest, key: str = "") -> HttpResponse:
    """The latest moves of public cases (Atom, RFC 4287), of one register or of all."""
    register = queries.register_of(key) if key else None
    page = reverse("web:register", args=[key]) if key else reverse("web:registers")
    name = str(register.said.name) if register else _("모든 대장")
    made = Atom1Feed(
        title=marked(f"{name} · {_('단계 이동')}"),
        link=request.build_absolute_uri(page),
        description="",
        language=get_language(),
        feed_url=request.build_absolute_uri(request.path),
    )
    for move in queries.latest_moves(today(), key):
        case = move.case
        address = request.build_absolute_uri(reverse("web:case", args=[case.register.key, case.number]))
        stage = case.definition.said.stage(move.to_stage).name
        recorded = move.recorded_at.astimezone(UTC)
        made.add_item(
            title=f"{case.register.said.name}: {case.title} → {stage}",
            link=address,
            description=f"{case.number} {move.date_printed}".strip(),
            unique_id=f"{address}#{move.sequence}",
            pubdate=recorded,
            updateddate=recorded,
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
