"""A workbook that was filled in says exactly the edits that were made, whatever programs and persons did to it."""

import io
import re
import zipfile
from copy import deepcopy
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.annexed import annexed_book
from tests.workbooks import HEAD, Workbook, with_projects

from goru.book.composing import decompose
from goru.book.items.changing import changes_between
from goru.book.items.editing import changed
from goru.book.items.filled import Filled, ProblemKind, filled
from goru.book.items.identifying import identified
from goru.book.items.placing import facts_of
from goru.book.items.stamping import NoStamp, Stamp, stamp_of, stamped
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan
from goru.book.reading import workbook as reading


@pytest.fixture(scope="module")
def plan(small_book: PlanBook) -> InstitutionPlan:
    plans = decompose(identified(small_book).book).plans
    return with_projects(next(one for one in plans if one.kind == "provincial"))


@pytest.fixture(scope="module")
def ministry(small_book: PlanBook) -> InstitutionPlan:
    plans = decompose(identified(small_book).book).plans
    return next(one for one in plans if one.kind == "sectoral" and any(task.goals for task in one.tasks))


@pytest.fixture
def book(plan: InstitutionPlan) -> Workbook:
    return Workbook(plan)


def problems(found: Filled) -> list[tuple[ProblemKind, str, str]]:
    return [(one.kind, one.sheet, one.cell) for one in found.told if not one.is_note]


def notes(found: Filled) -> list[ProblemKind]:
    return [one.kind for one in found.told if one.is_note]


# What is written is what is edited.


def test_a_workbook_that_nobody_changed_says_nothing(small_book: PlanBook, plan: InstitutionPlan) -> None:
    for value in (plan, *decompose(identified(small_book).book).plans):
        book = Workbook(value)
        for content in (book.bytes, book.saved()):
            found = filled(reading.read(content, "plan.xlsx"), seed="test")
            assert (found.changes, found.told, found.asked) == ([], (), ())


def test_a_cell_is_an_edit_of_its_field_as_it_was_seen(book: Workbook, plan: InstitutionPlan) -> None:
    where = book.write("사업비", "국비", "금액", 640)

    found = book.read()

    assert [(one.field, one.seen, one.new) for one in found.changes] == [("amount", 600, 640)]
    assert found.cells[found.changes[0].item, "amount"].cell == where
    assert found.stamp == Stamp(7, 3, plan)


def test_fields_of_every_kind_are_read_as_the_form_reads_them(book: Workbook) -> None:
    book.write("사업비", "국비", "회계", "지역지원계정")
    book.write("사업비", "국비", "포괄보조", "예")
    book.write("사업", "폐교 활용", "담당 부서", None)
    book.write("사업", "폐교 활용", "사업 기간", "2025-03 ~ 2025-08")
    book.write("추진일정", "데이터센터 조성", "단계와 때", "착공 2025-09")
    book.write("재정투입", "합계", "금액", "5,000")

    edits = book.edits()

    period = {"text": "2025-03 ~ 2025-08", "start": "2025-03-01", "end": "2025-08-31", "precision": "month"}
    assert set(map(repr, edits)) == set(
        map(
            repr,
            [
                ("set", "plan/budget/total", 5000),
                ("set", "responsible_unit", None),
                ("set", "period", period),
                ("set", "account", "balance-support"),
                ("set", "block_grant", True),
                ("set", "text", "착공 2025-09"),
                ("set", "start", "2025-09-01"),
                ("set", "end", "2025-09-30"),
            ],
        )
    )


@pytest.mark.parametrize("words", ["=1+1", "+82-2", "@이름", "-메모", "1-1", "'따옴표", '=HYPERLINK("x")'])
def test_no_text_becomes_a_formula_or_a_number(words: str, plan: InstitutionPlan) -> None:
    facts, _places = facts_of(plan.model_dump(mode="json"))
    facts["plan"]["core_tasks"][0]["name"] = words
    book = Workbook(InstitutionPlan.model_validate(facts))

    assert book.cell("핵심과제", HEAD + 1, "이름").data_type == "s"
    assert book.edits() == []


def test_a_row_in_the_middle_is_a_new_item_there(book: Workbook, plan: InstitutionPlan) -> None:
    task = plan.plan.core_tasks[0]  # type: ignore[union-attr]
    at = book.row("사업", "폐교 활용")
    book.add("사업", at, 핵심과제=task.name, 이름="월출산 생태탐방로")

    ((deed, field, new),) = book.edits()

    assert (deed, field, new["name"], new["at"]) == ("add", "projects", "월출산 생태탐방로", 1)


