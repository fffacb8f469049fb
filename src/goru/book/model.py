"""A plan book as data: `PlanBook` and its parts, every fact with the place it was printed at.

This is the public contract of `goru read` (schema version 1.0). Names follow the Special Act
(지방자치분권 및 지역균형발전에 관한 특별법); the docstrings give the Korean terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    StringConstraints,
    WithJsonSchema,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from goru.core import ranges
from goru.core.money import WON

T = TypeVar("T")

SCHEMA_VERSION: Literal["1.0"] = "1.0"


def _as_json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_AS_JSON = (PlainSerializer(_as_json_number, when_used="json"), WithJsonSchema({"type": "number"}))

Number = Annotated[
    Decimal,
    Field(ge=-ranges.MOST_FIGURE, le=ranges.MOST_FIGURE, decimal_places=ranges.DECIMALS),
    *_AS_JSON,
]
"""A figure as printed: `Decimal` inside, a JSON number outside."""

Percent = Annotated[
    Decimal,
    Field(ge=-ranges.MOST_PERCENT, le=ranges.MOST_PERCENT, decimal_places=ranges.PERCENT_DECIMALS),
    *_AS_JSON,
]

Computed = Annotated[Decimal, *_AS_JSON]
"""A figure that a check works out of others, however large."""

Year = Annotated[int, Field(ge=ranges.FIRST_YEAR, le=ranges.LAST_YEAR)]
Count = Annotated[int, Field(ge=0, le=ranges.MOST_COUNT)]
Place = Annotated[int, Field(ge=1, le=ranges.MOST_PLACE)]
Name = Annotated[str, StringConstraints(max_length=ranges.LONGEST_NAME, pattern=r"^[^\x00]*$")]
Words = Annotated[str, StringConstraints(max_length=ranges.LONGEST_TEXT, pattern=r"^[^\x00]*$")]

KindOfPlan = Literal["provincial", "megaregional"]
Precision = Literal["day", "month", "quarter", "half", "year"]


class Part(BaseModel):
    """Base of all parts of a book: a value that does not change. Its validator is built when it is needed first."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    @model_validator(mode="after")
    def _holds_no_more_than_can_be_counted(self) -> Self:
        if any(isinstance(held, list) and len(held) > ranges.MOST_COUNT for held in vars(self).values()):
            raise PydanticCustomError(
                "too_many_parts", "A list has at most {most} members", {"most": ranges.MOST_COUNT}
            )
        return self


class Source(Part):
    """Where a fact stands in the given file.

    Lines count from 1. A text file has lines only; in a PDF they count within `page`
    (and `last_page`, where a fact runs on); in a HWPX file they count paragraphs of the
    document, and `cell` names the cell of a table ("표 3 B2").
    """

    first_line: Place
    last_line: Place
    page: Place | None = None
    last_page: Place | None = None
    cell: Name | None = None

    @model_serializer(mode="wrap")
    def _without_empty_places(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in serialize(self).items() if value is not None}


class Monetary(Part):
    """Base of the parts whose figures are all money in one unit."""

    if TYPE_CHECKING:  # each part declares it where it is printed
        unit: str

    @model_validator(mode="after")
    def _is_within_all_money(self) -> Self:
        most = ranges.MOST_WON / WON.get(self.unit, 1)
        if any(abs(figure) > most for figure in held_by(self, Decimal)):
            raise PydanticCustomError("money_too_large", "Amounts are at most a million trillion won")
        return self


def held_by(value: object, kind: type[T]) -> Iterator[T]:
    """Everything of a kind (figures, sources) that a part holds, or a part of it, in its order."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from held_by(getattr(value, name), kind)
    elif isinstance(value, list):
        for part in value:
            yield from held_by(part, kind)


class Text(Part):
    """A piece of printed text."""

    text: Words
    source: Source


class YearBudget(Monetary):
    """The headline money (재정투입) of one year, in the printed unit; null where it is not printed."""

    year: Year
    total: Number | None
    national: Number | None = Field(description="국비")
    local: Number | None = Field(description="지방비")
    private: Number | None = Field(description="민자")
    unit: Name
    source: Source


class Percentage(Part):
    """A printed percentage of the headline: a share of the year's total, or growth on the year before."""

    of: Literal["total", "national", "local", "private"]
    percent: Percent = Field(description="negative where the print says decrease (↓)")
    source: Source


class StrategyShares(Part):
    """How the money of each kind of author falls on the strategies, in percent, in the strategies' order."""

    ministries: list[Percent]
    provinces: list[Percent]
    source: Source
    ministries_source: Source
    provinces_source: Source


class Headline(Part):
    """The first figures of the book (재정투입 계획)."""

    budget: list[YearBudget]
    shares: list[Percentage] = Field(default=[], description="구성비")
    growth: list[Percentage] = Field(default=[], description="전년 대비 증감률")
    strategy_shares: StrategyShares | None = None
    reconciled_source: Source | None = Field(
        default=None, description="where the book says that its total went through 정합성 검토"
    )
    national_source: Source | None = Field(
        default=None, description="where the book says whose 국비 its total counts"
    )


class PlanCoreTask(Part):
    """A core task (핵심과제) of a provincial or megaregional plan with its items (세부과제, the § lines)."""

    strategy: Name
    name: Name
    items: list[Text]
    source: Source


class StrategyAmount(Part):
    """What a plan spends on one strategy; null where none (`-`) is printed."""

    strategy: Name
    amount: Number | None
    source: Source


