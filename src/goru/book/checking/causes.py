"""One cause is told once: what follows from another finding is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal

from goru.book.checking.names import key
from goru.book.checking.rule import Found, Rule
from goru.core.figures import agree

Told = tuple[Rule, Found]
_Causes = dict[str, list[Found]]


def told_once(found: Iterable[Told]) -> list[Told]:
    """The findings without those that have the same cause as another one."""
    told = list(found)
    causes: _Causes = defaultdict(list)
    for rule, one in told:
        causes[rule.code].append(one)
    return [(rule, one) for rule, one in told if not _follows(rule.code, one, causes)]


def _follows(code: str, one: Found, causes: _Causes) -> bool:
    if code != "printed-twice" and any(
        one.at.is_within(twice.at) for twice in causes["printed-twice"] if twice.case != "project"
    ):
        return True
    return any(follows(one, causes) for follows in _FOLLOWING.get(code, ()))


def _from_a_wrong_total(one: Found, causes: _Causes) -> bool:
    """The summary table is right where it has what the body's rows add up to: its total is wrong."""
    task = one.at.steps[:2]
    return any(
        cause.at.steps[:2] == task
        and cause.at.steps[-1] in _TOTAL_OF.get(one.at.steps[-1], ())
        and cause.expected == one.found
        for cause in causes["ministry-sum"]
    )


_TOTAL_OF = {"national_budget": ("amount",), "projects": ("projects",)}


def _from_a_wrong_row(one: Found, causes: _Causes) -> bool:
    """A total, or the same row elsewhere, is right where a row of the summary table alone is off by as much."""
    *_, where, field = one.at.steps
    return any(
        cause.at.steps[-1] == field
        and one.difference is not None
        and cause.difference == -one.difference
        and (cause.at.steps[-2] == where or cause.at.steps[-2].startswith(f"{where}-"))
        for cause in causes["summary-table"]
    )


def _from_a_row_that_differs(one: Found, causes: _Causes) -> bool:
    """A total that the row's copy in 참고 1 would make right."""
    *_, strategy, field = one.at.steps
    return any(
        cause.at.steps[-1] == field
        and cause.at.steps[-2].startswith(f"{strategy}-")
        and cause.difference == one.difference
        for cause in causes["summary-rows"]
    )


def _from_a_wrong_total_row(one: Found, causes: _Causes) -> bool:
    """What is held against a total of the summary table that is wrong itself: its copy, and the grand total of all."""
    for cause in causes["strategy-total"]:
        if cause.at.steps[-1] != one.at.steps[-1] or cause is one:
            continue
        if one.at.steps[2:] == cause.at.steps and one.expected == cause.found:
            return one.found is not None and agree(Decimal(one.found), Decimal(cause.expected))
        if one.at.steps[0] == "grand_total" and cause.at.steps[0] == "strategy_totals":
            return one.difference == -(cause.difference or 0)
    return False


def _from_wrong_arithmetic(one: Found, causes: _Causes) -> bool:
    """A row whose change is not target less actual has a wrong figure: whatever that differs from is not told."""
    printed = {source for source in one.sources if source}
    return any(
        not cause.doubtful and (cause.at == one.at or not printed.isdisjoint(cause.sources))
        for cause in causes["indicator-change"]
    )


def _from_a_misprint(one: Found, causes: _Causes) -> bool:
    """Wordings that are the same when misspelt words are mended."""
    return any(
        key(str(one.expected).replace(cause.found, cause.expected))
        == key(str(one.found).replace(cause.found, cause.expected))
        for cause in causes["misspelt-word"]
    )


def _from_wrong_sums(one: Found, causes: _Causes) -> bool:
    """Shares of the provinces' strategies, where an amount of a province is wrong."""
    return one.case == "provinces" and any(not cause.doubtful for cause in causes["budget-sum"])


def _at_the_place_of(code: str) -> Callable[[Found, _Causes], bool]:
    """What stands where another rule has found something."""
    return lambda one, causes: any(cause.at == one.at for cause in causes[code])


_FOLLOWING: dict[str, tuple[Callable[[Found, _Causes], bool], ...]] = {
    "summary-table": (_from_a_wrong_total, _from_a_misprint),
    "summary-rows": (_from_a_wrong_row, _from_a_wrong_total_row),
    "strategy-total": (_from_a_wrong_row, _from_a_row_that_differs, _from_a_wrong_total_row),
    "goal-worse": (_from_wrong_arithmetic, _at_the_place_of("unit-slip")),
    "unit-slip": (_from_wrong_arithmetic,),
    "key-figure": (_from_wrong_arithmetic,),
    "indicator-outlier": (_from_wrong_arithmetic,),
    "summary-sheets": (_from_a_misprint,),
    "core-task-name": (_from_a_misprint,),
    "strategy-shares": (_from_wrong_sums,),
    "said-otherwise": (_at_the_place_of("prose-count"),),
}