def test_a_new_item_may_have_others_under_it(book: Workbook) -> None:
    book.add("핵심과제", 추진전략="새 전략", 이름="새 과제")
    book.add("사업", 핵심과제="새 과제", 이름="새 사업")
    book.add("사업비", 사업="새 사업", 재원="국비", 금액=7, 단위="억원")

    ((deed, _field, new),) = book.edits()

    assert (deed, new["projects"][0]["money"][0]["amount"]) == ("add", 7)


def test_a_row_that_is_gone_is_an_item_taken_out_with_what_is_under_it(book: Workbook) -> None:
    book.delete("사업", "데이터센터 조성")

    assert [deed for deed, _field, _new in book.edits()] == ["remove"]


def test_a_row_that_was_emptied_is_gone_too(book: Workbook) -> None:
    row = book.row("사업", "폐교 활용")
    for head in ("핵심과제", "이름", "담당 부서"):
        book.write("사업", row, head, None)

    assert [deed for deed, _field, _new in book.edits()] == ["remove"]


def test_another_list_is_a_move(book: Workbook, plan: InstitutionPlan) -> None:
    other = plan.plan.core_tasks[1]  # type: ignore[union-attr]
    book.write("사업", "폐교 활용", "핵심과제", other.name)

    assert book.edits() == [("move", "", {"at": 0, "under": str(other.item_id), "field": "projects"})]


def test_what_stands_elsewhere_of_an_amount_stays_where_it_was(ministry: InstitutionPlan) -> None:
    book = Workbook(ministry)
    sheet = book.book["사업"]
    column = book.column("사업", "실천과제")
    labels = [sheet.cell(row, column).value for row in range(HEAD + 1, book.last("사업") + 1)]
    of_amount = next((one for one in labels if one and one.endswith("금액")), None)
    if of_amount is None:
        pytest.skip("no project of an amount")
    book.write("사업", HEAD + 1 + labels.index(of_amount), "실천과제", of_amount.removesuffix(" 금액"))

    assert [kind for kind, _sheet, _cell in problems(book.read())] == [ProblemKind.FIXED_PLACE]


def test_a_second_vision_is_told_and_left(book: Workbook) -> None:
    row = book.add("비전·전략", 구분="비전", 내용="또 하나")

    found = book.read()

    assert (list(found.changes), problems(found)) == ([], [(ProblemKind.ONLY_ONE, "비전·전략", str(row))])


def test_nothing_moves_under_what_is_taken_out(book: Workbook, plan: InstitutionPlan) -> None:
    first, second = plan.plan.core_tasks[:2]  # type: ignore[union-attr]
    where = book.write("사업", "폐교 활용", "핵심과제", second.name)
    new = book.add("사업", 핵심과제=second.name, 이름="새 사업")
    book.delete("핵심과제", second.name)

    found = book.read()

    assert [(one.deed, one.item) for one in found.changes] == [("remove", second.item_id)]
    told = {(ProblemKind.UNKNOWN_PLACE, "사업", one) for one in (where, f"B{new}")}
    assert set(problems(found)) == told
    assert first.name != second.name


# What spreadsheets and persons do to files.


def test_sheets_and_columns_may_stand_in_another_order_and_have_blanks(book: Workbook) -> None:
    book.write("사업비", "국비", "금액", 640)
    sheet = book.book["사업비"]
    sheet.move_range(f"H{HEAD}:H{HEAD + 2}", cols=5)
    book.book.move_sheet("사업비", -4)
    sheet.title = " 사업 비"
    for cell in sheet[HEAD]:
        cell.value = f" {cell.value} " if cell.value else None

    assert book.edits() == [("set", "amount", 640)]


def test_a_column_that_is_gone_leaves_its_field_as_it_is(book: Workbook) -> None:
    book.book["사업"].delete_cols(book.column("사업", "담당 부서"))

    found = book.read()

    assert (list(found.changes), problems(found)) == ([], [(ProblemKind.NO_COLUMN, "사업", "")])


def test_a_sheet_that_is_gone_takes_nothing_out(book: Workbook) -> None:
    del book.book["사업"]

    found = book.read()

    assert (list(found.changes), problems(found)) == ([], [(ProblemKind.NO_SHEET, "사업", "")])


def test_a_sheet_of_countless_rows_is_left_as_it_is(book: Workbook) -> None:
    for number in range(1100):
        book.book["성과관리"].append([None, f"문장 {number}"])

    found = book.read()

    assert (list(found.changes), problems(found)) == ([], [(ProblemKind.TOO_MANY, "성과관리", "")])


