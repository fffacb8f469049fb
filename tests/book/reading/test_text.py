from collections.abc import Callable

import pytest

from goru.book.reading import Lines

TEXT = "Ⅰ. 시행계획 개요\n\n□ 재정투입 3.0조원\n"
Reading = Callable[[bytes], Lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949"])
def test_text_reads_alike_in_every_encoding(read_bytes: Reading, encoding: str) -> None:
    lines = read_bytes(TEXT.encode(encoding))

    assert [(line.number, line.text) for line in lines] == [
        (1, "Ⅰ. 시행계획 개요"),
        (3, "□ 재정투입 3.0조원"),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_count_as_an_editor_counts_them(read_bytes: Reading, end: str) -> None:
    lines = read_bytes(TEXT.replace("\n", end).encode())

    assert [line.number for line in lines] == [1, 3]


def test_a_bullet_alone_on_its_line_is_that_of_the_line_below(read_bytes: Reading) -> None:
    lines = read_bytes("§\n세원 발굴\n▪\n(사) 인재 양성\n○\n□ 예산\n-\n일자리\n".encode())

    assert [(line.number, line.text) for line in lines] == [
        (2, "§ 세원 발굴"),
        (4, "§ (사) 인재 양성"),
        (5, "○"),
        (6, "□ 예산"),
        (7, "-"),
        (8, "일자리"),
    ]
