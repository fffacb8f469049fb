"""Each amount of a book is found once, in won, by the sum it belongs to."""

from decimal import Decimal
from typing import Any

import pytest

from goru.pipelines.importing.rules.amounts import Amount, amounts
from goru.pipelines.importing.vocabulary import Part

NO_TABLE: dict[str, Any] = {"action_tasks": [], "strategy_totals": [], "grand_total": None}
EMPTY: dict[str, Any] = {"plans": [], "headline": {"budget": []}, "summaries": [], **NO_TABLE}
TASK: dict[str, Any] = {
    "id": "1-1-1",
    "unit": "백만원",
    "national_budget": 12,
    "projects": 3,
    "budget_rows": [
        {"ministry": "교육부", "amount": 5, "projects": 1},
        {"ministry": None, "amount": 7, "projects": None},
    ],
    "budget_total": {"amount": 12, "projects": 2},
    "task_total": {"amount": 13, "projects": 4},
}
COUNTS: dict[str, Any] = {"strategies": 1, "core_tasks": 2, "action_tasks": 3, "projects": 4}


def money(part: Part, kind: str, owner: str, name: str, won: int) -> Amount:
    return Amount(part, kind, owner, name, Decimal(won), is_money=True)


def number(part: Part, kind: str, owner: str, name: str, value: int) -> Amount:
    return Amount(part, kind, owner, name, Decimal(value), is_money=False)


def found(**parts: Any) -> list[Amount]:
    return list(amounts(EMPTY | parts))


OF_THE_TASK = [
    money(Part.TASK_MONEY, "action_tasks/national_budget", "1-1-1", "national_budget", 12_000_000),
    number(Part.PROJECT_COUNTS, "action_tasks/projects", "1-1-1", "projects", 3),
    money(Part.TASK_MONEY, "action_tasks/budget_rows", "1-1-1", "교육부", 5_000_000),
    number(Part.PROJECT_COUNTS, "action_tasks/budget_rows", "1-1-1", "교육부", 1),
    money(Part.TASK_MONEY, "action_tasks/budget_rows", "1-1-1", "", 7_000_000),
    money(Part.TASK_MONEY, "action_tasks/budget_total", "1-1-1", "budget_total", 12_000_000),
    number(Part.PROJECT_COUNTS, "action_tasks/budget_total", "1-1-1", "budget_total", 2),
    money(Part.TASK_MONEY, "action_tasks/task_total", "1-1-1", "task_total", 13_000_000),
    number(Part.PROJECT_COUNTS, "action_tasks/task_total", "1-1-1", "task_total", 4),
]


def test_an_empty_book_has_none() -> None:
    assert found() == []


def test_a_plan_has_its_total_and_what_goes_to_each_strategy() -> None:
    by_strategy = [{"strategy": "자치", "amount": "0.5"}, {"strategy": "성장", "amount": None}]
    budget = {"unit": "억원", "total": 2, "by_strategy": by_strategy}
    plans = [
        {"kind": "provincial", "institution": "제주", "budget": None},
        {"kind": "provincial", "institution": "서울", "budget": budget},
    ]

    assert found(plans=plans) == [
        money(Part.PLAN_MONEY, "provincial/total", "서울", "total", 200_000_000),
        money(Part.PLAN_MONEY, "provincial/by_strategy", "서울", "자치", 50_000_000),
    ]


def test_the_headline_has_an_amount_of_each_source_by_year() -> None:
    year = {"year": 2025, "unit": "조원", "total": 3, "national": 2, "local": 1, "private": None}

    assert found(headline={"budget": [year]}) == [
        money(Part.HEADLINE, "2025/total", "2025", "total", 3 * 10**12),
        money(Part.HEADLINE, "2025/national", "2025", "national", 2 * 10**12),
        money(Part.HEADLINE, "2025/local", "2025", "local", 10**12),
    ]


def test_a_task_has_its_money_and_its_projects_by_ministry_and_in_all() -> None:
    bare = {**TASK, "id": "1-1-2", "national_budget": None, "projects": None, "budget_rows": []}

    assert found(action_tasks=[TASK, bare | {"budget_total": None, "task_total": None}]) == OF_THE_TASK


def test_the_totals_have_counts_and_money_those_of_strategies_in_eok() -> None:
    total = {"strategy": "Ⅰ", "core_tasks": 2, "projects": 4, "national_budget": 5}
    grand = {**COUNTS, "national_budget": 6, "unit": "조원"}

    assert found(strategy_totals=[total], grand_total=grand) == [
        number(Part.TOTALS, "strategy_totals/core_tasks", "Ⅰ", "core_tasks", 2),
        number(Part.TOTALS, "strategy_totals/projects", "Ⅰ", "projects", 4),
        money(Part.TOTALS, "strategy_totals/national_budget", "Ⅰ", "national_budget", 5 * 10**8),
        *(
            number(Part.TOTALS, f"grand_total/{name}", "grand_total", name, value)
            for name, value in COUNTS.items()
        ),
        money(Part.TOTALS, "grand_total/national_budget", "grand_total", "national_budget", 6 * 10**12),
    ]


def test_what_a_summary_repeats_is_its_own() -> None:
    year = {"year": 2025, "unit": "조원", "total": 3, "national": None, "local": None, "private": None}
    summaries = [
        {"title": "총괄", "headline": {"budget": [year]}, **NO_TABLE},
        {"title": "참고 1", "headline": None, **NO_TABLE, "action_tasks": [TASK]},
    ]

    assert found(summaries=summaries) == [
        money(Part.SUMMARIES, "총괄/2025/total", "총괄", "2025 total", 3 * 10**12),
        *(
            Amount(
                Part.SUMMARIES,
                f"참고 1/{one.kind}",
                "참고 1",
                f"{one.owner} {one.name}",
                one.value,
                one.is_money,
            )
            for one in OF_THE_TASK
        ),
    ]


@pytest.mark.parametrize(("unit", "won"), [("원", 7), ("달러", 7), ("천원", 7000)])
def test_what_has_no_known_unit_is_compared_as_it_is_printed(unit: str, won: int) -> None:
    budget = {"unit": unit, "total": 7, "by_strategy": []}
    plan = {"kind": "provincial", "institution": "서울", "budget": budget}

    assert [one.value for one in found(plans=[plan])] == [won]
