import json
from pathlib import Path

import pytest
from frictionless import validate

from goru.domain.plans import queries as plans
from goru.pipelines.issuing.datasets import DATA_SETS
from goru.pipelines.issuing.formats.files import write_data

# Of the budget taxonomy of Fiscal Data Package 1.0, with the type that it demands.
COLUMN_TYPES = {
    "value": "number",
    "value-currency:code": "string",
    "direction": "string",
    "date:fiscal-year": "integer",
    "phase:id": "string",
    "fin-source:generic:level1:code": "string",
    "administrative-classification:generic:level1:code": "string",
    "administrative-classification:generic:level1:label": "string",
    "activity:generic:program:code": "string",
    "activity:generic:program:label": "string",
    "activity:generic:subprogram:code": "string",
    "activity:generic:subprogram:label": "string",
    "geo:target:code": "string",
}


@pytest.fixture
def folder(adopted_2024: None, db: None, tmp_path: Path) -> Path:
    write_data(plans.published(plans.cycle_of(2024)), tmp_path)
    return tmp_path / "data"


@pytest.mark.web
def test_frictionless_finds_nothing_wrong_with_the_package(folder: Path) -> None:
    for name in ("datapackage.json", "datapackage.zip"):
        report = validate(str(folder / name))
        assert report.valid, report.to_summary()
        assert len(report.tasks) == len(DATA_SETS)


@pytest.mark.web
def test_frictionless_would_find_what_is_wrong(folder: Path) -> None:
    lines = folder / "budget-lines.csv"
    lines.write_bytes(lines.read_bytes().replace(b",seoul,", b",nowhere,").replace(b",plan,", b",wish,"))

    report = validate(str(folder / "datapackage.json"))
    kinds = {error.type for task in report.tasks for error in task.errors}

    assert {"foreign-key", "constraint-error", "hash-count", "byte-count"} <= kinds


@pytest.mark.web
def test_money_is_described_along_the_fiscal_data_package(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_bytes())
    fields = [
        field
        for resource in package["resources"]
        for field in (*resource["schema"]["fields"], *resource["schema"].get("extraFields", []))
        if "columnType" in field
    ]
    money = next(one for one in package["resources"] if one["name"] == "budget-lines")
    extra = {field["columnType"]: field["constant"] for field in money["schema"]["extraFields"]}

    assert {field["columnType"]: field["type"] for field in fields} == COLUMN_TYPES
    assert extra == {"value-currency:code": "KRW", "direction": "expenditure"}
    assert package["countryCode"] == "KR"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
