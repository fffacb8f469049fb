"""What became of every line of a document."""

from collections import Counter

import pytest
from tests.conftest import SMALL_BOOK

from goru.book.model import PlanBook
from goru.book.parsing import parse_and_account
from goru.book.reading import Lines, read, read_content


def test_every_line_of_a_book_became_one_of_five() -> None:
    lines = read(SMALL_BOOK)
    book, kinds = parse_and_account(lines)

    assert len(kinds) == len(lines)
    assert Counter(kinds)["unread"] == 0
    assert book.unread == []


def test_a_row_that_the_table_could_not_take_is_told_with_its_lines() -> None:
    text = SMALL_BOOK.read_text(encoding="utf-8").splitlines()
    at = next(i for i, line in enumerate(text) if "지표" in line and "□" in line)
    text.insert(at, "알 수 없는 사업 12 34 56 78")
    book, kinds = parse_and_account(read_content("\n".join(text).encode(), "book.txt"))

    [run] = book.unread
    assert kinds.count("unread") == 1
    assert run.source
    assert run.source.first_line == at + 1


@pytest.mark.book
def test_next_to_nothing_of_the_real_book_is_unread(real_lines: Lines, real_book: PlanBook) -> None:
    _, kinds = parse_and_account(real_lines)

    assert Counter(kinds)["unread"] <= 20
    assert [(one.part, one.source and one.source.first_line) for one in real_book.unread] == [
        ("중점 이행과제", 222),
        ("부문별 시행계획", 3970),
        ("부문별 시행계획", 4192),
        ("초광역권발전 시행계획", 6256),
        ("초광역권발전 시행계획", 6259),
        ("참고 2", 8270),
    ]


@pytest.mark.book
def test_kept_text_stands_in_the_book(real_lines: Lines, real_book: PlanBook) -> None:
    _, kinds = parse_and_account(real_lines)
    printed = "".join(real_book.model_dump_json().split())

    kept = [line for line, kind in zip(real_lines, kinds, strict=True) if kind == "kept"]
    words = [word for line in kept for word in line.text.split() if word.isalnum()]
    lost = [word for word in words if word not in printed]

    assert len(lost) <= len(words) // 100
