from decimal import Decimal

import pytest

LAST = "action_tasks.2"


def test_tables_that_agree_are_left_alone(small_book, found):
    for code in ("ministry-sum", "project-names", "summary-table", "strategy-total"):
        assert found(code, small_book) == []


def test_a_ministry_row_that_breaks_the_total_is_found_in_the_table(changed, found, small_book):
    book = changed({f"{LAST}.budget_rows.0.amount": Decimal(700)})

    [finding] = found("ministry-sum", book)

    rows = small_book.action_tasks[2].budget_rows
    assert (finding.expected, finding.found, finding.difference) == (1050, 1250, 200)
    assert finding.sources[0].first_line == rows[0].source.first_line
    assert finding.sources[0].last_line == small_book.action_tasks[2].budget_total.source.last_line


def test_a_decimal_amount_may_round_to_the_total(changed, found):
    book = changed({f"{LAST}.budget_rows.0.amount": Decimal("900.4")})

    assert found("ministry-sum", book) == []


def test_projects_are_counted_by_number_or_by_name(changed, found):
    book = changed({f"{LAST}.budget_rows.0.projects": 5})

    [finding] = found("ministry-sum", book)

    assert (finding.case, finding.expected, finding.found) == ("projects", 6, 4)


def test_fewer_names_than_projects_are_no_finding_where_no_number_is_printed(changed, found):
    book = changed({f"{LAST}.budget_rows.0.projects": None})

    assert found("ministry-sum", book) == []


def test_more_names_than_projects_are_an_error(changed, found):
    book = changed({f"{LAST}.budget_rows.0.project_names": ["가", "나", "다", "라"]})

    [finding] = found("project-names", book)

    assert (finding.expected, finding.found) == (4, 3)


@pytest.mark.parametrize(
    ("field", "value", "expected", "doubtful"),
    [
        ("national_budget", Decimal(1350), 1250, False),
        ("national_budget", Decimal(1251), 1250, True),
        ("national_budget", None, 1250, False),
        ("projects", 6, 4, False),
        ("name", "지역기업 연구 지원", "지역기업 연구개발 지원", True),
        ("ministries", ["산업부"], ["산업부", "중기부"], True),
    ],
)
def test_a_summary_row_that_differs_from_the_body_is_found(changed, found, field, value, expected, doubtful):
    book = changed({f"{LAST}.{field}": value})

    [finding] = found("summary-table", book)

    assert finding.subject == f"action_tasks/Ⅱ-1-(1)/{field}"
    assert (finding.expected, finding.doubtful) == (expected, doubtful)
    assert len(finding.sources) == 2


def test_a_body_without_its_summary_table_differs_from_none(changed, found):
    book = changed({"scope": ["action_tasks"], f"{LAST}.national_budget": None})

    assert found("summary-table", book) == []


@pytest.mark.parametrize(
    ("projects", "doubtful"),
    [(6, True), (3, False)],
    ids=["fewer are funded", "more are funded than there are"],
)
def test_a_table_of_funded_projects_may_hold_fewer(changed, found, projects, doubtful):
    book = changed({f"{LAST}.funded_only": True, f"{LAST}.projects": projects})

    [finding] = found("summary-table", book)

    assert (finding.expected, finding.found, finding.doubtful) == (4, projects, doubtful)


def test_spacing_and_dots_do_not_make_names_differ(changed, found):
    book = changed({f"{LAST}.name": "지역기업 연구·개발지원"})

    assert found("summary-table", book) == []


def test_a_strategy_total_is_held_against_its_tasks_and_the_grand_total(changed, found):
    book = changed({"strategy_totals.0.projects": 7, "strategy_totals.0.national_budget": Decimal(5016)})

    subjects = [one.subject for one in found("strategy-total", book)]

    assert subjects == [
        "strategy_totals/Ⅰ/projects",
        "strategy_totals/Ⅰ/national_budget",
        "grand_total/projects",
        "grand_total/national_budget",
    ]
