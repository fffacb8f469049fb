"""A data package of the CSV files, made along Fiscal Data Package 1.0: fields carry their ColumnType."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any, Final

from goru.domain.plans.models import Publication
from goru.pipelines.issuing.datasets.definition import Column, DataSet
from goru.pipelines.issuing.formats.table import Table

LICENCE: Final = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
_TAXONOMY = "https://specs.frictionlessdata.io/taxonomies/fiscal/budgets.json"
_CONSTANTS = [
    {"name": "currency", "type": "string", "columnType": "value-currency:code", "constant": "KRW"},
    {"name": "direction", "type": "string", "columnType": "direction", "constant": "expenditure"},
]


def descriptor(publication: Publication, tables: list[Table], files: Mapping[str, bytes]) -> bytes:
    """`datapackage.json`: what the CSV files are, field by field; `files` are they, by name."""
    year = publication.cycle.year
    package = {
        "profile": "tabular-data-package",
        "name": f"plan-{year}",
        "title": f"{publication.title} 자료",
        "description": "The facts and figures of the yearly plan, as printed; made along Fiscal Data Package 1.0.0.",
        "version": publication.digest[:12],
        **({"referenceDate": publication.decided_date.isoformat()} if publication.decided_date else {}),
        "created": publication.at.isoformat(timespec="seconds"),
        "countryCode": "KR",
        "fiscalPeriod": {"start": f"{year}-01-01", "end": f"{year}-12-31"},
        "licenses": [LICENCE],
        "sources": [{"title": publication.title}],
        "columnTypes": [_TAXONOMY],
        "resources": [_resource(table.of, files[f"{table.of.name}.csv"]) for table in tables],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def as_zip(publication: Publication, files: Mapping[str, bytes]) -> bytes:
    """The files of the package as one; the same facts give the same bytes."""
    held = io.BytesIO()
    made = publication.at.timetuple()[:6]
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, made), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _resource(one: DataSet, content: bytes) -> dict[str, Any]:
    return {
        "name": one.name,
        "path": f"{one.name}.csv",
        "profile": "tabular-data-resource",
        "title": f"{one.title_ko} {one.title_en}",
        "description": f"{one.meaning_ko} {one.meaning_en}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(one),
    }


def _schema(one: DataSet) -> dict[str, Any]:
    columns = {column.name: column for column in one.columns}
    is_identified = all(one.is_always_there(columns[name]) for name in one.key)
    schema: dict[str, Any] = {
        "fields": [_field(one, column) for column in one.columns],
        "missingValues": [""],
        "foreignKeys": [
            {"fields": [column.name], "reference": {"resource": reference[0], "fields": [reference[1]]}}
            for column in one.columns
            if (reference := column.refers_to)
        ],
        **({"primaryKey": list(one.key)} if is_identified else {"uniqueKeys": [list(one.key)]}),
    }
    if any(column.fiscal == "value" for column in one.columns):
        schema["extraFields"] = _CONSTANTS
    return schema


def _field(one: DataSet, column: Column) -> dict[str, Any]:
    words = [word for word, _label in one.choices(column)]
    constraints = {
        **({"required": True} if one.is_always_there(column) else {}),
        **({"enum": words} if words else {}),
    }
    field = {
        "name": column.name,
        "type": "number" if column.fiscal == "value" else one.kind(column),
        "title": f"{column.title_ko} {column.title_en}",
        "description": f"{column.meaning_ko} {column.meaning_en}",
        "unit": column.unit,
        "columnType": column.fiscal,
        "constraints": constraints,
    }
    return {name: value for name, value in field.items() if value}
