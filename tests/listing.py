"""Lists of cases as a person writes them: a workbook of a register, filled by the heads of its columns with another program."""

import io
from collections.abc import Iterable, Mapping
from typing import Any

import openpyxl
from tests.registering import AT

from goru.domain.institutions.models import Person
from goru.domain.registers import actions, queries
from goru.domain.registers.actions import Outcome
from goru.pipelines.issuing.formats.case_list import as_xlsx

HEAD = 3
"""The row of the heads as persons count."""


def workbook_of(key: str, by: Person, *, is_empty: bool = False) -> bytes:
    """The list of a register as a person downloads it."""
    return as_xlsx(queries.listed(key, by=by, on=AT.date(), is_empty=is_empty), made_at=AT)


def filled(
    content: bytes, rows: Iterable[Mapping[str, Any]] = (), changes: Mapping[str, Mapping[str, Any]] = {}
) -> bytes:
    """A list with further rows, and with other values in those of some numbers, each by the heads of its columns."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet: Any = book["사안"]
    at = {cell.value: cell.column for cell in sheet[HEAD]}
    for line in range(HEAD + 1, sheet.max_row + 1):
        for head, value in changes.get(str(sheet.cell(line, at["번호"]).value), {}).items():
            sheet.cell(line, at[head]).value = value
    for line, row in enumerate(rows, start=sheet.max_row + 1):
        for head, value in row.items():
            sheet.cell(line, at[head]).value = value
            if isinstance(value, str):
                sheet.cell(
                    line, at[head]
                ).data_type = "s"  # typed into a cell of texts, where = begins no formula
    return saved(book)


def saved(book: Any) -> bytes:
    """The bytes of a workbook."""
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def tried(key: str, content: bytes, by: Person) -> Outcome:
    """What would become of a list."""
    kept = actions.receive_cases(register_key=key, name="목록.xlsx", content=content, by=by, at=AT)
    return actions.try_cases(register_key=key, digest=kept.digest, by=by, at=AT)


def uploaded(key: str, content: bytes, by: Person) -> Outcome:
    """What became of a list that was taken."""
    kept = actions.receive_cases(register_key=key, name="목록.xlsx", content=content, by=by, at=AT)
    return actions.upload_cases(register_key=key, digest=kept.digest, by=by, at=AT)
