"""Which pictures a cycle has, and what is in each. Names are stable: pages ask for them by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.text import slugify
from django.utils.translation import gettext as _

from goru.domain.finance import queries as money
from goru.domain.indicators import queries as indicators
from goru.domain.institutions import queries as institutions
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Cycle, Plan
from goru.domain.plans.vocabulary import DatePrecision, FocusGroup, PlanKind
from goru.pipelines.publishing.pictures import charts, maps
from goru.pipelines.publishing.pictures.maps import Area, Outlines
from goru.pipelines.publishing.pictures.picture import Picture

_TRILLION, _HUNDRED_MILLION = 10**12, 10**8
_VAGUE = (DatePrecision.HALF, DatePrecision.YEAR)
_FEWEST = 5
"""An indicator that fewer institutions have is no picture of a comparison."""


@dataclass(frozen=True, slots=True)
class _Year:
    """What all pictures of a cycle need."""

    cycle: Cycle
    plans: Sequence[Plan]
    totals: dict[int, int]
    outlines: Outlines | None


def pictures_of(cycle: Cycle, outlines: Outlines | None) -> Iterator[Picture]:
    """All pictures of a cycle, in the language that is active; no maps where their outlines are not installed."""
    totals = {plan: total.won for plan, total in money.plan_totals_of(cycle).items() if total.won is not None}
    year = _Year(cycle, list(plans.plans_of(cycle)), totals, outlines)
    nation = money.nation_at_a_glance(cycle)
    yield from _sources(year, nation)
    yield from _kinds(year, nation)
    yield from _strategies(year, nation)
    yield from _plans(year)
    yield from _maps(year)
    yield from _common_indicators(year)
    yield from _timelines(year)


def _sources(year: _Year, nation: money.Nation) -> Iterator[Picture]:
    rows = [
        (str(total.get_source_display()), f"{one.year}", total.printed, total.unit)
        for one in reversed(nation.headline)
        for source, total in one.by_source.items()
        if total.printed is not None
    ]
    if rows:
        order = list(dict.fromkeys(source for source, *_rest in rows))
        rows.sort(key=lambda row: order.index(row[0]))
        title = _("%(year)s년 재정투입, 재원별") % {"year": year.cycle.year}
        yield _of_bars(
            "money-by-source",
            title,
            [
                charts.Bar(label, float(value), f"{value}{unit}", series)
                for label, series, value, unit in rows
            ],
            (_("재원"), _("연도"), _("금액")),
        )


def _kinds(year: _Year, nation: money.Nation) -> Iterator[Picture]:
    bars = [_in_trillions(str(kind.kind.label), kind.stated) for kind in nation.by_kind if kind.stated]
    if nation.reconciled is None or not bars:
        return
    bars.append(_in_trillions(_("더한 값"), nation.raw))
    bars.append(_in_trillions(_("정합성 검토 뒤"), nation.reconciled))
    yield _of_bars(
        "raw-and-reconciled",
        _("%(year)s년 계획별 집계와 정합성 검토 뒤의 총액") % {"year": year.cycle.year},
        bars,
        (_("구분"), "", _("금액")),
    )


def _strategies(year: _Year, nation: money.Nation) -> Iterator[Picture]:
    bars = [
        charts.Bar(
            f"{one.strategy.code} {one.strategy.name}",
            float(share.percent),
            f"{share.percent.normalize():f}%",
            who,
        )
        for one in nation.by_strategy
        for who, share in ((_("부처"), one.ministries_share), (_("시·도"), one.provinces_share))
        if share
    ]
    if bars:
        title = _("%(year)s년 전략별 비중, 부처와 시·도") % {"year": year.cycle.year}
        yield _of_bars("shares-by-strategy", title, bars, (_("전략"), _("주체"), _("비중")))


def _plans(year: _Year) -> Iterator[Picture]:
    """Each plan's money: by strategy, a ministry's by action task (of which it may have several lines)."""
    for plan in year.plans:
        sums: dict[str, int] = {}
        for line in money.money_of_plan(plan).lines:
            if line.won is not None:
                label = str(line.action_task or line.wording or line.strategy)
                sums[label] = sums.get(label, 0) + line.won
        if len(sums) > 1:
            names = {"institution": plan.full_name, "year": plan.cycle.year}
            title = _("%(institution)s %(year)s년 재정투입") % names
            kind = _("실천과제") if plan.kind == PlanKind.SECTORAL else _("전략")
            bars = [_in_hundred_millions(label, won) for label, won in sums.items()]
            yield _of_bars(f"plan-{plan.institution.key}", title, bars, (kind, "", _("금액")))


def _maps(year: _Year) -> Iterator[Picture]:
    if year.outlines is None:
        return
    provinces = [plan for plan in year.plans if plan.kind == PlanKind.PROVINCIAL]
    if provinces:
        yield _map(
            year,
            year.outlines,
            "map",
            _("%(year)s년 시·도 계획의 총액") % {"year": year.cycle.year},
            provinces,
        )
    for plan in year.plans:
        if plan.kind == PlanKind.MEGAREGIONAL:
            found = institutions.members_of(plan.institution, date(year.cycle.year, 1, 1))
            members = {member.pk for member in found}
            title = _("%(institution)s의 구성") % {"institution": plan.full_name}
            yield _map(year, year.outlines, f"map-{plan.institution.key}", title, provinces, members)


def _map(
    year: _Year,
    outlines: Outlines,
    name: str,
    title: str,
    provinces: Sequence[Plan],
    members: set[int] | None = None,
) -> Picture:
    """The provinces that have a plan, shaded by their totals in fifths; of a megaregion, the members alone."""
    ranked = sorted(provinces, key=lambda plan: year.totals.get(plan.pk, 0))
    areas, rows = [], []
    for plan in provinces:
        won = year.totals.get(plan.pk)
        said = "-" if won is None else f"{Decimal(won) / _TRILLION:.1f}조"
        shade = ranked.index(plan) * len(maps.SHADES) // len(ranked)
        if members is not None:
            shade = len(maps.SHADES) - 1 if plan.institution_id in members else 0
            said = said if plan.institution_id in members else ""
        address = f"/{year.cycle.year}/institutions/{plan.institution.key}/"
        shapes = institutions.shapes_of(plan.institution)
        if set(shapes) <= set(outlines.paths):
            areas.append(Area(shapes, plan.institution.short_name, said, shade, address))
        if members is None or plan.institution_id in members:
            rows.append((plan.full_name, said))
    description = _said(rows)
    svg = maps.drawn(areas, outlines, title=title, description=description)
    return Picture(name, title, description, (_("시·도"), _("총액(조원)")), tuple(rows), svg, maps.CREDIT)


def _common_indicators(year: _Year) -> Iterator[Picture]:
    """Indicators that all provinces report (공통지표), each where most give it in one unit."""
    for number, (name, unit, found) in enumerate(indicators.common_of(year.cycle), start=1):
        rows = [
            (str(owner), one.baseline, one.target, one.baseline_printed, one.target_printed)
            for owner, one in found
        ]
        moves = [
            charts.Change(owner, float(before), float(after))
            for owner, before, after, *_printed in rows
            if before is not None and after is not None
        ]
        if len(moves) < _FEWEST:
            continue
        actual, target = _("실적"), _("목표")
        said = tuple((owner, before, after) for owner, *_values, before, after in rows)
        title = f"{name} ({unit})" if unit else name
        yield Picture(
            f"indicator-{slugify(name, allow_unicode=True) or number}",
            title,
            _said(said),
            (_("기관"), actual, target),
            said,
            charts.changes(moves, unit=unit, actual=actual, target=target),
        )


def _timelines(year: _Year) -> Iterator[Picture]:
    """When the steps of the focus tasks are due; an open end is drawn to the edge of the plan's year."""
    done, planned = _("끝남"), _("예정")
    spans: list[charts.Span] = []
    rows: list[tuple[str, str, str, str]] = []
    for task in plans.focus_tasks_of(year.cycle):
        for part in plans.focus_task_of(year.cycle.year, FocusGroup(task.group), task.number).subtasks:
            for one in part.milestones.all():
                start = one.start_date or one.end_date
                end = one.end_date or date(year.cycle.year, 12, 31)
                if (
                    start
                    and start <= end
                    and start.year >= year.cycle.year - 1
                    and end.year <= year.cycle.year + 1
                ):
                    spans.append(charts.Span(task.title, start, end, one.is_done, one.precision in _VAGUE))
                rows.append(
                    (
                        task.title,
                        one.text,
                        _days(one.start_date, one.end_date),
                        done if one.is_done else planned,
                    )
                )
    if spans:
        title = _("중점 이행과제의 일정, %(first)s–%(last)s년") % {
            "first": year.cycle.year - 1,
            "last": year.cycle.year + 1,
        }
        description = _("%(tasks)s개 과제의 일정 %(steps)s건 가운데 이 기간에 드는 %(drawn)s건") % {
            "tasks": len({row[0] for row in rows}),
            "steps": len(rows),
            "drawn": len(spans),
        }
        svg = charts.timeline(spans, done=done, planned=planned)
        columns = (_("과제"), _("일정"), _("기간"), _("상태"))
        yield Picture("timeline", title, description, columns, tuple(rows), svg)


