"""Ruled tables give their cells, letters set apart are words, notes' marks are no digits."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace

import pytest

from goru.book.reading import Lines

Reading = Callable[[bytes], Lines]
Grid = Sequence[Sequence[str]]
ROWS: Grid = [
    ["지표", "단위", "실적", "목표"],
    ["일자리수", "천명", "195", "196"],
    ["특례 수", "건", "67", ""],
]
LEFT, TOP, HIGH, WIDE = 50, 800, 20, 50


def words(make: SimpleNamespace, rows: Grid, *, wide: int = WIDE) -> bytes:
    """The texts of a table, a line's end within a cell as `/`."""
    shown = b""
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            for line, part in enumerate(text.split("/")):
                shown += make.at(
                    LEFT + 1 + wide * column, TOP - HIGH * (number + 1) + 6 - 9 * line, part, size=8
                )
    return shown


def edges(rows: int, columns: int, wide: int = WIDE) -> list[tuple[int, int, int, int]]:
    """Each edge of each cell, as programs draw them."""
    level = [
        (LEFT + wide * column, TOP - HIGH * row, LEFT + wide * (column + 1), TOP - HIGH * row)
        for row in range(rows + 1)
        for column in range(columns)
    ]
    upright = [
        (LEFT + wide * column, TOP - HIGH * row, LEFT + wide * column, TOP - HIGH * (row + 1))
        for row in range(rows)
        for column in range(columns + 1)
    ]
    return level + upright


def as_strokes(lines: Sequence[Sequence[float]]) -> bytes:
    return b"".join(b"%f %f m %f %f l S\n" % tuple(line) for line in lines)


def as_one_path(lines: Sequence[Sequence[float]]) -> bytes:
    return b"".join(b"%f %f m %f %f l\n" % tuple(line) for line in lines) + b"S\n"


def as_thin_rectangles(lines: Sequence[Sequence[float]]) -> bytes:
    """As word processors fill them."""
    return b"".join(
        b"%f %f %f %f re f\n" % (x - 0.3, y - 0.3, (other - x) + 0.6, (down - y) + 0.6)
        for x, y, other, down in lines
    )


def as_double_lines(lines: Sequence[Sequence[float]]) -> bytes:
    return as_strokes(lines) + as_strokes([[place + 1.5 for place in line] for line in lines])


def without_sides(lines: Sequence[Sequence[float]]) -> bytes:
    """Open at the left and at the right, as offices rule."""
    left, right = min(line[0] for line in lines), max(line[2] for line in lines)
    return as_strokes([line for line in lines if line[0] != line[2] or left < line[0] < right])


def as_frames(lines: Sequence[Sequence[float]]) -> bytes:
    """A stroked rectangle a cell."""
    corners = {(line[0], line[1]) for line in lines if line[0] == line[2]}
    right = max(line[2] for line in lines)
    return b"".join(b"%f %f %d -%d re S\n" % (x, y, WIDE, HIGH) for x, y in corners if x < right)


def as_scaled(lines: Sequence[Sequence[float]]) -> bytes:
    """In tenths of a point, upside down, as printers drivers do."""
    return (
        b"q .1 0 0 -.1 0 900 cm\n"
        + as_strokes([[x * 10, (900 - y) * 10, z * 10, (900 - w) * 10] for x, y, z, w in lines])
        + b"Q\n"
    )


@pytest.mark.parametrize(
    "drawn",
    [as_strokes, as_one_path, as_thin_rectangles, as_double_lines, without_sides, as_frames, as_scaled],
    ids=lambda drawn: drawn.__name__,
)
def test_a_ruled_table_gives_its_cells(
    read_bytes: Reading, make: SimpleNamespace, drawn: Callable[[Sequence[Sequence[float]]], bytes]
) -> None:
    page = (
        make.at(LEFT, 840, "□ 성과지표") + drawn(edges(3, 4)) + words(make, ROWS) + make.at(LEFT, 700, "끝")
    )

    lines = read_bytes(make.printed(page))

    assert [line.cells or line.text for line in lines] == [
        "□ 성과지표",
        ("지표", "단위", "실적", "목표"),
        ("일자리수", "천명", "195", "196"),
        ("특례 수", "건", "67", "-"),
        "끝",
    ]
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("wide", [33, 34, 40])
def test_columns_may_be_as_narrow_as_their_words(
    read_bytes: Reading, make: SimpleNamespace, wide: int
) -> None:
    rows = [["일자리수", "천명단위", "1950", "1960"]]

    lines = read_bytes(make.printed(as_strokes(edges(1, 4, wide)) + words(make, rows, wide=wide)))

    assert [line.cells for line in lines] == [("일자리수", "천명단위", "1950", "1960")]


