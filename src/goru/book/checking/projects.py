"""Rules on projects as they are written: their money, and what the guideline asks of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Literal, get_args

from goru.book.checking.rule import Found
from goru.book.items.grids import grid_of
from goru.book.model import PlanBook, Project
from goru.book.paths import Path, each
from goru.core.figures import half_unit, is_rounding

Asked = Literal["place", "unit", "money"]
"""What a guideline may ask to be said of each project: 위치, 담당 부서, 사업비."""

ASKED: tuple[Asked, ...] = get_args(Asked)


def money_that_differs(book: PlanBook) -> Iterator[Found]:
    """Rows of a project's money whose stated sum is another; amounts that are less than their projects' money of the year."""
    for at, project in _projects(book):
        for row in grid_of(project).rows:
            total, stated = row.total, row.stated
            if total is None or stated is None or total == stated:
                continue
            if not is_rounding(
                stated - total, [stated, *(one.amount or Decimal(0) for one in row.lines.values())]
            ):
                words = {
                    "name": project.name,
                    "unit": row.common["unit"],
                    "row": row.common["fiscal_year"] or book.year,
                }
                yield Found(at, [project.source], total, stated, stated - total, case="sum", parameters=words)
    yield from _amounts_of_strategies(book)
    yield from _amounts_of_ministries(book)


def projects_without(book: PlanBook, asked: Collection[Asked]) -> Iterator[Found]:
    """Projects that lack what is asked of each: a place, a unit, money of the plan's year."""
    for at, project in _projects(book) if asked else ():
        lacking = {
            "place": not project.regions,
            "unit": not project.responsible_unit,
            "money": grid_of(project).sum_of_year(book.year) is None,
        }
        for one in ASKED:
            if one in asked and lacking[one]:
                yield Found(at, [project.source], case=one, parameters={"name": project.name})


def _amounts_of_strategies(book: PlanBook) -> Iterator[Found]:
    for at, plan in each(book.plans, Path.of("plans")):
        if plan.budget is None:
            continue
        unit = plan.budget.unit
        for here, line in each(plan.budget.by_strategy, at / "budget" / "by_strategy"):
            projects = [
                project
                for task in plan.core_tasks
                if task.strategy == line.strategy
                for project in task.projects
            ]
            yield from _over(here, line.amount, unit, projects, book.year, line.strategy)


def _amounts_of_ministries(book: PlanBook) -> Iterator[Found]:
    for at, task in each(book.action_tasks, Path.of("action_tasks")):
        for here, row in each(task.budget_rows, at / "budget_rows"):
            yield from _over(here, row.amount, task.unit, row.covers, book.year, task.id, "national")


def _over(
    at: Path,
    amount: Decimal | None,
    unit: str,
    projects: Collection[Project],
    year: int,
    name: str,
    funding: str | None = None,
) -> Iterator[Found]:
    """What projects spend in a year beyond the amount that is for them."""
    sums = [grid_of(one).sum_of_year(year, funding, unit=unit) for one in projects if one.money]
    spent = sum(filter(None, sums), Decimal(0))
    if amount is not None and spent > amount + half_unit(amount):
        parameters = {"name": name, "unit": unit, "year": str(year)}
        yield Found(at, [], spent, amount, amount - spent, case="over", parameters=parameters)


def _projects(book: PlanBook) -> Iterator[tuple[Path, Project]]:
    for at, plan in each(book.plans, Path.of("plans")):
        for here, core_task in each(plan.core_tasks, at / "core_tasks"):
            yield from each(core_task.projects, here / "projects")
    for at, task in each(book.action_tasks, Path.of("action_tasks")):
        for here, row in each(task.budget_rows, at / "budget_rows"):
            yield from each(row.covers, here / "covers")
        yield from each(task.further_projects, at / "further_projects")
