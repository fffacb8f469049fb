"""Rules on what indicators promise: goals worse than what is reached, percentages over a hundred, years, missing ones."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from goru.book.checking.indicators import before_and_target, goals_of, plain_name, rows_of
from goru.book.checking.rule import Found, Sentence, span
from goru.book.checking.texts import is_prose
from goru.book.model import GoalIndicator, PlanBook, PlanIndicator
from goru.book.paths import Path, each
from goru.core.figures import read

_LESS_IS_BETTER = re.compile(
    r"순위|취약|배출|실업|사망|사고|범죄|격차|유출|오염|미세먼지|폐기물|공실률|체납"
    r"|(?:소요|접근|처리|대기) ?(?:시간|기간)|부채|채무|빈집|결식|이탈|폐업|미달|불만|피해"
)
_MENDED = re.compile(
    r"(?:감축|저감|감소|개선|해소|정비|만족도|실적|지원|대응|예방|관리|활용|준공|처리|회복|컨설팅|상담|교육|점검)[가-힣]{0,3}$"
)
"""What ends a name of what is done against such things: of that, more is better."""

_CHOSEN = re.compile(r"선정|공모|대상지|지정|발굴|수립")
"""How many of these there are in a year is a decision: fewer are no worse."""

_MAY_EXCEED = re.compile(r"증가|성장|상승|대비|달성|신장|수익률|비교|배율|지수|회수율|부채")
_NOTE = re.compile(r"\([^()]*\)|\*")
_RANKS = {"순위", "위"}
_HUNDRED = 100
_SEVERAL = 2
_FAR_BEHIND, _FAR_AHEAD = 10, 10
_HEAD_OF_TABLE = re.compile(r"(\d{4})\.?년? ?실적 (\d{4})\.?년? ?목표")
_HEADING = re.compile(r"^(?:[ⅠI1]\. ?|□ ?)(\d{4})년도? ?(?:추진 ?전략|(?:총 ?)?재정 ?투입)")
_HEAD_OF_MONEY = re.compile(
    r"^(?:(?:전 ?략|구분|(?:소관|담당) ?부처) )?(?:20|')(\d\d)년?도? ?"
    r"(?:총 ?액|국비|예산|(?:총 ?)?(?:투자 ?액|사업비))(?: ?\([^()]*원\))?(?: (?:사업명?|세부사업명?|비고))*$"
)
_YEAR_MARK = re.compile(r"\('?(\d{4}|\d\d)년?\)")


def goals_that_are_worse(book: PlanBook) -> Iterator[Found]:
    """Targets below what is reached already, or above it where less is better."""
    for at, one in _all(book):
        before, target, unit = before_and_target(one)
        if not before or not target or before.mended or target.mended or _CHOSEN.search(one.name):
            continue
        less = is_better_less(one)
        if (target.value > before.value) if less else (target.value < before.value):
            yield Found(
                at,
                [one.source],
                before.value,
                target.value,
                target.value - before.value,
                case="less" if less else "more",
                parameters={"name": one.name, "unit": unit},
            )


def is_better_less(one: PlanIndicator | GoalIndicator) -> bool:
    """Whether less is better by an indicator's name or unit."""
    name = _NOTE.sub("", one.name)
    return one.unit in _RANKS or bool(_LESS_IS_BETTER.search(name) and not _MENDED.search(name))


def percentages_over_a_hundred(book: PlanBook) -> Iterator[Found]:
    """Shares and rates above a hundred, but for growth and the like."""
    for at, one in _all(book):
        if _MAY_EXCEED.search(one.name):
            continue
        for value in _values(one):
            figure = read(value, one.unit or "") if "%" in (one.unit or value) else None
            if figure and not figure.mended and figure.value > _HUNDRED:
                parameters = {"name": one.name}
                yield Found(
                    at, [one.source], _HUNDRED, figure.value, figure.value - _HUNDRED, parameters=parameters
                )
    yield from _shares_over_a_hundred(book)


def _shares_over_a_hundred(book: PlanBook) -> Iterator[Found]:
    shares = book.stated.strategy_shares
    if not shares:
        return
    both = {
        "ministries": (shares.ministries, shares.ministries_source),
        "provinces": (shares.provinces, shares.provinces_source),
    }
    for whose, (percentages, source) in both.items():
        for share in (one for one in percentages if one > _HUNDRED):
            at = Path.of("headline", "strategy_shares", whose)
            yield Found(at, [source], _HUNDRED, share, share - _HUNDRED, parameters={"name": "전략별 비중"})


