"""The text layer of PDF files, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from goru.book.reading import pdf_forms
from goru.book.reading.drawing import Drawn, objects_of, rulings_of, show_single_letters
from goru.book.reading.lines import Lines, Row, Unreadable
from goru.book.reading.pdf_page import InCell, PageText
from goru.book.reading.pdf_turning import set_upright, turns_of
from goru.book.reading.rulings import tables_of

_BEGINNING = re.compile(rb"%PDF-\d")
_END = b"%%EOF"
_OBJECT = re.compile(rb"\b\d+ +\d+ +obj\b")

_MOST_BEFORE = 1_000_000
"""Bytes that a mail or a server may have put before a PDF."""

MOST_PAGES = 5_000
MOST_OBJECTS = 100_000
"""Letters or drawings of one page; a page of print has some thousands."""

_one_at_a_time = Lock()
"""PDFium may not be called from two threads at once."""


def read(content: bytes, name: str) -> Lines:
    """The lines of each page in the order of its content; line numbers count within the page.

    A ruled table is read row by row. Cells that stand side by side on one line are parted by tabs.
    """
    whole = _within_marks(content)
    if whole is None:
        raise Unreadable(
            name,
            "PDF 파일의 끝이 잘려 있습니다. 원본을 다시 내려받거나 저장해 주세요.",
            "The end of the PDF is missing. Download or save the original again.",
        )
    _require_end(whole, name)
    with _one_at_a_time, closing(_opened(whole, name)) as document:
        try:
            lines = Lines.of(name, _rows(document, name))
        except pypdfium2.PdfiumError as error:
            raise _damaged(name) from error
    if not lines:
        raise Unreadable(
            name,
            "PDF에 글자가 없습니다. 스캔한 문서라면 원본 문서에서 PDF로 저장하거나 HWPX 파일을 주세요.",
            "The PDF holds no text. If it is a scan, save the original document as PDF, or give a HWPX file.",
        )
    return lines


def is_pdf(content: bytes) -> bool:
    """Whether a PDF begins within the first kilobytes, whatever was put before it."""
    return _BEGINNING.search(content, 0, _MOST_BEFORE) is not None and (
        content.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-") or _END in content
    )


def _within_marks(content: bytes) -> bytes | None:
    """The file from its mark of beginning to that of its end; none where it goes on behind, so that its end is missing."""
    begin = _BEGINNING.search(content)
    end = content.rfind(_END)
    if begin is None or end < begin.start() or _OBJECT.search(content, end):
        return None
    return content[begin.start() : end + len(_END)] + b"\n"


def _require_end(content: bytes, name: str) -> None:
    try:
        pdf_forms.require_end(content, MOST_OBJECTS)
    except pdf_forms.Endless as error:
        raise Unreadable(
            name,
            "PDF 안의 그림이 자기 자신이나 다른 그림을 지나치게 되풀이해 그려서 읽지 않습니다. 원본 문서에서 다시 저장해 주세요.",
            "It is not read, for drawings in the PDF draw themselves or others far too often. Save it from the original again.",
        ) from error


def _opened(content: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise Unreadable(
                name,
                "암호가 걸린 PDF입니다. 암호를 풀어 저장한 파일을 주세요.",
                "The PDF is locked by a password. Give one saved without.",
            ) from error
        raise _damaged(name) from error


def _damaged(name: str) -> Unreadable:
    return Unreadable(
        name,
        "PDF 파일이 손상되었습니다. 원본을 다시 내려받거나 저장해 주세요.",
        "The PDF is damaged. Download or save the original again.",
    )


def _rows(document: pypdfium2.PdfDocument, name: str) -> Iterator[Row]:
    if len(document) > MOST_PAGES:
        raise Unreadable(
            name,
            f"PDF의 쪽이 너무 많습니다. {MOST_PAGES:,}쪽까지 읽습니다. 나누어 저장해 주세요.",
            f"The PDF has too many pages. Up to {MOST_PAGES:,} are read. Save it in pieces.",
        )
    for number in range(len(document)):
        for line_number, (line, cell) in enumerate(_lines(document, number, name), start=1):
            yield line, line_number, number + 1, cell


def _lines(document: pypdfium2.PdfDocument, number: int, name: str) -> list[InCell]:
    with closing(document[number]) as page:
        objects = _objects(page, number + 1, name)
        with closing(page.get_textpage()) as text:
            _require_few(text.count_chars(), number + 1, name)
            turned = turns_of(text)
            if not turned and not page.get_rotation():
                return list(PageText(text, tables_of(rulings_of(objects))).lines())
        set_upright(page, turned)
    with closing(document[number]) as page:
        objects = _objects(page, number + 1, name)
        with closing(page.get_textpage()) as text:
            return list(PageText(text, tables_of(rulings_of(objects))).lines())


def _objects(page: pypdfium2.PdfPage, number: int, name: str) -> list[Drawn]:
    objects = objects_of(page, MOST_OBJECTS)
    _require_few(len(objects), number, name)
    show_single_letters(objects)
    return objects


def _require_few(things: int, page: int, name: str) -> None:
    if things > MOST_OBJECTS:
        raise Unreadable(
            name,
            f"{page}쪽: 한 쪽에 글자나 그림이 {MOST_OBJECTS:,}개를 넘습니다. 원본 문서에서 다시 저장해 주세요.",
            f"page {page}: It has more than {MOST_OBJECTS:,} letters or drawings. Save it from the original again.",
        )