def test_what_is_none_of_the_programs_is_left_aside_and_told(book: Workbook) -> None:
    book.book.create_sheet("메모")["A1"] = "적어 둠"
    book.book["사업"].cell(HEAD, 9).value = "비고"
    book.book["사업"].cell(HEAD + 1, 9).value = "급함"

    found = book.read()

    assert list(found.changes) == []
    assert notes(found) == [ProblemKind.OTHER_COLUMN, ProblemKind.OTHER_SHEET]


@pytest.mark.parametrize("typed", ["1,240", "１２４０", "'1240", " 1240 ", 1240, 1240.0])
def test_a_number_may_be_a_text(typed: Any, book: Workbook) -> None:
    book.write("사업비", "국비", "금액", typed)

    assert book.edits() == [("set", "amount", 1240)]


def test_what_is_no_number_is_told_with_its_cell_and_unit_and_changes_nothing(book: Workbook) -> None:
    where = book.write("사업비", "국비", "금액", "약 20억")

    found = book.read()

    (told,) = found.told
    assert list(found.changes) == []
    assert (told.kind, told.sheet, told.cell, told.typed, told.of) == (
        ProblemKind.NUMBER,
        "사업비",
        where,
        "약 20억",
        "백만원",
    )


@pytest.mark.parametrize(
    ("sheet", "words", "head", "typed", "kind"),
    [
        ("사업비", "국비", "회계연도", 2025.5, ProblemKind.WHOLE),
        ("사업비", "국비", "회계연도", 20250, ProblemKind.UNFIT),
        ("사업비", "국비", "재원", "나랏돈", ProblemKind.CHOICE),
        ("사업비", "국비", "포괄보조", "아마", ProblemKind.CHOICE),
        ("사업", "폐교 활용", "이름", datetime(2025, 1, 1), ProblemKind.DATE),  # noqa: DTZ001
        ("사업", "폐교 활용", "핵심과제", "없는 과제", ProblemKind.UNKNOWN_PLACE),
        ("사업", "폐교 활용", "핵심과제", None, ProblemKind.NO_PLACE),
        ("비전·전략", "비전", "구분", "추진전략", ProblemKind.FIXED_PLACE),
    ],
)
def test_what_cannot_be_taken_is_told(
    sheet: str, words: str, head: str, typed: Any, kind: ProblemKind, book: Workbook
) -> None:
    where = book.write(sheet, words, head, typed)

    found = book.read()

    assert list(found.changes) == []
    assert problems(found) == [(kind, sheet, where)]


def test_of_a_formula_its_value_counts_and_one_without_is_told(book: Workbook) -> None:
    where = book.write("사업비", "국비", "금액", None)
    book.book["사업비"][where] = "=1200+40"

    found = book.read()
    sheets = reading.read(
        _with_value(book.saved(), r"(<f>1200\+40</f>)<v ?/?>(</v>)?", r"\1<v>1240</v>"), "x"
    )

    assert (list(found.changes), problems(found)) == ([], [(ProblemKind.UNKNOWN, "사업비", where)])
    assert [one.new for one in filled(sheets, seed="test").changes] == [1240]


