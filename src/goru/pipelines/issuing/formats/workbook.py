"""XLSX for offices: titles and words in Korean, and a sheet that says what each column and word means."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from goru.core.workbooks import SAFE
from goru.pipelines.issuing.datasets.definition import Value
from goru.pipelines.issuing.formats.table import Table


def as_xlsx(table: Table, *, decided: date | None, made_at: datetime) -> bytes:
    """A workbook of two sheets, which says the day of its data (자료 기준일) where the book was `decided`.

    `made_at` is the day it says it was made, so that the same rows give the same bytes.
    """
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, SAFE) as book:
        said = {"comments": f"자료 기준일 {decided}"} if decided else {}
        book.set_properties({"title": table.of.title_ko, "created": made_at.replace(tzinfo=None), **said})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#EEF2F7"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        figures = book.add_format({"num_format": "#,##0.######"})
        _write_rows(book.add_worksheet(table.of.title_ko[:31]), table, head, day)
        _write_meanings(book.add_worksheet("열 설명"), table, head)
        _widen(book.worksheets()[0], table, figures)
    return held.getvalue()


def _write_rows(sheet: Worksheet, table: Table, head: Format, day: Format) -> None:
    sheet.write_row(0, 0, [column.title_ko for column in table.of.columns], head)
    labels = [dict(table.of.choices(column)) for column in table.of.columns]
    for line, row in enumerate(table.rows, start=1):
        for place, value in enumerate(row):
            _write(sheet, line, place, labels[place].get(str(value), value), day)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.of.columns) - 1)


def _write(sheet: Worksheet, line: int, place: int, value: Value, day: Format) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, (int, Decimal)):
        sheet.write_number(line, place, value)
    elif isinstance(value, date):
        sheet.write_datetime(line, place, value, day)
    elif value is not None:
        sheet.write_string(line, place, value)


def _widen(sheet: Worksheet, table: Table, figures: Format) -> None:
    """Columns as wide as their widest text, within reason; amounts with commas."""
    for place, column in enumerate(table.of.columns):
        widest = max([len(str(row[place] or "")) for row in table.rows[:200]] + [len(column.title_ko)])
        is_amount = table.of.kind(column) in ("integer", "number") and column.unit not in ("", "년")
        sheet.set_column(place, place, min(max(widest * 1.6, 8), 60), figures if is_amount else None)


def _write_meanings(sheet: Worksheet, table: Table, head: Format) -> None:
    titles = ["열", "name", "title", "type", "단위 unit", "뜻", "meaning", "쓰이는 말 values"]
    sheet.write_row(0, 0, titles, head)
    for line, column in enumerate(table.of.columns, start=1):
        words = "; ".join(f"{word} = {label}" for word, label in table.of.choices(column))
        said = (column.title_ko, column.name, column.title_en, table.of.kind(column), column.unit)
        sheet.write_row(line, 0, [*said, column.meaning_ko, column.meaning_en, words])
    sheet.set_column(0, 4, 18)
    sheet.set_column(5, 7, 60)
