"""A plan book as headings, paragraphs and tables in the printed order: what every written format is made of.

Sentences outside the model (the story of the cycle, notes) are not there to be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from goru.book.model import (
    ActionTask,
    FocusTask,
    GoalIndicator,
    Headline,
    Plan,
    PlanBook,
    SectoralCoreTask,
    StrategyTotal,
    Summary,
)

_OF = {"total": "총 투자액", "national": "국비", "local": "지방비", "private": "민자"}
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part (level 1), of a plan, task or sheet (2), or of a section in it (3)."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first `head` of them its head. A cell's paragraphs are parted by line breaks.

    A row of fewer cells than the first has a last cell as wide as what is left; a null cell is covered
    by the one above it. `is_of_figures` where a row reads as one line; else its cells are texts of their own.
    """

    rows: Sequence[Sequence[str | None]]
    is_of_figures: bool = False
    head: int = 1


Block = Heading | Table | str


def blocks(book: PlanBook) -> Iterator[Block]:
    """The whole book, its parts in printed order."""
    year = book.year
    yield Heading("Ⅰ. 시행계획 개요", 1)
    yield f"□ {year}년 총 재정투입 계획"
    yield from _headline(book.headline, year)
    yield Heading(f"Ⅱ. {year}년 지방시대위원회", 1)
    yield "중점 이행과제"
    for focus_task in book.focus_tasks:
        yield from _focus_task(focus_task)
    overviews = [summary for summary in book.summaries if summary.kind == "overview"]
    yield Heading("Ⅲ. 시·도 지방시대 시행계획", 1)
    yield from _plans([plan for plan in book.plans if plan.kind == "provincial"], overviews, year)
    yield Heading("Ⅳ. 중앙정부 부문별 시행계획", 1)
    yield from _summary_table(book)
    yield from _bodies(book)
    yield Heading("Ⅴ. 초광역권발전 시행계획", 1)
    yield from _plans([plan for plan in book.plans if plan.kind == "megaregional"], overviews, year)
    for summary in book.summaries:
        if summary.kind == "sheets":
            yield from _sheets(summary, year)


def _plans(plans: list[Plan], overviews: list[Summary], year: int) -> Iterator[Block]:
    own = {plan.institution for plan in plans}
    for overview in overviews[:2]:
        if {sheet.institution for sheet in overview.sheets} <= own:
            yield from _overview(overview)
    for plan in plans:
        yield from _plan(plan, year)


def _number(value: Decimal | None) -> str:
    return "-" if value is None else f"{value:,}"


def _headline(headline: Headline, year: int) -> Iterator[Block]:
    now = next((one for one in headline.budget if one.year == year), None)
    before = next((one for one in headline.budget if one.year == year - 1), None)
    if now is None:
        return
    shares = {one.of: f"({one.percent}%)" for one in headline.shares}
    parts = ", ".join(
        f"{_OF[of]} {getattr(now, of)}{now.unit}{shares.get(of, '')}"
        for of in ("national", "local", "private")
    )
    yield f"ㅇ 「{year}년 지방시대 시행계획」에 따른 재정투입은 총 {now.total}{now.unit}으로 {parts}으로 구성"
    for one in headline.growth:
        if before is None:
            break
        arrow = "↓" if one.percent < 0 else "↑"
        yield (
            f"* {_OF[one.of]} : ('{(year - 1) % 100}){getattr(before, one.of)}조원→"
            f"('{year % 100}){getattr(now, one.of)}조원({abs(one.percent)}%{arrow})"
        )
    if headline.strategy_shares:
        for who, percents in (
            ("중앙부처는", headline.strategy_shares.ministries),
            ("시·도는", headline.strategy_shares.provinces),
        ):
            listed = ", ".join(f"전략{_ROMAN[i]}(전략) {percent}%" for i, percent in enumerate(percents))
            yield f"- {who} 전략별로 {listed} 비중으로 투입 계획"


