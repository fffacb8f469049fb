"""Which amounts a sum takes."""

from datetime import UTC, datetime

import pytest

from goru.book.model import MoneyLine, PlanBook, Project
from goru.core.money import WON
from goru.domain.finance import queries
from goru.domain.finance.models import BudgetLine
from goru.domain.institutions.actions import system_person
from goru.domain.plans.models import ActionTask
from goru.pipelines.importing.actions import adopt_book

pytestmark = pytest.mark.web
YEAR = 2025


def line(amount: int, year: int = YEAR) -> MoneyLine:
    return MoneyLine(amount=amount, unit="억원", fiscal_year=year, funding="national")


def with_money(book: PlanBook, *, is_complete: bool) -> tuple[PlanBook, str]:
    """The book with money of its own for each project of the first amount that is for some; the task's code."""
    task = next(one for one in book.action_tasks if any(row.project_names for row in one.budget_rows))
    row = next(one for one in task.budget_rows if one.project_names)
    covers = [
        Project(name=name, money=[line(7), line(9, YEAR + 1)], money_is_complete=is_complete)
        for name in row.project_names
    ]
    rows = [one.model_copy(update={"covers": covers}) if one is row else one for one in task.budget_rows]
    tasks = [
        one.model_copy(update={"budget_rows": rows}) if one is task else one for one in book.action_tasks
    ]
    return book.model_copy(update={"action_tasks": tasks}), task.id


def adopted_lines(book: PlanBook) -> None:
    adopt_book(book=book, name="lines.json", by=system_person(), at=datetime(2025, 4, 4, tzinfo=UTC))


@pytest.mark.django_db
@pytest.mark.parametrize("is_complete", [True, False])
def test_a_sum_takes_the_projects_where_they_are_complete_else_the_amount_that_is_for_them(
    small_book: PlanBook, is_complete: bool
) -> None:
    book, code = with_money(small_book, is_complete=is_complete)
    adopted_lines(book)

    task = ActionTask.objects.get(code=code)
    [row] = BudgetLine.objects.filter(
        action_task=task, projects__isnull=False, projects__own_budget_lines__isnull=False
    ).distinct()
    own = BudgetLine.objects.filter(project__action_task=task, fiscal_year=YEAR)
    later = BudgetLine.objects.filter(project__action_task=task, fiscal_year=YEAR + 1)
    others = sum(one.won or 0 for one in BudgetLine.objects.filter(action_task=task).exclude(pk=row.pk))

    assert row.is_counted is not is_complete
    assert {one.is_counted for one in own} == {is_complete}
    assert {one.is_counted for one in later} == {False}
    counted = 7 * WON["억원"] * own.count() if is_complete else row.won or 0
    assert queries.money_of_task(task).won == others + counted
