"""A plan as an XLSX to write in: a sheet a kind of list, filled in, with what may be chosen and what must not be changed."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from goru.book.items.sheets import (
    BUDGET,
    NO,
    TOTAL,
    YES,
    Column,
    ColumnKind,
    Form,
    Place,
    forms_of,
    places_of,
    text_in,
)
from goru.book.items.stamping import SHEET, Stamp, stamp_of
from goru.book.model import StrategyAmount
from goru.core.workbooks import LISTS, SAFE, hide, let_choose

HEAD = 2
"""The row of the heads, from 0; what to write in each column stands above it."""

_MAY = (
    *("format_cells", "format_columns", "format_rows", "insert_columns", "insert_rows", "delete_rows"),
    *("sort", "autofilter"),
)
"""What one may do to a sheet whose heads are locked."""

_MORE_ROWS = 500
"""Below the last row, in which one may choose from lists too."""

_WIDTHS = {ColumnKind.LONG: 80, ColumnKind.STEP: 50, ColumnKind.PLACE: 36, ColumnKind.STRATEGY: 36}
_NAME_WIDTH, _WIDTH = 44, 16
_GUIDE = (
    "시트마다 한 가지를 적습니다. 회색 칸(제목, 안내, 머리글)은 잠겨 있고 나머지 칸에 적습니다.",
    "행을 더하려면 마지막 행 아래에 적거나 행을 끼워 넣고, 빼려면 행을 지웁니다. 지운 행은 올린 뒤 다시 묻습니다.",
    "숨겨진 A열은 항목을 알아보는 번호입니다. 그대로 두세요. 행을 복사하면 새 항목이 됩니다.",
    "금액은 숫자만 적습니다. 비어 있는 칸은 '없음'이고 0은 '0'입니다.",
    "다 적은 뒤 고루에서 이 초안의 '불러오기'에 올리면, 바뀌는 것을 하나씩 보고 고른 것만 반영합니다.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """What a workbook is made of: the edition with its version and value, how its plan is called, when it was made."""

    stamp: Stamp
    title: str
    at: datetime


def as_xlsx(made: Made) -> bytes:
    """The workbook: guidance, the plan's sheets, and hidden ones with what may be chosen and what it was made from."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, SAFE) as book:
        book.set_properties({"title": made.title, "created": made.at.replace(tzinfo=None)})
        _Writer(book, made).write()
    return held.getvalue()


