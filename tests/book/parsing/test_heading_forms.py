"""Only what is surely the heading of a task is one."""

import pytest

from goru.book.parsing.heading_forms import in_one_form
from goru.book.reading import Line


def read(*texts: str) -> list[str]:
    return [line.text for line in in_one_form([Line(text, at) for at, text in enumerate(texts, start=1)])]


@pytest.mark.parametrize(
    ("printed", "below", "heading"),
    [
        ("[Ⅱ-1] 지역기업 육성", "◈ 함께 키운다", "Ⅱ-1 지역기업 육성"),
        ("2-1. 지역기업 육성", "◈ 함께 키운다", "Ⅱ-1 지역기업 육성"),
        ("과제 1. 인력 채용 지원 (중기부)", "□ 중점 추진내용", "(1) 인력 채용 지원 (중기부)"),
        ("(1) 인력 채용 지원 - 중기부, 산업부", "ㅇ 채용", "(1) 인력 채용 지원 (중기부, 산업부)"),
        ("(1) 인력 채용 지원", "□ 중점 추진내용", "(1) 인력 채용 지원 ()"),
    ],
)
def test_a_heading_takes_the_form_of_the_book(printed: str, below: str, heading: str) -> None:
    assert read(printed, below) == [heading, below]


def test_a_heading_of_two_lines_is_one() -> None:
    assert read("(1) 인력", "채용 지원", "□ 소관부처 및 예산") == [
        "(1) 인력 채용 지원 ()",
        "□ 소관부처 및 예산",
    ]


def test_a_task_above_a_bullet_is_one_where_its_number_follows() -> None:
    tasks = ["(1) 인력 채용 지원 (중기부)", "□ 중점 추진내용", "(2) 장비 구축", "ㅇ 장비를 둔다"]

    assert read(*tasks) == [*tasks[:2], "(2) 장비 구축 ()", tasks[3]]


@pytest.mark.parametrize(
    "texts",
    [
        ("Ⅱ-1. 지역기업 육성", "산업부"),
        ("(1) 인력 채용 지원 3 - 중기부", "(2) 장비 구축 1 16 산업부"),
        ("(3) 장비 구축", "ㅇ 장비를 둔다"),
        ("1. 인력 채용 지원", "□ 중점 추진내용"),
        ("(1) 인력 채용 지원 - 우리 회사", "ㅇ 채용"),
    ],
)
def test_what_may_be_something_else_stays(texts: tuple[str, str]) -> None:
    assert read(*texts) == list(texts)
