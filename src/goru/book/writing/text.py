"""A plan book in the printed form that `parsing` reads: one line a cell, never wrapped.

Sentences outside the model (the story of the cycle, notes) are not there to be written.
"""

from __future__ import annotations

from collections.abc import Iterator
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


def as_text(book: PlanBook) -> str:
    """The whole book, its parts in printed order."""
    return "\n".join(_book(book)) + "\n"


def _book(book: PlanBook) -> Iterator[str]:
    year = book.year
    yield "Ⅰ. 시행계획 개요"
    yield f"□ {year}년 총 재정투입 계획"
    yield from _headline(book.headline, year)
    yield f"Ⅱ. {year}년 지방시대위원회"
    yield "중점 이행과제"
    for focus_task in book.focus_tasks:
        yield from _focus_task(focus_task)
    overviews = [summary for summary in book.summaries if summary.kind == "overview"]
    yield "Ⅲ. 시·도 지방시대 시행계획"
    yield from _plans([plan for plan in book.plans if plan.kind == "provincial"], overviews, year)
    yield "Ⅳ. 중앙정부 부문별 시행계획"
    yield from _summary_table(book)
    yield from _bodies(book)
    yield "Ⅴ. 초광역권발전 시행계획"
    yield from _plans([plan for plan in book.plans if plan.kind == "megaregional"], overviews, year)
    for summary in book.summaries:
        if summary.kind == "sheets":
            yield from _sheets(summary, year)


def _plans(plans: list[Plan], overviews: list[Summary], year: int) -> Iterator[str]:
    own = {plan.institution for plan in plans}
    for overview in overviews[:2]:
        if {sheet.institution for sheet in overview.sheets} <= own:
            yield from _overview(overview)
    for plan in plans:
        yield from _plan(plan, year)


def _number(value: Decimal | None) -> str:
    return "-" if value is None else f"{value:,}"


def _headline(headline: Headline, year: int) -> Iterator[str]:
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


def _focus_task(task: FocusTask) -> Iterator[str]:
    yield task.title
    yield from (f"▪ {aim.text}" for aim in task.aims)
    for subtask in task.subtasks:
        yield f"□ ({subtask.title})" if subtask.title else "□"
        yield from (f"ㅇ {milestone.text}" for milestone in subtask.milestones)


def _overview(summary: Summary) -> Iterator[str]:
    yield f"【 {summary.title} 】"
    for sheet in summary.sheets:
        yield sheet.institution
        yield f"목표 {sheet.vision.text if sheet.vision else ''}".strip()
        yield "전략"
        yield from (f"◈ {strategy.text}" for strategy in sheet.strategies)


def _plan(plan: Plan, year: int) -> Iterator[str]:
    yield f"{plan.full_name} {plan.vision.text if plan.vision else ''}".strip()
    yield f"I. {year}년 추진전략"
    yield from (f"◈ {strategy.text}" for strategy in plan.strategies)
    yield "II. 핵심과제별 중점 추진계획"
    yield "전략 핵심과제 세부과제명" if plan.kind == "provincial" else "전략 핵심과제 중점 추진 계획"
    strategy = ""
    for task in plan.core_tasks:
        if task.strategy != strategy:
            strategy = task.strategy
            yield strategy
        first, *items = [f"§ {item.text}" for item in task.items] or [""]
        yield f"{task.name} {first}".strip()
        yield from items
    yield "III. 재정투입 및 성과관리계획"
    yield from _budget(plan, year)
    yield from _indicators(plan, year)
    yield "□ 성과관리계획"
    yield from (f"- {text.text}" for text in plan.performance_management)


def _budget(plan: Plan, year: int) -> Iterator[str]:
    if plan.budget is None:
        return
    amounts = [_number(row.amount) for row in plan.budget.by_strategy]
    if plan.kind == "provincial":
        yield f"□ {year}년 재정투입"
        yield "총액"
        yield f"({plan.budget.unit})"
        yield from (row.strategy for row in plan.budget.by_strategy)
        yield " ".join([_number(plan.budget.total), *amounts])
    else:
        yield f"□ {year}년 재정투입 계획"
        yield "전 략 총 액"
        yield f"({plan.budget.unit})"
        for row, amount in zip(plan.budget.by_strategy, amounts, strict=True):
            yield f"{row.strategy} {amount}"
        yield _number(plan.budget.total)
    yield "※ 상기 재정투입 계획은 자체 집계분"


