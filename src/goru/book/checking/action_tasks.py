"""Rules on the sectoral plans: the body's tables against their totals, and the summary table (총괄표) against both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from goru.book.checking.headline import EOK
from goru.book.checking.names import key
from goru.book.checking.rule import Found, first_line, span
from goru.book.checking.slips import slipped
from goru.book.model import ActionTask, PlanBook, Source
from goru.book.paths import Path, each
from goru.book.register import ministry_named
from goru.core.figures import agree, is_rounding

_TASKS = Path.of("action_tasks")


def ministry_rows_that_differ(book: PlanBook) -> Iterator[Found]:
    """Totals (합계) of an action task that are not the sum of its ministries' rows: money and projects."""
    for at, task in each(book.action_tasks, _TASKS):
        amounts = [row.amount for row in task.budget_rows if row.amount is not None]
        total = task.budget_total
        if total and total.amount is not None and amounts:
            yield from _money_against_rows(at, task, amounts, total.amount)
        if total and total.projects is not None and task.budget_rows:
            yield from _projects_against_rows(at, task, total.projects)


def _money_against_rows(
    at: Path, task: ActionTask, amounts: list[Decimal], total: Decimal
) -> Iterator[Found]:
    expected = sum(amounts, Decimal(0))
    if agree(total, expected):
        return
    doubtful = is_rounding(total - expected, [*amounts, total])
    at_fault = slipped(amounts, total)
    yield Found(
        at / "budget_total" / "amount",
        [_table(task)],
        expected,
        total,
        total - expected,
        case="amount",
        doubtful=doubtful,
        parameters={"unit": task.unit, "rounding": doubtful}
        | ({} if at_fault is None else {"slipped": amounts[at_fault]}),
    )


def _projects_against_rows(at: Path, task: ActionTask, total: int) -> Iterator[Found]:
    """A row without a number counts its names. Where no row has one, more names may be meant (등)."""
    printed = [row.projects for row in task.budget_rows if row.projects is not None]
    counted = sum(printed) + sum(len(row.project_names) for row in task.budget_rows if row.projects is None)
    if counted == total or (not printed and counted < total):
        return
    yield Found(
        at / "budget_total" / "projects",
        [_table(task)],
        counted,
        total,
        Decimal(total - counted),
        case="projects",
        doubtful=len(printed) < len(task.budget_rows),
    )


def names_beyond_their_number(book: PlanBook) -> Iterator[Found]:
    """Rows that name more projects than they say they have."""
    for at, task in each(book.action_tasks, _TASKS):
        for here, row in each(task.budget_rows, at / "budget_rows"):
            if row.projects is not None and len(row.project_names) > row.projects:
                yield Found(
                    here,
                    [row.source],
                    len(row.project_names),
                    row.projects,
                    Decimal(row.projects - len(row.project_names)),
                )


def summary_table_that_differs(book: PlanBook) -> Iterator[Found]:
    """Rows of the summary table that differ from the body: money, projects, ministries, names.

    A document that has the body alone has nothing to differ.
    """
    if book.scope and "summary_table" not in book.scope:
        return
    for at, task in each(book.action_tasks, _TASKS):
        yield from _national_budget(at, task)
        yield from _projects(at, task)
        yield from _ministries(at, task)
        yield from _name(at, task.name, task.heading, task.source, task.body_source)
    for at, strategy in each(book.strategies, Path.of("strategies")):
        yield from _name(at, strategy.name, strategy.heading, strategy.source, strategy.body_source)
    for at, core in each(book.sectoral_core_tasks, Path.of("sectoral_core_tasks")):
        yield from _name(at, core.name, core.heading, core.source, None)


def _national_budget(at: Path, task: ActionTask) -> Iterator[Found]:
    amounts = [row.amount for row in task.budget_rows if row.amount is not None]
    stated = task.budget_total.amount if task.budget_total else None
    body = stated if stated is not None else (sum(amounts, Decimal(0)) if amounts else None)
    table = task.national_budget
    if (not task.heading and not task.budget_rows) or body == table:
        return
    if body is not None and table is not None and agree(table, body):
        return
    values = [value for value in (table, body) if value is not None]
    difference = (table or Decimal(0)) - (body or Decimal(0))
    doubtful = len(values) == 2 and is_rounding(difference, values)
    yield Found(
        at / "national_budget",
        [task.source, *_body_tables(task)],
        body,
        table,
        difference,
        case="money" if len(values) == 2 else "no-money",
        doubtful=doubtful,
        parameters={"unit": task.unit, "rounding": doubtful},
    )


