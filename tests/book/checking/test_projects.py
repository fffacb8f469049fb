"""Rules on projects as they are written."""

from decimal import Decimal
from typing import Any

import pytest

from goru.book.checking.rulebook import check
from goru.book.model import MoneyLine, PlanBook, Project


def line(amount: int, funding: str = "national", **said: Any) -> MoneyLine:
    return MoneyLine.model_validate({"amount": amount, "unit": "억원", "funding": funding, **said})


def written(book: PlanBook, *projects: Project, covered: bool = False) -> PlanBook:
    """A book with projects under the first core task of its first plan, or under the first amount of an action task."""
    if covered:
        *tasks, task = book.action_tasks
        row, *rows = task.budget_rows
        covering = row.model_copy(update={"covers": list(projects), "amount": Decimal(50)})
        changed = task.model_copy(update={"budget_rows": [covering, *rows]})
        return book.model_copy(update={"action_tasks": [*tasks, changed]})
    plan, *plans = book.plans
    assert plan.budget
    first, *rest = plan.core_tasks
    strategy = plan.budget.by_strategy[0].strategy
    core_task = first.model_copy(update={"projects": list(projects), "strategy": strategy})
    others = [one for one in rest if one.strategy != strategy]
    return book.model_copy(
        update={"plans": [plan.model_copy(update={"core_tasks": [core_task, *others]}), *plans]}
    )


def found(book: PlanBook, rule: str, **given: Any) -> list[tuple[Any, Any, Any]]:
    return [
        (one.parameters.get("case"), one.expected, one.found)
        for one in check(book, **given)
        if one.rule == rule
    ]


def test_a_stated_sum_is_compared_with_what_its_row_comes_to(small_book: PlanBook) -> None:
    project = Project(name="숲", money=[line(600), line(300, "provincial"), line(905, "combined")])
    alone = Project(name="길", money=[line(5, "combined")])

    assert found(written(small_book, project, alone), "project-money")[0] == ("sum", 900, 905)


def test_projects_spend_no_more_than_the_amount_above_them(small_book: PlanBook) -> None:
    budget = small_book.plans[0].budget
    assert budget
    amount = budget.by_strategy[0].amount
    assert amount is not None
    much = Project(
        name="숲", money=[line(int(amount)), line(7, "private"), line(99, fiscal_year=small_book.year + 1)]
    )
    ministrys = Project(name="숲", money=[line(60), line(1_000, "private")])

    assert found(written(small_book, much), "project-money") == [("over", amount + 7, amount)]
    assert found(written(small_book, ministrys, covered=True), "project-money") == [("over", 60, 50)]


@pytest.mark.parametrize("covered", [False, True])
def test_a_guideline_asks_for_place_unit_and_money(small_book: PlanBook, covered: bool) -> None:
    bare = Project(name="숲")
    whole = Project(name="길", regions=["sejong"], responsible_unit="산림과", money=[line(1)])
    book = written(small_book, bare, whole, covered=covered)

    assert found(book, "project-asked") == []
    asked = [
        case for case, _expected, _found in found(book, "project-asked", asked={"place", "unit", "money"})
    ]
    assert asked[:3] == ["place", "unit", "money"]
    names = {one.parameters["name"] for one in check(book, asked={"place"}) if one.rule == "project-asked"}
    assert "길" not in names
