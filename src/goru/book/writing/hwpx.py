"""A plan book as HWPX (OWPML, KS X 6101), through python-hwpx: tables with their head rows and spans."""

from __future__ import annotations

from collections.abc import Sequence

from hwpx import HwpxDocument
from hwpx.oxml.paragraph import HwpxOxmlParagraph
from hwpx.oxml.table import HwpxOxmlTableCell

from goru.book.model import PlanBook
from goru.book.writing.block import Heading, Table
from goru.book.writing.blocks import blocks_of
from goru.book.writing.marking import segments


def as_hwpx(book: PlanBook, mark: str = "", before: PlanBook | None = None, against: str = "") -> bytes:
    """A book, or the part of one that it is, as the bytes of a HWPX file; `mark` stands at the head of each page.

    What is another than in a book `before` it is marked.
    """
    document = HwpxDocument.new()
    if mark:
        document.page.set_header(text=mark)
    for block in blocks_of(book, before, against):
        if isinstance(block, Table):
            _write_table(document, block)
        elif isinstance(block, Heading):
            document.add_heading(block.text, level=block.level)
        else:
            _write_paragraph(document, block)
    return document.to_bytes()


def _write_paragraph(document: HwpxDocument, text: str) -> None:
    if any(kind for _text, kind in segments(text)):
        _write_runs(document.add_paragraph(""), text)
    else:
        document.add_paragraph(text)


def _write_table(document: HwpxDocument, block: Table) -> None:
    columns = max(len(row) for row in block.rows)
    table = document.add_table(len(block.rows), columns)
    for row, texts in zip(table.rows, block.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            _write_cell(cell, text or "")
    for number, texts in enumerate(block.rows):
        if len(texts) < columns:
            table.merge_cells(number, len(texts) - 1, number, columns - 1)
    for column in range(columns):
        for first, last in _covers(block.rows, column):
            table.merge_cells(first, column, last, column)
    for cell in table.rows[0].cells:
        cell.element.set("header", "1")
    table.mark_dirty()


def _write_cell(cell: HwpxOxmlTableCell, text: str) -> None:
    first, *rest = text.split("\n")
    if all(kind == "" for _text, kind in segments(text)):
        cell.set_text(first)
        for paragraph in rest:
            cell.add_paragraph(paragraph)
        return
    cell.set_text("")
    _write_runs(cell.paragraphs[0], first)
    for paragraph in rest:
        _write_runs(cell.add_paragraph(""), paragraph)


def _write_runs(paragraph: HwpxOxmlParagraph, text: str) -> None:
    """A paragraph; what was added in it is underlined, what was taken out struck through."""
    for piece, kind in segments(text):
        paragraph.add_run(piece, underline=kind == "added", strike=True if kind == "removed" else None)


def _covers(rows: Sequence[Sequence[str | None]], column: int) -> list[tuple[int, int]]:
    """From which row to which a cell of the column covers null cells below it."""
    spans: list[tuple[int, int]] = []
    start = 0
    for number, row in enumerate([*rows, [""] * (column + 1)]):
        if column >= len(row) or row[column] is not None:
            if number - start > 1:
                spans.append((start, number - 1))
            start = number
    return spans
