"""A plan book as data: `PlanBook` and its parts, every fact with the place it was printed at.

This is the public contract of `goru read` (schema version 1.0). Names follow the Special Act
(지방자치분권 및 지역균형발전에 관한 특별법); the docstrings give the Korean terms.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    WithJsonSchema,
    model_serializer,
)

SCHEMA_VERSION: Literal["1.0"] = "1.0"


def _as_json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    PlainSerializer(_as_json_number, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""A figure as printed: `Decimal` inside, a JSON number outside."""

KindOfPlan = Literal["provincial", "megaregional"]
Precision = Literal["day", "month", "quarter", "half", "year"]


class Part(BaseModel):
    """Base of all parts of a book: a value that does not change. Its validator is built when it is needed first."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Source(Part):
    """Where a fact stands in the given file.

    Lines count from 1. A text file has lines only; in a PDF they count within `page`
    (and `last_page`, where a fact runs on); in a HWPX file they count paragraphs of the
    document, and `cell` names the cell of a table ("표 3 B2").
    """

    first_line: int = Field(ge=1)
    last_line: int = Field(ge=1)
    page: int | None = Field(default=None, ge=1)
    last_page: int | None = Field(default=None, ge=1)
    cell: str | None = None

    @model_serializer(mode="wrap")
    def _without_empty_places(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in serialize(self).items() if value is not None}


class Text(Part):
    """A piece of printed text."""

    text: str
    source: Source


class YearBudget(Part):
    """The headline money (재정투입) of one year, in the printed unit; null where it is not printed."""

    year: int
    total: Number | None
    national: Number | None = Field(description="국비")
    local: Number | None = Field(description="지방비")
    private: Number | None = Field(description="민자")
    unit: str
    source: Source


class Percentage(Part):
    """A printed percentage of the headline: a share of the year's total, or growth on the year before."""

    of: Literal["total", "national", "local", "private"]
    percent: Number = Field(description="negative where the print says decrease (↓)")
    source: Source


class StrategyShares(Part):
    """How the money of each kind of author falls on the strategies, in percent, in the strategies' order."""

    ministries: list[Number]
    provinces: list[Number]
    source: Source
    ministries_source: Source
    provinces_source: Source


class Headline(Part):
    """The first figures of the book (재정투입 계획)."""

    budget: list[YearBudget]
    shares: list[Percentage] = Field(default=[], description="구성비")
    growth: list[Percentage] = Field(default=[], description="전년 대비 증감률")
    strategy_shares: StrategyShares | None = None


class PlanCoreTask(Part):
    """A core task (핵심과제) of a provincial or megaregional plan with its items (세부과제, the § lines)."""

    strategy: str
    name: str
    items: list[Text]
    source: Source


class StrategyAmount(Part):
    """What a plan spends on one strategy; null where none (`-`) is printed."""

    strategy: str
    amount: Number | None
    source: Source


class PlanBudget(Part):
    """A plan's own tally (자체 집계분) of national, local and private funds."""

    unit: str
    total: Number | None
    by_strategy: list[StrategyAmount]
    source: Source


class PlanIndicator(Part):
    """A row of a plan's table of indicators (대표·주요 성과지표); values stay as printed."""

    group: Literal["common", "own"] | None = Field(
        description="공통지표, 자율지표; null where not grouped so"
    )
    strategy: str | None = Field(description="the strategy it is printed under, in megaregional plans")
    name: str
    unit: str | None
    actual: str = Field(description="실적")
    target: str = Field(description="목표")
    change: str = Field(description="증감; `-` may be no change or no value")
    source: Source


class Plan(Part):
    """A provincial (시·도) or megaregional (초광역권발전) plan of the year."""

    kind: KindOfPlan
    institution: str = Field(description="short name of the register")
    full_name: str
    vision: Text | None
    strategies: list[Text] = Field(description="추진전략, the ◈ lines of the plan itself")
    core_tasks: list[PlanCoreTask]
    budget: PlanBudget | None
    indicators: list[PlanIndicator]
    performance_management: list[Text] = Field(description="성과관리계획")
    source: Source


class GoalIndicator(Part):
    """A goal of a sectoral task: `name (unit) : (’23) baseline → (’24) target`, words or figures as printed."""

    name: str
    unit: str | None
    baseline_year: int | None = Field(
        description="where a baseline has none in print, the year before the target's"
    )
    baseline: str | None
    target_year: int | None
    target: str | None
    source: Source


class NationalStrategy(Part):
    """A national strategy (전략) of the year. Its name is no key: plans reword it, the body may too."""

    id: str = Field(examples=["Ⅱ"])
    name: str = Field(description="the summary table's wording; empty where it prints the number alone")
    heading: str | None = Field(description="the body's wording")
    source: Source
    body_source: Source | None


