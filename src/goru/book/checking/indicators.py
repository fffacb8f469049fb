"""Rules on indicators (성과지표): their arithmetic, their figures, their units, their size."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from statistics import median
from weakref import ref

from goru.book.checking.names import key
from goru.book.checking.rule import Found
from goru.book.model import ActionTask, GoalIndicator, PlanBook, PlanIndicator, SectoralCoreTask
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
_MULTIPLES = {
    "천": 10**3,
    "만": 10**4,
    "십만": 10**5,
    "백만": 10**6,
    "천만": 10**7,
    "억": 10**8,
    "조": 10**12,
}
_MULTIPLE = re.compile(r"(천만|백만|십만|천|만|억|조)(?=.)")
_LEAST_WON = 1_000_000
_SAYING = re.compile(r"(?P<words>(?:[^\d']* )?)(?P<figure>\d[\d,.]*) ?(?P<unit>[^\d'.~]*)")


def changes_that_differ(book: PlanBook) -> Iterator[Found]:
    """Changes (증감) that are not target less actual; of a rank the other way round too, for less is better."""
    for at, row in rows_of(book):
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
    for at, row in rows_of(book):
        for cell in (row.actual, row.target, row.change):
            yield from _misprint(at, cell, row)
    for at, goal in goals_of(book):
        for value in (goal.baseline, goal.target):
            yield from _misprint(at, value or "", goal)


def rows_of(book: PlanBook) -> Sequence[tuple[Path, PlanIndicator]]:
    """The indicators of the plans, each with its place."""
    return _indicators(book)[0]


def goals_of(book: PlanBook) -> Sequence[tuple[Path, GoalIndicator]]:
    """The goals of the sectoral tasks, each with its place."""
    return _indicators(book)[1]


_Indicators = tuple[list[tuple[Path, PlanIndicator]], list[tuple[Path, GoalIndicator]]]
_LAST: list[tuple[ref[PlanBook], _Indicators]] = []
"""Of the book that was asked about last: all rules ask of the same one, and to name the places costs most."""


def _indicators(book: PlanBook) -> _Indicators:
    if not (_LAST and _LAST[0][0]() is book):
        rows = [
            one
            for at, plan in each(book.plans, Path.of("plans"))
            for one in each(plan.indicators, at / "indicators")
        ]
        goals = [
            *_goals_in(each(book.sectoral_core_tasks, Path.of("sectoral_core_tasks"))),
            *_goals_in(each(book.action_tasks, Path.of("action_tasks"))),
        ]
        _LAST[:] = [(ref(book), (rows, goals))]
    return _LAST[0][1]


def _goals_in(
    tasks: Iterable[tuple[Path, SectoralCoreTask | ActionTask]],
) -> Iterator[tuple[Path, GoalIndicator]]:
    for at, task in tasks:
        yield from each(task.indicators, at / "indicators")


def _misprint(at: Path, printed: str, one: PlanIndicator | GoalIndicator) -> Iterator[Found]:
    figure = read(printed, one.unit or "")
    if figure and figure.mended:
        yield Found(at, [one.source], figure.mended, printed)


def units_that_do_not_fit(book: PlanBook) -> Iterator[Found]:
    """Units that cannot measure what the indicator's name says, or are none at all."""
    every: list[tuple[Path, PlanIndicator | GoalIndicator]] = [*rows_of(book), *goals_of(book)]
    for at, one in every:
        case = _misfit(one.name, one.unit, one.target)
        if case:
            yield Found(at, [one.source], found=one.unit, case=case, parameters={"name": one.name})


def _misfit(name: str, unit: str | None, value: str | None) -> str:
    """Which way the unit does not fit; "" where nothing speaks against it."""
    if not unit:
        return ""
    plain, figure = plain_name(name), read(value or "", unit)
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
    """Common indicators (공통지표) of a province ten times larger or smaller than the middle, or in another unit."""
    rows: dict[str, list[tuple[Path, PlanIndicator, Decimal]]] = defaultdict(list)
    for at, row in rows_of(book):
        figure = read(row.target, row.unit or "")
        if row.group == "common" and figure and figure.value > 0:
            rows[plain_name(row.name)].append((at, row, figure.value * _scale(row.unit)))
    for same in rows.values():
        if len(same) >= _SEVERAL:
            unit = Counter(_base(row.unit) for _, row, _ in same).most_common(1)[0][0]
            yield from _in_another_unit(unit, same)
            yield from _far_from_middle([one for one in same if _base(one[1].unit) == unit])


def before_and_target(
    one: PlanIndicator | GoalIndicator,
) -> tuple[Figure | None, Figure | None, str]:
    """What is reached, what is promised, and their unit.

    Of values with words of their own (20건 → 22건) the figures, if the words are the same.
    """
    before = (one.actual if isinstance(one, PlanIndicator) else one.baseline) or ""
    target, unit = one.target or "", one.unit or ""
    mine, theirs = _SAYING.fullmatch(before), _SAYING.fullmatch(target)
    if not unit and mine and theirs and mine.group("words", "unit") == theirs.group("words", "unit"):
        return read(mine["figure"]), read(theirs["figure"]), mine["unit"]
    return read(before, unit), read(target, unit), unit


def plain_name(name: str) -> str:
    """An indicator's name without its brackets, notes and spacing."""
    return key(re.sub(r"\([^()]*\)$", "", name))


def _scale(unit: str | None) -> int:
    """How many of its base a unit is: 천명 is a thousand 명."""
    found = _MULTIPLE.match(unit or "")
    return _MULTIPLES[found[1]] if found else 1


def _base(unit: str | None) -> str:
    """What a unit counts, however many at once; % and %p are one."""
    return _MULTIPLE.sub("", key(unit or "").removesuffix("%p") or "%p")


def _in_another_unit(unit: str, rows: list[tuple[Path, PlanIndicator, Decimal]]) -> Iterator[Found]:
    for at, row, _ in rows:
        if _base(row.unit) != unit:
            yield Found(at, [row.source], unit, row.unit, case="unit", parameters={"name": row.name})


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
            parameters={"name": row.name, "unit": row.unit or "", "median": middle / _scale(row.unit)},
        )
