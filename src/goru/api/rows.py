"""A data set's rows as the API gives them: the columns of the open data, lists and structures as JSON's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Literal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from pydantic import BaseModel, ConfigDict, Field, create_model

from goru.book.model import Number
from goru.pipelines.issuing.datasets.definition import Column, DataSet

Cells = tuple[Any, ...]


class Row(BaseModel):
    """Base of all rows; built when the first is given."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def row_model(data_set: DataSet) -> type[Row]:
    """The schema of a data set's rows."""
    fields: dict[str, Any] = {
        column.name: (
            _annotation(data_set, column),
            Field(title=column.title_ko, description=meaning(column)),
        )
        for column in data_set.columns
    }
    return create_model(_class_name(data_set), __base__=Row, **fields)


class Page(BaseModel):
    """Base of all pages of rows."""

    model_config = ConfigDict(defer_build=True)


def page_model(data_set: DataSet) -> type[Page]:
    """The schema of a page of a data set's rows."""
    row: Any = row_model(data_set)
    fields: dict[str, Any] = {
        "data": (list[row], Field(description="행. The rows.")),
        "total": (
            int,
            Field(description="조건에 맞는 모든 행의 수. How many rows the filters find in all."),
        ),
        "next": (
            str | None,
            Field(description="다음 쪽의 주소, 마지막이면 null. The next page's address; null on the last."),
        ),
    }
    return create_model(f"{_class_name(data_set)}Page", __base__=Page, **fields)


def reader(data_set: DataSet) -> Callable[[Cells], dict[str, Any]]:
    """What makes a row of the values that the database gives for the columns; a text that may lack is null then."""
    names = [column.name for column in data_set.columns]
    texts = [
        (position, column.shortened_by or str, None if not data_set.is_always_there(column) else "")
        for position, column in enumerate(data_set.columns)
        if value_type(data_set, column) is str
    ]

    def read(cells: Cells) -> dict[str, Any]:
        values = list(cells)
        for position, shorten, empty in texts:
            values[position] = shorten(values[position]) if values[position] else empty
        return dict(zip(names, values, strict=True))

    return read


def meaning(column: Column) -> str:
    """What a column means, with the unit of its numbers, in Korean and English."""
    unit = f" [{column.unit}]" if column.unit else ""
    return f"{column.meaning_ko}{unit} {column.meaning_en}"


def words_of(data_set: DataSet, column: Column) -> Any:
    """The type of a column that holds one of some words; None where it is free."""
    words = tuple(word for word, _ in data_set.choices(column))
    return Literal[words] if words else None


def value_type(data_set: DataSet, column: Column) -> Any:
    """The type of a column's values where there is one."""
    field = data_set.fields(column)[-1]
    if isinstance(field, ArrayField):
        return list[str]
    if isinstance(field, models.JSONField):
        return Any
    kinds = {"integer": int, "number": Number, "boolean": bool, "date": date}
    return words_of(data_set, column) or kinds.get(data_set.kind(column), str)


def _annotation(data_set: DataSet, column: Column) -> Any:
    type_ = value_type(data_set, column)
    if type_ in (Any, list[str]) or data_set.is_always_there(column):
        return type_
    return type_ | None


def _class_name(data_set: DataSet) -> str:
    return "".join(word.capitalize() for word in data_set.name.split("-"))
