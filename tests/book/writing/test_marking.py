"""A print with its changes marked: by signs and lines, in what changed alone."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest
from hwpx import HwpxDocument
from tests.annexed import annexed_book

from goru.book.model import PlanBook, Text
from goru.book.parsing import NotAPlanBook, parse
from goru.book.reading import read
from goru.book.writing.block import Block, Heading, Table
from goru.book.writing.blocks import blocks_of
from goru.book.writing.hwpx import as_hwpx
from goru.book.writing.marking import marked, segments
from goru.book.writing.pdf import as_pdf

FONTS = Path(__file__).parents[3] / ".goru" / "fonts"


def marks(before: Iterable[Block], after: Iterable[Block]) -> list[Block]:
    _legend, *rest = marked(before, after, "지난 판")
    return rest


def test_words_that_are_others_are_marked_where_they_stand() -> None:
    before = ["- 주민이 함께 정하는 마을 살림", "- 그대로"]
    after = ["- 주민이 스스로 정하는 마을 살림", "- 그대로", "- 새 문장입니다"]

    assert marks(before, after) == [
        "- 주민이 [-함께-][+스스로+] 정하는 마을 살림",
        "- 그대로",
        "[+- 새 문장입니다+]",
    ]
    assert marks(["- 그대로", "- 없어진 문장"], ["- 그대로"]) == ["- 그대로", "[-- 없어진 문장-]"]
    assert marks([Heading("가", 1)], [Heading("가", 1)]) == [Heading("가", 1)]


def test_rows_and_cells_of_a_table_are_marked_one_by_one() -> None:
    head = ["지표", "단위", "목표"]
    before = [Table([head, ["인구", "명", "100"], ["관광객", "만명", "7"], ["도로", "km", "5"]])]
    after = [Table([head, ["인구", "명", "120"], ["도로", "km", "5"], ["일자리", "개", "9"]])]

    [table] = marks(before, after)

    assert isinstance(table, Table)
    assert [list(row) for row in table.rows] == [
        head,
        ["인구", "명", "[-100-][+120+]"],
        ["[-관광객-]", "[-만명-]", "[-7-]"],
        ["도로", "km", "5"],
        ["[+일자리+]", "[+개+]", "[+9+]"],
    ]


def test_a_text_is_told_apart_by_its_signs() -> None:
    assert segments("가 [-나-][+다+] 라") == [
        ("가 ", ""),
        ("[-나-]", "removed"),
        ("[+다+]", "added"),
        (" 라", ""),
    ]
    assert segments("그대로") == [("그대로", "")]


@pytest.mark.parametrize("form", ["hwpx", "pdf"])
def test_a_marked_print_says_its_changes_and_is_no_plan_to_be_read(
    tmp_path: Path, small_book: PlanBook, form: str
) -> None:
    before, after = small_book, annexed_book(small_book)
    plan = after.plans[0]
    assert plan.budget
    budget = plan.budget.model_copy(update={"total": Decimal(77)})
    changed = plan.model_copy(
        update={"strategies": [Text(text="새 전략"), *plan.strategies[1:]], "budget": budget}
    )
    after = after.model_copy(update={"plans": [changed, *after.plans[1:]]})
    file = tmp_path / f"plan.{form}"
    content = (
        as_hwpx(after, "", before, "2025 초안 1")
        if form == "hwpx"
        else as_pdf(after, [FONTS], "", before, "1")
    )
    file.write_bytes(content)

    said = "\n".join(line.text for line in read(file))

    assert "【바뀐 곳 표시】" in said
    assert "[+77+]" in said
    assert "【별지】" in said
    with pytest.raises(NotAPlanBook):
        parse(read(file))
    if form == "hwpx":
        document = HwpxDocument.open(file)
        assert any("[+" in (run.text or "") for run in document.text.find_runs(underline_type="BOTTOM"))


def test_the_same_book_has_no_marks(small_book: PlanBook) -> None:
    legend, *rest = blocks_of(small_book, small_book, "지난 판")

    assert str(legend).endswith("지난 판")
    assert rest == list(blocks_of(small_book))
