"""Indicators as statistics: observations as SDMX-CSV 2.0, and what they mean as an SDMX-JSON 2.0 structure message."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from goru.domain.plans.models import Publication
from goru.pipelines.issuing.datasets.definition import Value
from goru.pipelines.issuing.formats.records import plain
from goru.pipelines.issuing.formats.table import Table, identifier_of

Records = Mapping[str, Sequence[Mapping[str, Value]]]
Code = tuple[str, str, str]

_SCHEMA: Final = (
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/"
    "sdmx-json-structure-schema.json"
)
_OWNER: Final = {"agencyID": "GORU", "version": "1.0.0"}
_FLOW: Final = "GORU:INDICATORS(1.0.0)"
_DIMENSIONS: Final = {
    "FREQ": ("주기", "Frequency"),
    "REF_AREA": ("기관", "Institution"),
    "TASK": ("과제", "Task"),
    "INDICATOR": ("지표", "Indicator"),
    "SCENARIO": ("실적 또는 목표", "Actual or target"),
}
_OTHERS: Final = {
    "TIME_PERIOD": ("연도", "Year"),
    "OBS_VALUE": ("값", "Value"),
    "UNIT_MEASURE": ("단위, 인쇄된 그대로", "Unit as printed"),
}
_SCENARIOS: Final = (("ACTUAL", "실적", "Actual"), ("TARGET", "목표", "Target"))
_NATION, _NO_TASK = ("KR", "대한민국", "Republic of Korea"), ("_Z", "해당 없음", "Not applicable")


def observations(tables: Iterable[Table]) -> bytes:
    """Every actual and target that is a number. A row is an indicator of an institution, or of a task of the nation."""
    found = {table.of.name: table.records() for table in tables}
    text = io.StringIO()
    lines = csv.writer(text)
    lines.writerow(["STRUCTURE", "STRUCTURE_ID", "ACTION", *_DIMENSIONS, *_OTHERS])
    for row, (indicator, _name, _name_en) in zip(found["indicators"], _indicators(found), strict=True):
        task = row["action_task"] or row["core_task"]
        key = ["A", row["institution"] or _NATION[0], identifier_of(task) if task else _NO_TASK[0], indicator]
        for (scenario, _ko, _en), column in zip(_SCENARIOS, ("baseline", "target"), strict=True):
            figure, year = row[column], row[f"{column}_year"] or row["year"]
            if figure is not None:
                lines.writerow(["dataflow", _FLOW, "I", *key, scenario, year, plain(figure), row["unit"]])
    return text.getvalue().encode()


def structure(publication: Publication, tables: Iterable[Table]) -> bytes:
    """The data structure, its dataflow, concepts and code lists."""
    found = {table.of.name: table.records() for table in tables}
    message = {
        "meta": {
            "schema": _SCHEMA,
            "id": f"goru-{publication.digest[:12]}",
            "test": False,
            "prepared": publication.at.isoformat(timespec="seconds"),
            "contentLanguages": ["ko", "en"],
            "sender": {"id": "GORU"},
        },
        "data": {
            "conceptSchemes": [
                {
                    **_named("CS_GORU", "개념", "Concepts"),
                    "concepts": list(_items({**_DIMENSIONS, **_OTHERS})),
                }
            ],
            "codelists": [
                {**_named(f"CL_{name}", *_DIMENSIONS[name]), "codes": [_item(*code) for code in codes]}
                for name, codes in _codes(found).items()
            ],
            "dataStructures": [
                {**_named("INDICATORS", "성과지표", "Indicators"), "dataStructureComponents": _components()}
            ],
            "dataflows": [
                {
                    **_named("INDICATORS", "성과지표", "Indicators"),
                    "structure": f"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure={_FLOW}",
                }
            ],
        },
    }
    return (json.dumps(message, ensure_ascii=False, indent=1) + "\n").encode()


def _codes(found: Records) -> dict[str, list[Code]]:
    areas = [(str(one["key"]), str(one["name"]), str(one["name_en"])) for one in found["institutions"]]
    tasks = [
        (identifier_of(one["code"]), str(one["name"]))
        for name in ("core-tasks", "action-tasks")
        for one in found[name]
    ]
    return {
        "FREQ": [("A", "연", "Annual")],
        "REF_AREA": [_NATION, *areas],
        "TASK": [_NO_TASK, *((code, name, name) for code, name in tasks)],
        "INDICATOR": list(dict.fromkeys(_indicators(found))),
        "SCENARIO": list(_SCENARIOS),
    }


def _indicators(found: Records) -> Iterator[Code]:
    """The code of each row's indicator: made of its name alone, so it is the same in every year.

    Where one plan or task prints a name again, the code says the how-manieth it is.
    """
    seen: Counter[tuple[Value, ...]] = Counter()
    for row in found["indicators"]:
        owner = (row["institution"], row["core_task"], row["action_task"], row["name"])
        seen[owner] += 1
        name = f"{row['name']} ({seen[owner]})" if seen[owner] > 1 else str(row["name"])
        yield f"I{hashlib.sha256(name.encode()).hexdigest()[:12]}", name, name


def _components() -> dict[str, Any]:
    dimensions = [
        {
            **_component(name),
            "position": place,
            "localRepresentation": {
                "enumeration": f"urn:sdmx:org.sdmx.infomodel.codelist.Codelist=GORU:CL_{name}(1.0.0)"
            },
        }
        for place, name in enumerate(_DIMENSIONS)
    ]
    attribute = {**_component("UNIT_MEASURE", "String"), "attributeRelationship": {"observation": {}}}
    return {
        "dimensionList": {
            "id": "DimensionDescriptor",
            "dimensions": dimensions,
            "timeDimension": _component("TIME_PERIOD", "ObservationalTimePeriod"),
        },
        "measureList": {"id": "MeasureDescriptor", "measures": [_component("OBS_VALUE", "Decimal")]},
        "attributeList": {"id": "AttributeDescriptor", "attributes": [attribute]},
    }


def _component(name: str, kind: str = "") -> dict[str, Any]:
    concept = f"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=GORU:CS_GORU(1.0.0).{name}"
    said = {"localRepresentation": {"format": {"dataType": kind}}} if kind else {}
    return {"id": name, "conceptIdentity": concept, **said}


def _items(words: Mapping[str, tuple[str, str]]) -> Iterator[dict[str, Any]]:
    return (_item(name, korean, english) for name, (korean, english) in words.items())


def _named(identifier: str, korean: str, english: str) -> dict[str, Any]:
    return {**_item(identifier, korean, english), **_OWNER}


def _item(identifier: str, korean: str, english: str) -> dict[str, Any]:
    return {"id": identifier, "name": korean, "names": {"ko": korean, "en": english}}
