from decimal import Decimal


def test_a_total_that_is_not_the_sum_of_its_sources_is_an_error(small_book, found):
    [finding] = found("headline-sum", small_book)

    assert (finding.subject, finding.expected, finding.found) == (
        "headline/budget/2024",
        Decimal("2.8"),
        Decimal("2.5"),
    )
    assert not finding.doubtful


def test_a_sum_that_rounding_could_explain_is_in_doubt(changed, found):
    book = changed({"headline.budget.0.total": Decimal("3.1")})

    [finding] = [one for one in found("headline-sum", book) if one.subject == "headline/budget/2025"]

    assert finding.doubtful


def test_percentages_that_unrounded_amounts_allow_are_no_findings(small_book, found):
    assert found("headline-percent", small_book) == []


def test_a_share_that_no_amounts_allow_is_an_error(changed, found):
    book = changed({"headline.shares.0.percent": Decimal("64.0")})

    findings = found("headline-percent", book)

    assert [one.subject for one in findings] == ["headline/shares/national", "headline/shares"]
    assert findings[0].expected == Decimal("60.0")


def test_growth_of_the_wrong_sign_is_an_error(changed, found):
    growth = {"of": "local", "percent": Decimal("10.0"), "source": {"first_line": 12, "last_line": 12}}
    book = changed({"headline.growth": [growth]})

    [finding] = found("headline-percent", book)

    assert (finding.case, finding.expected) == ("growth", Decimal("-10.0"))


def test_strategy_shares_that_the_tables_do_not_give_are_found(small_book, found):
    ministries, provinces = found("strategy-shares", small_book)

    assert ministries.expected == [Decimal("1.26"), Decimal("98.74")]
    assert provinces.expected == [Decimal("22.50"), Decimal("77.50")]


def test_shares_are_not_computed_where_a_plan_has_no_budget(changed, found):
    book = changed({"plans.0.budget": None})

    assert [one.subject for one in found("strategy-shares", book)] == ["headline/strategy_shares/ministries"]


def test_a_headline_above_all_plans_is_found(small_book, found):
    assert [one.case for one in found("headline-parts", small_book)] == ["national", "raw"]