def test_a_word_wider_than_its_cell_is_not_cut(read_bytes: Reading, make: SimpleNamespace) -> None:
    rows = [["일자리수", "12,345,678", "9"]]

    lines = read_bytes(make.printed(as_strokes(edges(1, 3)) + words(make, rows)))

    assert [line.cells for line in lines] == [("일자리수", "12,345,678", "9")]


def test_a_merged_cell_stands_in_its_first_row(read_bytes: Reading, make: SimpleNamespace) -> None:
    inner = [
        line for line in edges(2, 3) if line[:2] != (LEFT, TOP - HIGH) or line[0] == line[2]
    ]  # no line between the first column's two rows
    rows = [["", "가", "나"], ["", "다", "라"]]
    middle = make.at(LEFT + 1, TOP - HIGH - 3, "전략", size=8)

    lines = read_bytes(make.printed(as_strokes(inner) + words(make, rows) + middle))

    assert [line.cells for line in lines] == [("전략", "가", "나"), ("다", "라")]


def test_lines_within_a_cell_stay_lines(read_bytes: Reading, make: SimpleNamespace) -> None:
    rows = [["방문건강/관리", "가구", "10"], ["관광객", "명", "20"]]

    lines = read_bytes(make.printed(as_strokes(edges(2, 3)) + words(make, rows)))

    assert [line.cells or line.text for line in lines] == [
        "방문건강",
        "관리",
        ("가구", "10"),
        ("관광객", "명", "20"),
    ]


def test_a_frame_around_lines_is_no_table(read_bytes: Reading, make: SimpleNamespace) -> None:
    frame = b"40 700 400 100 re S\n"
    page = frame + make.at(50, 780, "하나") + make.at(200, 780, "둘") + make.at(50, 760, "셋")

    assert [line.cells or line.text for line in read_bytes(make.printed(page))] == [("하나", "둘"), "셋"]


def test_a_page_full_of_strokes_is_read_without_tables(read_bytes: Reading, make: SimpleNamespace) -> None:
    strokes = b"".join(
        b"%d %d m %d %d l S\n" % (x, y, x + 9, y) for x in range(0, 2000, 10) for y in range(0, 900, 8)
    )

    assert [line.text for line in read_bytes(make.printed(strokes + make.at(50, 780, "하나")))] == ["하나"]


@pytest.mark.parametrize(
    ("apart", "text", "expected"),
    [
        (20, "예산합계", "예산합계"),
        (9, "예산합계", "예산합계"),
        (30, "□ 총괄표", "□ 총괄표"),
        (0, "가 나 다", "가 나 다"),
    ],
)
def test_letters_set_apart_are_one_word(
    read_bytes: Reading, make: SimpleNamespace, apart: float, text: str, expected: str
) -> None:
    lines = read_bytes(make.printed(make.at(50, 780, text, apart=apart)))

    assert "".join(lines[0].text.split()) == expected.replace(" ", "")
    assert not any(len(cell) == 1 for cell in lines[0].cells if cell != "□")
    assert len(lines) == 1


def test_words_that_stand_apart_are_cells(read_bytes: Reading, make: SimpleNamespace) -> None:
    page = make.at(50, 780, "지표") + make.at(120, 780, "단위") + make.at(200, 780, "실적")

    assert [line.cells for line in read_bytes(make.printed(page))] == [("지표", "단위", "실적")]


@pytest.mark.parametrize(
    ("before", "mark", "after", "expected"),
    [
        ("24,852", "1)", "", "24,852"),
        ("24,852", "1)", "명", "24,852명"),
        ("1,234", "2", "", "1,234"),
        ("일자리수", "주1)", "", "일자리수"),
        ("청년인구", "*", "", "청년인구"),
    ],
)
def test_a_note_printed_small_and_high_is_no_part_of_a_figure(
    read_bytes: Reading, make: SimpleNamespace, before: str, mark: str, after: str, expected: str
) -> None:
    wide = sum(12 if letter > "\xff" else 6 for letter in before)
    page = make.at(50, 780, before) + make.at(50 + wide, 785, mark, size=6)
    page += make.at(50 + wide + 10, 780, after) if after else b""

    assert ["".join(line.text.split()) for line in read_bytes(make.printed(page))] == [expected]


@pytest.mark.parametrize("text", ["24,8521)", "(주1)", "제3) 항", "2024*"])
def test_what_is_printed_as_large_as_the_rest_stays(
    read_bytes: Reading, make: SimpleNamespace, text: str
) -> None:
    assert [line.text for line in read_bytes(make.printed(make.at(50, 780, text)))] == [text]
