"""CSV (RFC 4180) in UTF-8, with a byte order mark: without it Excel takes Korean text for another encoding."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from goru.pipelines.issuing.datasets.definition import Value
from goru.pipelines.issuing.formats.table import Table


def as_csv(table: Table) -> bytes:
    """The columns' names, then a line a row; nothing for null, true and false, days as 2024-03-31."""
    text = io.StringIO()
    lines = csv.writer(text)
    lines.writerow(column.name for column in table.of.columns)
    lines.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
