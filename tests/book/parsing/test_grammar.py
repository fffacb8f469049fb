"""The small book as other offices head, order and fill its tables and headings."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest
from tests.book.parsing.respelling import respelt
from tests.book.reading.conftest import hwpx, paragraph, table
from tests.conftest import SMALL_BOOK

from goru.book.model import ActionTask, PlanBook
from goru.book.parsing import parse, parse_and_account
from goru.book.reading import read_content

Facts = Callable[[PlanBook], Any]
_NAMES = "스스로 정하는 \n튼튼한 자치\n일터가 늘어나는 \n새로운 성장\n"
_MONEY = (
    "소관부처 ’25년 국비(억원) 사업명\n산업부 900 공동장비 센터 구축 등 3개 사업\n"
    "중기부 350 지역기업 연구인력 채용 지원\n 합 계 1,250 4개 사업"
)
_FIRST, _SECOND, _SUM = _MONEY.split("\n")[1:]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("전략 핵심과제 세부과제명", "전략 추진과제 세부사업"),
        ("전략 핵심과제 세부과제명", "추진전략 핵심과제 세부과제"),
        ("II. 핵심과제별 중점 추진계획", "II. 중점 추진과제"),
        *(
            ("전략 핵심과제 세부과제명", head)
            for head in (
                "전략\n핵심과제\n세부과제명",
                "전략명 핵심과제명 세부과제명",
                "전략 과제 세부과제",
                "전략 핵심과제 주요 내용",
                "분야 / 중점과제 / 세부내용",
                "정책 핵심과제 사업 비고",
            )
        ),
        ("총액\n(억원)", "예산 (억원)"),
        ("총액\n(억원)", "합계\n(억원)"),
        (f"총액\n(억원)\n{_NAMES}1,200 450 750", f"{_NAMES}합계\n(억원)\n450 750 1,200"),
        (f"총액\n(억원)\n{_NAMES}1,200", f"구분 총액 {_NAMES.replace(chr(10), ' ')}\n(억원)\n합계 1,200"),
        (
            f"총액\n(억원)\n{_NAMES}1,200 450 750",
            f"구분 {_NAMES.replace(chr(10), ' ')}합계\n(억원)\n계 450 750 1,200",
        ),
        *(
            ("총액\n(억원)", head)
            for head in (
                "총 투자액\n(억원)",
                "총사업비\n(억원)",
                "사업비 (억원)",
                "’25년 총액\n(억원)",
                "2025년\n(억원)",
            )
        ),
        *(
            ("1,200 450 750", row)
            for row in (
                "1,200\n450\n750",
                "1,200억원 450억원 750억 원",
                "2025년 1,200 450 750",
                "’25년 예산 1,200 450 750",
                "금액 1,200 450 750",
                "사업비(억원) 1,200 450 750",
            )
        ),
        *(
            ("두 지역을 잇는 교통망 확충 220\n300\n두 지역 기업의 공동 연구 확대 80", table)
            for table in (
                "합계 300\n두 지역을 잇는 교통망 확충 220\n두 지역 기업의 공동 연구 확대 80",
                "1. 두 지역을 잇는 교통망 확충 220\n2. 두 지역 기업의 공동 연구 확대 80\n3. 합계 300",
                "ㅇ 두 지역을 잇는 교통망 확충 220억원\nㅇ 두 지역 기업의 공동 연구 확대 80억원\n합계 300억원",
                "총액 300억원\n두 지역을 잇는 교통망 확충\n220\n두 지역 기업의 공동\n연구 확대\n80",
            )
        ),
        *(
            ("지표 단위 2024 실적 2025 목표 증감", head)
            for head in (
                "지표명 단위 2024 실적 2025 목표 증감",
                "성과지표 단위 2024년 실적 2025년 목표 증감",
                "지표 단위 ’24 실적 ’25 목표 증감률",
                "구분 지표 단위 2024년(실적) 2025년(목표) 증감",
                "연번 지표 단위 기준값 목표값 증감",
                "지표 단위 실적(’24) 목표(’25) 증감",
                "지표\n단위\n2024 실적\n2025 목표\n증감",
            )
        ),
        *(
            ("공통지표\n", group)
            for group in (
                "[공통지표]\n",
                "ㅇ 공통지표\n",
                "① 공통지표\n",
                "공통 성과지표\n",
                "공통\n",
                "공통지표 ",
            )
        ),
        *(("자율지표\n", f"{group}\n") for group in ("자체지표", "특화지표", "<자율지표>", "지역 지표")),
        *(
            ("정원 방문객 수 만명 80 95 15", row)
            for row in (
                "정원 방문객 수\n만명\n80\n95\n15",
                "정원 방문객 수 만명\n80 95 15",
                "정원 방문객 수\n만명\n80 95 15",
                "ㅇ 정원 방문객 수 만명 80 95 15",
                "- 정원 방문객 수 만명 80 95 15",
            )
        ),
        ("일자리수 천명 195 200 5\n재정자주도", "1. 일자리수 천명 195 200 5\n2. 재정자주도"),
        ("일자리수 천명 195 200 5\n재정자주도", "① 일자리수 천명 195 200 5\n② 재정자주도"),
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
        *(
            ("Ⅱ-1  지역기업 육성\n ◈", f"{heading} 지역기업 육성\n ◈")
            for heading in ("Ⅱ-1.", "Ⅱ - 1", "2-1", "[II-1]", "핵심과제 Ⅱ-1", "Ⅱ-1:", "핵심과제 2-1")
        ),
        *(
            ("(1) 지역기업 연구개발 지원 (산업부·중기부)", heading)
            for heading in (
                "(1) 지역기업 연구개발 지원 - 산업부·중기부",
                "(1) 지역기업 연구개발 지원 : 산업부, 중기부",
                "(1) 지역기업 연구개발 지원 / 산업부·중기부",
                "(1) 지역기업 연구개발 지원 ※ 산업부·중기부",
                "(1) 지역기업 연구개발 지원 (주관: 산업부·중기부)",
                "(1) 지역기업 연구개발 지원 (담당부처: 산업부·중기부)",
                "(1) 지역기업 연구개발 지원 (산업부(주관), 중기부(협조))",
                "실천과제 1. 지역기업 연구개발 지원 (산업부·중기부)",
                "과제 1 지역기업 연구개발 지원 (산업부·중기부)",
                "[1] 지역기업 연구개발 지원 (산업부·중기부)",
                "▶ (1) 지역기업 연구개발 지원 (산업부·중기부)",
                "□ (1) 지역기업 연구개발 지원 (산업부·중기부)",
                "Ⅱ-1-(1) 지역기업 연구개발 지원 (산업부·중기부)",
            )
        ),
        (" 전략Ⅱ  일터가", " 전략Ⅱ\n일터가"),
        ("(1) 지역기업 연구개발 지원 (산업부·중기부)", "(1) 지역기업 연구개발 지원 ｛산업부·중기부｝"),
        *(("§", mark) for mark in ("✔", "▶", "➢", "►")),
        *(("공통지표\n", group) for group in ("공통지표(3개)\n", "▣ 공통지표\n", "□ 공통지표\n")),
        *(("자율지표\n", group) for group in ("자율지표 (1개)\n", "■ 자율지표\n")),
        *(
            ("총액\n(억원)", head)
            for head in ("총투자비\n(억원)", "총 예산액\n(억원)", "총액\n억원", "총액\n[억원]")
        ),
        *(
            ("900 공동장비", amount)
            for amount in ("900* 공동장비", "900** 공동장비", "900¹⁾ 공동장비", "900¹ 공동장비")
        ),
        ("소관부처 ’25년", "주무부처 ’25년"),
        ("등 3개 사업\n중기부", "등 3건\n중기부"),
        *(("→", arrow) for arrow in ("⇒", "->", "=>", "➔", "➜", "⇨")),
        ("3월", "3 월"),
    ],
)
def test_another_head_order_or_line_says_the_same(
    old: str, new: str, small_book: PlanBook, facts_of: Facts
) -> None:
    assert facts_of(respelt((old, new))) == facts_of(small_book)


@pytest.mark.parametrize(
    "row",
    [
        "2024년 1,100 400 700\n2025년 1,200 450 750",
        "세종 1,200 450 750",
        "약 1,200 450 750",
        "1,200 (450) (750)",
        "1,200백만원 450백만원 750백만원",
    ],
)
def test_amounts_that_are_not_clear_are_told(row: str) -> None:
    book = respelt(("1,200 450 750", row))

    assert book.plans[0].budget is None
    assert [one.part for one in book.unread] == ["시·도 시행계획"]


def test_a_share_beside_an_amount_is_no_amount() -> None:
    book = respelt(
        ("전  략 총  액\n( 억 원 )", "전략 총액(억원) 비중(%)"),
        (
            "확충 220\n300\n두 지역 기업의 공동 연구 확대 80",
            "확충 220 73.3\n두 지역 기업의 공동 연구 확대 80 26.7",
        ),
    )

    budget = book.plans[-1].budget
    assert budget
    assert [row.amount for row in budget.by_strategy] == [220, 80]


def test_indicators_are_named_without_the_numbers_of_their_rows(small_book: PlanBook) -> None:
    book = respelt(
        ("지표 단위 2024 실적 2025 목표 증감", "연번 지표 단위 2024 실적 2025 목표 증감"),
        ("일자리수 천명 195", "1 일자리수 천명 195"),
        ("재정자주도 %, %p 61.5", "2 재정자주도 %, %p 61.5"),
        ("정원 방문객 수 만명 80", "3 정원 방문객 수 만명 80"),
    )

    names = [[row.name for row in plan.indicators] for plan in (book.plans[0], small_book.plans[0])]
    assert names[0] == names[1]
    assert book.unread == small_book.unread


def test_of_two_amounts_of_a_strategy_none_is_taken() -> None:
    book = respelt(("확충 220\n300", "확충 200 220\n300"))

    budget = book.plans[-1].budget
    assert budget
    assert [row.amount for row in budget.by_strategy] == [80]
    assert [one.part for one in book.unread] == ["초광역권발전 시행계획"]


def test_a_strategy_without_money_has_none() -> None:
    budget = respelt(("1,200 450 750", "750 비예산 750")).plans[0].budget

    assert budget
    assert [row.amount for row in budget.by_strategy] == [None, 750]


@pytest.mark.parametrize("head", ["예산(백만원)", "총액\n(단위 : 백만원)"])
def test_a_plan_in_another_unit_keeps_it(head: str) -> None:
    budget = respelt(("총액\n(억원)", head)).plans[0].budget

    assert budget
    assert (budget.unit, budget.total, [row.amount for row in budget.by_strategy]) == (
        "백만원",
        1200,
        [450, 750],
    )


@pytest.mark.parametrize(
    ("head", "rows", "read"),
    [
        ("2023 실적 2024 실적 2025 목표 증감", ("190 195 200 5", "60 61.5 62.0 0.5"), ("5", "0.5")),
        ("2023 실적 2024 실적 2025 목표", ("190 195 200", "60 61.5 62.0"), ("", "")),
        ("2024 실적 2025 목표 2026 목표", ("195 200 210", "61.5 62.0 63"), ("", "")),
        ("2024 실적 2025 목표 2026 목표 증감", ("195 200 210 5", "61.5 62.0 63 0.5"), ("5", "0.5")),
    ],
)
def test_values_of_other_years_are_told_and_no_values_of_the_plan(
    head: str, rows: Sequence[str], read: Sequence[str]
) -> None:
    text = SMALL_BOOK.read_text(encoding="utf-8")
    old = "지표 단위 2024 실적 2025 목표 증감\n공통지표\n일자리수 천명 195 200 5\n재정자주도 %, %p 61.5 62.0 0.5"
    assert old in text
    new = f"지표 단위 {head}\n공통지표\n일자리수 천명 {rows[0]}\n재정자주도 %, %p {rows[1]}"
    book = parse(read_content(text.replace(old, new, 1).encode(), "x.txt"))

    found = [(one.name, one.unit, one.actual, one.target, one.change) for one in book.plans[0].indicators[:2]]
    assert found == [
        ("일자리수", "천명", "195", "200", read[0]),
        ("재정자주도", "%, %p", "61.5", "62.0", read[1]),
    ]
    assert book.unread


@pytest.mark.parametrize("year", ["", "년", "년도"])
def test_rows_of_two_years_are_told(year: str) -> None:
    book = respelt(("1,200 450 750", f"2024{year} 1,100 400 700\n2025{year} 1,200 450 750"))

    assert book.plans[0].budget is None
    assert len(book.unread) == 1


_ITEMS = "§ 정원 소재 실증단지 조성\n§ 청년 정원사 양성ˑ취업 연계"


def test_items_behind_dashes_below_a_name_are_items(small_book: PlanBook, facts_of: Facts) -> None:
    assert facts_of(respelt((_ITEMS, _ITEMS.replace("§", "-")))) == facts_of(small_book)


@pytest.mark.parametrize("bullet", ["-", "·"])
def test_one_dash_below_an_item_is_told(bullet: str) -> None:
    book = respelt((_ITEMS, _ITEMS.replace("\n§", f"\n{bullet}")))

    assert [item.text for item in book.plans[0].core_tasks[-1].items] == ["정원 소재 실증단지 조성"]
    assert [one.expected for one in book.unread] == ["핵심과제와 세부과제"]


def test_several_dashes_below_an_item_are_its_details(small_book: PlanBook) -> None:
    book = respelt((_ITEMS, _ITEMS.replace("\n", "\n- 소재 시험\n- 결과 공개\n")))

    assert [len(one.items) for one in book.plans[0].core_tasks] == [
        len(one.items) for one in small_book.plans[0].core_tasks
    ]
    assert book.unread == []


@pytest.mark.parametrize("heading", ["(1) 지역기업 연구개발 지원", "(1) 지역기업\n연구개발 지원"])
def test_a_task_without_ministries_is_one(heading: str) -> None:
    task = respelt(("(1) 지역기업 연구개발 지원 (산업부·중기부)", heading)).action_tasks[-1]

    assert (task.id, task.heading, task.heading_ministries) == ("Ⅱ-1-(1)", "지역기업 연구개발 지원", [])
    assert [row.amount for row in task.budget_rows] == [900, 350]


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


_NAMES_OF_TASKS = (
    "마을 자치기반 마련",
    "지방재정 살림 강화",
    "정원산업 육성과 \n청년 창업 지원",
    "재생에너지 기업 \n육성",
)
_NAMES_OF_STRATEGIES = ("스스로 정하는 \n튼튼한 자치", "일터가 늘어나는 \n새로운 성장")


@pytest.mark.parametrize("task", ["1-{}. ", "Ⅰ-{}. ", "1-{} ", "{}. ", "{}) ", "({}) ", "①", "가. "])
@pytest.mark.parametrize("strategy", ["", "Ⅰ. ", "{}. ", "전략{} ", "[전략{}] "])
def test_core_tasks_and_strategies_are_named_without_their_numbers(
    task: str, strategy: str, small_book: PlanBook
) -> None:
    text = SMALL_BOOK.read_text(encoding="utf-8")
    table, rest = text[: text.index("Ⅳ. ")], text[text.index("Ⅳ. ") :]
    for number, name in enumerate(_NAMES_OF_STRATEGIES, start=1):
        numbered = f"\n{strategy.format(number)}{name}\n"
        table = re.sub(rf"(?<!\(억원\))\n{name}\n(?!\d)", numbered, table)
    for number, name in enumerate(_NAMES_OF_TASKS, start=1):
        table = table.replace(f"\n{name}\n§", f"\n{task.format(number)}{name}\n§")
    book = parse(read_content((table + rest).encode(), "x.txt"))

    for read, printed in zip(book.plans, small_book.plans, strict=True):
        assert [(one.strategy, one.name, [item.text for item in one.items]) for one in read.core_tasks] == [
            (one.strategy, one.name, [item.text for item in one.items]) for one in printed.core_tasks
        ]


_TASK = "(1) 지역기업 연구개발 지원 (산업부, 중기부)"
_NEXT = "(2) 재정 분석 (기재부)"


def read_task(text: str) -> tuple[ActionTask, list[str]]:
    """The action task whose body a text is, and the lines of it that were not read."""
    return read_document(f"{_TASK}\n{text}\n{_NEXT}\n".encode())


def read_rows(*rows: Sequence[str | Sequence[str]]) -> tuple[ActionTask, list[str]]:
    """The same of a table with cells below a heading."""
    title = paragraph("□ 소관부처 및 실천과제")
    return read_document(hwpx(paragraph(_TASK) + title + table(rows) + paragraph(_NEXT)))


def read_document(content: bytes) -> tuple[ActionTask, list[str]]:
    lines = read_content(content, "x")
    book, kinds = parse_and_account(lines, 2024)
    unread = [line.text for line, kind in zip(lines, kinds, strict=True) if kind == "unread"]
    return book.action_tasks[0], unread


_TITLE = "□ 소관부처별 ’24년 국비 및 사업"
_COLUMNS = "소관부처 ’24년 국비(억원) 사업명"
_ROWS = "산업부 900 공동장비 구축\n중기부 350 인력 채용 지원"
_SUMMED = "합 계 1,250 2개 사업"


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"{title}\n{_COLUMNS}\n{_ROWS}\n{_SUMMED}"
            for title in (
                _TITLE,
                "□ ’24년 국비 사업",
                "□ 부처별 국비 및 사업",
                "□ 담당부처별 ’24년 국비",
                "□ ’24년도 예산",
                "□ 재정투입 계획",
                "◦ 재정투입 계획",
                "1) 재정",
            )
        ),
        *(
            f"{_TITLE}\n{columns}\n{_ROWS}\n{_SUMMED}"
            for columns in (
                "담당부처 예산(억원) 세부사업",
                "소관부처 국비예산(억원) 사업명",
                "소관부처\n’24년 국비(억원)\n사업명",
                f"(단위: 억원)\n{_COLUMNS}",
                "소관부처 국비 사업명\n단위: 억원",
            )
        ),
        *(
            f"{_TITLE}\n{_COLUMNS}\n{_ROWS}\n{total}"
            for total in (
                "합계 1,250 2개사업",
                "총계 1,250 2개 사업",
                "총 계 1,250 총 2개 사업",
                "계 1,250 2건",
                "소계 1,250 2개 사업",
                "합 계 1,250억원 2개 사업",
                "합계(억원) 1,250 2개 사업",
                "합 계 : 1,250 2개 사업",
                "총액 1,250 2개 사업",
            )
        ),
        f"{_TITLE}\n{_ROWS}\n{_SUMMED}",
        f"{_TITLE}\n{_COLUMNS}\n산업부 900억원 공동장비 구축\n중기부 350억 원 인력 채용 지원\n{_SUMMED}",
        f"{_TITLE}\n[단위: 백만원]\n{_COLUMNS[:-8]} 사업명\n산업부 90,000 공동장비 구축\n중기부 35,000 인력 채용 지원\n"
        "합 계 125,000 2개 사업",
        f"{_TITLE}\n(단위 : 백만)\n소관부처 국비 사업명\n산업부 90,000 공동장비 구축\n중기부 35,000 인력 채용 지원\n"
        "합 계 125,000 2개 사업",
        f"{_TITLE}\n소관부처 사업명 국비(억원)\n산업부 공동장비 구축 900\n중기부 인력 채용 지원 350\n합 계 2개 사업 1,250",
        *(
            f"{_TITLE}\n{_COLUMNS}\n{row}\n중기부 350 인력 채용 지원\n{_SUMMED}"
            for row in (
                "[산업부] 900 공동장비 구축",
                "산 업 부 900 공동장비 구축",
                "산업부, 900 공동장비 구축",
                "산업부(지역경제국) 900 공동장비 구축",
                "산업부 900 - 공동장비 구축",
                "산업부 900 ㅇ 공동장비 구축",
                "산업부 900 ① 공동장비 구축",
            )
        ),
        f"{_TITLE}\n소관부처 사업비(억원) 사업명\n{_ROWS}\n{_SUMMED}",
        f"{_TITLE}\n{_COLUMNS}\n{_ROWS}\n합 계 1,250억원 (2개 사업)",
        f"{_TITLE}\n{_COLUMNS}\n{_ROWS}\n합 계 1,250 2개 과제",
        f"{_TITLE}\n연번 {_COLUMNS}\n1 산업부 900 공동장비 구축\n2 중기부 350 인력 채용 지원\n{_SUMMED}",
    ],
)
def test_a_table_of_money_is_read_whatever_its_title_head_or_total(text: str) -> None:
    task, unread = read_task(text)

    rows = [(row.ministry, row.amount, row.project_names) for row in task.budget_rows]
    assert rows == [("산업부", 900, ["공동장비 구축"]), ("중기부", 350, ["인력 채용 지원"])]
    assert task.budget_total
    assert (task.budget_total.amount, task.budget_total.projects) == (1250, 2)
    assert (task.goals, task.reforms, unread) == ([], [], [])


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("산업부 비예산 공동장비 구축", ("산업부", None)),
        ("산업부, 중기부 900 공동장비 구축", ("산업부", 900)),
        ("산업부·중기부 900 공동장비 구축", ("산업부", 900)),
        ("인구전략부 900 공동장비 구축", (None, 900)),
        ("산업부 약 900 공동장비 구축", None),
        ("산업부 (900) 공동장비 구축", None),
        ("산업부 800 900 공동장비 구축", None),
        ("산업부 900~950 공동장비 구축", None),
        ("산업부 미정 공동장비 구축", None),
        ("누계 900 1개 사업", None),
        ("소계 900 1개 사업", None),
        ("산업부 9, 00 공동장비 구축", None),
    ],
)
def test_a_row_of_money_is_read_or_told(row: str, read: tuple[str | None, int | None] | None) -> None:
    task, unread = read_task(f"{_TITLE}\n{_COLUMNS}\n{row}\n중기부 350 인력 채용 지원\n{_SUMMED}")

    rows = [(one.ministry, one.amount, one.project_names) for one in task.budget_rows]
    own = [(*read, ["공동장비 구축"])] if read else []
    assert rows == [*own, ("중기부", Decimal(350), ["인력 채용 지원"])]
    assert unread == ([] if read else [row])


def test_an_amount_is_no_number_of_a_row() -> None:
    rows = "산업부·중기부\n900 공동장비 구축\n2 350 인력 채용 지원"
    task, unread = read_task(f"{_TITLE}\n연번 {_COLUMNS}\n{rows}\n{_SUMMED}")

    assert [row.amount for row in task.budget_rows] == [900, 350]
    assert unread == []


@pytest.mark.parametrize(
    "row", ["8.86 교육부 나 사업", "358.86 2개 사업", "총 2개 사업 358.86", "358.86억원 2건"]
)
def test_an_amount_before_its_ministry_or_a_total_without_a_word_is_no_row_of_another(row: str) -> None:
    columns = "소관부처 사업명 국비(억원)" if row.startswith("총") else _COLUMNS
    rows = "산업부 장비 300\n중기부 인력 50" if row.startswith("총") else "산업부 300 장비\n중기부 50 인력"
    task, unread = read_task(f"{_TITLE}\n{columns}\n{rows}\n{row}")

    assert [(one.ministry, one.amount) for one in task.budget_rows] == [("산업부", 300), ("중기부", 50)]
    assert unread == [row]


def test_a_total_without_its_word_is_one_where_the_rows_add_up_to_it() -> None:
    task, unread = read_task(f"{_TITLE}\n{_COLUMNS}\n산업부 350 장비\n중기부 8.86 인력\n358.86 2개 사업")

    assert task.budget_total
    assert (task.budget_total.amount, task.budget_total.projects) == (Decimal("358.86"), 2)
    assert unread == []


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        ("소관부처 ’23년 국비(억원) ’24년 국비(억원) 사업명", "산업부 800 900 공동장비 구축"),
        ("소관부처 2023 2024 사업명", "산업부 800 900 공동장비 구축"),
        ("소관부처 전년 예산 국비(억원) 사업명", "산업부 800 900 공동장비 구축"),
        ("소관부처 ’23년 ’24년 증감 사업명", "산업부 800 900 100 공동장비 구축"),
        ("소관부처 ’24년 국비(억원) 사업명 비고", "산업부 900 공동장비 구축 신규"),
        ("소관부처 ’24년 국비(억원) 사업 수 사업명", "산업부 900 3 공동장비 구축"),
        ("사업명 소관부처 ’24년 국비(억원)", "공동장비 구축 산업부 900"),
        ("소관부처 ’24년 국비(원) 사업명", "산업부 900 공동장비 구축"),
        ("(단위: 개)\n소관부처 국비 사업명", "산업부 900 공동장비 구축"),
    ],
)
def test_a_table_of_money_whose_columns_are_not_clear_is_told(columns: str, row: str) -> None:
    task, unread = read_task(f"{_TITLE}\n{columns}\n{row}\n{_SUMMED}")

    assert (task.budget_rows, task.budget_total, task.goals, task.reforms) == ([], None, [], [])
    assert unread == [row, _SUMMED]


@pytest.mark.parametrize(
    "goal",
    [
        "수출액 (억불) : (’23) 24.6 → (’24) 25.0",
        "ㅇ 수출액 (억불) : (’23) 24.6 → (’24) 25.0",
        "- 수출액 (억불) : (’23) 24.6 → (’24) 25.0",
        "ㅇ 수출액 (억불) : (’23) 24.6 / (’24) 25.0",
        "수출액 (억불) (’23) 24.6 → (’24) 25.0",
        "ㅇ 수출액 (억불) (’23) 24.6 → (’24) 25.0",
        "수출액(억불): ’23년 24.6 → ’24년 25.0",
        "수출액 (억불) : 2023년 24.6 → 2024년 25.0",
        "수출액 (억불) : ’23년말 24.6 → ’24년까지 25.0",
        "수출액 (억불) : (2023) 24.6 → (2024) 25.0",
        "수출액 (억불) : (’23년 실적) 24.6 → (’24년 목표) 25.0",
        "수출액 (억불) : 24.6(’23) → 25.0(’24)",
        *(
            f"수출액 (억불) : (’23) 24.6 {arrow} (’24) 25.0"
            for arrow in ("⇒", "➡", "->", "=>", "▶", "/", ",")
        ),
    ],
)
def test_a_goal_is_read_whatever_its_bullet_years_and_arrow(goal: str) -> None:
    task, unread = read_task(f"□ ’24년 목표\n{goal}")

    [found] = task.indicators
    assert (found.name, found.unit) == ("수출액", "억불")
    assert (found.baseline_year, found.baseline) == (2023, "24.6")
    assert (found.target_year, found.target) == (2024, "25.0")
    assert unread == []


@pytest.mark.parametrize("bullet", ["", "ㅇ ", "- ", "① ", "▸ ", "· "])
@pytest.mark.parametrize("year", ["(’24) ", "(’24년) ", "(2024) ", "’24년 "])
def test_a_goal_of_one_year_is_read_behind_any_bullet(bullet: str, year: str) -> None:
    task, unread = read_task(f"□ 중점 추진내용\n{bullet}현장점검 및 의견수렴 : {year}2회")

    [found] = task.indicators
    assert (found.name, found.baseline, found.target) == ("현장점검 및 의견수렴", None, "2회")
    assert found.target_year == 2024
    assert unread == []


@pytest.mark.parametrize(
    "prose",
    ["ㅇ (역량 강화) : (’24) 교육을 새로 시작하고 지역마다 점검하며 결과를 알린다", "* 현장점검 : (’24) 2회"],
)
def test_a_sentence_behind_a_bullet_is_no_goal(prose: str) -> None:
    assert read_task(f"□ 중점 추진내용\n{prose}")[0].indicators == []


@pytest.mark.parametrize(
    ("goal", "is_told"),
    [
        ("수출액 (억불) : (’22) 20 → (’23) 24.6 → (’24) 25.0", True),
        ("ㅇ 수출액 (’23) 24.6 → (’24) 25.0 → (’27) 30", True),
        ("수출액 (억불) : (’24) 25.0 (’23) 24.6", True),
        ("※ 수출액 (억불) : (’23) 24.6 → (’24) 25.0", False),
        ("* 분만취약지 (’23) 54 → (’24) 58개 지역, 소아청소년과 (’23) 10 → (’24) 11개 지역", False),
    ],
)
def test_a_goal_that_is_not_clear_is_told_and_a_note_is_none(goal: str, is_told: bool) -> None:
    task, unread = read_task(f"□ ’24년 목표\n{goal}")

    assert task.indicators == []
    assert unread == ([goal.replace("’", "'")] if is_told else [])


@pytest.mark.parametrize("total", ["계", "소계", "소 계", "합계"])
@pytest.mark.parametrize(
    "grand",
    ["총계\n(2대 전략 2개 핵심과제)\n", "(2대 전략 2개 핵심과제)\n총 계 ", "(2대 전략 2개 핵심과제)\n합계 "],
)
def test_a_total_of_the_summary_table_is_one_by_any_word(
    total: str, grand: str, small_book: PlanBook, facts_of: Facts
) -> None:
    book = respelt(
        ("합계 2개 실천과제", f"{total} 2개 실천과제"),
        ("합계 1개 실천과제", f"{total} 1개 실천과제"),
        ("총계\n(2대 전략 2개 핵심과제)\n", grand),
    )

    assert facts_of(book) == facts_of(small_book)
    assert book.unread == []


_GOALS = ["소관부처", "’24년 목표", "제도개선 사항"]


@pytest.mark.parametrize(
    "rows",
    [
        [_GOALS, ["산업부", "장비 3대 구축", "규정 개정"], ["중기부", "채용 500명", "법 개정"]],
        [_GOALS, ["산업부", "· 장비 3대 구축", "· 규정 개정"], ["중기부", "· 채용 500명", "· 법 개정"]],
        [_GOALS, ["산업부", ["장비 3대 구축", "채용 500명"], ["규정 개정", "법 개정"]]],
        [_GOALS, ["산업부", ["· 장비 3대", "구축", "· 채용 500명"], ["· 규정", "개정", "· 법 개정"]]],
        [_GOALS, ["산업부", ["① 장비 3대 구축", "② 채용 500명"], ["① 규정 개정", "② 법 개정"]]],
        [_GOALS, ["산업부", "① 장비 3대 구축 ② 채용 500명", "- 규정 개정"], ["", "", "- 법 개정"]],
        [
            _GOALS,
            ["산업부", "장비 3대 구축", ""],
            ["중기부", "", "규정 개정"],
            ["중기부", "채용 500명", "법 개정"],
        ],
        [
            _GOALS,
            ["국토부", "장비 3대 구축", "규정 개정"],
            ["산업부", "채용 500명", "법 개정"],
            ["합 계", "-", "2개 사업"],
        ],
        [["제도개선", "’24년 목표"], ["규정 개정", "장비 3대 구축"], ["법 개정", "채용 500명"]],
        [
            ["연번", *_GOALS],
            ["1", "산업부", "장비 3대 구축", "규정 개정"],
            ["2", "중기부", "채용 500명", "법 개정"],
        ],
    ],
)
def test_goals_and_reforms_are_told_apart_by_their_cells(
    rows: Sequence[Sequence[str | Sequence[str]]],
) -> None:
    task, unread = read_rows(*rows)

    assert [goal.text for goal in task.goals] == ["장비 3대 구축", "채용 500명"]
    assert [reform.text for reform in task.reforms] == ["규정 개정", "법 개정"]
    assert unread == []


@pytest.mark.parametrize(
    ("rows", "ministries"),
    [
        ([[["산업부", "중기부"], "900", "장비"], ["중기부", "350", "인력"]], ["산업부·중기부", "중기부"]),
        ([["산업부", "900", "장비"], ["", "350", "인력"]], ["산업부", "산업부"]),
    ],
)
@pytest.mark.parametrize(("projects", "counted"), [("2개 사업", 2), ("2건", 2), ("", None)])
def test_rows_of_money_in_cells_have_all_their_ministries(
    rows: Sequence[Sequence[str | Sequence[str]]],
    ministries: Sequence[str],
    projects: str,
    counted: int | None,
) -> None:
    task, unread = read_rows(["소관부처", "국비(억원)", "사업명"], *rows, ["합 계", "1,250", projects])

    assert [(row.printed, row.amount) for row in task.budget_rows] == list(
        zip(ministries, (900, 350), strict=True)
    )
    assert [row.project_names for row in task.budget_rows] == [["장비"], ["인력"]]
    assert task.budget_total
    assert (task.budget_total.amount, task.budget_total.projects) == (1250, counted)
    assert unread == []


def test_an_amount_in_a_cell_that_was_not_read_is_told() -> None:
    rows = (
        ["소관부처", "사업명", "국비(억원)"],
        ["산업부", ["장비", "인력"], "900"],
        ["합 계", "2개 사업", "900"],
    )
    task, unread = read_rows(*rows)

    assert task.budget_rows == []
    assert unread == ["900"]
