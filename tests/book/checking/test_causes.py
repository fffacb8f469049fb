import pytest

from goru.book.checking.rulebook import check


def rules_at(before, after, *places):
    """The rules of the findings that are new, at some places or everywhere."""
    known = {(one.rule, one.subject) for one in check(before)}
    new = [(one.rule, one.subject) for one in check(after) if (one.rule, one.subject) not in known]
    return sorted(rule for rule, subject in new if not places or subject.startswith(places))


def with_rows(book):
    """The frame of the small book: what its tables say."""
    return {task.id: place for place, task in enumerate(book.action_tasks)}


def test_a_wrong_total_of_the_body_is_told_once(changed, small_book):
    place = with_rows(small_book)["Ⅱ-1-(1)"]
    wrong = changed({f"action_tasks.{place}.budget_total.amount": 1520})

    assert rules_at(small_book, wrong) == ["ministry-sum"]


def test_a_wrong_row_of_the_summary_table_is_told_once(changed, small_book):
    place = with_rows(small_book)["Ⅱ-1-(1)"]
    wrong = changed({f"action_tasks.{place}.national_budget": 1520})

    assert rules_at(small_book, wrong, "action_tasks", "strategy_totals") == ["summary-table"]


@pytest.mark.parametrize("field", ["projects", "action_tasks"])
def test_a_wrong_total_of_a_strategy_is_told_once(changed, small_book, field):
    total = getattr(small_book.strategy_totals[1], field)
    wrong = changed({f"strategy_totals.1.{field}": total + 5})

    assert rules_at(small_book, wrong) == ["strategy-total"]


def test_a_figure_that_breaks_the_arithmetic_of_its_row_is_no_bad_goal_too(changed, small_book):
    wrong = changed({"plans.0.indicators.3.actual": "72.5"})

    assert rules_at(small_book, wrong) == ["indicator-change"]


def test_an_indicator_in_another_unit_is_no_bad_goal_too(changed, small_book):
    row = "plans.0.indicators.2"
    wrong = changed({f"{row}.actual": "80,000", f"{row}.target": "95", f"{row}.change": "-79,905"})

    assert rules_at(small_book, wrong, "plans") == ["unit-slip"]


def test_a_misspelt_word_is_no_other_strategy_too(changed, small_book):
    texts = ["정원산업 육성 지원", "정원산업 단지", "정원산업 축제", "정원산업 협회", "정원산업 연구"]
    source = {"first_line": 5, "last_line": 5}
    plan = small_book.plans[0].model_dump()
    strategies = [plan["strategies"][0] | {"text": "정원산업으로 여는 미래"}, *plan["strategies"][1:]]
    right = changed(
        {
            "plans.0.strategies": strategies,
            "plans.0.core_tasks.0.items": [{"text": text, "source": source} for text in texts],
            "summaries.0.sheets.0.strategies": strategies,
        }
    )
    wrong = changed({"plans.0.strategies.0.text": "정원산엽으로 여는 미래"}, right)

    assert rules_at(right, wrong) == ["misspelt-word"]


def test_what_stands_in_a_plan_that_is_printed_twice_is_told_of_the_first(changed, small_book):
    plan = small_book.plans[0].model_dump()
    budget = plan["budget"] | {"total": 1300}
    first = changed({"plans.0.budget.total": 1300})
    twice = changed({"plans": [plan | {"budget": budget}] * 2})

    assert "budget-sum" in rules_at(small_book, first)
    assert rules_at(small_book, twice, "plans/세종 #2") == ["printed-twice"]
