"""The book: all its parts together, with the summaries that repeat some of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from goru.book.model.frame import (
    ActionTask,
    FocusTask,
    GrandTotal,
    NationalStrategy,
    SectoralCoreTask,
    StrategyTotal,
)
from goru.book.model.money import Headline
from goru.book.model.parts import LATER, Name, Part, Place, Source, Text, Year
from goru.book.model.plans import KindOfPlan, Measure, Plan

SCHEMA_VERSION: Literal["1.3"] = "1.3"


class SummarySheet(Part):
    """One institution's page of a summary (참고 2, 3), or its entry in an overview (개관)."""

    institution: Name
    vision: Text | None
    strategies: list[Text] = Field(description="◈ lines, without the figure in brackets at their end")
    key_figures: list[Text] = Field(default=[], description="(KPI): what the brackets say, one a strategy")
    core_tasks: list[Text] = Field(default=[], description="the § lines")
    source: Source | None = None


class Summary(Part):
    """A part of the book that repeats others in short; kept apart from them and checked against them."""

    kind: Literal["overview", "headline", "action_tasks", "sheets"]
    title: Name
    headline: Headline | None = None
    action_tasks: list[ActionTask] = []
    strategy_totals: list[StrategyTotal] = []
    grand_total: GrandTotal | None = None
    sheets: list[SummarySheet] = []
    source: Source | None = None

    @property
    def of_plans(self) -> KindOfPlan:
        """Of which plans the sheets are."""
        return "megaregional" if "초광역권" in self.title else "provincial"


class PageNumber(Part):
    """A page number as printed at the foot of a page (`- 14 -`)."""

    number: Place
    source: Source | None = None


PartOfBook = Literal[
    "headline",
    "focus_tasks",
    "provincial_plans",
    "provincial_plan",
    "summary_table",
    "action_tasks",
    "megaregional_plans",
    "megaregional_plan",
    "summaries",
]
"""What a document may have of a book; `…_plan` is one institution's plan by itself, without the chapter's heading."""


OF_DOCUMENT = frozenset({"scope", "unread"})
"""What a book says of the document it was read from, and nothing of the plan."""

LineKind = Literal["fact", "furniture", "kept", "prose", "unread"]
"""What became of a line: read into a fact; page number, heading or head of a table; text that is kept as text; prose
that the contract does not keep; not read."""


class Unread(Part):
    """Lines that were not read, though something was expected where they stand."""

    part: Name = Field(description="the part of the book they stand in")
    expected: Name = Field(description="what was expected there")
    source: Source | None = None


class PlanBook(Part):
    """A yearly plan book (시행계획)."""

    schema_version: Literal["1.0", "1.1", "1.2", "1.3"] = SCHEMA_VERSION
    title: Name
    year: Year
    decided: date | None = Field(
        default=None, description="the day the Committee decided the book (심의·의결), where printed"
    )
    scope: Annotated[list[PartOfBook], LATER] = Field(
        default=[], description="which parts of a book the document has; nothing where that was not said"
    )
    headline: Headline | None = Field(description="null where the document does not have it")
    plans: list[Plan] = Field(description="provincial, then megaregional, in printed order")
    strategies: list[NationalStrategy] = Field(default=[], description="in the order of their numbers")
    sectoral_core_tasks: list[SectoralCoreTask]
    action_tasks: list[ActionTask]
    strategy_totals: list[StrategyTotal]
    grand_total: GrandTotal | None = None
    focus_tasks: list[FocusTask]
    measures: Annotated[list[Measure], LATER] = Field(
        default=[], description="공통지표: what the common indicators measure"
    )
    unread: Annotated[list[Unread], LATER] = Field(default=[], description="lines that were not read")
    summaries: list[Summary] = Field(description="overviews and 참고 1 to 3")
    page_numbers_source: list[PageNumber] = Field(
        default=[], description="the page numbers that the given file still shows, in its order"
    )

    @property
    def stated(self) -> Headline:
        """The headline, or one that states nothing where the document has none."""
        return self.headline or Headline(budget=[])
