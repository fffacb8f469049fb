"""What became of every line of a document."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

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


@pytest.mark.parametrize(
    "row",
    [
        "산업부 900 장비",
        "산업부 800 900 장비",
        "산업부 약 900 장비",
        "산업부 (900) 장비",
        "산업부 비예산 장비",
        "산업부 미정 장비",
        "산업부 900~950 장비",
        "산업부, 중기부 900억원 장비",
        "장비 구축 산업부 900",
        "산업부 장비 구축 900",
        "합 계 900 1개 사업",
        "합 계 1개 사업 900",
        "소계 900",
        "계 900 1개 사업",
        "ㅇ 수출액 (억불) : (’22) 20 → (’23) 24.6 → (’24) 25.0",
    ],
)
def test_a_row_of_figures_is_no_prose(row: str) -> None:
    text = SMALL_BOOK.read_text(encoding="utf-8").splitlines()
    at = next(i for i, line in enumerate(text) if "중점 추진내용" in line)
    text[at + 1 : at + 1] = ["ㅇ 마을이 스스로 정하는", row]
    lines = read_content("\n".join(text).encode(), "book.txt")
    book, kinds = parse_and_account(lines)

    assert [line.number for line, kind in zip(lines, kinds, strict=True) if kind == "unread"] == [at + 3]
    assert len(book.unread) == 1


def test_page_numbers_are_furniture_also_those_that_do_not_count_on() -> None:
    text = SMALL_BOOK.read_text(encoding="utf-8").splitlines()
    lines = read_content("\n".join([*text, "- 3 -"]).encode(), "book.txt")

    book, kinds = parse_and_account(lines)

    printed = [kind for line, kind in zip(lines, kinds, strict=True) if line.text.startswith("- ")]
    assert [one.number for one in book.page_numbers_source] == [2, 5]
    assert [kind for kind in printed if kind == "furniture"] == ["furniture"] * 3


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        (["Ⅲ. 시·도 지방시대 시행계획", "- 12 -", "12", "세종"], ["furniture"] * 4),
        (["2025년 계획"] * 3, ["furniture"] * 3),
        (["빈집 통계는 2023년의 것임", "자료: 통계청"], ["prose"] * 2),
        (["일자리수 195 200 5"], ["unread"]),
    ],
)
def test_what_stands_beside_the_lines_is_accounted_for_behind_them(
    beside: Sequence[str], expected: Sequence[str]
) -> None:
    own = tuple(Lines.of("", [(text, 900 + at, None, None) for at, text in enumerate(beside)]))
    lines = replace(read(SMALL_BOOK), beside=own)

    book, kinds = parse_and_account(lines)

    assert kinds[: len(lines)] == parse_and_account(read(SMALL_BOOK))[1]
    assert kinds[len(lines) :] == expected
    places = [(run.part, run.source and run.source.first_line) for run in book.unread]
    assert places == ([("머리말·꼬리말·각주·메모", 900)] if "unread" in expected else [])


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
