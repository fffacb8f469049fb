"""The small book as other offices head, order and fill its tables and headings."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.conftest import SMALL_BOOK

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import read_content

Facts = Callable[[PlanBook], Any]
_NAMES = "스스로 정하는 \n튼튼한 자치\n일터가 늘어나는 \n새로운 성장\n"
_MONEY = (
    "소관부처 ’25년 국비(억원) 사업명\n산업부 900 공동장비 센터 구축 등 3개 사업\n"
    "중기부 350 지역기업 연구인력 채용 지원\n 합 계 1,250 4개 사업"
)
_FIRST, _SECOND, _SUM = _MONEY.split("\n")[1:]


def respelt(*changes: tuple[str, str]) -> PlanBook:
    text = SMALL_BOOK.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return parse(read_content(text.encode(), "x.txt"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("전략 핵심과제 세부과제명", "전략 추진과제 세부사업"),
        ("전략 핵심과제 세부과제명", "추진전략 핵심과제 세부과제"),
        ("II. 핵심과제별 중점 추진계획", "II. 중점 추진과제"),
        ("총액\n(억원)", "예산 (억원)"),
        ("총액\n(억원)", "합계\n(억원)"),
        (f"총액\n(억원)\n{_NAMES}1,200 450 750", f"{_NAMES}합계\n(억원)\n450 750 1,200"),
        (f"총액\n(억원)\n{_NAMES}1,200", f"구분 총액 {_NAMES.replace(chr(10), ' ')}\n(억원)\n합계 1,200"),
        (
            f"총액\n(억원)\n{_NAMES}1,200 450 750",
            f"구분 {_NAMES.replace(chr(10), ' ')}합계\n(억원)\n계 450 750 1,200",
        ),
        (
            f"총액\n(억원)\n{_NAMES}1,200 450 750",
            "전략 총액 국비 지방비 민자\n(억원)\n스스로 정하는 튼튼한 자치 450 200 200 50\n"
            "일터가 늘어나는 새로운 성장 750 400 300 50\n합계 1,200 600 500 100",
        ),
        (
            f"총액\n(억원)\n{_NAMES}1,200 450 750",
            "전략 국비 지방비 민자 계\n(억원)\n스스로 정하는 튼튼한 자치 200 200 50 450\n"
            "일터가 늘어나는 새로운 성장 400 300 50 750\n합계 600 500 100 1,200",
        ),
        ("1,200 450 750", "합계 1,200 450 750\n국비 600 200 400\n지방비 500 200 300\n민자 100 50 50"),
        ("1,200 450 750", "국비 600 200 400\n지방비 500 200 300\n민자 100 50 50\n계 1,200 450 750"),
        (
            "확충 220\n300\n두 지역 기업의 공동 연구 확대 80",
            "확충 220\n두 지역 기업의 공동 연구 확대 80\n합계 300",
        ),
        (_MONEY.split("\n", maxsplit=1)[0], "부처 ’25년 예산(억원) 세부사업"),
        (_MONEY, f"소관부처 국비 (억원) 사업명\n{_SUM}\n{_FIRST}\n{_SECOND}"),
        (
            _MONEY,
            _MONEY.replace("국비(억원)", "예산(백만원)")
            .replace("900", "90,000")
            .replace(" 350", " 35,000")
            .replace("1,250", "125,000"),
        ),
        ("(1) 지역기업 연구개발 지원 (산업부·중기부)", "(1)\n지역기업 연구개발 지원 (산업부·중기부)"),
        ("(1) 지역기업 연구개발 지원 (산업부·중기부)", "(1) 지역기업 연구개발 지원\n(산업부·중기부)"),
        (
            "(1) 지역기업 연구개발 지원 (산업부·중기부)",
            "( 1 ) 지역기업 연구개발 지원 [소관: 산업부·중기부 등]",
        ),
        (
            "(1) 지역기업 연구개발 지원 (산업부·중기부)",
            "(1) 지역기업 연구개발 지원 〔산업부·중기부〕",
        ),
        (
            "I. 2025년 추진전략\n◈ 주민이",
            "Ⅰ. ’25년 비전 및 추진전략\n◈ 주민이",
        ),
        ("Ⅱ-1  지역기업 육성\n ◈", "Ⅱ-1\n지역기업 육성\n ◈"),
        (" 전략Ⅱ  일터가", " 전략Ⅱ\n일터가"),
    ],
)
def test_another_head_order_or_line_says_the_same(
    old: str, new: str, small_book: PlanBook, facts_of: Facts
) -> None:
    assert facts_of(respelt((old, new))) == facts_of(small_book)


@pytest.mark.parametrize("head", ["예산(백만원)", "총액\n(단위 : 백만원)"])
def test_a_plan_in_another_unit_keeps_it(head: str) -> None:
    budget = respelt(("총액\n(억원)", head)).plans[0].budget

    assert budget
    assert (budget.unit, budget.total, [row.amount for row in budget.by_strategy]) == (
        "백만원",
        1200,
        [450, 750],
    )


def test_a_number_of_two_digits_is_a_number() -> None:
    book = respelt(("(2) 마을 안전망", "(10) 마을 안전망"))

    assert [(one.id, one.heading) for one in book.action_tasks][1] == ("Ⅰ-1-(10)", "마을 안전망 강화")


@pytest.mark.parametrize(
    ("actual", "target", "change"),
    [
        *(
            ("80", "95", change)
            for change in ("+15", "△15", "15↑", "52.9%", "5~6", "신규", "증가", "", "(15)", "△ 15")
        ),
        *(
            ("80", target, "15")
            for target in ("95.0%", "90~95", "95만명", "미정", "확대 추진", "A등급", "상위 10%")
        ),
        *((actual, "95", "15") for actual in ("신규", "약 80", "80('23)", "개소", "확대 추진")),
        ("신규", "구축", "-"),
    ],
)
def test_cells_that_are_no_bare_numbers_stay_as_printed(actual: str, target: str, change: str) -> None:
    rows = respelt(("만명 80 95 15", f"만명 {actual} {target} {change}")).plans[0].indicators

    assert [row.name for row in rows] == ["일자리수", "재정자주도", "정원 방문객 수", "마을회의 참여율"]
    assert (rows[2].unit, rows[2].actual, rows[2].target, rows[2].change) == ("만명", actual, target, change)


def test_targets_before_actual_values_are_targets() -> None:
    rows = (
        respelt(("2024 실적 2025 목표", "2025 목표 2024 실적"), ("천명 195 200 5", "천명 200 195 5"))
        .plans[0]
        .indicators
    )

    assert (rows[0].actual, rows[0].target) == ("195", "200")
