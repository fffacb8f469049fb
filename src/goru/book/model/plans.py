"""The plans that provinces and megaregions make, and what any plan is made of: projects and measures."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from goru.book.model.money import ByFunding, Dimensions, MoneyLine
from goru.book.model.parts import (
    LATER,
    Item,
    Milestone,
    Monetary,
    Name,
    Number,
    Part,
    Period,
    Reform,
    Source,
    Text,
    Words,
    Year,
)

KindOfPlan = Literal["provincial", "megaregional"]


class Project(Item):
    """A project (사업) under a task. Its money lines are added up only where they are complete."""

    name: Name
    ministry: Annotated[Name | None, LATER] = Field(
        default=None, description="소관 부처: whose it is, where that is not said by what it stands under"
    )
    responsible_unit: Annotated[Name | None, LATER] = Field(
        default=None, description="담당 부서: the unit that answers for it"
    )
    period: Annotated[Period | None, LATER] = Field(default=None, description="사업 기간: from when to when")
    regions: Annotated[list[Name], LATER] = Field(
        default=[], description="위치: keys of the register of regions"
    )
    money: Annotated[list[MoneyLine], LATER] = Field(default=[], description="재정투입: its money lines")
    money_is_complete: Annotated[bool, LATER] = Field(
        default=False, description="재정투입을 모두 적음: its lines are all its money"
    )
    steps: Annotated[list[Milestone], LATER] = Field(default=[], description="추진 일정: its dated steps")
    source: Source | None = None


class Measure(Item):
    """What indicators measure (지표): the same measure in many plans and years is one."""

    name: Name
    unit: Name | None
    definition: Annotated[Words | None, LATER] = Field(default=None, description="정의")
    direction: Annotated[Literal["more", "less", "none"] | None, LATER] = Field(
        default=None, description="바람직한 방향: which way is better"
    )
    over_time: Annotated[Literal["sum", "last", "average"] | None, LATER] = Field(
        default=None, description="기간 합산: how values of parts of a year make that of the year"
    )
    over_places: Annotated[Literal["sum", "average", "none"] | None, LATER] = Field(
        default=None, description="지역 합산: how values of places make that of a larger one"
    )
    data_source: Annotated[Words | None, LATER] = Field(default=None, description="자료 출처")


class YearValue(Part):
    """A value of an indicator for one year, as written."""

    year: Year
    value: Name
    source: Annotated[Source | None, LATER] = None


class Measured(Item):
    """Base of the indicators: what they measure, and their targets by year beyond the printed one."""

    measure: Annotated[UUID | None, LATER] = Field(
        default=None, description="지표의 번호: the item of what it measures"
    )
    targets: Annotated[list[YearValue], LATER] = Field(
        default=[], description="연도별 목표: beyond the printed one"
    )


class TaskItem(Text):
    """An item of a core task (세부과제, a § line)."""

    is_flagship: Annotated[bool, LATER] = Field(default=False, description="역점과제")


class PlanCoreTask(Item):
    """A core task (핵심과제) of a provincial or megaregional plan with its items (세부과제, the § lines)."""

    strategy: Name
    name: Name
    is_flagship: Annotated[bool, LATER] = Field(default=False, description="역점과제")
    items: list[TaskItem]
    projects: Annotated[list[Project], LATER] = Field(default=[], description="사업")
    source: Source | None = None


class StrategyAmount(Item, Dimensions):
    """What a plan spends on one strategy; null where none (`-`) is printed."""

    strategy: Name
    amount: Number | None
    by_funding: ByFunding = Field(default=[], description="재원별: what each source has of it, where printed")
    source: Source | None = None


class PlanBudget(Monetary):
    """A plan's own tally (자체 집계분) of national, local and private funds."""

    unit: Name
    total: Number | None
    by_strategy: list[StrategyAmount]
    by_funding: ByFunding = Field(
        default=[], description="재원별: what each source has of the total, where printed"
    )
    source: Source | None = None


class PlanIndicator(Measured):
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
    source: Source | None = None


class KeyFigure(Item):
    """A key figure (KPI) of a plan's summary; its value stays as written."""

    name: Name
    unit: Name | None
    value: Name
    source: Annotated[Source | None, LATER] = None


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
    measures: Annotated[list[Measure], LATER] = Field(
        default=[], description="자율지표: what its own indicators measure"
    )
    reforms: Annotated[list[Reform], LATER] = Field(
        default=[], description="제도개선: changes of rules and institutions"
    )
    decentralization: Annotated[list[Text], LATER] = Field(
        default=[], description="지방분권 시행계획: what a province does for decentralization"
    )
    summary: Annotated[list[Text], LATER] = Field(default=[], description="요약: the plan on one page")
    key_figures: Annotated[list[KeyFigure], LATER] = Field(
        default=[], description="요약의 지표(KPI): what the summary says in figures"
    )
    source: Source | None = None
