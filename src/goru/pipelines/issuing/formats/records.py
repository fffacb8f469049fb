"""JSON: a list of objects, one a row."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from goru.pipelines.issuing.datasets.definition import Value
from goru.pipelines.issuing.formats.table import Table


def as_json(table: Table) -> bytes:
    """A list of objects, one a line; figures are numbers, days as 2024-03-31."""
    names = [column.name for column in table.of.columns]
    objects = (
        json.dumps({name: plain(value) for name, value in zip(names, row, strict=True)}, ensure_ascii=False)
        for row in table.rows
    )
    return ("[\n" + ",\n".join(objects) + "\n]\n").encode()


def plain(value: Value) -> str | int | float | bool | None:
    """A value as JSON has it. A printed figure has fewer digits than a float keeps."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
