"""The text layer of PDF files, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from threading import Lock

import pypdfium2
import pypdfium2.raw

from goru.book.reading.lines import Lines, Row, Unreadable

_TAIL = 2048
"""Bytes at the end of a whole PDF that hold its end mark."""

_BROKEN_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen that ends a line, and joins the next line to it."""

_SEAM = re.compile(r"(?<=\S)( (?=\S)|(?=[◈§▪□※]))")
"""Where one line or cell may end and another begin: at a blank, or before a bullet."""
_WIDE = 1.5
"""From how many times the size of its letters on a blank parts the cells of a table."""

MOST_PAGES = 5_000
MOST_OBJECTS = 100_000
"""Letters or drawings of one page; a page of print has some thousands."""

_one_at_a_time = Lock()
"""PDFium may not be called from two threads at once."""


def read(content: bytes, name: str) -> Lines:
    """The lines of each page in the order of its content; line numbers count within the page.

    Cells that stand side by side on one line are parted by tabs.
    """
    if b"%%EOF" not in content[-_TAIL:]:
        raise Unreadable(
            name,
            "PDF 파일의 끝이 잘려 있습니다. 원본을 다시 내려받거나 저장해 주세요.",
            "The end of the PDF is missing. Download or save the original again.",
        )
    with _one_at_a_time, closing(_opened(content, name)) as document:
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


def _opened(content: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
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
    for page_number, page in enumerate(document, start=1):
        with closing(page):
            text = _text_of(page, page_number, name)
        for number, line in enumerate(text.splitlines(), start=1):
            yield line, number, page_number, None


def _text_of(page: pypdfium2.PdfPage, number: int, name: str) -> str:
    _require_few(pypdfium2.raw.FPDFPage_CountObjects(page.raw), number, name)
    with closing(page.get_textpage()) as textpage:
        _require_few(textpage.count_chars(), number, name)
        return _with_cells(textpage).replace(_BROKEN_HYPHEN, "-\n")


def _require_few(things: int, page: int, name: str) -> None:
    if things > MOST_OBJECTS:
        raise Unreadable(
            name,
            f"{page}쪽: 한 쪽에 글자나 그림이 {MOST_OBJECTS:,}개를 넘습니다. 원본 문서에서 다시 저장해 주세요.",
            f"page {page}: It has more than {MOST_OBJECTS:,} letters or drawings. Save it from the original again.",
        )


def _with_cells(page: pypdfium2.PdfTextPage) -> str:
    """The text of a page, a tab for every blank that is wider than print sets between words.

    PDFium takes some lines for one: a blank before a letter that stands lower ends a line.
    """
    text = page.get_text_range()
    pieces, end = [], 0
    for seam in _SEAM.finditer(text):
        last = pypdfium2.raw.FPDFText_GetCharIndexFromTextIndex(page.raw, seam.start() - 1)
        first = pypdfium2.raw.FPDFText_GetCharIndexFromTextIndex(page.raw, seam.end())
        _, bottom, right, _ = page.get_charbox(last, loose=True)
        left, _, _, top = page.get_charbox(first, loose=True)
        is_wide = left - right > _WIDE * pypdfium2.raw.FPDFText_GetFontSize(page.raw, last)
        pieces += [text[end : seam.start()], "\n" if top < bottom else "\t" if is_wide else seam[0]]
        end = seam.end()
    return "".join([*pieces, text[end:]])
