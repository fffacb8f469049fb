"""A book that we wrote reads back to the same facts, whatever form it was written in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.book.parsing.respelling import FUNDED, respelt
from tests.sources import written

from goru.book.model import Plan, PlanBook
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


@pytest.mark.parametrize("form", FORMS)
def test_sources_of_money_read_back(tmp_path: Path, facts_of: Facts, form: str) -> None:
    book, file = respelt(*FUNDED), tmp_path / f"book.{form}"
    file.write_bytes(FORMS[form](book))

    assert facts_of(parse(read(file))) == facts_of(book)


@pytest.mark.book
@pytest.mark.parametrize("form", FORMS)
def test_the_real_book_reads_back(tmp_path: Path, real_book: PlanBook, facts_of: Facts, form: str) -> None:
    written = tmp_path / f"book.{form}"
    written.write_bytes(FORMS[form](real_book))

    assert facts_of(parse(read(written))) == facts_of(real_book)


def alone(book: PlanBook, plan: Plan) -> PlanBook:
    """A plan of a book as a document by itself."""
    return book.model_copy(update={"plans": [plan], "scope": [f"{plan.kind}_plan"], "summaries": []})


@pytest.mark.parametrize("form", ["hwpx", "pdf"])
def test_a_plan_by_itself_reads_back(
    tmp_path: Path, small_book: PlanBook, facts_of: Facts, form: str
) -> None:
    for plan in small_book.plans:
        file = tmp_path / f"plan.{form}"
        file.write_bytes(FORMS[form](alone(small_book, plan)))

        found = parse(read(file), year=small_book.year)

        assert facts_of(found)["plans"] == facts_of(alone(small_book, plan))["plans"]
        assert found.scope == [f"{plan.kind}_plan"]


MARK = "2025년 전라남도 시·도 시행계획 · 초안 3 · 2025-01-02 10:00"


@pytest.mark.book
@pytest.mark.parametrize("form", ["hwpx", "pdf"])
def test_each_real_plan_by_itself_reads_back_with_a_mark_on_each_page(
    tmp_path: Path, real_book: PlanBook, facts_of: Facts, form: str
) -> None:
    file = tmp_path / f"plan.{form}"
    for plan in real_book.plans:
        one = alone(real_book, plan)
        file.write_bytes(as_hwpx(one, MARK) if form == "hwpx" else as_pdf(one, [FONTS], MARK))

        found = facts_of(parse(read(file), year=real_book.year))

        assert found["plans"] == facts_of(one)["plans"]