def _projects(at: Path, task: ActionTask) -> Iterator[Found]:
    """Fewer in a table of funded projects (예산 반영) are a difference of scope, not a fault."""
    totals = [total.projects for total in (task.budget_total, task.task_total) if total]
    if task.projects is None or not totals or None in totals:
        return
    expected = sum(total for total in totals if total is not None)
    if task.projects != expected:
        narrower = task.funded_only and expected < task.projects
        yield Found(
            at / "projects",
            [task.source, *_body_tables(task)],
            expected,
            task.projects,
            Decimal(task.projects - expected),
            case="projects-funded" if narrower else "projects",
            doubtful=narrower,
        )


def _ministries(at: Path, task: ActionTask) -> Iterator[Found]:
    heading = [ministry_named(name) or name for name in task.heading_ministries]
    if heading and set(heading) != set(task.ministries):
        yield Found(
            at / "ministries",
            [task.source, first_line(task.body_source)],
            heading,
            task.ministries,
            case="ministries",
            doubtful=True,
        )


def _name(
    at: Path, name: str, heading: str | None, source: Source | None, body: Source | None
) -> Iterator[Found]:
    if heading and key(heading) != key(name):
        yield Found(
            at / "name",
            [source, first_line(body)],
            heading,
            name,
            case="name",
            doubtful=True,
        )


def totals_that_differ(book: PlanBook) -> Iterator[Found]:
    """Totals of strategies that are not those of their action tasks, and the grand total (총계) of the strategies."""
    for at, total in each(book.strategy_totals, Path.of("strategy_totals")):
        tasks = [task for task in book.action_tasks if task.strategy == total.strategy]
        where = [span([*(task.source for task in tasks), total.source])]
        money = [task.national_budget for task in tasks if task.national_budget is not None]
        yield from _count(at / "action_tasks", where, len(tasks), total.action_tasks)
        yield from _count(at / "projects", where, sum(task.projects or 0 for task in tasks), total.projects)
        yield from _sum(at / "national_budget", where, money, total.national_budget, "억원")
    yield from _grand_total(book)


def _grand_total(book: PlanBook) -> Iterator[Found]:
    grand, totals = book.grand_total, book.strategy_totals
    if not grand or not totals:
        return
    where = [grand.source, *(total.source for total in totals)]
    counts = {
        "strategies": (len(totals), grand.strategies),
        "core_tasks": (len(book.sectoral_core_tasks), grand.core_tasks),
        "action_tasks": (sum(total.action_tasks for total in totals), grand.action_tasks),
        "projects": (sum(total.projects for total in totals), grand.projects),
    }
    for name, (expected, found) in counts.items():
        if found is not None:
            yield from _count(Path.of("grand_total", name), where, expected, found)
    scale = EOK.get(grand.unit, Decimal(1))
    money = [total.national_budget / scale for total in totals]
    yield from _sum(
        Path.of("grand_total", "national_budget"), where, money, grand.national_budget, grand.unit
    )


def _count(at: Path, where: list[Source | None], expected: int, found: int) -> Iterator[Found]:
    if expected != found:
        difference = Decimal(found - expected)
        yield Found(at, where, expected, found, difference, case=at.steps[-1])


def _sum(
    at: Path, where: list[Source | None], amounts: Iterable[Decimal], found: Decimal, unit: str
) -> Iterator[Found]:
    amounts = list(amounts)
    expected = sum(amounts, Decimal(0))
    if not amounts or agree(found, expected):
        return
    doubtful = is_rounding(found - expected, [*amounts, found])
    yield Found(
        at,
        where,
        expected,
        found,
        found - expected,
        case="money",
        doubtful=doubtful,
        parameters={"unit": unit, "rounding": doubtful},
    )


def _table(task: ActionTask) -> Source | None:
    """The body's table of money, from its first row to its total."""
    total = task.budget_total
    return span([*(row.source for row in task.budget_rows), total.source if total else None])


def _body_tables(task: ActionTask) -> list[Source | None]:
    """The places of the body that a row of the summary table is held against."""
    places = [_table(task)] if task.budget_rows or task.budget_total else []
    if task.task_total:
        places.append(task.task_total.source)
    return places or [first_line(task.body_source)]