class _Writer:
    def __init__(self, book: Any, made: Made) -> None:
        self.book, self.made, self.value = book, made, made.stamp.value
        grey = {"bg_color": "#EEF2F7", "text_wrap": True, "valign": "top", "locked": True}
        cell = {"valign": "top", "locked": False}
        self.title = book.add_format({"bold": True, "font_size": 14, "locked": True})
        self.head = book.add_format({**grey, "bold": True, "border": 1})
        self.guide = book.add_format({**grey, "font_color": "#5B6675", "italic": True})
        self.fixed = book.add_format({**grey, "num_format": "@"})
        self.text = book.add_format({**cell, "num_format": "@", "text_wrap": True})
        self.figure = book.add_format({**cell, "num_format": "#,##0.######"})
        self.count = book.add_format({**cell, "num_format": "0"})
        self.lists: list[tuple[str, ...]] = []

    def write(self) -> None:
        self._guidance(self.book.add_worksheet("안내"))
        sections = self.made.stamp.sections
        places = places_of(self.value, sections)
        for form in forms_of(self.value, sections):
            self._form(self.book.add_worksheet(form.title), form, places[form.title])
        hide(self.book, LISTS, self.lists)
        hide(self.book, SHEET, [tuple(stamp_of(self.made.stamp))])

    def _guidance(self, sheet: Worksheet) -> None:
        sheet.set_column(0, 0, 110, self.book.add_format({"text_wrap": True, "valign": "top"}))
        sheet.write_string(0, 0, self.made.title, self.title)
        stamp = self.made.stamp
        said = f"판 {stamp.edition} · {stamp.version}번째 저장 · {self.made.at:%Y-%m-%d %H:%M} 내려받음"
        for line, text in enumerate((said, "", *_GUIDE), start=1):
            sheet.write_string(line, 0, text)
        sheet.protect()

    def _form(self, sheet: Worksheet, form: Form, places: Sequence[Place]) -> None:
        columns = form.columns
        sheet.set_column(0, 0, 12, self.text, {"hidden": True})
        sheet.write_string(HEAD, 0, "항목 번호", self.head)
        sheet.write_string(0, 1, f"{form.title} · {self.made.title}", self.title)
        for at, column in enumerate(columns, start=1):
            sheet.set_column(at, at, _width(column), self._format(column))
            sheet.write_string(HEAD - 1, at, self._help(column), self.guide)
            sheet.write_string(HEAD, at, column.title, self.head)
        sheet.set_row(HEAD - 1, 32)
        sheet.freeze_panes(HEAD + 1, min(2, len(columns)))
        last = self._rows(sheet, form, places)
        for at, column in enumerate(columns, start=1):
            self._choices(sheet, column, places, (HEAD + 1, at, last + _MORE_ROWS, at))
        sheet.protect("", dict.fromkeys(_MAY, True))

    def _help(self, column: Column) -> str:
        budget = self.value.plan.budget if self.value.plan else None
        if column.field == "amount" and budget:
            return f"{column.help} (단위는 옆 칸, 재정투입은 {budget.unit})"
        return column.help

    def _rows(self, sheet: Worksheet, form: Form, places: Sequence[Place]) -> int:
        """Every item a row; which is the last."""
        line = HEAD
        if form.class_ is StrategyAmount and self.value.plan and self.value.plan.budget:
            line += 1
            budget = self.value.plan.budget.model_dump(mode="json")
            held = {"strategy": TOTAL, "amount": budget["total"], "unit": budget["unit"]}
            self._row(sheet, line, BUDGET, form, held, TOTAL)
        for place in places:
            for item in place.items:
                line += 1
                self._row(sheet, line, str(item.item_id), form, item.model_dump(mode="json"), place.label)
        return line

    def _row(
        self, sheet: Worksheet, line: int, id_: str, form: Form, held: Mapping[str, Any], label: str
    ) -> None:
        sheet.write_string(line, 0, id_, self.text)
        for at, column in enumerate(form.columns, start=1):
            format_ = self._format(column)
            if id_ == BUDGET and column.field == "strategy":
                format_ = self.fixed
            value = held.get(column.field)
            if column.kind == ColumnKind.PLACE:
                sheet.write_string(line, at, label, format_)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                sheet.write_number(line, at, value, format_)
            elif text := text_in(column, held):
                sheet.write_string(line, at, text, format_)

    def _format(self, column: Column) -> Format:
        return {ColumnKind.NUMBER: self.figure, ColumnKind.WHOLE: self.count}.get(column.kind, self.text)

    def _choices(
        self, sheet: Worksheet, column: Column, places: Sequence[Place], cells: tuple[int, int, int, int]
    ) -> None:
        """What may be chosen in a column; beside the places and strategies of now, those that one adds may be written."""
        match column.kind:
            case ColumnKind.TICK:
                words: Sequence[str] = (YES, NO)
            case ColumnKind.CHOICE:
                words = list((column.choices or {}).values())
            case ColumnKind.PLACE:
                words = [place.label for place in places]
            case ColumnKind.STRATEGY:
                words = [one.text for one in self.value.plan.strategies] if self.value.plan else []
            case _:
                return
        if not words:
            return
        self.lists.append(tuple(dict.fromkeys(words)))
        let_choose(
            sheet,
            cells,
            list_at=len(self.lists) - 1,
            words=len(self.lists[-1]),
            title=column.title,
            is_open=column.kind in (ColumnKind.PLACE, ColumnKind.STRATEGY) or column.field == "unit",
        )


def _width(column: Column) -> int:
    if column.field == "name":
        return _NAME_WIDTH
    return _WIDTHS.get(column.kind, _WIDTH)
