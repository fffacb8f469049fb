"""The national frame: strategies, core tasks, action tasks with their money, the summary table, focus tasks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from goru.book.model.money import ByFunding, Dimensions
from goru.book.model.parts import (
    LATER,
    Count,
    Item,
    Milestone,
    Monetary,
    Name,
    Number,
    Part,
    Reform,
    Source,
    Text,
    Year,
)
from goru.book.model.plans import Measure, Measured, Project


class GoalIndicator(Measured):
    """A goal of a sectoral task: `name (unit) : (’23) baseline → (’24) target`, words or figures as printed."""

    name: Name
    unit: Name | None
    baseline_year: Year | None = Field(
        description="where a baseline has none in print, the year before the target's"
    )
    baseline: Name | None
    target_year: Year | None
    target: Name | None
    source: Source | None = None


class NationalStrategy(Item):
    """A national strategy (전략) of the year. Its name is no key: plans reword it, the body may too."""

    id: Name = Field(examples=["Ⅱ"])
    name: Name = Field(description="the summary table's wording; empty where it prints the number alone")
    heading: Name | None = Field(description="the body's wording")
    source: Source | None = None
    body_source: Source | None = None


class SectoralCoreTask(Item):
    """A core task (핵심과제) of the national frame."""

    id: Name = Field(examples=["Ⅱ-2"])
    strategy: Name = Field(examples=["Ⅱ"])
    name: Name
    heading: Name | None = Field(description="the body's wording")
    ministries: list[Name]
    aims: list[Text]
    indicators: list[GoalIndicator]
    measures: Annotated[list[Measure], LATER] = Field(
        default=[], description="지표: what its indicators measure"
    )
    source: Source | None = None
    body_source: Source | None = None


class BudgetRow(Item, Dimensions):
    """One printed amount of an action task: a ministry's money, and what it is for as far as printed."""

    ministry: Name | None = Field(description="short name of the register; null where none is printed")
    printed: Name | None = Field(description="the ministry's name as printed")
    amount: Number | None
    projects: Count | None = Field(description="printed number of projects")
    project_names: list[Name]
    covers: Annotated[list[Project], LATER] = Field(
        default=[],
        description="사업: the projects it is for, which it is never split over; those of project_names, as items",
    )
    by_funding: ByFunding = Field(default=[], description="재원별: what is printed beside the national funds")
    source: Source | None = None


class BudgetTotal(Part):
    """The 합계 row of a table of an action task."""

    amount: Number | None
    projects: Count | None
    by_funding: ByFunding = Field(default=[], description="재원별: what is printed beside the national funds")
    source: Source | None = None


class ActionTask(Item, Monetary):
    """An action task (실천과제) of the sectoral plans.

    `name`, `ministries`, `projects` and `national_budget` are those of the summary table (총괄표),
    `heading` and all the rest those of the body.
    """

    id: Name = Field(examples=["Ⅰ-1-(1)"])
    strategy: Name
    core_task: Name
    core_task_name: Name
    name: Name
    heading: Name | None
    heading_ministries: list[Name] = Field(default=[], description="as the body's heading names them")
    ministries: list[Name]
    projects: Count | None
    national_budget: Number | None
    unit: Name
    source: Source | None = None
    body_source: Source | None = None
    budget_rows: list[BudgetRow]
    budget_total: BudgetTotal | None
    funded_only: bool = Field(
        default=False, description="the table of money lists only what the year's budget holds (예산 반영)"
    )
    task_total: BudgetTotal | None = Field(
        default=None, description="합계 of the table of goals and reforms, where it has one of its own"
    )
    indicators: list[GoalIndicator]
    measures: Annotated[list[Measure], LATER] = Field(
        default=[], description="지표: what its indicators measure"
    )
    goals: list[Text] = Field(description="’24년 목표")
    reforms: list[Reform] = Field(description="제도개선 추진")
    further_projects: Annotated[list[Project], LATER] = Field(
        default=[],
        description="그 밖의 사업: projects that no amount of the table is for, each with its ministry",
    )


class StrategyTotal(Part):
    """The 합계 row of one strategy in the summary table."""

    strategy: Name
    action_tasks: Count
    projects: Count
    national_budget: Number
    source: Source | None = None


class GrandTotal(Monetary):
    """The 총계 row of the summary table."""

    strategies: Count | None
    core_tasks: Count | None
    action_tasks: Count
    projects: Count
    national_budget: Number
    unit: Name
    source: Source | None = None


class Subtask(Item):
    """A □ part of a focus task."""

    title: Name | None
    milestones: list[Milestone]
    source: Source | None = None


class FocusTask(Item):
    """A focus task of the Committee (중점 이행과제)."""

    group: Literal["zones", "tasks"]
    number: Count
    title: Name
    aims: list[Text]
    subtasks: list[Subtask]
    source: Source | None = None