def _indicators(plan: Plan, year: int) -> Iterator[str]:
    yield "□ 대표 성과지표" if plan.kind == "provincial" else "□ 주요 성과지표"
    yield f"지표 단위 {year - 1} 실적 {year} 목표 증감"
    group = strategy = None
    for one in plan.indicators:
        if one.group != group:
            group = one.group
            yield "공통지표" if group == "common" else "자율지표"
        if one.strategy != strategy and one.strategy:
            strategy = one.strategy
            yield strategy
        yield " ".join([one.name, one.unit or "", one.actual, one.target, one.change])


def _summary_table(book: PlanBook) -> Iterator[str]:
    totals = {total.strategy: total for total in book.strategy_totals}
    names = {one.id: one.name for one in book.strategies}
    strategy = ""
    for core in book.sectoral_core_tasks:
        if core.strategy != strategy:
            yield from _total(totals, strategy)
            strategy = core.strategy
            yield f"{strategy}."
            yield names.get(strategy, "")
        yield f"{core.id}. {core.name}"
        yield from core.ministries
        for task in book.action_tasks:
            if task.core_task == core.id:
                yield f"{_own_number(task)} {task.name} {task.projects} {_number(task.national_budget)}"
                yield from task.ministries
    yield from _total(totals, strategy)
    if book.grand_total:
        total = book.grand_total
        yield "총계"
        yield f"({total.strategies}대 전략 {total.core_tasks}개 핵심과제)"
        yield f"{total.action_tasks}개 실천과제 {total.projects}개 {total.national_budget}{total.unit}"


def _total(totals: dict[str, StrategyTotal], strategy: str) -> Iterator[str]:
    total = totals.get(strategy)
    if total is not None:
        amount = _number(total.national_budget)
        yield f"합계 {total.action_tasks}개 실천과제 {total.projects}개 {amount}억원"


def _own_number(task: ActionTask) -> str:
    return task.id.rsplit("-", 1)[1]


def _bodies(book: PlanBook) -> Iterator[str]:
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


def _core_body(core: SectoralCoreTask) -> Iterator[str]:
    yield f"{core.id} {core.heading or core.name}"
    yield from (f"◈ {aim.text}" for aim in core.aims)
    yield from (_goal(one) for one in core.indicators)


def _task_body(task: ActionTask) -> Iterator[str]:
    yield f"{_own_number(task)} {task.heading} ({', '.join(task.heading_ministries)})"
    yield "□ 중점 추진내용"
    yield from (_goal(one) for one in task.indicators)
    yield from _money(task)
    yield from _goals(task)


def _money(task: ActionTask) -> Iterator[str]:
    if task.budget_total is None:
        return
    yield "□ 소관부처 및 예산"
    yield "소관부처 '24년 국비(억원) 사업명"
    for row in task.budget_rows:
        count = f" 등 {row.projects}개 사업" if row.projects else ""
        yield f"{row.printed} {_number(row.amount)} {', '.join(row.project_names)}{count}"
    yield f"합 계 {_number(task.budget_total.amount)} {task.budget_total.projects}개 사업"


def _goals(task: ActionTask) -> Iterator[str]:
    """Goals with reforms; where there is no table of money, its rows stand here as (사업명)."""
    if not (task.goals or task.reforms):
        return
    rows = [] if task.budget_total else [f"(사업명) {row.project_names[0]}" for row in task.budget_rows]
    goals, reforms = [goal.text for goal in task.goals], [reform.text for reform in task.reforms]
    spare = [""] * max(0, len(goals) - len(rows) - len(reforms))
    yield "□ 소관부처 및 실천과제"
    yield "소관부처 '24년 목표 제도개선 추진"
    yield task.heading_ministries[0]
    for goal, reform in zip_longest(goals, [*reforms, *spare, *rows], fillvalue=""):
        yield f"{goal} · {reform}".strip() if reform else goal
    if task.task_total:
        yield f"합 계 {_number(task.task_total.amount)} {task.task_total.projects}개 사업"


def _goal(one: GoalIndicator) -> str:
    unit = f" ({one.unit})" if one.unit else ""
    year = f"('{one.baseline_year % 100}) " if one.baseline_year else ""
    before = f"{year}{one.baseline} → " if one.baseline else ""
    target = f"('{one.target_year % 100}) {one.target}" if one.target_year else f"{one.target}"
    return f"{one.name}{unit} : {before}{target}"


def _sheets(summary: Summary, year: int) -> Iterator[str]:
    yield summary.title
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