def _of_bars(name: str, title: str, bars: Sequence[charts.Bar], columns: tuple[str, str, str]) -> Picture:
    with_series = any(bar.series for bar in bars)
    rows = tuple((bar.label, bar.series, bar.said) if with_series else (bar.label, bar.said) for bar in bars)
    heads = columns if with_series else (columns[0], columns[2])
    return Picture(name, title, _said(rows), heads, rows, charts.bars(bars))


def _in_trillions(label: str, won: int) -> charts.Bar:
    value = Decimal(won) / _TRILLION
    return charts.Bar(label, float(value), _("%(value)s조원") % {"value": f"{value:.1f}"})


def _in_hundred_millions(label: str, won: int) -> charts.Bar:
    value = Decimal(won) / _HUNDRED_MILLION
    return charts.Bar(label, float(value), _("%(value)s억원") % {"value": f"{value:,.0f}"})


def _said(rows: Sequence[tuple[str, ...]]) -> str:
    """The figures in one sentence, for who cannot see the picture."""
    return ", ".join(" ".join(cell for cell in row if cell) for row in rows)


def _days(start: date | None, end: date | None) -> str:
    if start == end and start:
        return f"{start:%Y.%m.%d}"
    return f"{start:%Y.%m.%d}–{end:%Y.%m.%d}" if start and end else f"{start or ''}–{end or ''}"
