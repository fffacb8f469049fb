"""Parquet: typed columns with their meaning beside them."""

from __future__ import annotations

import io

import pyarrow as arrow
from pyarrow import parquet

from goru.pipelines.issuing.datasets.definition import Column, DataSet, Kind
from goru.pipelines.issuing.formats.table import Table

_TYPES: dict[Kind, arrow.DataType] = {
    "string": arrow.string(),
    "integer": arrow.int64(),
    "number": arrow.decimal128(24, 6),
    "boolean": arrow.bool_(),
    "date": arrow.date32(),
}


def as_parquet(table: Table) -> bytes:
    """The rows, compressed with zstd; each field says its title, meaning and unit."""
    fields = [_field(table.of, column) for column in table.of.columns]
    about = {"title": table.of.title_ko, "title_en": table.of.title_en, "description": table.of.meaning_ko}
    schema = arrow.schema(fields, metadata=about)
    values = [list(column) for column in zip(*table.rows, strict=True)] or [[] for _ in fields]
    arrays = [arrow.array(column, type=field.type) for column, field in zip(values, fields, strict=True)]
    held = io.BytesIO()
    parquet.write_table(arrow.Table.from_arrays(arrays, schema=schema), held, compression="zstd")
    return held.getvalue()


def _field(one: DataSet, column: Column) -> arrow.Field:
    about = {
        "title": column.title_ko,
        "title_en": column.title_en,
        "description": column.meaning_ko,
        "description_en": column.meaning_en,
        "unit": column.unit,
    }
    return arrow.field(
        column.name, _TYPES[one.kind(column)], nullable=not one.is_always_there(column), metadata=about
    )
