"""Each fact of a book is counted once, by whose it is and what it is called."""

from typing import Any

import pytest

from goru.pipelines.importing.rules.facts import holdings, is_there
from goru.pipelines.importing.vocabulary import Part

EMPTY: dict[str, Any] = {
    "headline": {"budget": [], "shares": [], "growth": [], "strategy_shares": None},
    **{name: [] for name in ("plans", "strategies", "sectoral_core_tasks", "action_tasks")},
    **{name: [] for name in ("strategy_totals", "focus_tasks", "summaries")},
    "grand_total": None,
}
PLAN: dict[str, Any] = {
    "kind": "provincial",
    "institution": "서울",
    "core_tasks": [],
    "strategies": [],
    "vision": None,
    "performance_management": [],
    "indicators": [],
    "budget": None,
}
CORE_TASK: dict[str, Any] = {"id": "1-1", "aims": [], "ministries": [], "indicators": []}
TASK: dict[str, Any] = {
    "id": "1-1-1",
    "goals": [],
    "reforms": [],
    "ministries": [],
    "indicators": [],
    "unit": "",
    "national_budget": None,
    "projects": None,
    "budget_rows": [],
    "budget_total": None,
    "task_total": None,
}
SUMMARY: dict[str, Any] = {
    "title": "참고 1",
    "headline": None,
    "sheets": [],
    "action_tasks": [],
    "strategy_totals": [],
    "grand_total": None,
}
SAID, UNSAID = {"text": "말"}, {"text": "?"}

Found = dict[tuple[Part, str, str], int]


def held(**parts: Any) -> Found:
    return {
        (part, owner, name): count
        for part, facts in holdings(EMPTY | parts).items()
        for (owner, name), count in facts.items()
    }


def test_an_empty_book_holds_nothing_of_any_part() -> None:
    assert held() == {}
    assert set(holdings(EMPTY)) == set(Part)


def test_a_plan_is_counted_by_its_kind() -> None:
    other = PLAN | {"kind": "megaregional", "institution": "수도권"}

    assert held(plans=[PLAN, other]) == {
        (Part.PROVINCIAL_PLANS, "서울", ""): 1,
        (Part.MEGAREGIONAL_PLANS, "수도권", ""): 1,
    }


def test_what_a_plan_says_is_counted_by_its_institution() -> None:
    plan = PLAN | {
        "core_tasks": [{"name": "과제", "items": [SAID, SAID, UNSAID]}, {"name": "둘째", "items": [SAID]}],
        "strategies": [SAID, UNSAID],
        "vision": SAID,
        "performance_management": [SAID, SAID],
    }

    found = held(plans=[plan])

    assert found == {
        (Part.PROVINCIAL_PLANS, "서울", ""): 1,
        (Part.PLAN_CORE_TASKS, "서울", "과제"): 1,
        (Part.PLAN_CORE_TASKS, "서울", "둘째"): 1,
        (Part.ITEMS, "서울", ""): 3,
        (Part.STATEMENTS, "서울", ""): 2,
        (Part.PROSE, "서울", ""): 2,
        (Part.NAMES, "서울", "name"): 2,
    }


def test_an_indicator_is_counted_with_each_value_that_is_there() -> None:
    printed = {"name": "출생", "actual": "1", "target": "2", "change": "3"}
    empty = {"name": "빈집", "actual": "-", "target": "", "change": None}

    found = held(plans=[PLAN | {"indicators": [printed, empty]}])

    del found[Part.PROVINCIAL_PLANS, "서울", ""]
    assert found == {
        (Part.INDICATORS, "서울", "출생"): 1,
        (Part.INDICATORS, "서울", "빈집"): 1,
        (Part.VALUES, "서울", "출생"): 3,
        (Part.NAMES, "서울", "name"): 2,
    }


def test_the_frame_is_counted_by_its_numbers() -> None:
    goal = {"name": "목표", "baseline": "1", "target": "-"}
    core_task = CORE_TASK | {
        "aims": [SAID, UNSAID],
        "ministries": ["교육부", "환경부"],
        "indicators": [goal],
    }

    found = held(strategies=[{"id": "1"}, {"id": "2"}], sectoral_core_tasks=[core_task])

    assert found == {
        (Part.STRATEGIES, "1", ""): 1,
        (Part.STRATEGIES, "2", ""): 1,
        (Part.CORE_TASKS, "1-1", ""): 1,
        (Part.PROSE, "1-1", ""): 1,
        (Part.MINISTRIES, "교육부", "1-1"): 1,
        (Part.MINISTRIES, "환경부", "1-1"): 1,
        (Part.GOALS, "1-1", "목표"): 1,
        (Part.VALUES, "1-1", "목표"): 1,
        (Part.NAMES, "1-1", "name"): 1,
    }


def test_an_action_task_is_counted_with_its_projects_and_its_money() -> None:
    rows = [
        {"ministry": "교육부", "amount": 5, "projects": 2, "project_names": ["하나", "둘"]},
        {"ministry": "환경부", "amount": 0, "projects": 1, "project_names": ["하나"]},
    ]
    goal = {"name": "목표", "baseline": None, "target": "2"}
    task = TASK | {"goals": [SAID], "reforms": [SAID, UNSAID], "budget_rows": rows, "unit": "억원"}

    found = held(action_tasks=[task | {"ministries": ["교육부"], "indicators": [goal]}])

    assert found == {
        (Part.ACTION_TASKS, "1-1-1", ""): 1,
        (Part.STATEMENTS, "1-1-1", ""): 2,
        (Part.PROJECTS, "1-1-1", "하나"): 2,
        (Part.PROJECTS, "1-1-1", "둘"): 1,
        (Part.MINISTRIES, "교육부", "1-1-1"): 1,
        (Part.GOALS, "1-1-1", "목표"): 1,
        (Part.VALUES, "1-1-1", "목표"): 1,
        (Part.TASK_MONEY, "1-1-1", "교육부"): 1,
        (Part.PROJECT_COUNTS, "1-1-1", "교육부"): 1,
        (Part.PROJECT_COUNTS, "1-1-1", "환경부"): 1,
        (Part.NAMES, "1-1-1", "unit"): 1,
        (Part.NAMES, "1-1-1", "name"): 1,
        (Part.NAMES, "1-1-1", "ministry"): 2,
    }


