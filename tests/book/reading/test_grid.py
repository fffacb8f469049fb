"""The place of a cell comes from its address and spans."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace

import pytest

from goru.book.reading import Lines

Reading = Callable[[bytes], Lines]


def cell(text: str, address: str = "", span: str = "", *, is_listed: bool = True) -> str:
    """A cell by its text; address and span as `column row`."""
    held = f"<hp:p><hp:run><hp:t>{text}</hp:t></hp:run></hp:p>" if text else "<hp:p/>"
    held = f"<hp:subList>{held}</hp:subList>" if is_listed else held
    if address:
        held += '<hp:cellAddr colAddr="{}" rowAddr="{}"/>'.format(*address.split())
    if span:
        held += '<hp:cellSpan colSpan="{}" rowSpan="{}"/>'.format(*span.split())
    return f"<hp:tc>{held}</hp:tc>"


def read_table(read_bytes: Reading, make: SimpleNamespace, *rows: Sequence[str]) -> Lines:
    written = "".join(f"<hp:tr>{''.join(row)}</hp:tr>" for row in rows)
    return read_bytes(make.hwpx(make.raw_paragraph(f"<hp:tbl>{written}</hp:tbl>")))


def seen(lines: Lines) -> list[tuple[str, ...]]:
    return [(line.cell or "", *(line.cells or (line.text,))) for line in lines]


def test_an_empty_cell_stays_a_cell(read_bytes: Reading, make: SimpleNamespace) -> None:
    lines = read_table(
        read_bytes, make, [cell("가", "0 0"), cell("", "1 0"), cell("나", "2 0"), cell("", "3 0")]
    )

    assert seen(lines) == [("표 1 A1", "가", "", "나", "")]
    assert lines[0].text == "가 나"


def test_cells_stand_where_their_addresses_say(read_bytes: Reading, make: SimpleNamespace) -> None:
    lines = read_table(
        read_bytes,
        make,
        [cell("다", "3 0"), cell("가", "0 0"), cell("라", "1 1")],
        [cell("나", "0 1")],
    )

    assert seen(lines) == [("표 1 A1", "가", "", "", "다"), ("표 1 A2", "나", "라")]


def test_a_merged_cell_is_given_once(read_bytes: Reading, make: SimpleNamespace) -> None:
    lines = read_table(
        read_bytes,
        make,
        [cell("전략", "0 0", "1 2"), cell("국비", "1 0", "2 1"), cell("민자", "3 0")],
        [cell("10", "1 1"), cell("20", "2 1"), cell("30", "3 1")],
    )

    assert seen(lines) == [("표 1 A1", "전략", "국비", "민자"), ("표 1 B2", "10", "20", "30")]


def test_a_covered_cell_that_was_left_in_the_file_is_none_unless_it_holds_words(
    read_bytes: Reading, make: SimpleNamespace
) -> None:
    lines = read_table(
        read_bytes,
        make,
        [cell("제목", "0 0", "3 1"), cell("", "1 0"), cell("", "2 0")],
        [cell("묶음", "0 1", "2 1"), cell("글", "1 1"), cell("끝", "2 1")],
    )

    assert seen(lines) == [("표 1 A1", "제목"), ("표 1 A2", "묶음", "글", "끝")]


@pytest.mark.parametrize(
    "row",
    [
        [cell("가"), cell(""), cell("나")],
        [cell("가", "0 0"), cell("", "0 0"), cell("나", "0 0")],
        [cell("가", "0 0"), cell(""), cell("나", "99999 0")],
        [cell("가", is_listed=False), cell("", is_listed=False), cell("나", is_listed=False)],
        ["<hp:switch><hp:case><hp:tc/></hp:case></hp:switch>".replace("<hp:tc/>", cell("가")), cell(""), cell("나")],
    ],
    ids=["no addresses", "one address for all", "an address beyond", "no lists", "alternatives"],
)  # fmt: skip
def test_cells_without_true_addresses_are_counted(
    read_bytes: Reading, make: SimpleNamespace, row: Sequence[str]
) -> None:
    assert seen(read_table(read_bytes, make, row)) == [("표 1 A1", "가", "", "나")]


def test_a_cell_after_one_of_several_paragraphs_keeps_its_place(
    read_bytes: Reading, make: SimpleNamespace
) -> None:
    lines = read_bytes(make.hwpx(make.table([["자치", ["§ 하나", "§ 둘"], "", "나"]])))

    assert seen(lines) == [
        ("표 1 A1", "자치", "§ 하나"),
        ("표 1 B1", "§ 둘"),
        ("표 1 D1", "", "나"),
    ]


def test_spans_beyond_all_tables_cost_nothing(read_bytes: Reading, make: SimpleNamespace) -> None:
    rows = [
        [cell("가", f"0 {row}", "9999 9999"), cell("나", f"999 {row}", "9999 9999")] for row in range(500)
    ]

    assert len(read_table(read_bytes, make, *rows)) == 500
