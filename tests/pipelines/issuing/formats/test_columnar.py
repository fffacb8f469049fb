import io
from dataclasses import replace
from decimal import Decimal

import pyarrow as arrow
from pyarrow import parquet

from goru.pipelines.issuing.datasets.indicators import INDICATORS
from goru.pipelines.issuing.formats.columnar import as_parquet
from goru.pipelines.issuing.formats.table import Table


def test_columns_have_types_and_say_what_they_mean(table: Table) -> None:
    read = parquet.read_table(io.BytesIO(as_parquet(table)))

    assert [str(field.type) for field in read.schema] == ["string", "int64", "date32[day]", "bool", "string"]
    assert [field.nullable for field in read.schema] == [False, False, True, False, False]
    assert read.schema.field("text").metadata[b"title_en"] == b"Step"
    assert tuple(read.to_pylist()[0].values()) == table.rows[0]


def test_figures_stay_exact() -> None:
    baseline = tuple(column for column in INDICATORS.columns if column.name == "baseline")
    table = Table(replace(INDICATORS, columns=baseline), ((Decimal("51.6"),), (None,)))

    read = parquet.read_table(io.BytesIO(as_parquet(table)))

    assert read.schema.field("baseline").type == arrow.decimal128(24, 6)
    assert read.to_pylist() == [{"baseline": Decimal("51.6")}, {"baseline": None}]


def test_no_rows_are_a_table_all_the_same(table: Table) -> None:
    assert parquet.read_table(io.BytesIO(as_parquet(Table(table.of, ())))).num_rows == 0