def test_a_focus_task_is_counted_by_its_group_and_number() -> None:
    parts = [{"title": "규정", "milestones": [SAID, SAID, UNSAID]}, {"title": "", "milestones": []}]
    task = {"group": "zones", "number": 1, "aims": [SAID, UNSAID], "subtasks": parts}

    assert held(focus_tasks=[task]) == {
        (Part.FOCUS_TASKS, "zones 1", ""): 1,
        (Part.PROSE, "zones 1", ""): 1,
        (Part.SUBTASKS, "zones 1", ""): 2,
        (Part.MILESTONES, "zones 1", ""): 2,
        (Part.NAMES, "zones 1", "title"): 1,
    }


def test_percentages_of_the_headline_are_counted_by_what_they_are_of() -> None:
    headline = {
        "budget": [],
        "shares": [{"of": "national", "percent": 60}, {"of": "local", "percent": 0}],
        "growth": [{"of": "total", "percent": 20}],
        "strategy_shares": {"ministries": [40, 0, 60], "provinces": [45]},
    }

    assert held(headline=headline) == {
        (Part.HEADLINE, "shares", "national"): 1,
        (Part.HEADLINE, "growth", "total"): 1,
        (Part.HEADLINE, "strategy_shares", "ministries"): 2,
        (Part.HEADLINE, "strategy_shares", "provinces"): 1,
    }


@pytest.mark.parametrize("shares", [{"ministries": [1]}, {"provinces": [1]}])
def test_shares_of_one_kind_alone_are_counted(shares: dict[str, Any]) -> None:
    [kind] = shares

    found = held(headline=EMPTY["headline"] | {"strategy_shares": shares})

    assert found == {(Part.HEADLINE, "strategy_shares", kind): 1}


def test_what_summaries_say_is_counted_by_the_institution_or_the_task() -> None:
    sheet = {
        "institution": "서울",
        "lines": [SAID, UNSAID],
        "more": {"deep": "말"},
        "number": 5,
        "source": {"text": "자리"},
        "body_source": {"text": "자리"},
    }
    headline = EMPTY["headline"] | {"shares": [{"of": "national", "percent": 60}]}
    tasks = [TASK | {"institution": None}]
    summary = SUMMARY | {"sheets": [sheet], "action_tasks": tasks, "headline": headline}

    assert held(summaries=[summary]) == {
        (Part.SUMMARIES, "참고 1", ""): 1,
        (Part.SUMMARIES, "참고 1", "서울"): 3,
        (Part.SUMMARIES, "참고 1", "1-1-1"): 1,
        (Part.SUMMARIES, "참고 1", "shares"): 1,
    }


def test_a_summary_may_have_no_headline() -> None:
    assert held(summaries=[SUMMARY]) == {(Part.SUMMARIES, "참고 1", ""): 1}


def test_names_days_and_places_are_counted_wherever_they_stand() -> None:
    """Those of the whole book as nobody's; places are those of parts of a fact, not that of the fact."""
    deep = [{"full_name": "가", "start": "2025-01-01"}, {"full_name": "나", "heading_source": {"page": 1}}, 5]
    named = dict.fromkeys(("heading", "core_task_name", "strategy", "printed"), "가")
    days = dict.fromkeys(("end", "baseline_year", "target_year"), "2025")
    fields = {
        **named,
        **days,
        "deep": deep,
        "source": {"name": "자리"},
        "heading_ministries": ["가", "", "나"],
    }
    whole = {"title": "책", "decided": "2025-04-25", "page_numbers_source": [{"number": 1}, {"number": 2}]}

    found = held(
        **whole,
        plans=[PLAN | fields],
        strategies=[{"id": "1", "name": "가"}],
        headline=EMPTY["headline"] | {"unit": "억원"},
        focus_tasks=[{"group": "zones", "number": 1, "aims": [], "subtasks": [], "name": "가"}],
    )

    kinds = {Part.NAMES, Part.DATES, Part.PLACES}
    assert {key: count for key, count in found.items() if key[0] in kinds} == {
        (Part.NAMES, "", "title"): 1,
        (Part.DATES, "", "decided"): 1,
        (Part.PLACES, "", "page_numbers_source"): 2,
        (Part.NAMES, "headline", "unit"): 1,
        (Part.NAMES, "1", "name"): 1,
        (Part.NAMES, "zones 1", "name"): 1,
        **{(Part.NAMES, "서울", name): 1 for name in named},
        **{(Part.DATES, "서울", name): 1 for name in days},
        (Part.NAMES, "서울", "heading_ministries"): 2,
        (Part.NAMES, "서울", "full_name"): 2,
        (Part.DATES, "서울", "start"): 1,
        (Part.PLACES, "서울", "heading_source"): 1,
    }


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        ("가?", False),
        ("가나?", True),
        ("%?", False),
        ("가나\ufffd", True),
        ("가\ufffd", False),
        ("％", True),
        ("X", True),
    ],
)
def test_more_has_to_be_left_of_words_than_is_lost(printed: str, says: bool) -> None:
    assert is_there(printed) is says
