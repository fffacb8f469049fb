"""The workbook of a register's cases: what is written comes back as it was, of every register there is."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.registering import AT, QUOTA, TASK, ZONE

from goru.domain.registers.models import Definition, Register
from goru.domain.registers.queries import CaseTable
from goru.domain.registers.reading import definitions_in
from goru.domain.registers.reading.lists import listed_in
from goru.domain.registers.rules.definition import RegisterDefinition
from goru.domain.registers.rules.listing import columns_of
from goru.domain.registers.vocabulary import QuantityKind
from goru.pipelines.issuing.formats import case_list

pytestmark = pytest.mark.web

DEFINITIONS = [
    *map(RegisterDefinition.model_validate, (ZONE, QUOTA, TASK)),
    *definitions_in(Path(__file__).parents[3] / "data" / "registers"),
]

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)


@pytest.mark.parametrize("said", DEFINITIONS, ids=lambda one: f"{one.key}-{one.version}")
@given(data=st.data())
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_rows_come_out_as_they_went_in(said: RegisterDefinition, data: st.DataObject) -> None:
    amounts = [(one.key, 2024, QuantityKind.ACTUAL) for one in said.quantities if one.per_year]
    columns = columns_of(said, rounds=["상반기"], amounts=amounts)
    heads = [one.head for one in columns]
    assert len(set(heads)) == len(heads)
    figures = st.integers(-(10**20), 10**20).map(str)
    row = st.tuples(
        *(
            st.sampled_from(one.choices) if one.choices else figures if case_list.is_figure(one) else TEXTS
            for one in columns
        )
    )
    rows = [list(one) for one in data.draw(st.lists(row, max_size=3))]
    register = Register(key=said.key, name=said.name.ko)
    register.definition = Definition(register=register, content=said.model_dump(mode="json", by_alias=True))
    register.definition.digest = said.digest
    content = case_list.as_xlsx(CaseTable(register, columns, rows, date(2024, 3, 20)), made_at=AT)

    found = listed_in(content, "목록.xlsx", said, columns)

    assert [[one.texts[head] for head in heads] for one in found.rows] == rows
    assert (found.key, found.digest) == (said.key, said.digest)
    assert not any(one.wrong for one in found.rows)
