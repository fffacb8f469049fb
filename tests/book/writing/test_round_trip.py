"""A book that we wrote reads back to the same facts, whatever form it was written in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.sources import written

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import read
from goru.book.writing.hwpx import as_hwpx
from goru.book.writing.pdf import as_pdf
from goru.book.writing.text import as_text

Facts = Callable[[PlanBook], Any]
FONTS = Path(__file__).parents[3] / ".goru" / "fonts"
FORMS = {
    "txt": lambda book: as_text(book).encode(),
    "hwpx": as_hwpx,
    "pdf": lambda book: as_pdf(book, [FONTS]),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_small_book_reads_back(tmp_path: Path, small_book: PlanBook, facts_of: Facts, form: str) -> None:
    written = tmp_path / f"book.{form}"
    written.write_bytes(FORMS[form](small_book))

    assert facts_of(parse(read(written))) == facts_of(small_book)


@pytest.mark.parametrize("form", FORMS)
def test_a_book_that_stands_on_no_line_is_written_like_one_that_was_read(
    tmp_path: Path, small_book: PlanBook, facts_of: Facts, form: str
) -> None:
    file = tmp_path / f"book.{form}"
    file.write_bytes(FORMS[form](written(small_book)))

    assert facts_of(parse(read(file))) == facts_of(small_book)


@pytest.mark.book
@pytest.mark.parametrize("form", FORMS)
def test_the_real_book_reads_back(tmp_path: Path, real_book: PlanBook, facts_of: Facts, form: str) -> None:
    written = tmp_path / f"book.{form}"
    written.write_bytes(FORMS[form](real_book))

    assert facts_of(parse(read(written))) == facts_of(real_book)