def _with_value(content: bytes, before: str, after: str) -> bytes:
    """A workbook with another text in the XML of its sheets: what only a program that calculates writes."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, re.sub(before, after, old.read(entry).decode()))
    return held.getvalue()


def test_a_day_that_a_spreadsheet_made_of_words_is_what_it_was(plan: InstitutionPlan) -> None:
    facts, _places = facts_of(plan.model_dump(mode="json"))
    facts["plan"]["indicators"][0] |= {"actual": "1-1", "target": "50%"}
    book = Workbook(InstitutionPlan.model_validate(facts))
    name = facts["plan"]["indicators"][0]["name"]
    cell = book.cell("성과지표", name, "실적")
    cell.value, cell.number_format = datetime(2026, 1, 1), "mm-dd"  # noqa: DTZ001
    cell = book.cell("성과지표", name, "목표")
    cell.value, cell.number_format = 0.5, "0%"

    assert book.edits() == []

    cell.value = 0.529
    cell.number_format = "0.0%"
    assert book.edits() == [("set", "target", "52.9%")]


def test_a_share_is_no_amount(book: Workbook) -> None:
    cell = book.cell("사업비", "국비", "금액")
    cell.value, cell.number_format = 0.5, "0%"

    assert [kind for kind, _sheet, _cell in problems(book.read())] == [ProblemKind.PERCENT]


def test_a_day_is_a_time(book: Workbook) -> None:
    cell = book.cell("사업", "폐교 활용", "사업 기간")
    cell.value, cell.number_format = datetime(2025, 3, 2), "yyyy-mm-dd"  # noqa: DTZ001

    ((_deed, field, new),) = book.edits()

    assert (field, new["start"], new["precision"]) == ("period", "2025-03-02", "day")


def test_cells_made_one_say_the_same_of_their_rows_and_nothing_is_lost(book: Workbook) -> None:
    first = book.row("사업", "데이터센터 조성")
    place, amount = (book.book["사업"].cell(first, 2).column_letter, "E")
    book.book["사업"].merge_cells(f"{place}{first}:{place}{first + 1}")
    assert book.edits() == []

    money = book.row("사업비", "국비")
    amount = book.cell("사업비", money, "금액").column_letter
    book.book["사업비"].merge_cells(f"{amount}{money}:{amount}{money + 1}")
    found = book.read()
    assert list(found.changes) == []
    assert problems(found) == [(ProblemKind.MERGED, "사업비", f"{amount}{money + 1}")]


def test_rows_without_ids_are_known_by_name(book: Workbook) -> None:
    for name in ("사업", "사업비", "핵심과제", "성과지표", "추진일정"):
        for row in range(HEAD + 1, book.last(name) + 1):
            book.book[name].cell(row, 1).value = None
    book.write("사업비", "국비", "금액", 640)

    found = book.read()

    assert [(one.field, one.new) for one in found.changes] == [("amount", 640)]
    assert set(notes(found)) == {ProblemKind.MATCHED}


def test_a_copied_row_is_a_new_item(book: Workbook) -> None:
    first = book.row("사업", "폐교 활용")
    texts = [cell.value for cell in book.book["사업"][first]]
    book.book["사업"].insert_rows(first)
    for at, text in enumerate(texts, start=1):
        book.book["사업"].cell(first, at).value = text
    book.write("사업", first, "이름", "폐교 활용 둘")

    found = book.read()

    assert [(one.deed.value, one.new["name"]) for one in found.changes] == [("add", "폐교 활용 둘")]
    assert notes(found) == [ProblemKind.COPIED]


def test_of_a_row_that_may_be_another_a_person_is_asked(book: Workbook) -> None:
    row = book.row("사업", "폐교 활용")
    book.book["사업"].cell(row, 1).value = None
    book.write("사업", row, "이름", "폐교 활용 확대")

    found = book.read()

    (asked,) = found.asked
    assert (asked.name, asked.old_name, asked.cell) == ("폐교 활용 확대", "폐교 활용", str(row))
    assert {one.deed.value for one in found.changes} == {"add", "remove"}
    assert {one.item for one in found.changes} == found.unsure

    (change,) = book.read({asked.place: str(asked.old_id)}).changes
    assert (change.item, change.field, change.new) == (asked.old_id, "name", "폐교 활용 확대")
    other = book.read({asked.place: ""})
    assert ({one.deed.value for one in other.changes}, other.asked) == ({"add", "remove"}, ())


def test_the_same_file_says_the_same_ids(book: Workbook) -> None:
    book.add("핵심과제", 추진전략="새 전략", 이름="새 과제")

    assert [one.item for one in book.read().changes] == [one.item for one in book.read().changes]


# What is no workbook of a plan.


def test_a_workbook_that_does_not_say_what_it_is_of_is_none(book: Workbook) -> None:
    book.book["goru"]["A3"] = str(book.book["goru"]["A3"].value)[:-80]
    with pytest.raises(NoStamp):
        book.read()
    del book.book["goru"]
    with pytest.raises(NoStamp):
        book.read()


def test_a_stamp_says_what_it_was_made_of_and_bears_no_change(plan: InstitutionPlan) -> None:
    lines = stamp_of(Stamp(1, 2, plan))

    assert stamped(lines) == Stamp(
        1, 2, InstitutionPlan.model_validate(facts_of(plan.model_dump(mode="json"))[0])
    )
    for other in ([], lines[:2], [*lines[:2], "A" * 4000], [lines[0], "{}", *lines[2:]]):
        with pytest.raises(NoStamp):
            stamped(other)


# Random edits.

_WORDS = st.sampled_from(
    ["솔라시도", "=1+1", "+가", "@나", "새 말 · 하나", "1,240", "2회", "'25년", "a" * 200]
)
_NUMBERS = st.integers(0, 10**6) | st.floats(0, 1000).map(lambda one: round(one, 2))
_TEXT_CELLS = [
    ("핵심과제", "이름", "name"),
    ("핵심과제", "추진전략", "strategy"),
    ("세부과제", "내용", "text"),
    ("성과지표", "이름", "name"),
    ("성과지표", "목표", "target"),
    ("사업", "담당 부서", "responsible_unit"),
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_random_edits_are_exactly_those(plan: InstitutionPlan, data: st.DataObject) -> None:
    book = Workbook(plan)
    wanted, _places = facts_of(plan.model_dump(mode="json"))
    items = {one["item_id"]: one for one in _items(wanted)}
    for sheet, head, field in data.draw(st.lists(st.sampled_from(_TEXT_CELLS), max_size=6)):
        row = data.draw(st.integers(HEAD + 1, book.last(sheet)))
        words = data.draw(_WORDS)
        book.write(sheet, row, head, words)
        items[book.book[sheet].cell(row, 1).value][field] = words
    for row in data.draw(st.lists(st.integers(HEAD + 1, HEAD + 2), max_size=2, unique=True)):
        amount = data.draw(_NUMBERS)
        book.write("사업비", row, "금액", amount)
        items[book.book["사업비"].cell(row, 1).value]["amount"] = amount
    if data.draw(st.booleans()):
        _take_out(book, wanted, data)
    if data.draw(st.booleans()):
        _put_first(book, wanted, data)

    found = book.read()

    content, _places = facts_of(plan.model_dump(mode="json"))
    for change in found.changes:
        content = changed(content, InstitutionPlan, change)
    assert not [one for one in found.told if not one.is_note]
    assert content == facts_of(InstitutionPlan.model_validate(wanted).model_dump(mode="json"))[0]
    assert list(found.changes) == changes_between(plan, InstitutionPlan.model_validate(wanted))


def _items(content: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if isinstance(content, dict):
        found += [content] if "item_id" in content else []
        content = list(content.values())
    if isinstance(content, list):
        for one in content:
            found += _items(one)
    return found


def _take_out(book: Workbook, wanted: dict[str, Any], data: st.DataObject) -> None:
    """A row of the indicators goes."""
    row = data.draw(st.integers(HEAD + 1, book.last("성과지표")))
    id_ = book.book["성과지표"].cell(row, 1).value
    book.delete("성과지표", row)
    indicators = wanted["plan"]["indicators"]
    indicators[:] = [one for one in indicators if one["item_id"] != id_]


def _put_first(book: Workbook, wanted: dict[str, Any], data: st.DataObject) -> None:
    """A row of the core tasks becomes the first."""
    sheet = book.book["핵심과제"]
    row = data.draw(st.integers(HEAD + 1, book.last("핵심과제")))
    texts = deepcopy([cell.value for cell in sheet[row]])
    sheet.delete_rows(row)
    sheet.insert_rows(HEAD + 1)
    for at, text in enumerate(texts, start=1):
        cell = sheet.cell(HEAD + 1, at)
        cell.value = text
        if isinstance(text, str):
            cell.data_type = "s"
    tasks = wanted["plan"]["core_tasks"]
    tasks.insert(0, tasks.pop(row - HEAD - 1))


def test_openpyxl_keeps_what_is_hidden(book: Workbook) -> None:
    again = openpyxl.load_workbook(io.BytesIO(book.saved()))

    assert again["goru"].sheet_state == "veryHidden"
    assert again["사업"].column_dimensions["A"].hidden


def test_what_the_printed_form_lacks_is_filled_in_too(small_book: PlanBook) -> None:
    written = identified(annexed_book(small_book)).book
    value = next(one for one in decompose(written).plans if one.kind == "provincial")
    assert value.plan
    book = Workbook(value)
    assert book.edits() == []

    book.write("사업", "솔라시도 데이터센터 조성: 1단계", "위치", "나주시, 부산광역시 중구")
    book.write("사업", "이름뿐인 사업", "담당 부서", "관광과")
    book.write("핵심과제", value.plan.core_tasks[1].name, "역점과제", "예")
    book.write("요약지표", "주민자치회 수", "값", "61")
    book.write("사업비", "길", "회계", "지특 자율")
    assert sorted((field, new) for _deed, field, new in book.edits()) == [
        ("account", "balance-autonomy"),
        ("is_flagship", True),
        ("regions", ["mois-46170", "mois-26110"]),
        ("responsible_unit", "관광과"),
        ("value", "61"),
    ]

    where = book.write("사업", "이름뿐인 사업", "위치", "중구")
    assert problems(book.read()) == [(ProblemKind.REGION, "사업", where)]
