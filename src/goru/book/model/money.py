"""Money: what a line is of, and the first figures of the book."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from goru.book.model.parts import LATER, Item, Monetary, Name, Number, Part, Percent, Source, Year

Funding = Literal["national", "local", "provincial", "municipal", "private", "combined"]
"""Who pays: 국비, 지방비 (or apart 시·도비, 시·군·구비), 민자; combined where one amount is printed for all."""

Account = Literal[
    "general",
    "balance-autonomy",
    "balance-support",
    "balance-jeju",
    "balance-sejong",
    "balance-megaregion",
    "other-special",
    "fund",
]
"""일반회계, 지역균형발전특별회계 by its accounts (특별법 제76조), 기타특별회계, 기금."""

Phase = Literal["plan", "approved", "executed"]
"""How far the money has come: 계획, 확정 예산, 집행."""


class Dimensions(Part):
    """What an amount is of. A null year is the plan's; a null funding is what its table says of all its amounts."""

    fiscal_year: Annotated[Year | None, LATER] = Field(default=None, description="회계연도")
    funding: Annotated[Funding | None, LATER] = Field(
        default=None,
        description="재원: 국비, 지방비 (시·도비, 시·군·구비), 민자; combined where one amount is for all",
    )
    account: Annotated[Account | None, LATER] = Field(
        default=None, description="회계: 일반회계, 지역균형발전특별회계의 계정, 기타특별회계, 기금"
    )
    phase: Annotated[Phase | None, LATER] = Field(default=None, description="단계: 계획, 확정, 집행")
    block_grant: Annotated[bool, LATER] = Field(default=False, description="포괄보조: given as a block")
    research: Annotated[bool, LATER] = Field(default=False, description="연구개발(R&D)")


class FundingAmount(Part):
    """What one source of money has of an amount, where a table prints it beside that of all or of another source."""

    funding: Funding = Field(description="재원: 국비, 지방비, 민자; combined is that of all sources")
    amount: Number
    source: Source | None = None


ByFunding = Annotated[list[FundingAmount], LATER]
"""재원별 금액: those printed beside an amount, in the order of the print; in its unit."""


class MoneyLine(Item, Dimensions, Monetary):
    """One amount of a project: by fiscal year, funding, account and phase."""

    amount: Number | None
    unit: Name
    source: Source | None = None


class YearBudget(Monetary):
    """The headline money (재정투입) of one year, in the printed unit; null where it is not printed."""

    year: Year
    total: Number | None
    national: Number | None = Field(description="국비")
    local: Number | None = Field(description="지방비")
    private: Number | None = Field(description="민자")
    unit: Name
    source: Source | None = None


class Percentage(Part):
    """A printed percentage of the headline: a share of the year's total, or growth on the year before."""

    of: Literal["total", "national", "local", "private"]
    percent: Percent = Field(description="negative where the print says decrease (↓)")
    source: Source | None = None


class StrategyShares(Part):
    """How the money of each kind of author falls on the strategies, in percent, in the strategies' order."""

    ministries: list[Percent]
    provinces: list[Percent]
    source: Source | None = None
    ministries_source: Source | None = None
    provinces_source: Source | None = None


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
