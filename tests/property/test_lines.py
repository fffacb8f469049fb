"""Properties of reading by lines: each line ends in one of five kinds, and what is lost is named where the book tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import REAL_BOOK, SMALL_BOOK

from goru.book.checking.rulebook import check
from goru.book.completeness import completeness
from goru.book.model import LineKind, Part, PlanBook, Source, Text
from goru.book.parsing import parse, parse_and_account
from goru.book.reading import Lines, Unreadable, read_content

KINDS = set(get_args(LineKind))
UNTOLD = {
    "Percentage": "rates of growth and shares of the headline",
    "YearBudget": "the headline's figures of the year before",
    "StrategyShares": "shares of the strategies",
    "FocusTask": "focus tasks, which are counted against what is adopted alone",
    "Subtask": "parts of focus tasks",
    "Milestone": "steps of focus tasks",
    "PlanCoreTask": "core tasks and items of a plan",
    "PlanIndicator": "indicators of plans",
    "Plan.performance_management": "performance management",
    "SectoralCoreTask.ministries": "ministries of a core task",
    "SectoralCoreTask.aims": "aims",
    "GoalIndicator": "goal indicators",
    "ActionTask.goals": "goals of an action task",
    "ActionTask.reforms": "reforms of an action task",
    "GrandTotal": "the totals themselves",
    "BudgetTotal": "the totals themselves",
    "PlanBudget.total": "the totals themselves",
    "Summary": "summaries themselves",
    "SummarySheet": "summaries themselves",
    "PageNumber": "page numbers",
    "PlanBook": "what is said of the whole document",
}
"""Kinds of facts that a book neither counts nor sums up nor repeats everywhere: one that is deleted may go unnamed."""

soaking = settings(parent=settings.get_profile("books"), suppress_health_check=[HealthCheck.too_slow])
Deed = tuple[str, int, int]


def deeds() -> st.SearchStrategy[list[Deed]]:
    """What is done to lines one after the other: which, and where to."""
    kinds = st.sampled_from(["delete", "double", "swap", "merge"])
    return st.lists(st.tuples(kinds, st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=12)


def damaged(text: list[str], done: list[Deed]) -> list[str]:
    lines = list(text)
    for deed, first, second in done:
        at, other = first % len(lines), second % len(lines)
        if deed == "double":
            lines.insert(other, lines[at])
        elif deed == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        elif len(lines) > 1:
            gone = lines.pop(at)
            if deed == "merge":
                lines[at % len(lines)] = f"{gone} {lines[at % len(lines)]}"
    return lines


def read_lines(text: list[str]) -> Lines:
    return read_content("\n".join(text).encode(), "book.txt")


def assert_accounted_for(text: list[str], done: list[Deed]) -> None:
    try:
        lines = read_lines(damaged(text, done))
        book, kinds = parse_and_account(lines)
    except Unreadable:
        return
    assert len(kinds) == len(lines)
    assert set(kinds) <= KINDS
    unread = [line.number for line, kind in zip(lines, kinds, strict=True) if kind == "unread"]
    named = [run.source for run in book.unread if run.source]
    assert all(any(one.first_line <= number <= one.last_line for one in named) for number in unread)


@cache
def small() -> list[str]:
    return SMALL_BOOK.read_text(encoding="utf-8").splitlines()


@soaking
@given(done=deeds())
def test_every_line_of_a_damaged_book_ends_in_one_of_five(done: list[Deed]) -> None:
    assert_accounted_for(small(), done)


@pytest.mark.book
@settings(max_examples=60, deadline=None)
@given(done=deeds())
def test_every_line_of_the_damaged_real_book_ends_in_one_of_five(
    request: pytest.FixtureRequest, done: list[Deed]
) -> None:
    assert_accounted_for(real(request), done)


@soaking
@given(at=st.integers(0, 10**6))
def test_a_deleted_fact_is_named_where_the_book_counts_sums_or_repeats_it(at: int) -> None:
    assert_named(small(), at)


@pytest.mark.book
@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 10**6))
def test_a_deleted_fact_of_the_real_book_is_named_where_it_counts_sums_or_repeats_it(
    request: pytest.FixtureRequest, at: int
) -> None:
    assert_named(real(request), at)


def real(request: pytest.FixtureRequest) -> list[str]:
    if not request.config.getoption("soak"):
        pytest.skip("tried by `make soak`")
    if not REAL_BOOK.exists():
        pytest.skip("the text of the 2024 plan book is not on this machine")
    return REAL_BOOK.read_text(encoding="utf-8").splitlines()


def assert_named(text: list[str], at: int) -> None:
    """A line is deleted: whatever kind of fact is gone is told of, unless it is of those that nothing tells of."""
    before, after = seen(tuple(text)), text[: at % len(text)] + text[at % len(text) + 1 :]
    try:
        book = parse(read_lines(after))
    except Unreadable:
        return
    gone = {kind for kind, _ in before[0] - Counter(facts_of(book))}
    untold = {kind for kind in gone if kind in UNTOLD or kind.partition(".")[0] in UNTOLD}
    assert gone <= untold or told_of(book) - before[1]


@cache
def seen(text: tuple[str, ...]) -> tuple[Counter[tuple[str, str]], set[tuple[str, str]]]:
    book = parse(read_lines(list(text)))
    return Counter(facts_of(book)), told_of(book)


def told_of(book: PlanBook) -> set[tuple[str, str]]:
    """What the checks find, what is missing of how much there should be, and what is not there at all."""
    found = completeness(book)
    counted = found.counted
    return {
        *(("elsewhere", part) for part in found.elsewhere),
        *((one.rule, one.message) for one in check(book)),
        *((one.part, missing.name) for one in counted for missing in one.missing),
        *((one.part, f"{one.read}/{one.of}") for one in counted if one.of is not None and one.read < one.of),
    }


def facts_of(part: Any) -> Iterator[tuple[str, str]]:
    """All that a part says, each by its kind: the part and the field that hold it."""
    for name, held in vars(part).items():
        kind = f"{type(part).__name__}.{name}"
        for one in held if isinstance(held, list) else [held]:
            if isinstance(one, Text):
                yield kind, one.text
            elif isinstance(one, Part) and not isinstance(one, Source):
                yield from facts_of(one)
            elif one is not None and not isinstance(one, Source):
                yield kind, str(one)
