"""The dictionary of the data sets, printed from their definitions."""

from __future__ import annotations

from goru.pipelines.issuing.datasets import CASE_SETS, DATA_SETS
from goru.pipelines.issuing.datasets.definition import Column, DataSet
from goru.pipelines.issuing.formats.wholes import WHOLES

_HEAD = """# Data sets

The open data of a plan year, on the page `/data/` and at `/data/<year>/<file>`. Each data set is there as
`<name>.csv` (RFC 4180, UTF-8 with a byte order mark, so that Excel opens it as Korean), `<name>.json` (a list of
objects), `<name>.xlsx` (titles and words in Korean, with a sheet of meanings) and `<name>.parquet` (typed). Facts and figures
only, as printed; a misprint stays as printed and stands in [findings](#findings). An empty cell is "nothing printed",
never zero. Amounts are whole won; `unit` and `precision` say how they were printed. `first_line` and `last_line` are
lines of the adopted book.

| File | What it is |
| --- | --- |
{wholes}

Licence of the data: CC BY 4.0; of Korean public bodies' own data also KOGL type 1. This page is printed from the code
(`make docs`).
"""

_CASES = """# Cases of registers

These are of no plan year and in no issue, for cases change from day to day: they are given as they are, by the API
(`/api/v1/cases?register_key=<key>`) and, of one register, as `/registers/<key>/data/<name>.csv` and `.json`. Only what is
public is in them. Stages, fields, roles and units are those of the register's definition.
"""


def dictionary() -> str:
    """The dictionary as Markdown, sets in the order of the page."""
    wholes = "\n".join(f"| `{whole.file}` | {whole.meaning_en} |" for whole in WHOLES)
    yearly, live = map(_section, DATA_SETS), map(_section, CASE_SETS)
    return "\n".join([_HEAD.replace("{wholes}", wholes), *yearly, _CASES, *live])


def _section(one: DataSet) -> str:
    key = ", ".join(f"`{name}`" for name in one.key)
    head = f"## {one.name}\n\n{one.title_ko}. {one.meaning_en} A row is known by {key}.\n"
    rows = [_row(one, column) for column in one.columns]
    titles = "| Column | Korean | Type | Unit | Meaning |\n| --- | --- | --- | --- | --- |"
    return "\n".join([head, titles, *rows, ""])


def _row(one: DataSet, column: Column) -> str:
    words = ", ".join(f"`{word}` {label}" for word, label in one.choices(column))
    meaning = f"{column.meaning_en} One of: {words}." if words else column.meaning_en
    kind = one.kind(column) if one.is_always_there(column) else f"{one.kind(column)} or empty"
    return f"| `{column.name}` | {column.title_ko} | {kind} | {column.unit} | {meaning} |"
