"""Rules on the first figures of the book (재정투입 계획): sums, and shares and growth by interval arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from goru.book.checking.rule import Found
from goru.book.model import Number, Percentage, PlanBook, Source, YearBudget
from goru.book.paths import Path
from goru.core.figures import finest, half_unit

EOK = {"조원": Decimal(10_000), "억원": Decimal(1), "백만원": Decimal("0.01")}
"""How many 억원 a unit of money is."""
_PARTS = ("national", "local", "private")
_STEP = Decimal("0.01")


def sums_that_differ(book: PlanBook) -> Iterator[Found]:
    """Years whose total is not national, local and private funds together."""
    for year in book.stated.budget:
        parts = [amount for part in _PARTS if (amount := getattr(year, part)) is not None]
        if year.total is None or len(parts) < len(_PARTS) or year.total == sum(parts):
            continue
        difference = year.total - sum(parts, Decimal(0))
        doubtful = abs(difference) <= (len(parts) + 1) * finest([*parts, year.total])
        yield Found(
            Path.of("headline", "budget", year.year),
            [year.source],
            sum(parts, Decimal(0)),
            year.total,
            difference,
            doubtful=doubtful,
            parameters={"unit": year.unit, "rounding": doubtful},
        )


def percentages_that_cannot_be(book: PlanBook) -> Iterator[Found]:
    """Shares (구성비) and growth (증감률) that no unrounded amounts behind the printed ones could give.

    Printed 15.0 of 42.2 allows 35.38 to 35.71 %: 35.6 is no error though 15.0/42.2 is 35.5.
    """
    years = {year.year: year for year in book.stated.budget}
    now, before = years.get(book.year), years.get(book.year - 1)
    for share in book.stated.shares if now else []:
        yield from _impossible("shares", share, now, share.of, now, "total")
    for growth in book.stated.growth if now and before else []:
        yield from _impossible("growth", growth, now, growth.of, before, growth.of)
    yield from _shares_not_hundred(book.stated.shares)


def _impossible(
    kind: str, percentage: Percentage, top: YearBudget | None, part: str, base: YearBudget | None, whole: str
) -> Iterator[Found]:
    above, below = getattr(top, part, None), getattr(base, whole, None)
    if not top or not base or above is None or not below:
        return
    less = Decimal(100) if kind == "growth" else Decimal(0)
    top_half, base_half = (
        finest(amount for name in ("total", *_PARTS) if (amount := getattr(year, name)) is not None)
        for year in (top, base)
    )
    lowest = (above - top_half) / (below + base_half) * 100 - less
    highest = (above + top_half) / (below - base_half) * 100 - less
    half = half_unit(percentage.percent)
    if percentage.percent + half < lowest or percentage.percent - half > highest:
        expected = (above / below * 100 - less).quantize(half * 2)
        yield Found(
            Path.of("headline", kind, percentage.of),
            _places(percentage.source, top.source, base.source),
            expected,
            percentage.percent,
            percentage.percent - expected,
            case=kind,
            parameters={"unit": "%", "of": percentage.of},
        )


def _shares_not_hundred(shares: Sequence[Percentage]) -> Iterator[Found]:
    parts = [share.percent for share in shares if share.of != "total"]
    off = sum(parts, Decimal(0)) - 100
    if len(parts) == len(_PARTS) and abs(off) > len(parts) * finest(parts):
        yield Found(
            Path.of("headline", "shares"),
            _places(*(share.source for share in shares)),
            Decimal(100),
            100 + off,
            off,
            case="sum",
            parameters={"unit": "%"},
        )


def strategy_shares_that_differ(book: PlanBook) -> Iterator[Found]:
    """Shares of the strategies that their amounts do not give: ministries by the summary table, provinces by plans."""
    shares = book.stated.strategy_shares
    if not shares:
        return
    ministries = [total.national_budget for total in book.strategy_totals]
    yield from _other_shares("ministries", shares.ministries, ministries, shares.ministries_source)
    yield from _other_shares("provinces", shares.provinces, _by_strategy(book), shares.provinces_source)


def _by_strategy(book: PlanBook) -> list[Decimal]:
    """The provinces' money by strategy; nothing where a plan's budget is missing or cut otherwise."""
    budgets = [plan.budget for plan in book.plans if plan.kind == "provincial"]
    rows = [[row.amount or Decimal(0) for row in budget.by_strategy] for budget in budgets if budget]
    if not rows or len(rows) < len(budgets) or len({len(row) for row in rows}) > 1:
        return []
    return [sum(column, Decimal(0)) for column in zip(*rows, strict=True)]


def _other_shares(
    whose: str, printed: list[Number], amounts: list[Decimal], source: Source | None
) -> Iterator[Found]:
    total = sum(amounts, Decimal(0))
    if not printed or len(printed) != len(amounts) or not total:
        return
    computed = [(amount / total * 100).quantize(_STEP) for amount in amounts]
    half = finest(printed)
    if any(abs(share - own) > half for share, own in zip(computed, printed, strict=True)):
        yield Found(
            Path.of("headline", "strategy_shares", whose),
            [source],
            computed,
            printed,
            case=whose,
            parameters={},
        )


def headline_against_parts(book: PlanBook) -> Iterator[Found]:
    """National money that differs from the summary table, and a total above all plans together (원집계)."""
    year = next((year for year in book.stated.budget if year.year == book.year), None)
    if not year or year.unit not in EOK:
        return
    ministries = sum((total.national_budget for total in book.strategy_totals), Decimal(0)) / EOK[year.unit]
    if (
        year.national is not None
        and ministries
        and abs(year.national - ministries) > half_unit(year.national)
    ):
        yield Found(
            Path.of("headline", "budget", year.year, "national"),
            _places(year.source, *(total.source for total in book.strategy_totals)),
            ministries.quantize(_STEP),
            year.national,
            year.national - ministries.quantize(_STEP),
            case="national",
            parameters={"unit": year.unit},
        )
    raw = ministries + sum(_eok(book), Decimal(0)) / EOK[year.unit]
    if (
        year.total is not None
        and ministries
        and _all_counted(book)
        and year.total > raw + half_unit(year.total)
    ):
        yield Found(
            Path.of("headline", "budget", year.year, "total"),
            [year.source],
            raw.quantize(_STEP),
            year.total,
            year.total - raw.quantize(_STEP),
            case="raw",
            parameters={"unit": year.unit},
        )


def _all_counted(book: PlanBook) -> bool:
    return all(plan.budget and plan.budget.total is not None for plan in book.plans)


def _eok(book: PlanBook) -> Iterator[Decimal]:
    for plan in book.plans:
        if plan.budget and plan.budget.total is not None:
            yield plan.budget.total * EOK.get(plan.budget.unit, Decimal(1))


def _places(*sources: Source | None) -> list[Source | None]:
    return list(dict.fromkeys(sources))
