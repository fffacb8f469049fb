"""What may be asked of a data set: filters by its columns, words, sort, limit, cursor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, get_origin

from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
    create_model,
)
from pydantic_core import ErrorDetails

from goru.api.problems import Fault, Problem
from goru.api.rows import value_type, words_of
from goru.pipelines.issuing.datasets.definition import Column, DataSet

LARGEST = 500
USUAL = 100
_Word = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
_Integer = Annotated[int, Field(ge=-(2**63), le=2**63 - 1)]
_MOST = 10**18
_Decimal = Annotated[
    Decimal,
    Field(ge=-_MOST, le=_MOST),
    WithJsonSchema({"type": "number", "minimum": -_MOST, "maximum": _MOST}),
]


def _full_date(value: Any) -> date:
    """A date as RFC 3339 writes it; pydantic would take seconds since 1970 too."""
    if not _FULL_DATE.fullmatch(str(value)):
        raise ValueError(_("날짜는 2024-03-31처럼 적습니다."))
    return date.fromisoformat(value)


_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_Date = Annotated[date, BeforeValidator(_full_date)]
_RANGES: dict[str, Any] = {"integer": _Integer, "number": _Decimal, "date": _Date}

_WRONG = {
    "literal_error": gettext_lazy("다음 가운데 하나여야 합니다: %(expected)s"),
    "greater_than_equal": gettext_lazy("%(ge)s 이상이어야 합니다."),
    "less_than_equal": gettext_lazy("%(le)s 이하여야 합니다."),
    "int_parsing": gettext_lazy("정수여야 합니다."),
    "int_parsing_size": gettext_lazy("정수여야 합니다."),
    "decimal_parsing": gettext_lazy("수여야 합니다."),
    "finite_number": gettext_lazy("수여야 합니다."),
    "bool_parsing": gettext_lazy("true 또는 false여야 합니다."),
    "string_too_long": gettext_lazy("%(max_length)s자까지 쓸 수 있습니다."),
}


class Parameters(BaseModel):
    """Base of all that may be asked; built when it is asked first."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


@dataclass(frozen=True, slots=True)
class Filter:
    """One parameter: its name, its type, what it does, and the condition it sets (`field__lookup`)."""

    name: str
    type: Any
    says: str
    lookup: str


def filters_of(data_set: DataSet) -> list[Filter]:
    """Every column by its values (any of those given); numbers and dates by their bounds too."""
    return [one for column in data_set.columns for one in _filters(data_set, column)]


def sortable(data_set: DataSet) -> list[Column]:
    """The columns that rows can be put in order by: all but lists and structures."""
    return [column for column in data_set.columns if value_type(data_set, column) not in (Any, list[str])]


def parameters_model(data_set: DataSet) -> type[Parameters]:
    """The schema of the parameters of a data set."""
    filters: dict[str, Any] = {one.name: (one.type, _field(one)) for one in filters_of(data_set)}
    orders = tuple(f"{sign}{column.name}" for column in sortable(data_set) for sign in ("", "-"))
    shared: dict[str, Any] = {
        "q": (
            _Word,
            Field("", description="글에 모두 들어 있어야 할 낱말. Words that the texts of a row hold."),
        ),
        "sort": (
            Literal[orders],
            _optional("정렬할 열, 큰 것부터는 앞에 -. A column to sort by; - for descending."),
        ),
        "limit": (int, Field(USUAL, ge=1, le=LARGEST, description="한 쪽의 행 수. Rows a page.")),
        "cursor": (
            Annotated[str, StringConstraints(max_length=2000, pattern=r"^[\w-]*$")],
            Field("", description="앞 쪽의 `next`가 준 자리. The place that the `next` of a page gave."),
        ),
    }
    return create_model(f"{data_set.name}-parameters", __base__=Parameters, **filters, **shared)


def asked_of(model: type[Parameters], query: QueryDict) -> Parameters:
    """The parameters of an address, or a Problem that names each that cannot be used."""
    if unknown := sorted(set(query) - set(model.model_fields)):
        faults = [Fault(parameter=name, detail=_("이런 매개변수는 없습니다.")) for name in unknown]
        says = _("모르는 매개변수입니다: %(names)s. 쓸 수 있는 것: %(known)s")
        known = ", ".join(sorted(model.model_fields))
        raise Problem(422, says % {"names": ", ".join(unknown), "known": known}, faults)
    lists = {name for name, field in model.model_fields.items() if get_origin(field.annotation) is list}
    try:
        return model.model_validate(
            {name: query.getlist(name) if name in lists else query[name] for name in query}
        )
    except ValidationError as error:
        faults = [Fault(parameter=str(one["loc"][0]), detail=said_of(one)) for one in error.errors()]
        names = ", ".join(dict.fromkeys(fault.parameter for fault in faults))
        raise Problem(422, _("값을 쓸 수 없습니다: %(names)s") % {"names": names}, faults) from error


def said_of(error: ErrorDetails) -> str:
    """What is wrong with a value, in the reader's language."""
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return str(context["error"])
    return str(_WRONG.get(error["type"], _("쓸 수 없는 값입니다."))) % context


def _field(one: Filter) -> Any:
    if get_origin(one.type) is list:
        return Field(default_factory=list, description=one.says)
    return _optional(one.says)


def _optional(says: str) -> Any:
    """A parameter that may be left out; it is None then, which no query can say."""
    return Field(None, description=says)


def condition(data_set: DataSet, asked: BaseModel) -> Q:
    """The condition that the given filters and words set."""
    wanted = Q()
    for one in filters_of(data_set):
        value = getattr(asked, one.name)
        if value not in (None, []):
            wanted &= Q((one.lookup, value))
    texts = _texts(data_set)
    for word in getattr(asked, "q", "").split():
        wanted &= Q(*((f"{path}__icontains", word) for path in texts), _connector=Q.OR)
    return wanted


def _filters(data_set: DataSet, column: Column) -> list[Filter]:
    name, path, kind = column.name, column.path, data_set.kind(column)
    label = f"{column.title_ko} ({column.title_en})"
    type_ = value_type(data_set, column)
    if type_ is Any or column.shortened_by:
        return []
    if type_ == list[str]:
        return [
            Filter(name, list[_Word], f"{label}: 모두 있는 것. Holding all of these.", f"{path}__contains")
        ]
    found = []
    if kind == "string":
        words: Any = words_of(data_set, column) or _Word
        found.append(Filter(name, list[words], f"{label}: 그중 하나. Any of these.", f"{path}__in"))
    elif kind == "integer":
        found.append(Filter(name, list[_Integer], f"{label}: 그중 하나. Any of these.", f"{path}__in"))
    elif kind == "boolean":
        found.append(Filter(name, bool, label, path))
    if bound := _RANGES.get(kind):
        found.append(Filter(f"{name}_min", bound, f"{label}: 이상. At least.", f"{path}__gte"))
        found.append(Filter(f"{name}_max", bound, f"{label}: 이하. At most.", f"{path}__lte"))
    return found


def _texts(data_set: DataSet) -> Sequence[str]:
    return [
        column.path
        for column in data_set.columns
        if isinstance(data_set.fields(column)[-1], models.CharField | models.TextField)
        and not words_of(data_set, column)
    ]
