"""Pages by cursor: a page begins after the last row of the one before, wherever rows were put meanwhile.

A cursor is opaque to whoever uses it. It holds for the same question to the same data: of other data, or with other
filters, it is refused, so that nobody gathers a table of two versions.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from goru.api.parameters import condition, sortable
from goru.api.problems import Problem
from goru.pipelines.issuing.datasets.definition import DataSet


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an order: the path of a field, and whether it runs from the greatest down; null is always last."""

    path: str
    is_descending: bool

    def expression(self) -> Any:
        """The step for `order_by`."""
        return F(self.path).desc(nulls_last=True) if self.is_descending else F(self.path).asc(nulls_last=True)

    def same(self, value: Any) -> Q:
        """Rows that are alike in this step."""
        return Q((f"{self.path}__isnull", True)) if value is None else Q((self.path, value))

    def after(self, value: Any) -> Q | None:
        """Rows that come later by this step; None where there can be none."""
        if value is None:
            return None
        return Q((f"{self.path}__{'lt' if self.is_descending else 'gt'}", value)) | Q(
            (f"{self.path}__isnull", True)
        )


def steps_of(data_set: DataSet, sort: str | None) -> list[Step]:
    """The order of rows: as asked, or as printed with the latest plan year first; the record itself settles the rest."""
    if sort:
        paths = {column.name: column.path for column in sortable(data_set)}
        wanted = [Step(paths[sort.lstrip("-")], sort.startswith("-"))]
    else:
        wanted = [Step(f"{data_set.cycle}__year", is_descending=True)] if data_set.cycle else []
        wanted += [Step(path.lstrip("-"), path.startswith("-")) for path in data_set.order]
    return [*wanted, Step("pk", is_descending=False)]


def cursor_of(values: Sequence[Any], mark: str) -> str:
    """The cursor of the page after a row, by what the row has in the steps of the order."""
    text = json.dumps([mark, *values], ensure_ascii=False, default=str)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def wanted(data_set: DataSet, asked: Any, on: date) -> QuerySet[Any]:
    """All rows that the filters find, of those that everybody may see on a day."""
    return data_set.model._default_manager.filter(data_set.seen_on(on) & condition(data_set, asked))


def found(
    data_set: DataSet, asked: Any, steps: Sequence[Step], mark: str, on: date
) -> QuerySet[Any, tuple[Any, ...]]:
    """The rows of a page, one more than it holds: the columns, then what the order's steps see."""
    rows = wanted(data_set, asked, on)
    if asked.cursor:
        rows = rows.filter(_later(steps, _values(data_set, steps, asked.cursor, mark)))
    paths = [*(column.path for column in data_set.columns), *(step.path for step in steps)]
    return rows.order_by(*(step.expression() for step in steps)).values_list(*paths)[: asked.limit + 1]


def _later(steps: Sequence[Step], values: Sequence[Any]) -> Q:
    later, same = Q(pk__in=()), Q()
    for step, value in zip(steps, values, strict=True):
        after = step.after(value)
        if after is not None:
            later |= same & after
        same &= step.same(value)
    return later


def _values(data_set: DataSet, steps: Sequence[Step], cursor: str, mark: str) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        held, *values = json.loads(base64.urlsafe_b64decode(padded))
        read = [_value(data_set, step, value) for step, value in zip(steps, values, strict=True)]
    except (ValueError, TypeError, ValidationError) as error:
        raise Problem(400, _("cursor를 읽을 수 없습니다. 앞 쪽의 next를 그대로 쓰세요.")) from error
    if held != mark:
        raise Problem(
            400,
            _("cursor가 다른 조건이나 지난 자료의 것입니다. cursor 없이 다시 시작하세요."),
        )
    return read


def _value(data_set: DataSet, step: Step, value: Any) -> Any:
    """What a cursor says of a step, as the field means it; ValueError or ValidationError where it cannot be."""
    if value is None:
        return None
    if "\0" in str(value):
        raise ValueError(value)
    model: Any = data_set.model
    for name in step.path.split("__"):
        field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        model = field.related_model
    return field.to_python(value)
