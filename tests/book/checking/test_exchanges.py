import pytest


@pytest.fixture
def swapped(changed):
    """The small book, whose first task says what 중기부 does elsewhere, with two ministries of its third exchanged."""
    row = {
        "ministry": "중기부",
        "printed": "중기부",
        "amount": 10,
        "projects": None,
        "project_names": ["연구인력 채용 상담"],
    }
    rows = "action_tasks.2.budget_rows"
    return lambda values: changed(
        {"action_tasks.0.budget_rows": [row], f"{rows}.0.ministry": "중기부", f"{rows}.1.ministry": "산업부"}
        | values
    )


def test_a_book_in_order_is_left_alone(small_book, found):
    assert found("ministry-order", small_book) == []


def test_ministries_that_were_exchanged_are_named(swapped, found):
    [finding] = found("ministry-order", swapped({}))

    assert finding.subject == "action_tasks/Ⅱ-1-(1)/budget_rows"
    assert (finding.expected, finding.found) == (["산업부", "중기부"], ["중기부", "산업부"])
    assert finding.parameters["both"] == ["중기부", "산업부"]


def test_another_order_alone_is_none_of_exchanged_names(swapped, found):
    names = {
        "action_tasks.2.budget_rows.0.project_names": ["연구인력 채용 지원"],
        "action_tasks.2.budget_rows.1.project_names": ["공동장비 센터 구축"],
    }

    assert found("ministry-order", swapped(names)) == []


def test_a_ministry_that_the_heading_does_not_name_comes_after_the_lead(swapped, found):
    heading = {"action_tasks.2.heading_ministries": ["산업부"]}

    [finding] = found("ministry-order", swapped(heading))

    assert finding.expected == ["산업부", "중기부"]