class PlanBudget(Monetary):
    """A plan's own tally (자체 집계분) of national, local and private funds."""

    unit: Name
    total: Number | None
    by_strategy: list[StrategyAmount]
    source: Source


class PlanIndicator(Part):
    """A row of a plan's table of indicators (대표·주요 성과지표); values stay as printed."""

    group: Literal["common", "own"] | None = Field(
        description="공통지표, 자율지표; null where not grouped so"
    )
    strategy: Name | None = Field(description="the strategy it is printed under, in megaregional plans")
    name: Name
    unit: Name | None
    actual: Name = Field(description="실적")
    target: Name = Field(description="목표")
    change: Name = Field(description="증감; `-` may be no change or no value")
    source: Source


class Plan(Part):
    """A provincial (시·도) or megaregional (초광역권발전) plan of the year."""

    kind: KindOfPlan
    institution: Name = Field(description="short name of the register")
    full_name: Name
    vision: Text | None
    strategies: list[Text] = Field(description="추진전략, the ◈ lines of the plan itself")
    core_tasks: list[PlanCoreTask]
    budget: PlanBudget | None
    indicators: list[PlanIndicator]
    performance_management: list[Text] = Field(description="성과관리계획")
    source: Source


class GoalIndicator(Part):
    """A goal of a sectoral task: `name (unit) : (’23) baseline → (’24) target`, words or figures as printed."""

    name: Name
    unit: Name | None
    baseline_year: Year | None = Field(
        description="where a baseline has none in print, the year before the target's"
    )
    baseline: Name | None
    target_year: Year | None
    target: Name | None
    source: Source


class NationalStrategy(Part):
    """A national strategy (전략) of the year. Its name is no key: plans reword it, the body may too."""

    id: Name = Field(examples=["Ⅱ"])
    name: Name = Field(description="the summary table's wording; empty where it prints the number alone")
    heading: Name | None = Field(description="the body's wording")
    source: Source
    body_source: Source | None


class SectoralCoreTask(Part):
    """A core task (핵심과제) of the national frame."""

    id: Name = Field(examples=["Ⅱ-2"])
    strategy: Name = Field(examples=["Ⅱ"])
    name: Name
    heading: Name | None = Field(description="the body's wording")
    ministries: list[Name]
    aims: list[Text]
    indicators: list[GoalIndicator]
    source: Source
    body_source: Source | None = None


class BudgetRow(Part):
    """One printed amount of an action task: a ministry's money, and what it is for as far as printed."""

    ministry: Name | None = Field(description="short name of the register; null where none is printed")
    printed: Name | None = Field(description="the ministry's name as printed")
    amount: Number | None
    projects: Count | None = Field(description="printed number of projects")
    project_names: list[Name]
    source: Source


class BudgetTotal(Part):
    """The 합계 row of a table of an action task."""

    amount: Number | None
    projects: Count | None
    source: Source


class ActionTask(Monetary):
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

    strategy: Name
    action_tasks: Count
    projects: Count
    national_budget: Number
    source: Source


class GrandTotal(Monetary):
    """The 총계 row of the summary table."""

    strategies: Count | None
    core_tasks: Count | None
    action_tasks: Count
    projects: Count
    national_budget: Number
    unit: Name
    source: Source


class Milestone(Part):
    """A dated event or deadline: the printed text, and the interval it means (open ends are null)."""

    text: Words
    start: date | None
    end: date | None
    precision: Precision
    done: bool = Field(description="over by the day the book was decided, or printed as done")
    source: Source


class Subtask(Part):
    """A □ part of a focus task."""

    title: Name | None
    milestones: list[Milestone]
    source: Source


class FocusTask(Part):
    """A focus task of the Committee (중점 이행과제)."""

    group: Literal["zones", "tasks"]
    number: Count
    title: Name
    aims: list[Text]
    subtasks: list[Subtask]
    source: Source


class SummarySheet(Part):
    """One institution's page of a summary (참고 2, 3), or its entry in an overview (개관)."""

    institution: Name
    vision: Text | None
    strategies: list[Text] = Field(description="◈ lines, without the figure in brackets at their end")
    key_figures: list[Text] = Field(default=[], description="(KPI): what the brackets say, one a strategy")
    core_tasks: list[Text] = Field(default=[], description="the § lines")
    source: Source


class Summary(Part):
    """A part of the book that repeats others in short; kept apart from them and checked against them."""

    kind: Literal["overview", "headline", "action_tasks", "sheets"]
    title: Name
    headline: Headline | None = None
    action_tasks: list[ActionTask] = []
    strategy_totals: list[StrategyTotal] = []
    grand_total: GrandTotal | None = None
    sheets: list[SummarySheet] = []
    source: Source


class PageNumber(Part):
    """A page number as printed at the foot of a page (`- 14 -`)."""

    number: Place
    source: Source


class PlanBook(Part):
    """A yearly plan book (시행계획)."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    title: Name
    year: Year
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
    page_numbers_source: list[PageNumber] = Field(
        default=[], description="the page numbers that the given file still shows, in its order"
    )


class Finding(Part):
    """What a check found, with where, expected, found, difference and the lines it rests on."""

    rule: str
    severity: Literal["error", "warning"]
    category: Literal["existence", "completeness", "accuracy", "consistency"]
    subject: str = Field(examples=["plans/서울/budget"])
    expected: Any = None
    found: Any = None
    difference: Computed | None = None
    message: str
    parameters: dict[str, Any] = {}
    sources: list[Source]
