"""Which pictures a cycle has, and what is in each. Names are stable: pages ask for them by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.text import slugify
from django.utils.translation import gettext as _

from goru.core import wording
from goru.domain.finance import queries as money
from goru.domain.finance.vocabulary import FundingSource
from goru.domain.indicators import queries as indicators
from goru.domain.indicators.models import Indicator
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Institution
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Cycle, PublishedPlan
from goru.domain.plans.vocabulary import PlanKind
from goru.pipelines.issuing.pictures import charts
from goru.pipelines.issuing.pictures.layout import NARROW, WIDE
from goru.pipelines.issuing.pictures.maps import Outlines
from goru.pipelines.issuing.pictures.picture import Picture, in_words
from goru.pipelines.issuing.pictures.provinces import maps_of
from goru.pipelines.issuing.pictures.timelines import timeline_of

_FEWEST = 5
"""An indicator that fewer institutions have is no picture of a comparison."""


def pictures_of(cycle: Cycle, outlines: Outlines | None) -> Iterator[Picture]:
    """All pictures of a cycle, in the language that is active; no maps where their outlines are not installed."""
    own_plans = list(plans.plans_of(cycle))
    nation = money.nation_at_a_glance(cycle)
    yield from _sources(cycle, nation)
    yield from _kinds(cycle, nation)
    yield from _strategies(cycle, nation)
    yield from _plans(own_plans)
    if outlines is not None:
        yield from maps_of(cycle.year, own_plans, money.plan_totals_of(cycle), outlines)
    yield from _common_indicators(cycle)
    yield from timeline_of(cycle)


def _sources(cycle: Cycle, nation: money.Nation) -> Iterator[Picture]:
    rows = [
        (str(total.get_funding_display()), f"{one.year}", _drawable(total.printed), wording.printed(total))
        for one in reversed(nation.headline)
        for source, total in one.by_source.items()
    ]
    if any(value is not None for _source, _year, value, _said in rows):
        order = list(dict.fromkeys(source for source, *_rest in rows))
        rows.sort(key=lambda row: order.index(row[0]))
        title = _("%(year)s년 재정투입, 재원별") % {"year": cycle.year}
        yield _of_bars(
            "money-by-source",
            title,
            [charts.Bar(label, value, said, series) for label, series, value, said in rows],
            (_("재원"), _("연도"), _("금액(계획)")),
        )


def _kinds(cycle: Cycle, nation: money.Nation) -> Iterator[Picture]:
    sums = [(str(kind.kind.label), kind.stated) for kind in nation.by_kind if kind.stated]
    this_year = next((one.by_source for one in nation.headline if one.year == cycle.year), {})
    if nation.reconciled is None or not sums:
        return
    sums.append((_("더한 값"), nation.raw))
    bars = [charts.Bar(label, float(won), wording.trillion(won)) for label, won in sums]
    stated = wording.printed(this_year[FundingSource.COMBINED])
    bars.append(charts.Bar(_("계획서의 총액"), float(nation.reconciled), stated))
    yield _of_bars(
        "raw-and-reconciled",
        _("%(year)s년 계획들의 집계를 더한 값과 계획서의 총액") % {"year": cycle.year},
        bars,
        (_("구분"), "", _("금액(계획)")),
    )


def _strategies(cycle: Cycle, nation: money.Nation) -> Iterator[Picture]:
    bars = [
        charts.Bar(
            f"{one.strategy.code} {one.strategy.name}",
            float(share.percent) if share else None,
            f"{share.percent.normalize():f}%" if share else "-",
            who,
        )
        for one in nation.by_strategy
        for who, share in ((_("부처"), one.ministries_share), (_("시·도"), one.provinces_share))
    ]
    if any(bar.value is not None for bar in bars):
        title = _("%(year)s년 전략별 비중, 부처와 시·도") % {"year": cycle.year}
        yield _of_bars("shares-by-strategy", title, bars, (_("전략"), _("주체"), _("비중")), quoted=True)


def _plans(own_plans: Sequence[PublishedPlan]) -> Iterator[Picture]:
    """Each plan's money: by strategy, a ministry's by action task (of which it may have several lines)."""
    for plan in own_plans:
        sums: dict[str, int | None] = {}
        for line in money.money_of_plan(plan).lines:
            label = str(line.action_task or line.wording or line.strategy)
            before = sums.get(label)
            sums[label] = before if line.won is None else line.won + (before or 0)
        if sum(won is not None for won in sums.values()) > 1:
            name = institutions.named(plan.institution, plan.full_name)
            title = _("%(institution)s %(year)s년 재정투입") % {"institution": name, "year": plan.cycle.year}
            kind = _("실천과제") if plan.kind == PlanKind.SECTORAL else _("전략")
            bars = [charts.Bar(label, _drawable(won), wording.eok(won)) for label, won in sums.items()]
            yield _of_bars(
                f"plan-{plan.institution.key}", title, bars, (kind, "", _("금액(계획)")), quoted=True
            )


def _common_indicators(cycle: Cycle) -> Iterator[Picture]:
    """Indicators that all provinces report (공통지표), each where most give it in one unit."""
    for number, (name, unit, found) in enumerate(indicators.common_of(cycle), start=1):
        moves = [
            charts.Change(institutions.named(owner), _drawable(one.baseline), _drawable(one.target))
            for owner, one in found
        ]
        if sum(None not in (move.actual, move.target) for move in moves) < _FEWEST:
            continue
        actual, target = _("실적"), _("목표")
        said = tuple(
            (institutions.named(owner), one.baseline_printed, one.target_printed) for owner, one in found
        )
        title = f"{name} ({unit})" if unit else name
        yield Picture(
            f"indicator-{slugify(name, allow_unicode=True) or number}",
            title,
            in_words(said),
            (_("기관"), actual, target),
            said,
            charts.changes(moves, unit=unit, actual=actual, target=target),
            has_quoted_title=True,
            narrow=charts.changes(moves, unit=unit, actual=actual, target=target, width=NARROW),
            gaps=tuple(_gaps(found, actual, target)),
        )


def _of_bars(
    name: str,
    title: str,
    bars: Sequence[charts.Bar],
    columns: tuple[str, str, str],
    *,
    quoted: bool = False,
) -> Picture:
    """Bars and their table; `quoted` where the labels are the plan's own words."""
    with_series = any(bar.series for bar in bars)
    rows = tuple((bar.label, bar.series, bar.said) if with_series else (bar.label, bar.said) for bar in bars)
    heads = columns if with_series else (columns[0], columns[2])
    svg, narrow = (charts.bars(bars, width=width, quoted=quoted) for width in (WIDE, NARROW))
    quotes = (0,) if quoted else ()
    gaps = tuple(in_words([(bar.label, bar.series, bar.said)]) for bar in bars if bar.value is None)
    return Picture(name, title, in_words(rows), heads, rows, svg, quoted=quotes, narrow=narrow, gaps=gaps)


def _gaps(found: Sequence[tuple[Institution, Indicator]], actual: str, target: str) -> Iterator[str]:
    """Values that are printed as no number (`31,6`, words)."""
    for owner, one in found:
        for what, value, printed in (
            (actual, one.baseline, one.baseline_printed),
            (target, one.target, one.target_printed),
        ):
            if value is None:
                yield in_words([(institutions.named(owner), what, printed or "-")])


def _drawable(figure: Decimal | int | None) -> float | None:
    return None if figure is None else float(figure)
