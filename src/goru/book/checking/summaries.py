"""Rules on the parts that repeat others in short (개관, 참고 1 to 3): they are held against what they repeat."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from goru.book.checking.names import key
from goru.book.checking.rule import Found
from goru.book.model import (
    ActionTask,
    GrandTotal,
    Headline,
    Plan,
    PlanBook,
    Source,
    StrategyTotal,
    Summary,
    Text,
)
from goru.book.paths import Path, each

_ALIKE = 0.5
_TASK = ("name", "ministries", "projects", "national_budget")
_TOTAL = ("action_tasks", "projects", "national_budget")
_YEAR = ("total", "national", "local", "private")


def tables_that_differ(book: PlanBook) -> Iterator[Found]:
    """Rows of the repeated summary table (참고 1) that differ from the summary table of the sectoral plans."""
    for at, summary in each(book.summaries, Path.of("summaries")):
        tasks = {task.id: task for task in book.action_tasks}
        totals = {total.strategy: total for total in book.strategy_totals}
        for here, task in each(summary.action_tasks, at / "action_tasks"):
            if task.id in tasks:
                yield from _fields(here, tasks[task.id], task, _TASK)
        for here, total in each(summary.strategy_totals, at / "strategy_totals"):
            if total.strategy in totals:
                yield from _fields(here, totals[total.strategy], total, _TOTAL)
        if summary.grand_total and book.grand_total:
            yield from _fields(at / "grand_total", book.grand_total, summary.grand_total, _TOTAL)
        if summary.kind == "action_tasks":
            yield from _missing_rows(at, summary, book)


_Row = ActionTask | StrategyTotal | GrandTotal


def _fields(at: Path, main: _Row, copy: _Row, names: tuple[str, ...]) -> Iterator[Found]:
    for name in names:
        expected, found = getattr(main, name), getattr(copy, name)
        if _comparable(expected) != _comparable(found):
            yield Found(
                at / name,
                [copy.source, main.source],
                expected,
                found,
                _difference(expected, found),
                parameters={"where": at.steps[-1], "field": name},
            )


def _comparable(value: Any) -> Any:
    return key(value) if isinstance(value, str) else value


def _difference(expected: Any, found: Any) -> Decimal | None:
    both = isinstance(expected, int | Decimal) and isinstance(found, int | Decimal)
    return Decimal(found - expected) if both else None


def _missing_rows(at: Path, summary: Summary, book: PlanBook) -> Iterator[Found]:
    repeated = {task.id for task in summary.action_tasks}
    for task in book.action_tasks:
        if task.id not in repeated:
            yield Found(
                at / "action_tasks" / task.id,
                [summary.source, task.source],
                expected=task.name,
                case="missing",
                parameters={"where": task.id},
            )


def headlines_that_differ(book: PlanBook) -> Iterator[Found]:
    """First figures repeated in 참고 1 that differ from those of the introduction."""
    main = _figures(book.stated)
    for at, summary in each(book.summaries, Path.of("summaries")):
        if not summary.headline:
            continue
        for name, (found, source) in _figures(summary.headline).items():
            if found is not None and name in main and main[name][0] != found:
                expected, place = main[name]
                yield Found(
                    Path((*at.steps, "headline", *name.split("/"))),
                    [source, place],
                    expected,
                    found,
                    _difference(expected, found),
                    parameters={"where": name, "field": "headline"},
                )


def _figures(headline: Headline) -> dict[str, tuple[Any, Source | None]]:
    """Every figure of the headline under a name that both places share."""
    figures: dict[str, tuple[Any, Source | None]] = {}
    for year in headline.budget:
        figures |= {f"budget/{year.year}/{name}": (getattr(year, name), year.source) for name in _YEAR}
    for name, percentages in (("shares", headline.shares), ("growth", headline.growth)):
        figures |= {f"{name}/{one.of}": (one.percent, one.source) for one in percentages}
    if shares := headline.strategy_shares:
        figures["strategy_shares/ministries"] = (shares.ministries, shares.ministries_source)
        figures["strategy_shares/provinces"] = (shares.provinces, shares.provinces_source)
    return figures


def sheets_that_differ(book: PlanBook) -> Iterator[Found]:
    """Visions and strategies of an overview (개관) or a sheet (참고 2, 3) that differ from the plan's own."""
    plans = {plan.institution: plan for plan in book.plans}
    for above, summary in each(book.summaries, Path.of("summaries")):
        for at, sheet in each(summary.sheets, above / "sheets"):
            plan = plans.get(sheet.institution)
            if not plan:
                continue
            if sheet.vision and plan.vision and key(sheet.vision.text) != key(plan.vision.text):
                yield _worded_otherwise(at / "vision", plan, [plan.vision], [sheet.vision])
            if sheet.strategies and plan.strategies:
                yield from _strategies(at / "strategies", plan, sheet.strategies)


def _strategies(at: Path, plan: Plan, repeated: list[Text]) -> Iterator[Found]:
    """Strategies under other words. An overview may leave some out: it shows the main ones."""
    own = {key(text.text): text for text in plan.strategies}
    for text in repeated:
        printed = key(_without_open_bracket(text.text))
        if printed not in own:
            nearest = get_close_matches(printed, own, n=1, cutoff=_ALIKE)
            meant = [own[nearest[0]]] if nearest else []
            yield _worded_otherwise(at, plan, meant, [text])


def _without_open_bracket(text: str) -> str:
    """A strategy without the key figure behind it where the print forgot to close its bracket."""
    depth, opened = 0, 0
    for index, letter in enumerate(text):
        if letter == "(" and depth == 0:
            opened = index
        depth += (letter == "(") - (letter == ")" and depth > 0)
    return text[:opened] if depth else text


def _worded_otherwise(at: Path, plan: Plan, expected: list[Text], found: list[Text]) -> Found:
    return Found(
        at,
        [text.source for text in [*found, *expected]],
        expected[0].text if expected else None,
        found[0].text,
        case=at.steps[-1] if expected else "other",
        parameters={"institution": plan.institution},
    )
