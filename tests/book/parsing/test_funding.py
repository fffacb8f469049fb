"""Sources of money (국비, 지방비, 민자) in the tables of plans and of action tasks."""

from collections.abc import Sequence

import pytest
from tests.book.parsing.respelling import FUNDED, respelt
from tests.book.parsing.test_grammar import read_task

from goru.book.model import FundingAmount, PlanBook

_NAMES = "스스로 정하는 \n튼튼한 자치\n일터가 늘어나는 \n새로운 성장\n"
_STRATEGIES = "스스로 정하는 튼튼한 자치 {}\n일터가 늘어나는 새로운 성장 {}\n합계 {}"
_PLAIN = f"총액\n(억원)\n{_NAMES}1,200 450 750"
_TWO = FUNDED[1][0]
_ROW, _OTHER = "두 지역을 잇는 교통망 확충", "두 지역 기업의 공동 연구 확대"
_TASK = "□ 소관부처별 예산\n소관부처 "
Said = list[tuple[str, int]]


def said(amounts: Sequence[FundingAmount]) -> Said:
    return [(one.funding, int(one.amount)) for one in amounts]


def of_plan(book: PlanBook, at: int) -> tuple[Said, list[tuple[str, int | None, Said]]]:
    budget = book.plans[at].budget
    assert budget
    rows = [
        (one.strategy, None if one.amount is None else int(one.amount), said(one.by_funding))
        for one in budget.by_strategy
    ]
    return said(budget.by_funding), rows


@pytest.mark.parametrize(
    ("old", "new"),
    [
        FUNDED[0],
        ("1,200 450 750", "국비 600 200 400\n지방비 500 200 300\n민자 100 50 50\n계 1,200 450 750"),
        (
            _PLAIN,
            "전략 총액 국비 지방비 민자\n(억원)\n"
            + _STRATEGIES.format("450 200 200 50", "750 400 300 50", "1,200 600 500 100"),
        ),
        (
            _PLAIN,
            "전략 국비(억원) 지방비(억원) 민간투자 (억원) 계(억원)\n"
            + _STRATEGIES.format("200 200 50 450", "400 300 50 750", "600 500 100 1,200"),
        ),
    ],
)
def test_a_plan_has_the_sources_of_its_money(old: str, new: str) -> None:
    book = respelt((old, new))

    total, rows = of_plan(book, 0)
    assert total == [("national", 600), ("local", 500), ("private", 100)]
    assert [(amount, parts) for _, amount, parts in rows] == [
        (450, [("national", 200), ("local", 200), ("private", 50)]),
        (750, [("national", 400), ("local", 300), ("private", 50)]),
    ]
    assert book.unread == []


@pytest.mark.parametrize(
    "below",
    [
        "(국비 600, 지방비 500, 민자 100)",
        "(국비 600억원, 지방비 500억원, 민자 100억원)",
        "국비 600\n지방비 500\n민자 100",
    ],
)
def test_the_sources_of_a_total_alone_are_kept(below: str) -> None:
    book = respelt(("1,200 450 750", f"1,200 450 750\n{below}"))

    total, rows = of_plan(book, 0)
    assert total == [("national", 600), ("local", 500), ("private", 100)]
    assert [(amount, parts) for _, amount, parts in rows] == [(450, []), (750, [])]
    assert book.unread == []


@pytest.mark.parametrize(
    "table",
    [
        f"{_ROW} 220\n국비 100\n지방비 120\n{_OTHER} 80\n국비 80\n합계 300\n국비 180\n지방비 120",
        f"{_ROW} 220\n(국비 100, 지방비 120)\n{_OTHER} 80\n(국비 80)\n합계 300\n(국비 180, 지방비 120)",
        f"{_ROW}\n국비 100\n지방비 120\n계 220\n{_OTHER} 80\n국비 80\n합계 300\n국비 180\n지방비 120",
        f"전략 총액 국비 지방비\n{_ROW} 220 100 120\n{_OTHER} 80 80 -\n합계 300 180 120",
        f"전략 총액(억원) 국비 지방비\n{_ROW} 220 100 120\n{_OTHER} 80 80 -\n합계 300 180 120",
    ],
)
def test_a_megaregion_has_the_sources_of_its_money(table: str) -> None:
    book = respelt((_TWO, table))

    total, rows = of_plan(book, -1)
    assert total == [("national", 180), ("local", 120)]
    assert rows == [
        (_ROW, 220, [("national", 100), ("local", 120)]),
        (_OTHER, 80, [("national", 80)]),
    ]
    assert book.unread == []


