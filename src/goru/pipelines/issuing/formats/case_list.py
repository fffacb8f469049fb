"""The list of a register's cases as an XLSX to write in: what may be chosen, what to write where, which definition made it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from goru.core.workbooks import LISTS, SAFE, hide, let_choose
from goru.domain.registers.queries import CaseTable
from goru.domain.registers.reading.lists import STAMP
from goru.domain.registers.rules.definition import CaseField
from goru.domain.registers.rules.listing import Column, Part
from goru.domain.registers.vocabulary import FieldKind

HEAD = 2
"""The row of the heads, from 0; what to write in each column stands above it."""

_MORE_ROWS = 1000
"""Below the last row, in which one may choose from lists too."""

_MOST_DIGITS = 15
"""Of a number that a spreadsheet keeps as it is; a longer one is written as a text."""

_WIDTHS = {Part.TITLE: 44, Part.PLACES: 30, Part.REASON: 24, Part.NUMBER: 20}
_WIDTH = 18
_GUIDE = (
    "한 행이 한 사안입니다. 머리글과 안내 줄은 그대로 두고 그 아래에 적습니다. 열의 순서는 바꿔도 됩니다.",
    "번호가 빈 행은 새 사안이 되고, 번호가 있는 행은 그 사안을 고칩니다. 단계를 바꾸면 단계를 옮깁니다.",
    "지운 행의 사안은 그대로 남습니다. 숨겨진 '버전' 열은 그사이 바뀐 사안을 덮어쓰지 않게 하니 그대로 두세요.",
    "올리면 행마다 어떻게 되는지 먼저 보여 드립니다. 고칠 것이 하나라도 있으면 아무것도 바꾸지 않습니다.",
)


def as_xlsx(table: CaseTable, *, made_at: datetime) -> bytes:
    """The workbook: the list, a sheet of hints, and hidden ones with what may be chosen and what it was made of."""
    held = io.BytesIO()
    said = table.register.said
    with xlsxwriter.Workbook(held, SAFE) as book:
        book.set_properties({"title": said.name.ko, "created": made_at.replace(tzinfo=None)})
        lists = _write_list(book, table)
        _write_hints(book, table)
        hide(book, LISTS, lists)
        hide(book, STAMP, [(table.register.key, table.register.current.digest)])
    return held.getvalue()


def _write_list(book: Any, table: CaseTable) -> list[Sequence[str]]:
    """The list; what may be chosen in its columns."""
    sheet = book.add_worksheet("사안")
    grey = {"bg_color": "#EEF2F7", "text_wrap": True, "valign": "top"}
    head = book.add_format({**grey, "bold": True, "border": 1})
    hint = book.add_format({**grey, "font_color": "#5B6675", "italic": True})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    figure = book.add_format({"num_format": "#,##0.######", "valign": "top"})
    sheet.write_string(0, 0, table.register.name, book.add_format({"bold": True, "font_size": 14}))
    lists: list[Sequence[str]] = []
    last = HEAD + len(table.rows)
    for at, column in enumerate(table.columns):
        format_ = figure if is_figure(column) else text
        hidden = {"hidden": True} if column.part == Part.VERSION else {}
        sheet.set_column(at, at, _WIDTHS.get(column.part, _WIDTH), format_, hidden)
        sheet.write_string(HEAD - 1, at, column.hint, hint)
        sheet.write_string(HEAD, at, column.head, head)
        if column.choices:
            lists.append(column.choices)
            cells = (HEAD + 1, at, last + _MORE_ROWS, at)
            let_choose(sheet, cells, list_at=len(lists) - 1, words=len(column.choices), title=column.head)
        for line, row in enumerate(table.rows, start=HEAD + 1):
            if said := row[at]:
                _write(sheet, line, at, said, as_number=is_figure(column))
    sheet.set_row(HEAD - 1, 48)
    sheet.freeze_panes(HEAD + 1, 3)
    return lists


def _write(sheet: Any, line: int, at: int, said: str, *, as_number: bool) -> None:
    if as_number and sum(map(str.isdigit, said)) <= _MOST_DIGITS:
        sheet.write_number(line, at, float(said))
    else:
        sheet.write_string(line, at, said)


def _write_hints(book: Any, table: CaseTable) -> None:
    sheet = book.add_worksheet("안내")
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "valign": "top"})
    sheet.set_column(0, 0, 24, bold)
    sheet.set_column(1, 2, 70, wrap)
    line = 0
    for said in (table.register.said.about.ko, *_GUIDE):
        sheet.write_string(line, 1, said)
        line += 1
    for column in table.columns:
        line += 1
        sheet.write_string(line, 0, column.head)
        sheet.write_string(line, 1, column.hint)
        sheet.write_string(line, 2, ", ".join(column.choices))


def is_figure(column: Column) -> bool:
    """Whether it holds numbers."""
    is_number = isinstance(column.of, CaseField) and column.of.kind == FieldKind.NUMBER
    return is_number or column.part == Part.QUANTITY
