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


def with_numbers(form: str) -> Callable[[str], str]:
    return lambda text: _NUMBER.sub(form, text)


@pytest.mark.parametrize(
    "change",
    [
        with_heads,
        with_feet,
        with_numbers_of_all,
        *map(with_numbers, (r"<\1>", r"[ \1 ]", r"p. \1", r"\1쪽", r"― \1 ―")),
    ],
)
def test_running_heads_and_page_numbers_are_left_out(
    change: Callable[[str], str], small_book: PlanBook, facts_of: Facts
) -> None:
    text = SMALL_BOOK.read_text(encoding="utf-8")
    assert change(text) != text

    book = parse(read_content(change(text).encode(), "x.txt"))

    assert facts_of(book) == facts_of(small_book)
    assert book.unread == small_book.unread


_PAGE_TURNED = """서울특별시 함께
Ⅰ. 2024년 추진전략
◈ 자치
Ⅱ. 핵심과제별 중점 추진계획
전략 핵심과제 세부과제명
스스로 서는 자치
지방재정 경쟁력 강화
§ 새로운 세원의 발굴을 통한 지방재정의 확충
{}
전략 핵심과제 세부과제명
§ 주민이 참여하는 예산 제도의 확대
"""


@pytest.mark.parametrize(
    "turn",
    [
        "- 30 -",
        "30",
        "- 30 -\n2024년 지방시대 시행계획",
        "2024년 서울특별시 지방시대 시행계획(안)\n- 30 -",
        "서울특별시\n<30>",
    ],
)
def test_a_page_that_turns_once_says_nothing(turn: str) -> None:
    book = parse(read_content(_PAGE_TURNED.format(turn).encode(), "x.txt"))

    [task] = book.plans[0].core_tasks
    assert [one.text for one in task.items] == [
        "새로운 세원의 발굴을 통한 지방재정의 확충",
        "주민이 참여하는 예산 제도의 확대",
    ]
    assert book.unread == []


@pytest.mark.parametrize("turn", ["30\n이상", "- 30 -\n차년도 시행계획 반영"])
def test_what_only_looks_like_the_edge_of_a_page_stays(turn: str) -> None:
    [plan] = parse(read_content(_PAGE_TURNED.format(turn).encode(), "x.txt")).plans

    assert turn.rpartition("\n")[2].split()[-1] in plan.core_tasks[0].items[0].text


def test_an_amount_above_a_note_that_is_repeated_is_no_page_number() -> None:
    plan = "충청권 함께\nⅠ. 2024년 추진전략\nⅢ. 재정투입\n□ 재정투입 계획\n산업 {0}\n{0}\n※ 상기 재정투입 계획은 자체 집계분\n"
    text = plan.format(300) + plan.replace("충청권", "대구경북권").format(310)

    budgets = [one.budget for one in parse(read_content(text.encode(), "x.txt")).plans]
    assert [one and one.total for one in budgets] == [300, 310]


def test_what_stands_elsewhere_too_is_no_running_head() -> None:
    rows = "공통지표\n일자리수 천명 {0} {0} -\n- {0} -\n"
    text = "서울특별시 함께\nⅠ. 2024년 추진전략\n◈ 자치\nⅢ. 재정투입\n□ 성과지표\n지표 단위 실적 목표 증감\n"

    [plan] = parse(
        read_content((text + "자율지표\n" + "".join(rows.format(n) for n in (1, 2, 3))).encode(), "x.txt")
    ).plans

    assert [one.group for one in plan.indicators] == ["common"] * 3