class SectoralCoreTask(Part):
    """A core task (핵심과제) of the national frame."""

    id: str = Field(examples=["Ⅱ-2"])
    strategy: str = Field(examples=["Ⅱ"])
    name: str
    heading: str | None = Field(description="the body's wording")
    ministries: list[str]
    aims: list[Text]
    indicators: list[GoalIndicator]
    source: Source
    body_source: Source | None = None


class BudgetRow(Part):
    """One printed amount of an action task: a ministry's money, and what it is for as far as printed."""

    ministry: str | None = Field(description="short name of the register; null where none is printed")
    printed: str | None = Field(description="the ministry's name as printed")
    amount: Number | None
    projects: int | None = Field(description="printed number of projects")
    project_names: list[str]
    source: Source


class BudgetTotal(Part):
    """The 합계 row of a table of an action task."""

    amount: Number | None
    projects: int | None
    source: Source


class ActionTask(Part):
    """An action task (실천과제) of the sectoral plans.

    `name`, `ministries`, `projects` and `national_budget` are those of the summary table (총괄표),
    `heading` and all the rest those of the body.
    """

    id: str = Field(examples=["Ⅰ-1-(1)"])
    strategy: str
    core_task: str
    core_task_name: str
    name: str
    heading: str | None
    heading_ministries: list[str] = Field(default=[], description="as the body's heading names them")
    ministries: list[str]
    projects: int | None
    national_budget: Number | None
    unit: str
    source: Source
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
    goals: list[Text] = Field(description="’24년 목표")
    reforms: list[Text] = Field(description="제도개선 추진")


class StrategyTotal(Part):
    """The 합계 row of one strategy in the summary table."""

    strategy: str
    action_tasks: int
    projects: int
    national_budget: Number
    source: Source


class GrandTotal(Part):
    """The 총계 row of the summary table."""

    strategies: int | None
    core_tasks: int | None
    action_tasks: int
    projects: int
    national_budget: Number
    unit: str
    source: Source


class Milestone(Part):
    """A dated event or deadline: the printed text, and the interval it means (open ends are null)."""

    text: str
    start: date | None
    end: date | None
    precision: Precision
    done: bool = Field(description="over by the day the book was decided, or printed as done")
    source: Source


class Subtask(Part):
    """A □ part of a focus task."""

    title: str | None
    milestones: list[Milestone]
    source: Source


class FocusTask(Part):
    """A focus task of the Committee (중점 이행과제)."""

    group: Literal["zones", "tasks"]
    number: int
    title: str
    aims: list[Text]
    subtasks: list[Subtask]
    source: Source


class SummarySheet(Part):
    """One institution's page of a summary (참고 2, 3), or its entry in an overview (개관)."""

    institution: str
    vision: Text | None
    strategies: list[Text] = Field(description="◈ lines, without the figure in brackets at their end")
    key_figures: list[Text] = Field(default=[], description="(KPI): what the brackets say, one a strategy")
    core_tasks: list[Text] = Field(default=[], description="the § lines")
    source: Source


class Summary(Part):
    """A part of the book that repeats others in short; kept apart from them and checked against them."""

    kind: Literal["overview", "headline", "action_tasks", "sheets"]
    title: str
    headline: Headline | None = None
    action_tasks: list[ActionTask] = []
    strategy_totals: list[StrategyTotal] = []
    grand_total: GrandTotal | None = None
    sheets: list[SummarySheet] = []
    source: Source


class PlanBook(Part):
    """A yearly plan book (시행계획)."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    title: str
    year: int
    decided: date | None = Field(
        default=None, description="the day the Committee decided the book (심의·의결), where printed"
    )
    headline: Headline
    plans: list[Plan] = Field(description="provincial, then megaregional, in printed order")
    strategies: list[NationalStrategy] = Field(default=[], description="in the order of their numbers")
    sectoral_core_tasks: list[SectoralCoreTask]
    action_tasks: list[ActionTask]
    strategy_totals: list[StrategyTotal]
    grand_total: GrandTotal | None = None
    focus_tasks: list[FocusTask]
    summaries: list[Summary] = Field(description="overviews and 참고 1 to 3")


class Finding(Part):
    """What a check found, with where, expected, found, difference and the lines it rests on."""

    rule: str
    severity: Literal["error", "warning"]
    category: Literal["existence", "completeness", "accuracy", "consistency"]
    subject: str = Field(examples=["plans/서울/budget"])
    expected: Any = None
    found: Any = None
    difference: Number | None = None
    message: str
    parameters: dict[str, Any] = {}
    sources: list[Source]
