"""The plan of 2024 as data."""

from pathlib import Path

import pytest

from goru.book.items.identifying import identified
from goru.book.items.walking import ItemKind, items_of, mapped
from goru.book.model import PlanBook
from goru.book.writing.dictionary import dictionary
from goru.book.writing.package import as_json, without_prose
from goru.core.codes import is_code, number_in

DATA = Path(__file__).parents[3] / "data" / "2024"


@pytest.fixture(scope="module")
def shipped() -> PlanBook:
    return PlanBook.model_validate_json((DATA / "plan.json").read_text(encoding="utf-8"))


@pytest.mark.book
def test_the_repositorys_data_are_what_the_parser_reads_with_ids_and_codes(
    real_book: PlanBook, shipped: PlanBook
) -> None:
    of_the_plan = real_book.model_copy(update={"scope": [], "unread": []})
    read = identified(without_prose(of_the_plan), before=shipped)

    assert mapped(shipped, lambda _: {"public_code": None}) == read.book
    assert read.similar == ()


@pytest.mark.book
def test_the_whole_text_of_the_book_keeps_every_item_of_the_repositorys_data(
    real_book: PlanBook, shipped: PlanBook
) -> None:
    known = {held.item.item_id for held in items_of(shipped)}

    read = identified(real_book, before=shipped)

    items = items_of(read.book)
    assert known <= {held.item.item_id for held in items}
    assert {held.kind for held in items if held.item.item_id not in known} == {ItemKind.STATEMENT}
    assert read.similar == ()


def test_the_repositorys_data_are_in_the_form_that_is_exported(shipped: PlanBook) -> None:
    assert (DATA / "plan.json").read_text(encoding="utf-8") == as_json(without_prose(shipped))


def test_every_item_of_the_repositorys_data_has_an_id_and_a_code_of_its_own(shipped: PlanBook) -> None:
    items = items_of(shipped)
    ids = [held.item.item_id for held in items]
    codes = [held.item.public_code for held in items if held.item.public_code]

    assert None not in ids
    assert len(set(ids)) == len(ids) == len(items)
    assert all(map(is_code, codes))
    assert len({number_in(code) for code in codes}) == len(codes)
    assert {held.kind for held in items if not held.item.public_code} == {
        ItemKind.MEASURE,
        ItemKind.MONEY_LINE,
        ItemKind.STATEMENT,
    }
    assert all(
        row.covers or not row.project_names for task in shipped.action_tasks for row in task.budget_rows
    )
    assert all(one.measure for plan in shipped.plans for one in plan.indicators)


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
