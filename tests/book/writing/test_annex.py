"""What the printed form has no place for is printed behind it, and reads back equal in whatever form it was written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.annexed import annexed_book, annexed_plan

from goru.book.annex import TITLE
from goru.book.model import PlanBook
from goru.book.parsing import parse, parse_and_account
from goru.book.reading import read
from goru.book.writing.hwpx import as_hwpx
from goru.book.writing.pdf import as_pdf
from goru.book.writing.text import as_text

Facts = Callable[[PlanBook], Any]
FONTS = Path(__file__).parents[3] / ".goru" / "fonts"
FORMS = {
    "txt": lambda book, _mark: as_text(book).encode(),
    "hwpx": as_hwpx,
    "pdf": lambda book, mark: as_pdf(book, [FONTS], mark),
}
MARK = "2025년 세종특별자치시 시·도 시행계획 · 초안 3 · 2025-01-02 10:00"


@pytest.mark.parametrize("form", FORMS)
def test_a_book_with_an_annex_reads_back(
    tmp_path: Path, small_book: PlanBook, facts_of: Facts, form: str
) -> None:
    book = annexed_book(small_book)
    file = tmp_path / f"book.{form}"
    file.write_bytes(FORMS[form](book, ""))

    found = parse(read(file))

    assert facts_of(found) == facts_of(book)


@pytest.mark.parametrize("form", FORMS)
def test_a_plan_by_itself_reads_back_with_its_annex_and_all_its_lines(
    tmp_path: Path, small_book: PlanBook, facts_of: Facts, form: str
) -> None:
    plan = annexed_plan(small_book.plans[0])
    alone = small_book.model_copy(update={"plans": [plan], "scope": ["provincial_plan"], "summaries": []})
    file = tmp_path / f"plan.{form}"
    file.write_bytes(FORMS[form](alone, MARK))
    lines = read(file)

    found, kinds = parse_and_account(lines, year=small_book.year)

    assert facts_of(found)["plans"] == facts_of(alone)["plans"]
    assert found.unread == []
    start = next(at for at, line in enumerate(lines) if line.text == TITLE)
    assert set(kinds[start : len(lines)]) == {"fact", "furniture"}
    assert len(kinds) == len(lines) + len(lines.beside)
    project = found.plans[0].core_tasks[0].projects[0]
    assert project.source
    assert project.money[0].source


def test_a_plan_that_says_nothing_more_has_no_annex(small_book: PlanBook) -> None:
    assert TITLE not in as_text(small_book)


def test_what_somebody_changed_in_an_annex_and_cannot_be_read_is_told(
    tmp_path: Path, small_book: PlanBook
) -> None:
    text = as_text(annexed_book(small_book))
    file = tmp_path / "book.txt"
    file.write_text(
        text.replace("해남군", "없는군", 1).replace("- 담당 부서:", "- 담당자:", 1), encoding="utf-8"
    )

    found = parse(read(file))

    said = [one for one in found.unread if one.part == "annex"]
    assert len(said) == 2
    assert found.plans[0].core_tasks[0].projects[0].responsible_unit is None