def years_that_cannot_be(book: PlanBook, sentences: Sequence[Sentence]) -> Iterator[Found]:
    """Targets of a year gone by or before their baseline, values of a year to come, years far from the plan's.

    Also in the headings of chapters and of tables, which the book's data do not hold.
    """
    for at, goal in goals_of(book):
        if case := _misfit(goal.baseline_year, goal.target_year, book.year):
            found = [year for year in (goal.baseline_year, goal.target_year) if year]
            yield Found(at, [goal.source], book.year, found, case=case, parameters={"name": goal.name})
    for at, row in rows_of(book):
        for mark in _YEAR_MARK.findall(row.actual):
            year = _whole(mark, book.year)
            if not book.year - _FAR_BEHIND <= year <= book.year:
                yield Found(at, [row.source], book.year, [year], case="actual", parameters={"name": row.name})
    yield from _years_of_money(book)
    yield from _years_of_headings(book, [one for one in sentences if is_prose(one[0])])


def _years_of_headings(book: PlanBook, sentences: Iterable[Sentence]) -> Iterator[Found]:
    """A plan's chapters are of its year, and so are the targets of its tables, behind the actual values of a year before."""
    for at, text, source in sentences:
        found = _HEAD_OF_TABLE.search(text) or _HEADING.search(text) or _HEAD_OF_MONEY.search(text)
        years = [_whole(year, book.year) for year in found.groups()] if found else []
        if years and (years[-1] != book.year or not book.year - _FAR_BEHIND <= years[0] <= book.year):
            parameters = {"text": found[0]} if found else {}
            yield Found(at, [source], book.year, years, case="heading", parameters=parameters)


def _whole(year: str, of_plan: int) -> int:
    """A year that may be printed by its last two digits alone."""
    return int(year) if len(year) == 4 else of_plan // 100 * 100 + int(year)


def _years_of_money(book: PlanBook) -> Iterator[Found]:
    """The first figures are of the plan's year and of those beside it."""
    for budget in book.stated.budget:
        if abs(budget.year - book.year) > 1:
            at = Path.of("headline", "budget", budget.year)
            yield Found(at, [budget.source], book.year, [budget.year], case="budget")


def _misfit(baseline: int | None, target: int | None, year: int) -> str:
    if target is not None and baseline is not None and target <= baseline:
        return "order"
    if target is not None and not year <= target <= year + _FAR_AHEAD:
        return "target"
    if baseline is not None and not year - _FAR_BEHIND <= baseline <= year:
        return "baseline"
    return ""


def common_indicators_missing(book: PlanBook) -> Iterator[Found]:
    """Common indicators (공통지표) of most provinces that one of them does not have."""
    provinces = [
        (at, plan)
        for at, plan in each(book.plans, Path.of("plans"))
        if plan.kind == "provincial" and plan.indicators
    ]
    names: dict[str, Counter[str]] = defaultdict(Counter)
    have: dict[str, set[str]] = {}
    for _, plan in provinces:
        common = {plain_name(row.name): row.name for row in plan.indicators if row.group == "common"}
        have[plan.institution] = {plain_name(row.name) for row in plan.indicators}
        for plain, name in common.items():
            names[plain][name] += 1
    for plain, printed in names.items():
        if printed.total() * 2 > len(provinces) and len(provinces) > _SEVERAL:
            name = printed.most_common(1)[0][0]
            for at, plan in provinces:
                if plain not in have[plan.institution]:
                    yield Found(
                        at / "indicators" / name,
                        [plan.source],
                        expected=name,
                        parameters={"institution": plan.institution},
                    )


def indicators_without_their_group(book: PlanBook) -> Iterator[Found]:
    """Indicators of a province that stand neither under 공통지표 nor 자율지표, and provinces with one of the two alone."""
    for at, plan in each(book.plans, Path.of("plans")):
        if plan.kind != "provincial" or not plan.indicators:
            continue
        groups = {row.group for row in plan.indicators}
        loose = [row for row in plan.indicators if row.group is None]
        if loose:
            places = [row.source for row in loose]
            yield Found(at / "indicators", [span(places)], found=[row.name for row in loose], case="none")
        elif len(groups) == 1:
            places = [row.source for row in plan.indicators]
            missing = "자율지표" if "common" in groups else "공통지표"
            yield Found(at / "indicators", [span(places)], expected=missing, case="one")


def _all(book: PlanBook) -> Iterator[tuple[Path, PlanIndicator | GoalIndicator]]:
    yield from rows_of(book)
    yield from goals_of(book)


def _values(one: PlanIndicator | GoalIndicator) -> tuple[str, str]:
    """What is reached and what is promised, as printed."""
    before = one.actual if isinstance(one, PlanIndicator) else one.baseline
    return before or "", one.target or ""
