"""How fast a book is read and checked: against the limits of the design, and against pdfplumber.

Both read the same PDF, which our own writer sets; pdfplumber only finds the tables' cells, Goru the whole book.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TypeVar

import pdfplumber

from goru.book.checking.rulebook import check
from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import read
from goru.book.writing.pdf import as_pdf
from goru.book.writing.text import as_text

ROOT = Path(__file__).parent.parent
PRINTED = ROOT.parent / "shared" / "seed" / "plan-2024.txt"
READ_LIMIT, CHECK_LIMIT, RATIO_LIMIT = 1.0, 0.2, 1.0
"""Seconds of one core, and how many times faster than the peer at least."""

T = TypeVar("T")


def main() -> int:
    """Measure, print, and fail where a limit is broken."""
    with tempfile.TemporaryDirectory() as folder:
        text, pdf = Path(folder) / "book.txt", Path(folder) / "book.pdf"
        text.write_bytes(_text())
        book, reading = _best(lambda: parse(read(text)))
        _, checking = _best(lambda: check(book))
        pdf.write_bytes(as_pdf(book, [ROOT / ".goru" / "fonts"]))
        _, of_pdf = _best(lambda: parse(read(pdf)))
        tables, peer = _timed(lambda: _tables(pdf))
    print(f"text read and parsed   {reading:7.2f} s   limit {READ_LIMIT} s")
    print(f"book checked           {checking:7.2f} s   limit {CHECK_LIMIT} s")
    print(f"PDF read and parsed    {of_pdf:7.2f} s")
    print(
        f"pdfplumber, {tables} tables {peer:7.2f} s   {peer / of_pdf:.1f} times as long, limit {RATIO_LIMIT}"
    )
    return int(reading > READ_LIMIT or checking > CHECK_LIMIT or peer / of_pdf < RATIO_LIMIT)


def _text() -> bytes:
    if PRINTED.exists():
        return PRINTED.read_bytes()
    data = ROOT / "data" / "2024" / "plan.json"
    return as_text(PlanBook.model_validate_json(data.read_text(encoding="utf-8"))).encode()


def _best(work: Callable[[], T]) -> tuple[T, float]:
    return min((_timed(work) for _ in range(3)), key=lambda one: one[1])


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = process_time()
    result = work()
    return result, process_time() - start


def _tables(pdf: Path) -> int:
    with pdfplumber.open(pdf) as document:
        return sum(len(page.extract_tables()) for page in document.pages)


if __name__ == "__main__":
    sys.exit(main())
