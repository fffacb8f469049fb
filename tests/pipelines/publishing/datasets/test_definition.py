from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from django.contrib.postgres.fields import ArrayField

from goru.book.register import institutions
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Document
from goru.pipelines.publishing.datasets import DATA_SETS
from goru.pipelines.publishing.datasets.definition import Column, DataSet
from goru.pipelines.publishing.datasets.money import BUDGET_LINES

SETS = {one.name: one for one in DATA_SETS}
COLUMNS = [
    pytest.param(one, column, id=f"{one.name}-{column.name}") for one in DATA_SETS for column in one.columns
]
TYPES = {"string": str, "integer": int, "number": Decimal, "boolean": bool, "date": date}


@pytest.mark.parametrize(("one", "column"), COLUMNS)
def test_a_column_says_a_public_field(one: DataSet, column: Column) -> None:
    for field in one.fields(column):
        assert field.name in field.model.Publishing.public  # type: ignore[attr-defined]


@pytest.mark.parametrize(("one", "column"), COLUMNS)
def test_a_column_has_its_meaning_in_both_languages(one: DataSet, column: Column) -> None:
    said = (column.title_ko, column.title_en, column.meaning_ko, column.meaning_en)

    assert all(said)
    assert column.meaning_en.isascii() or "Ⅱ" in column.meaning_en or "§" in column.meaning_en
    assert one.kind(column) != "number" or column.unit or "unit" in column.meaning_en


@pytest.mark.parametrize("one", DATA_SETS, ids=lambda one: one.name)
def test_what_a_set_refers_to_is_there(one: DataSet) -> None:
    names = [column.name for column in one.columns]
    referred = {column.refers_to for column in one.columns if column.refers_to}

    assert set(one.key) <= set(names)
    assert len(names) == len(set(names))
    assert referred <= {(other.name, other.key[0]) for other in DATA_SETS if len(other.key) == 1}


@pytest.mark.web
@pytest.mark.usefixtures("plan_2024")
def test_the_key_tells_rows_apart_and_every_value_is_of_its_kind() -> None:
    cycle = plans.cycle_of(2024)

    for one in DATA_SETS:
        rows = list(one.rows(cycle))
        places = [[column.name for column in one.columns].index(name) for name in one.key]
        keys = Counter(tuple(row[place] for place in places) for row in rows)
        assert [key for key, count in keys.items() if count > 1] == [], one.name
        assert rows, one.name
        for values, column in zip(zip(*rows, strict=True), one.columns, strict=True):
            wrong = [
                value
                for value in values
                if value is not None and not isinstance(value, TYPES[one.kind(column)])
            ]
            assert wrong == [], f"{one.name}.{column.name}"


@pytest.mark.web
@pytest.mark.usefixtures("plan_2024")
def test_the_money_of_seoul_is_in_won_as_printed() -> None:
    names = [column.name for column in BUDGET_LINES.columns]
    rows = [dict(zip(names, row, strict=True)) for row in BUDGET_LINES.rows(plans.cycle_of(2024))]

    seoul = [row for row in rows if row["institution"] == "seoul"]

    assert 41_886 * 10**8 in [row["won"] for row in seoul]
    assert {(row["unit"], row["precision"], row["phase"], row["source"], row["year"]) for row in seoul} == {
        ("억원", 10**8, "plan", "combined", 2024)
    }


@pytest.mark.web
@pytest.mark.usefixtures("plan_2024")
def test_codes_of_provinces_and_of_municipalities_stand_in_two_sets() -> None:
    cycle = plans.cycle_of(2024)
    of_provinces = {row[0] for row in SETS["region-codes"].rows(cycle)}
    names = [column.name for column in SETS["municipalities"].columns]
    rows = [dict(zip(names, row, strict=True)) for row in SETS["municipalities"].rows(cycle)]

    assert of_provinces == {one.key for one in institutions() if one.kind == "province"}
    assert len(rows) == 406
    assert {
        (row["code"], row["valid_from"], row["valid_to"])
        for row in rows
        if row["municipality"] == "mois-51110"
    } == {("42110", None, date(2023, 6, 10)), ("51110", date(2023, 6, 11), None)}


@pytest.mark.web
def test_a_set_holds_its_own_year_alone(plan_2024: None, adopted: Document) -> None:
    for one in DATA_SETS:
        if one.cycle:
            years = {
                row[[column.name for column in one.columns].index("year")] for row in one.rows(adopted.cycle)
            }
            assert years <= {2025}, one.name


def test_lists_and_figures_are_plain() -> None:
    column = SETS["institutions"].columns[-3]

    assert isinstance(SETS["institutions"].fields(column)[-1], ArrayField)
    assert column.value(["강원", "강원도"], "string") == "강원; 강원도"
    assert str(column.value(Decimal("51.600000"), "number")) == "51.6"
    assert str(column.value(Decimal("500.000000"), "number")) == "500"