def _focus_task(task: FocusTask) -> Iterator[Block]:
    yield Heading(task.title, 2)
    yield from (f"▪ {aim.text}" for aim in task.aims)
    for subtask in task.subtasks:
        yield f"□ ({subtask.title})" if subtask.title else "□"
        yield from (f"ㅇ {milestone.text}" for milestone in subtask.milestones)


def _overview(summary: Summary) -> Iterator[Block]:
    yield f"【 {summary.title} 】"
    for sheet in summary.sheets:
        yield sheet.institution
        yield f"목표 {sheet.vision.text if sheet.vision else ''}".strip()
        yield "전략"
        yield from (f"◈ {strategy.text}" for strategy in sheet.strategies)


def _plan(plan: Plan, year: int) -> Iterator[Block]:
    yield Heading(f"{plan.full_name} {plan.vision.text if plan.vision else ''}".strip(), 2)
    yield Heading(f"I. {year}년 추진전략", 3)
    yield from (f"◈ {strategy.text}" for strategy in plan.strategies)
    yield Heading("II. 핵심과제별 중점 추진계획", 3)
    yield _core_tasks(plan)
    yield Heading("III. 재정투입 및 성과관리계획", 3)
    yield from _budget(plan, year)
    yield from _indicators(plan, year)
    yield "□ 성과관리계획"
    yield from (f"- {text.text}" for text in plan.performance_management)


def _core_tasks(plan: Plan) -> Table:
    items = "세부과제명" if plan.kind == "provincial" else "중점 추진 계획"
    rows: list[list[str | None]] = [["전략", "핵심과제", items]]
    strategy = ""
    for task in plan.core_tasks:
        first = task.strategy if task.strategy != strategy else None
        strategy = task.strategy
        rows.append([first, task.name, "\n".join(f"§ {item.text}" for item in task.items)])
    return Table(rows)


def _budget(plan: Plan, year: int) -> Iterator[Block]:
    if plan.budget is None:
        return
    unit, total = f"({plan.budget.unit})", _number(plan.budget.total)
    of = plan.budget.by_strategy
    if plan.kind == "provincial":
        yield f"□ {year}년 재정투입"
        yield Table([[f"총액\n{unit}", *(row.strategy for row in of)]], head=0)
        yield Table([[total, *(_number(row.amount) for row in of)]], is_of_figures=True, head=0)
    else:
        yield f"□ {year}년 재정투입 계획"
        rows = [[row.strategy, _number(row.amount)] for row in of]
        yield Table([["전 략", f"총 액\n{unit}"], *rows, [total]], is_of_figures=True)
    yield "※ 상기 재정투입 계획은 자체 집계분"


def _indicators(plan: Plan, year: int) -> Iterator[Block]:
    yield "□ 대표 성과지표" if plan.kind == "provincial" else "□ 주요 성과지표"
    rows: list[list[str]] = [["지표", "단위", f"{year - 1} 실적", f"{year} 목표", "증감"]]
    group = strategy = None
    for one in plan.indicators:
        if one.group != group:
            group = one.group
            rows.append(["공통지표" if group == "common" else "자율지표"])
        if one.strategy != strategy and one.strategy:
            strategy = one.strategy
            rows.append([strategy])
        rows.append([one.name, one.unit or "", one.actual, one.target, one.change])
    yield Table(rows, is_of_figures=True)


