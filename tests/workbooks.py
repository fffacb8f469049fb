"""Workbooks as a person changes them: by the heads of their columns and the words in their rows, with another program."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import openpyxl

from goru.book.items.filled import Filled, filled
from goru.book.items.placing import facts_of
from goru.book.items.stamping import Stamp
from goru.book.model.editions import InstitutionPlan
from goru.book.reading import workbook as reading
from goru.book.writing.workbook import Made, as_xlsx

HEAD = 3
"""The row of the heads as persons count."""


class Workbook:
    """The workbook of a plan, open in openpyxl."""

    def __init__(self, value: InstitutionPlan) -> None:
        self.value = value
        made = Made(Stamp(7, 3, value), "2025 시행계획", datetime(2025, 1, 23))  # noqa: DTZ001
        self.bytes = as_xlsx(made)
        self.book = openpyxl.load_workbook(io.BytesIO(self.bytes))

    def column(self, sheet: str, head: str) -> int:
        cells = self.book[sheet][HEAD]
        return next(int(one.column) for one in cells if one.value == head)

    def row(self, sheet: str, words: str) -> int:
        """The first row in which a cell says something."""
        rows = self.book[sheet].iter_rows(min_row=HEAD + 1)
        return next(int(row[0].row) for row in rows if words in [one.value for one in row])

    def cell(self, sheet: str, words: str | int, head: str) -> Any:
        row = words if isinstance(words, int) else self.row(sheet, words)
        return self.book[sheet].cell(row, self.column(sheet, head))

    def write(self, sheet: str, words: str | int, head: str, value: Any) -> str:
        """Write into a cell; a text stays one, whatever it begins with. Where it stands."""
        cell = self.cell(sheet, words, head)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        return str(cell.coordinate)

    def last(self, sheet: str) -> int:
        return int(self.book[sheet].max_row)

    def add(self, sheet: str, at: int | None = None, **cells: Any) -> int:
        """One row more, by the heads; in the middle where `at` says so."""
        row = at or self.last(sheet) + 1
        if at:
            self.book[sheet].insert_rows(at)
        for head, value in cells.items():
            self.write(sheet, row, head, value)
        return row

    def delete(self, sheet: str, words: str | int) -> None:
        self.book[sheet].delete_rows(words if isinstance(words, int) else self.row(sheet, words))

    def saved(self) -> bytes:
        held = io.BytesIO()
        self.book.save(held)
        return held.getvalue()

    def read(self, same: Mapping[str, str] | None = None) -> Filled:
        return filled(reading.read(self.saved(), "plan.xlsx"), same=same, seed="test")

    def edits(self) -> list[tuple[str, str, Any]]:
        """The edits that were made, and nothing else is told or asked."""
        found = self.read()
        assert not [one for one in found.told if not one.is_note]
        assert not found.asked
        return [(one.deed.value, one.field, one.new) for one in found.changes]


def with_projects(value: InstitutionPlan) -> InstitutionPlan:
    """A plan of a province with two projects, money and dated steps, a reform, and its words on performance."""
    facts, _places = facts_of(value.model_dump(mode="json"))
    plan = facts["plan"]
    money = [
        {"item_id": str(uuid4()), "fiscal_year": 2025, "funding": one, "amount": amount, "unit": "백만원"}
        for one, amount in (("national", 600), ("local", 300.5))
    ]
    step = {"text": "실시설계(2025. 3.~8.)", "start": "2025-03-01", "end": "2025-08-31"}
    steps = [{"item_id": str(uuid4()), **step, "precision": "month", "done": False}]
    projects = [
        {"item_id": str(uuid4()), "name": "데이터센터 조성", "money": money, "steps": steps},
        {"item_id": str(uuid4()), "name": "폐교 활용", "responsible_unit": "관광과"},
    ]
    plan["core_tasks"][0]["projects"] = projects
    plan["reforms"] = [{"item_id": str(uuid4()), "text": "조례 개정"}]
    plan["performance_management"] = [{"item_id": str(uuid4()), "text": "분기마다 점검"}]
    return InstitutionPlan.model_validate(facts)


def id_of(value: InstitutionPlan, *steps: Any) -> UUID:
    """The id of the item at some steps of a value."""
    at: Any = value
    for step in steps:
        at = at[step] if isinstance(step, int) else getattr(at, step)
    found: UUID = at.item_id
    return found
