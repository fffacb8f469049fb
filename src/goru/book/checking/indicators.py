"""Rules on indicators (성과지표): their arithmetic, their figures, their units, their size."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from goru.book.checking.names import key
from goru.book.checking.rule import Found
from goru.book.model import GoalIndicator, PlanBook, PlanIndicator
from goru.book.paths import Path, each
from goru.core.figures import Figure, is_rounding, read

_NONE = "-"
_RANKS = {"순위", "위", "등"}
_OUTLIER = 10
"""How many times the median of all provinces an indicator may be, or a part of it: 경기 has 8 times the jobs."""
_SEVERAL = 5
_NUMERALS = {"조", "억", "만", "천", "백만", "십만", "천만"}
_COUNTS_PEOPLE = re.compile(
    r"(고용|고용창출|고용인원|취업자수|종사자수|수료생수|참여자수|관광객수?|방문객수?|이용객수?|인원)$"
)
_PEOPLE = re.compile(r"명|인|개|건|%|배|지수")
_IS_RATE = re.compile(r"[^비규환요]율$|률$|비율$|비중$")
_RATE = re.compile(r"%|퍼센트|배|지수|점")
_SALES = re.compile(r"(매출액?|생산액|수입액?)$")
_LEAST_WON = 1_000_000


def changes_that_differ(book: PlanBook) -> Iterator[Found]:
    """Changes (증감) that are not target less actual; of a rank the other way round too, for less is better."""
    for at, row in _rows(book):
        actual, target, change = (_figure(cell, row.unit) for cell in (row.actual, row.target, row.change))
        if target is None or target == _NONE or actual is None or change is None:
            continue
        if isinstance(target, Figure):
            yield from _change(at, row, actual, target, change)


def _figure(cell: str, unit: str | None) -> Figure | str | None:
    """A figure, `-`, or None for words."""
    return _NONE if cell == _NONE else read(cell, unit or "")


def _change(
    at: Path, row: PlanIndicator, actual: Figure | str, target: Figure, change: Figure | str
) -> Iterator[Found]:
    if not isinstance(actual, Figure) and not isinstance(change, Figure):
        return
    figures = [figure for figure in (actual, target, change) if isinstance(figure, Figure)]
    before = actual.value if isinstance(actual, Figure) else Decimal(0)
    found = change.value if isinstance(change, Figure) else Decimal(0)
    expected = target.value - before
    is_rank = row.unit in _RANKS or key(row.name).endswith("순위")
    if found == expected or (is_rank and found == -expected):
        return
    doubtful = is_rounding(found - expected, [figure.value for figure in figures])
    yield Found(
        at,
        [row.source],
        expected,
        found,
        found - expected,
        case="sign" if found == -expected and not doubtful else "",
        doubtful=doubtful,
        parameters={"unit": row.unit or "", "name": row.name, "rounding": doubtful},
    )


def misprinted_figures(book: PlanBook) -> Iterator[Found]:
    """Figures that cannot be read as they stand: `31,6`, or thousands grouped wrongly."""
    for at, row in _rows(book):
        for cell in (row.actual, row.target, row.change):
            yield from _misprint(at, cell, row)
    for at, goal in _goals(book):
        for value in (goal.baseline, goal.target):
            yield from _misprint(at, value or "", goal)


def _rows(book: PlanBook) -> Iterator[tuple[Path, PlanIndicator]]:
    """The indicators of the plans, each with its place."""
    for at, plan in each(book.plans, Path.of("plans")):
        yield from each(plan.indicators, at / "indicators")


def _goals(book: PlanBook) -> Iterator[tuple[Path, GoalIndicator]]:
    """The goals of the sectoral tasks, each with its place."""
    for at, core in each(book.sectoral_core_tasks, Path.of("sectoral_core_tasks")):
        yield from each(core.indicators, at / "indicators")
    for at, task in each(book.action_tasks, Path.of("action_tasks")):
        yield from each(task.indicators, at / "indicators")


def _misprint(at: Path, printed: str, one: PlanIndicator | GoalIndicator) -> Iterator[Found]:
    figure = read(printed, one.unit or "")
    if figure and figure.mended:
        yield Found(at, [one.source], figure.mended, printed)


def units_that_do_not_fit(book: PlanBook) -> Iterator[Found]:
    """Units that cannot measure what the indicator's name says, or are none at all."""
    every: list[tuple[Path, PlanIndicator | GoalIndicator]] = [*_rows(book), *_goals(book)]
    for at, one in every:
        case = _misfit(one.name, one.unit, one.target)
        if case:
            yield Found(at, [one.source], found=one.unit, case=case, parameters={"name": one.name})


def _misfit(name: str, unit: str | None, value: str | None) -> str:
    """Which way the unit does not fit; "" where nothing speaks against it."""
    if not unit:
        return ""
    plain, figure = key(re.sub(r"\([^()]*\)$", "", name)), read(value or "", unit)
    is_money = bool(_SALES.search(plain)) and unit == "원"
    cases = {
        "name": unit.endswith("수") and unit != "지수" and plain.endswith(key(unit)),
        "numeral": unit in _NUMERALS,
        "people": _COUNTS_PEOPLE.search(plain) and not _PEOPLE.search(unit),
        "rate": _IS_RATE.search(plain) and not _RATE.search(unit),
        "won": is_money and figure is not None and figure.value < _LEAST_WON,
    }
    return next((case for case, fits_not in cases.items() if fits_not), "")


def outliers(book: PlanBook) -> Iterator[Found]:
    """Common indicators (공통지표) of a province ten times larger or smaller than the middle of all provinces."""
    rows: dict[tuple[str, str], list[tuple[Path, PlanIndicator, Decimal]]] = defaultdict(list)
    for at, row in _rows(book):
        figure = read(row.target, row.unit or "")
        if row.group == "common" and figure and figure.value > 0:
            name = key(re.sub(r"\([^()]*\)$", "", row.name))
            rows[name, key(row.unit or "")].append((at, row, figure.value))
    for same in rows.values():
        if len(same) >= _SEVERAL:
            yield from _far_from_middle(same)


def _far_from_middle(rows: list[tuple[Path, PlanIndicator, Decimal]]) -> Iterator[Found]:
    middle = median(value for _, _, value in rows)
    for at, row, value in rows:
        if middle / _OUTLIER <= value <= middle * _OUTLIER:
            continue
        yield Found(
            at,
            [row.source],
            found=row.target,
            case="small" if value < middle else "large",
            parameters={"name": row.name, "unit": row.unit or "", "median": middle},
        )
