"""What each page of a document repeats is no part of what it says."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from tests.conftest import SMALL_BOOK

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import read_content

Facts = Callable[[PlanBook], Any]
_NUMBER = re.compile(r"(?m)^ *- ?(\d+) ?- *$")


def with_heads(text: str) -> str:
    return _NUMBER.sub(lambda found: f"{found[0]}\n2025년 지방시대 시행계획", text)


def with_feet(text: str) -> str:
    return _NUMBER.sub(lambda found: f"시행계획(안)\n{found[0]}", text)


def with_numbers_of_all(text: str) -> str:
    return _NUMBER.sub(r"\1 / 34", text)


@pytest.mark.parametrize("change", [with_heads, with_feet, with_numbers_of_all])
def test_running_heads_and_page_numbers_are_left_out(
    change: Callable[[str], str], small_book: PlanBook, facts_of: Facts
) -> None:
    text = SMALL_BOOK.read_text(encoding="utf-8")
    assert change(text) != text

    book = parse(read_content(change(text).encode(), "x.txt"))

    assert facts_of(book) == facts_of(small_book)
    assert book.unread == small_book.unread


def test_what_stands_elsewhere_too_is_no_running_head() -> None:
    rows = "공통지표\n일자리수 천명 {0} {0} -\n- {0} -\n"
    text = "서울특별시 함께\nⅠ. 2024년 추진전략\n◈ 자치\nⅢ. 재정투입\n□ 성과지표\n지표 단위 실적 목표 증감\n"

    [plan] = parse(
        read_content((text + "자율지표\n" + "".join(rows.format(n) for n in (1, 2, 3))).encode(), "x.txt")
    ).plans

    assert [one.group for one in plan.indicators] == ["common"] * 3
