"""The money of a cycle at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from goru.domain.finance.models import BudgetLine, StatedShare, StatedTotal
from goru.domain.finance.vocabulary import FundingSource, ShareKind, TotalBasis
from goru.domain.plans.models import Cycle, PublishedPlan, Strategy
from goru.domain.plans.vocabulary import PlanKind

_WHOLE_FIRST = (FundingSource.COMBINED, FundingSource.NATIONAL, FundingSource.LOCAL, FundingSource.PRIVATE)


@dataclass(frozen=True, slots=True)
class YearMoney:
    """The headline of one year: whole, and by source of money; null won where nothing is printed."""

    year: int
    by_source: Mapping[FundingSource, StatedTotal]


@dataclass(frozen=True, slots=True)
class KindMoney:
    """The raw money of one kind of plan: what the plans state, in won."""

    kind: PlanKind
    plans: int
    stated: int


@dataclass(frozen=True, slots=True)
class StrategyMoney:
    """The money of one national strategy, in won, with the shares the book states (percent)."""

    strategy: Strategy
    provinces: int
    ministries: int
    provinces_share: StatedShare | None
    ministries_share: StatedShare | None


@dataclass(frozen=True, slots=True)
class Nation:
    """The money of a cycle at a glance: the headline (after 정합성 검토, where the book says so), and the plans' raw money.

    `raw` is what the plans' own totals add up to, `tables` the same by source of money, as far as they print it apart.
    Nothing in a book need explain the difference between the two.
    """

    headline: Sequence[YearMoney]
    by_kind: Sequence[KindMoney]
    by_strategy: Sequence[StrategyMoney]
    raw: int
    reconciled: int | None
    tables: Mapping[FundingSource, int]


def nation_at_a_glance(cycle: Cycle) -> Nation:
    """The money of a cycle, in five queries however many plans there are."""
    bases = (TotalBasis.HEADLINE, TotalBasis.PLAN, TotalBasis.STRATEGY)
    totals = list(StatedTotal.objects.filter(cycle=cycle, basis__in=bases).select_related("plan"))
    headline = _headline(total for total in totals if total.basis == TotalBasis.HEADLINE)
    by_kind = _by_kind(cycle, [total for total in totals if total.basis != TotalBasis.HEADLINE])
    this_year = next((year for year in headline if year.year == cycle.year), None)
    reconciled = this_year.by_source.get(FundingSource.COMBINED) if this_year else None
    return Nation(
        headline=headline,
        by_kind=by_kind,
        by_strategy=_by_strategy(cycle),
        raw=sum(money.stated for money in by_kind),
        reconciled=reconciled.won if reconciled else None,
        tables=_tables([total for total in totals if total.basis != TotalBasis.HEADLINE]),
    )


def _headline(totals: Iterable[StatedTotal]) -> list[YearMoney]:
    years: dict[int, dict[FundingSource, StatedTotal]] = {}
    for total in totals:
        years.setdefault(total.fiscal_year, {})[FundingSource(total.funding)] = total
    return [
        YearMoney(year, {source: years[year][source] for source in _WHOLE_FIRST if source in years[year]})
        for year in sorted(years, reverse=True)
    ]


def _by_kind(cycle: Cycle, totals: Sequence[StatedTotal]) -> list[KindMoney]:
    """The ministries' money is all of the action tasks', with that of ministries that owe no plan."""
    counts = dict(
        PublishedPlan.objects.filter(cycle=cycle, duty__isnull=False)
        .values_list("kind")
        .annotate(Count("pk"))
    )
    stated = dict.fromkeys(PlanKind, 0)
    for total in totals:
        kind = total.plan.kind if total.plan else PlanKind.SECTORAL
        stated[PlanKind(kind)] += total.won or 0
    return [KindMoney(kind, counts.get(kind.value, 0), stated[kind]) for kind in PlanKind]


def _tables(totals: Sequence[StatedTotal]) -> dict[FundingSource, int]:
    """What the plans' stated totals add up to: all of them (combined), and those of one source of money alone."""
    found = {FundingSource.COMBINED: _sum(totals)} if totals else {}
    for source in (FundingSource.NATIONAL, FundingSource.LOCAL, FundingSource.PRIVATE):
        if own := [total for total in totals if total.funding == source]:
            found[source] = _sum(own)
    return found


def _sum(totals: Iterable[StatedTotal]) -> int:
    return sum(total.won or 0 for total in totals)


def _by_strategy(cycle: Cycle) -> list[StrategyMoney]:
    lines = BudgetLine.objects.filter(cycle=cycle, strategy__isnull=False, is_counted=True)
    sums = {
        (strategy, is_province): int(won or 0)
        for strategy, is_province, won in lines.annotate(is_province=Q(plan__kind=PlanKind.PROVINCIAL))
        .values_list("strategy", "is_province")
        .annotate(won=Sum("won"))
    }
    shares = {(share.kind, share.strategy_id): share for share in StatedShare.objects.filter(cycle=cycle)}
    return [
        StrategyMoney(
            strategy=strategy,
            provinces=sums.get((strategy.pk, True), 0),
            ministries=sums.get((strategy.pk, False), 0) + sums.get((strategy.pk, None), 0),
            provinces_share=shares.get((ShareKind.PROVINCES, strategy.pk)),
            ministries_share=shares.get((ShareKind.MINISTRIES, strategy.pk)),
        )
        for strategy in Strategy.objects.filter(cycle=cycle).order_by("position")
    ]
