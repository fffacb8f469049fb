from decimal import Decimal


def test_a_book_that_adds_up_is_left_alone(small_book, found):
    assert found("budget-sum", small_book) == []


def test_a_total_beyond_rounding_is_an_error(changed, found):
    book = changed({"plans.0.budget.total": Decimal(1300)})

    [finding] = found("budget-sum", book)

    assert (finding.subject, finding.expected, finding.found) == ("plans/세종/budget", 1200, 1300)
    assert finding.difference == 100
    assert not finding.doubtful


def test_a_total_within_rounding_is_in_doubt(changed, found):
    book = changed({"plans.0.budget.total": Decimal(1201)})

    [finding] = found("budget-sum", book)

    assert finding.doubtful
    assert finding.parameters["rounding"] is True


def test_no_amount_counts_as_nothing(changed, found):
    book = changed({"plans.1.budget.by_strategy.0.amount": None})

    assert found("budget-sum", book) == []
