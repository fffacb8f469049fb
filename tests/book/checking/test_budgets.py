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


def test_strategies_whose_names_were_swapped_are_found(changed, found):
    first, second = "스스로 정하는 튼튼한 자치", "일터가 늘어나는 새로운 성장"
    rows = "plans.0.budget.by_strategy"
    book = changed({f"{rows}.0.strategy": second, f"{rows}.1.strategy": first})

    [finding] = found("strategy-order", book)

    assert (finding.subject, finding.found) == ("plans/세종/budget", [second, first])


def test_strategies_under_the_nations_names_have_its_order(changed, found):
    names = {f"plans.0.core_tasks.{place}.strategy": f"세종만의 전략 {place}" for place in range(3)}

    assert found("strategy-order", changed(names)) == []

    rows = "plans.0.budget.by_strategy"
    swapped = {
        f"{rows}.0.strategy": "일터가 늘어나는 새로운 성장",
        f"{rows}.1.strategy": "스스로 정하는 튼튼한 자치",
    }

    assert len(found("strategy-order", changed(names | swapped))) == 1


def test_strategies_in_order_or_left_out_are_left_alone(changed, found, small_book):
    rows = small_book.plans[0].model_dump()["budget"]["by_strategy"]

    assert found("strategy-order", small_book) == []
    assert found("strategy-order", changed({"plans.0.budget.by_strategy": rows[1:]})) == []
