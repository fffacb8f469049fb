from decimal import Decimal

import pytest

from goru.book.checking.slips import slipped

ROW = "plans.0.indicators.2"


@pytest.mark.parametrize(
    ("unit", "actual", "target"),
    [
        ("만명", "80", "950,000"),
        ("억원", "3,200", "32"),
        ("천명", "195", "200,000"),
        ("백만원", "316", "3.2"),
    ],
)
def test_a_target_in_another_unit_than_what_is_reached_is_found(changed, found, unit, actual, target):
    book = changed({f"{ROW}.unit": unit, f"{ROW}.actual": actual, f"{ROW}.target": target})

    [finding] = found("unit-slip", book)

    assert (finding.case, finding.parameters["unit"]) == ("leap", unit)


def test_goals_of_action_tasks_slip_too(changed, found):
    goal = "action_tasks.0.indicators.1"
    book = changed({f"{goal}.baseline": "10", f"{goal}.target": "25,000"})

    assert [one.case for one in found("unit-slip", book)] == ["leap"]


@pytest.mark.parametrize(
    ("actual", "target"), [("17", "100"), ("0", "4"), ("-", "20"), ("신규", "5"), ("31,6", "3,270")]
)
def test_growth_is_no_slip(changed, found, actual, target):
    book = changed({f"{ROW}.actual": actual, f"{ROW}.target": target})

    assert found("unit-slip", book) == []


@pytest.mark.parametrize(
    ("unit", "total", "is_found"),
    [
        ("백만원", 20000, True),
        ("억원", 2_000_000, True),
        ("조원", 2, False),
        ("억원", 6000, False),
        ("백만원", 2_000_000, False),
    ],
)
def test_a_plan_whose_money_is_out_of_proportion_is_found(changed, found, small_book, unit, total, is_found):
    plan = small_book.plans[0].model_dump()
    budget = plan["budget"]
    plans = [
        plan | {"institution": f"{place}도", "budget": budget | {"total": amount, "unit": unit_of}}
        for place, (amount, unit_of) in enumerate(
            [(20000, "억원"), (30000, "억원"), (12000, "억원"), (25000, "억원"), (total, unit)]
        )
    ]

    findings = found("unit-slip", changed({"plans": plans}))

    assert [one.subject for one in findings] == ["plans/4도/budget"] * is_found


@pytest.mark.parametrize(
    ("amounts", "total", "place"),
    [
        ("450 750", "1200", None),
        ("450 75000", "1200", 1),
        ("45000 750", "1200", 0),
        ("450 7.5", "1200", 1),
        ("4500 750", "1200", 0),
        ("450 751", "1200", None),
        ("450 760", "1200", None),
    ],
)
def test_the_amount_whose_unit_slipped_is_the_one_that_makes_up_the_total(amounts, total, place):
    assert slipped([Decimal(amount) for amount in amounts.split()], Decimal(total)) == place


def test_a_sum_names_the_amount_whose_unit_slipped(changed, found):
    [finding] = found("budget-sum", changed({"plans.0.budget.by_strategy.1.amount": 75000}))

    assert finding.parameters["slipped"] == "일터가 늘어나는 새로운 성장"

    [finding] = found("ministry-sum", changed({"action_tasks.2.budget_rows.0.amount": 90000}))

    assert finding.parameters["slipped"] == 90000
