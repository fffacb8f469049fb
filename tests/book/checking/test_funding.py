from decimal import Decimal

import pytest
from tests.book.parsing.respelling import FUNDED, respelt

from goru.book.model import PlanBook


@pytest.fixture(scope="module")
def funded() -> PlanBook:
    return respelt(*FUNDED)


def test_sources_that_add_up_are_left_alone(funded, small_book, found):
    assert found("funding-sum", funded) == []
    assert found("funding-sum", small_book) == []


def test_sources_beyond_their_amount_are_an_error(changed, funded, found):
    book = changed({"plans.0.budget.by_strategy.0.by_funding.2.amount": Decimal(70)}, funded)

    first, second = found("funding-sum", book)

    assert (first.subject, first.expected, first.found) == ("plans/세종/budget", 470, 450)
    assert (first.case, first.parameters["name"], first.doubtful) == (
        "sources",
        "스스로 정하는 튼튼한 자치",
        False,
    )
    assert (second.case, second.parameters["name"], second.expected, second.found) == (
        "rows",
        "민자",
        120,
        100,
    )


def test_a_source_that_may_not_be_printed_leaves_a_doubt(changed, funded, found):
    book = changed({"plans.2.budget.by_strategy.0.by_funding.1.amount": Decimal(100)}, funded)

    first, second = found("funding-sum", book)

    assert (first.expected, first.found, first.doubtful) == (200, 220, True)
    assert (second.parameters["name"], second.doubtful) == ("지방비", False)


def test_the_sources_of_a_task_are_added_up(changed, funded, found):
    book = changed({"action_tasks.2.budget_total.by_funding.0.amount": Decimal(1380)}, funded)

    [finding] = found("funding-sum", book)

    assert finding.subject == "action_tasks/Ⅱ-1-(1)/budget_rows"
    assert (finding.expected, finding.found, finding.parameters["name"]) == (1280, 1380, "합계")


def test_the_nations_money_of_a_task_is_told_once(changed, funded, found):
    book = changed({"action_tasks.2.budget_rows.0.amount": Decimal(890)}, funded)

    assert [one.parameters["name"] for one in found("funding-sum", book)] == ["산업부"]
