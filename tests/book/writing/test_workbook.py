"""The workbook of a plan, as one opens it: what is locked, hidden, offered to choose, and said."""

import io
from datetime import datetime

import openpyxl
import pytest
from tests.workbooks import HEAD, Workbook, with_projects

from goru.book.composing import decompose
from goru.book.items.identifying import identified
from goru.book.items.sheets import OWN, SECTORAL
from goru.book.items.stamping import Stamp
from goru.book.model import PlanBook
from goru.book.writing.workbook import Made, as_xlsx


@pytest.fixture(scope="module")
def book(small_book: PlanBook) -> Workbook:
    plans = decompose(identified(small_book).book).plans
    return Workbook(with_projects(next(one for one in plans if one.kind == "provincial")))


def test_there_is_a_sheet_for_each_kind_of_list(book: Workbook, small_book: PlanBook) -> None:
    assert book.book.sheetnames == ["안내", *(one.title for one in OWN), "목록", "goru"]

    ministry = next(one for one in decompose(identified(small_book).book).plans if one.kind == "sectoral")
    assert Workbook(ministry).book.sheetnames == ["안내", *(one.title for one in SECTORAL), "목록", "goru"]


def test_heads_are_locked_and_what_one_writes_is_not(book: Workbook) -> None:
    sheet = book.book["사업비"]

    assert sheet.protection.sheet
    assert not sheet.protection.insertRows  # openpyxl says what is forbidden
    assert not sheet.protection.deleteRows
    assert all(cell.protection.locked for cell in sheet[HEAD] if cell.value)
    assert not any(cell.protection.locked for cell in sheet[HEAD + 1] if cell.value)
    assert book.cell("재정투입", "합계", "추진전략").protection.locked
    assert sheet.freeze_panes == f"C{HEAD + 1}"


def test_ids_are_hidden_and_what_it_was_made_of_cannot_be_shown_by_mistake(book: Workbook) -> None:
    assert book.book["사업"].column_dimensions["A"].hidden
    assert [book.book[one].sheet_state for one in ("목록", "goru")] == ["veryHidden", "veryHidden"]


def test_what_may_be_chosen_is_offered(book: Workbook) -> None:
    lists = {
        str(one.sqref).rstrip("0123456789"): one.formula1
        for one in book.book["사업비"].data_validations.dataValidation
    }
    hidden = book.book["목록"]
    offered = [[cell.value for cell in column if cell.value] for column in hidden.columns]

    assert len(lists) == 6
    assert ["데이터센터 조성", "폐교 활용"] in offered
    assert ["국비", "지방비", "시·도비", "시·군·구비", "민자", "합계(국비·지방비·민자)"] in offered
    assert ["예", "아니요"] in offered


def test_each_column_says_what_to_write(book: Workbook) -> None:
    guidance = [cell.value for cell in book.book["사업비"][HEAD - 1] if cell.value]

    assert "네 자리 연도" in guidance
    assert len(guidance) == len([cell for cell in book.book["사업비"][HEAD] if cell.value]) - 1


def test_the_same_plan_gives_the_same_bytes(book: Workbook) -> None:
    at = datetime(2025, 1, 23)  # noqa: DTZ001

    assert as_xlsx(Made(Stamp(7, 3, book.value), "2025 시행계획", at)) == book.bytes
    assert openpyxl.load_workbook(io.BytesIO(book.bytes)).properties.title == "2025 시행계획"
