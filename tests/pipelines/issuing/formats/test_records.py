import json
from decimal import Decimal

import pytest

from goru.pipelines.issuing.formats.records import as_json, plain
from goru.pipelines.issuing.formats.table import Table


def test_rows_are_objects_one_a_line(table: Table) -> None:
    content = as_json(table).decode()

    assert json.loads(content)[0] == {
        "text": '=1+1, "둘"',
        "position": 1,
        "start_date": "2024-03-31",
        "is_done": True,
        "precision": "day",
    }
    assert json.loads(content)[1]["start_date"] is None
    assert len(content.splitlines()) == 4


def test_no_rows_are_an_empty_list(table: Table) -> None:
    assert json.loads(as_json(Table(table.of, ()))) == []


@pytest.mark.parametrize(
    ("figure", "said"),
    [("51.6", "51.6"), ("500", "500"), ("5E+7", "50000000"), ("123456789.123456", "123456789.123456")],
)
def test_a_figure_is_the_number_printed(figure: str, said: str) -> None:
    assert json.dumps(plain(Decimal(figure))) == said
