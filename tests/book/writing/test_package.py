"""The plan of 2024 as data."""

from pathlib import Path

import pytest

from goru.book.model import PlanBook
from goru.book.writing.dictionary import dictionary
from goru.book.writing.package import as_json, without_prose

DATA = Path(__file__).parents[3] / "data" / "2024"


@pytest.mark.book
def test_the_repositorys_data_are_what_the_parser_reads(real_book: PlanBook) -> None:
    assert (DATA / "plan.json").read_text(encoding="utf-8") == as_json(without_prose(real_book))


def test_the_repositorys_data_fit_the_model_and_hold_no_prose() -> None:
    book = PlanBook.model_validate_json((DATA / "plan.json").read_text(encoding="utf-8"))

    assert len(book.plans) == 24
    assert not any(plan.performance_management for plan in book.plans)
    assert not any(task.aims for task in book.sectoral_core_tasks)
    assert not any(task.aims for task in book.focus_tasks)


def test_data_written_as_json_read_back_the_same(small_book: PlanBook) -> None:
    assert PlanBook.model_validate_json(as_json(small_book)) == small_book


def test_the_dictionary_is_printed_from_the_model() -> None:
    assert (DATA / "README.md").read_text(encoding="utf-8") == dictionary()