def _summary_table(book: PlanBook) -> Iterator[Block]:
    totals = {total.strategy: total for total in book.strategy_totals}
    names = {one.id: one.name for one in book.strategies}
    rows: list[list[str | None]] = [
        ["5대 전략", "핵심과제", "과제명", "사업수\n(개)", f"'{book.year % 100} 국비\n(억원)", "부처"]
    ]
    strategy = ""
    for core in book.sectoral_core_tasks:
        first: str | None = None
        if core.strategy != strategy:
            rows.extend(_total(totals, strategy))
            strategy = core.strategy
            first = f"{strategy}.\n{names.get(strategy, '')}".strip()
        second: str | None = "\n".join([f"{core.id}. {core.name}", *core.ministries])
        for task in (task for task in book.action_tasks if task.core_task == core.id):
            figures = [f"{task.projects}", _number(task.national_budget)]
            rows.append(
                [first, second, f"{_own_number(task)} {task.name}", *figures, "\n".join(task.ministries)]
            )
            first = second = None
    rows.extend(_total(totals, strategy))
    yield Table(rows, is_of_figures=True)
    if book.grand_total:
        total = book.grand_total
        yield "총계"
        yield f"({total.strategies}대 전략 {total.core_tasks}개 핵심과제)"
        yield f"{total.action_tasks}개 실천과제 {total.projects}개 {total.national_budget}{total.unit}"


def _total(totals: Mapping[str, StrategyTotal], strategy: str) -> Iterator[list[str | None]]:
    total = totals.get(strategy)
    if total is not None:
        amount = _number(total.national_budget)
        yield [f"합계 {total.action_tasks}개 실천과제 {total.projects}개 {amount}억원"]


def _own_number(task: ActionTask) -> str:
    return task.id.rsplit("-", 1)[1]


def _bodies(book: PlanBook) -> Iterator[Block]:
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
    yield "□ 소관부처 및 예산"
    rows: list[list[str]] = [["소관부처", "'24년 국비(억원)", "사업명"]]
    for row in task.budget_rows:
        count = f" 등 {row.projects}개 사업" if row.projects else ""
        rows.append([row.printed or "", _number(row.amount), f"{', '.join(row.project_names)}{count}"])
    rows.append(["합 계", _number(task.budget_total.amount), f"{task.budget_total.projects}개 사업"])
    yield Table(rows, is_of_figures=True)


def _goals(task: ActionTask) -> Iterator[Block]:
    """Goals with reforms; where there is no table of money, its rows stand here as (사업명)."""
    if not (task.goals or task.reforms):
        return
    projects = [] if task.budget_total else [f"(사업명) {row.project_names[0]}" for row in task.budget_rows]
    goals, reforms = [goal.text for goal in task.goals], [reform.text for reform in task.reforms]
    spare = [""] * max(0, len(goals) - len(projects) - len(reforms))
    yield "□ 소관부처 및 실천과제"
    rows: list[list[str | None]] = [["소관부처", "'24년 목표", "제도개선 추진"], [task.heading_ministries[0]]]
    for goal, reform in zip_longest(goals, [*reforms, *spare, *projects], fillvalue=""):
        rows.append([goal, f"· {reform}" if reform else ""])
    if task.task_total:
        rows.append(["합 계", _number(task.task_total.amount), f"{task.task_total.projects}개 사업"])
    yield Table(rows, is_of_figures=True)


def _goal(one: GoalIndicator) -> str:
    unit = f" ({one.unit})" if one.unit else ""
    year = f"('{one.baseline_year % 100}) " if one.baseline_year else ""
    before = f"{year}{one.baseline} → " if one.baseline else ""
    target = f"('{one.target_year % 100}) {one.target}" if one.target_year else f"{one.target}"
    return f"{one.name}{unit} : {before}{target}"


def _sheets(summary: Summary, year: int) -> Iterator[Block]:
    yield Heading(summary.title, 1)
    for sheet in summary.sheets:
        yield f"{sheet.institution} {sheet.vision.text if sheet.vision else ''}".strip()
        yield f"□ {year}년 추진전략"
        figures = iter(sheet.key_figures)
        for strategy in sheet.strategies:
            figure = next(figures, None)
            yield f"◈ {strategy.text} ({figure.text})" if figure else f"◈ {strategy.text}"
        yield "□ 핵심과제별 중점 추진계획"
        yield "전략 주요 핵심과제별 중점 추진 세부과제"
        yield from (f"§ {task.text}" for task in sheet.core_tasks)