def test_amounts_of_one_source_alone_say_so() -> None:
    budget = respelt((_TWO, f"전략 국비 (억원)\n{_ROW} 220\n{_OTHER} 80\n합계 300")).plans[-1].budget

    assert budget
    assert [(one.strategy, one.funding) for one in budget.by_strategy] == [
        (_ROW, "national"),
        (_OTHER, "national"),
    ]


def test_a_second_amount_of_a_source_is_told() -> None:
    book = respelt((_TWO, f"{_ROW} 220\n국비 100\n국비 110\n{_OTHER} 80\n합계 300"))

    assert of_plan(book, -1)[1][0] == (_ROW, 220, [("national", 100)])
    assert len(book.unread) == 1


_FIRST = [("local", 10), ("private", 20)]


@pytest.mark.parametrize(
    ("table", "first", "second", "total"),
    [
        (
            "국비 지방비 민자 사업명\n산업부 900 10 20 장비\n중기부 350 5 - 인력\n합 계 1,250 15 20 2개 사업",
            _FIRST,
            [("local", 5)],
            [("local", 15), ("private", 20)],
        ),
        (
            "국비 (백만원) 지방비 (백만원) 사업명\n산업부 90,000 1,000 장비\n중기부 35,000 500 인력\n"
            "합 계 125,000 1,500 2개 사업",
            [("local", 10)],
            [("local", 5)],
            [("local", 15)],
        ),
        (
            "사업명 국비 지방비 민자\n산업부 장비 900 10 20\n중기부 인력 350 5 -\n합 계 2개 사업 1,250 15 20",
            _FIRST,
            [("local", 5)],
            [("local", 15), ("private", 20)],
        ),
        (
            "예산(억원) 사업명\n국비 지방비 민자\n산업부 900 10 20 장비\n중기부 350 5 - 인력\n합 계 1,250 15 20 2개 사업",
            _FIRST,
            [("local", 5)],
            [("local", 15), ("private", 20)],
        ),
        (
            "예산(억원) 사업명\n산업부 국비 900 장비\n지방비 10\n민자 20\n중기부 국비 350 인력\n지방비 5\n"
            "합 계 국비 1,250 2개 사업\n지방비 15\n민자 20",
            _FIRST,
            [("local", 5)],
            [("local", 15), ("private", 20)],
        ),
        (
            "예산(억원) 사업명\n산업부\n국비 900 장비\n지방비 10\n중기부\n국비 350 인력\n합 계 1,250 2개 사업",
            [("local", 10)],
            [],
            [],
        ),
        (
            "국비(억원) 사업명\n산업부 900 장비\n(지방비 10, 민자 20)\n중기부 350 인력\n합 계 1,250 2개 사업",
            _FIRST,
            [],
            [],
        ),
        *(
            (
                f"예산(억원) 사업명\n산업부 {whole} 장비\n국비 900\n지방비 10\n중기부 국비 350 인력\n합 계 1,260 2개 사업\n"
                "국비 1,250\n지방비 10",
                [("combined", 910), ("local", 10)],
                [],
                [("combined", 1260), ("local", 10)],
            )
            for whole in ("계 910", "910")
        ),
    ],
)
def test_a_task_has_the_sources_of_its_money(table: str, first: Said, second: Said, total: Said) -> None:
    task, unread = read_task(_TASK + table)

    assert [(row.ministry, row.amount, row.project_names) for row in task.budget_rows] == [
        ("산업부", 900, ["장비"]),
        ("중기부", 350, ["인력"]),
    ]
    assert [said(row.by_funding) for row in task.budget_rows] == [first, second]
    assert task.budget_total
    assert (task.budget_total.amount, task.budget_total.projects) == (1250, 2)
    assert said(task.budget_total.by_funding) == total
    assert unread == []


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("국비 도비 시비 사업명\n산업부 900 10 20 장비", ["산업부 900 10 20 장비"]),
        ("총액 지방비 민자 사업명\n산업부 930 10 20 장비", ["산업부 930 10 20 장비"]),
        ("예산(억원) 사업명\n산업부 국비 900 장비\n지방비 10 인력", ["지방비 10 인력"]),
        ("예산(억원) 사업명\n산업부 국비 900 장비\n(지방비 10백만원)", ["(지방비 10백만원)"]),
    ],
)
def test_sources_that_are_not_clear_are_told(table: str, told: list[str]) -> None:
    _, unread = read_task(_TASK + table)

    assert unread == told
