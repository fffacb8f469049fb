"""What one institution's part of a book is when it stands alone: the value of an edition of its plan."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from goru.book.model.books import SCHEMA_VERSION, SummarySheet
from goru.book.model.frame import BudgetRow, GoalIndicator
from goru.book.model.parts import LATER, Count, Name, Part, Reform, Text, Year
from goru.book.model.plans import Measure, Plan, Project

Position = Annotated[Count | None, LATER]
"""How many of its like stand before it in the book, whosever they are; null comes last."""


class PlacedRow(BudgetRow):
    """A ministry's amount of an action task, and its place among those of all ministries.

    Its projects are those it covers; `project_names` holds those of a book that has none as items.
    """

    project_names: list[Name] = []
    position: Position = None

    @model_validator(mode="after")
    def _names_what_it_covers(self) -> Self:
        return self


class PlacedProject(Project):
    """A ministry's project that no amount is for, and its place among those of all ministries."""

    position: Position = None


class PlacedSheet(SummarySheet):
    """A page of a summary (참고 2, 3) with the summary's title, and its place there."""

    summary: Name
    position: Position = None


class TaskPart(Part):
    """What a ministry's plan says of one action task: its money and projects; where it leads, goals and reforms."""

    action_task: Name = Field(examples=["Ⅱ-2-(3)"])
    is_joint: bool = Field(description="whether other ministries have a part in the task")
    rows: list[PlacedRow] = []
    projects: list[PlacedProject] = []
    indicators: list[GoalIndicator] = []
    measures: Annotated[list[Measure], LATER] = []
    goals: list[Text] = []
    reforms: list[Reform] = []


class InstitutionPlan(Part):
    """The plan of one institution for a year: its own part of the book, or a ministry's parts of the action tasks."""

    schema_version: Literal["1.1", "1.2", "1.3"] = SCHEMA_VERSION
    kind: Literal["provincial", "megaregional", "sectoral"]
    year: Year
    institution: Name = Field(description="short name of the register")
    position: Position = None
    plan: Plan | None = None
    tasks: list[TaskPart] = []
    sheets: list[PlacedSheet] = []
