"""The sectoral plans (부문별 시행계획) as blocks: the summary table and the body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from goru.book.funds import HEADS
from goru.book.model import (
    ActionTask,
    BudgetRow,
    BudgetTotal,
    Funding,
    GoalIndicator,
    GrandTotal,
    PlanBook,
    SectoralCoreTask,
    StrategyTotal,
)
from goru.book.writing.block import Block, Table, amounts_of, fundings, printed_number


def summary_table_blocks(book: PlanBook) -> Iterator[Block]:
    names = {one.id: one.name for one in book.strategies}
    core_tasks = {one.id: "\n".join([one.name, *one.ministries]) for one in book.sectoral_core_tasks}
    yield tasks_table(book.action_tasks, book.strategy_totals, book.year, names, core_tasks)
    yield from grand_total_blocks(book.grand_total)


def tasks_table(
    tasks: Sequence[ActionTask],
    totals: Sequence[StrategyTotal],
    year: int,
    names: Mapping[str, str],
    core_tasks: Mapping[str, str],
) -> Table:
    """`names` of strategies, and what the cells of core tasks say, by their numbers, where known."""
    rows: list[list[str | None]] = [
        ["5대 전략", "핵심과제", "과제명", "사업수\n(개)", f"'{year % 100} 국비\n(억원)", "부처"]
    ]
    for strategy, of_strategy in groupby(tasks, key=lambda task: task.strategy):
        first: str | None = f"{strategy}.\n{names.get(strategy, '')}".strip()
        for core, of_core in groupby(of_strategy, key=lambda task: (task.core_task, task.core_task_name)):
            second: str | None = f"{core[0]}. {core_tasks.get(*core)}"
            for task in of_core:
                figures = [_count(task.projects), printed_number(task.national_budget)]
                rows.append(
                    [first, second, f"{_own_number(task)} {task.name}", *figures, "\n".join(task.ministries)]
                )
                first = second = None
        rows.extend(_total(total) for total in totals if total.strategy == strategy)
    return Table(rows)


def _total(total: StrategyTotal) -> list[str | None]:
    amount = printed_number(total.national_budget)
    return [f"합계 {total.action_tasks}개 실천과제 {total.projects}개 {amount}억원"]


def grand_total_blocks(total: GrandTotal | None) -> Iterator[Block]:
    if total is not None:
        yield "총계"
        if total.strategies and total.core_tasks:
            yield f"({total.strategies}대 전략 {total.core_tasks}개 핵심과제)"
        yield f"{total.action_tasks}개 실천과제 {total.projects}개 {total.national_budget}{total.unit}"


def _count(projects: int | None, words: str = "") -> str:
    return "-" if projects is None else f"{projects}{words}"


def _own_number(task: ActionTask) -> str:
    return task.id.rsplit("-", 1)[1]


def bodies_blocks(book: PlanBook) -> Iterator[Block]:
    headings = {one.id: one.heading for one in book.strategies}
    strategy = ""
    for core in book.sectoral_core_tasks:
        if core.strategy != strategy:
            strategy = core.strategy
            yield f"전략{strategy} {headings.get(strategy) or ''}".strip()
        yield from _core_body(core)
        for task in book.action_tasks:
            if task.core_task == core.id and task.heading:
                yield from _task_body(task)


def _core_body(core: SectoralCoreTask) -> Iterator[Block]:
    yield f"{core.id} {core.heading or core.name}"
    yield from (f"◈ {aim.text}" for aim in core.aims)
    yield from (_goal(one) for one in core.indicators)


def _task_body(task: ActionTask) -> Iterator[Block]:
    yield f"{_own_number(task)} {task.heading} ({', '.join(task.heading_ministries)})"
    yield "□ 중점 추진내용"
    yield from (_goal(one) for one in task.indicators)
    yield from _money(task)
    yield from _goals(task)


def _money(task: ActionTask) -> Iterator[Block]:
    if task.budget_total is None:
        return
    yield "□ 예산 반영" if task.funded_only else "□ 소관부처 및 예산"
    total = task.budget_total
    sources = fundings([total.by_funding, *(row.by_funding for row in task.budget_rows)], "national")
    heads = [f"{HEADS[one]}(억원)" for one in sources] or ["'24년 국비(억원)"]
    rows: list[list[str]] = [["소관부처", *heads, "사업명"]]
    for row in task.budget_rows:
        count = f" 등 {row.projects}개 사업" if row.projects else ""
        amounts = _amounts(sources, row)
        rows.append([row.printed or row.ministry or "", *amounts, f"{', '.join(_names(row))}{count}"])
    rows.append(["합 계", *_amounts(sources, total), _count(total.projects, "개 사업")])
    yield Table(rows)


def _amounts(sources: Sequence[Funding], row: BudgetRow | BudgetTotal) -> list[str]:
    """The national money, or a cell for each of the sources that the table parts it from."""
    cells = amounts_of(sources, row.by_funding)
    national = printed_number(row.amount)
    return [national if one == "national" else cell for one, cell in zip(sources, cells, strict=True)] or [
        national
    ]


def _goals(task: ActionTask) -> Iterator[Block]:
    """Goals with reforms; where there is no table of money, its rows stand here as (사업명)."""
    if not (task.goals or task.reforms):
        return
    projects = (
        []
        if task.budget_total
        else [f"(사업명) {name}" for row in task.budget_rows for name in _names(row)[:1]]
    )
    goals, reforms = [goal.text for goal in task.goals], [reform.text for reform in task.reforms]
    spare = [""] * max(0, len(goals) - len(projects) - len(reforms))
    yield "□ 소관부처 및 실천과제"
    ministry = task.budget_rows[0].printed if projects else next(iter(task.heading_ministries), "")
    rows: list[list[str | None]] = [["소관부처", "'24년 목표", "제도개선 추진"], [ministry]]
    for goal, reform in zip_longest(goals or ["-"], [*reforms, *spare, *projects], fillvalue=""):
        rows.append([goal, f"· {reform}" if reform else ""])
    if task.task_total:
        rows.append(
            ["합 계", printed_number(task.task_total.amount), _count(task.task_total.projects, "개 사업")]
        )
    yield Table(rows)


def _names(row: BudgetRow) -> list[str]:
    """As printed; of a row that was written, those of the projects it covers."""
    return row.project_names or [project.name for project in row.covers]


def _goal(one: GoalIndicator) -> str:
    unit = f" ({one.unit})" if one.unit else ""
    year = f"('{one.baseline_year % 100}) " if one.baseline_year else ""
    before = f"{year}{one.baseline} → " if one.baseline else ""
    target = f"('{one.target_year % 100}) {one.target}" if one.target_year else f"{one.target}"
    return f"{one.name}{unit} : {before}{target}"
