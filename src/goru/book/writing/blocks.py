"""A plan book as headings, paragraphs and tables in the printed order: what every written format is made of.

Sentences outside the model (the story of the cycle, notes) are not there to be written.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from goru.book.model import FocusTask, Plan, PlanBook, Summary
from goru.book.writing.block import Block, Heading, Table, printed_number
from goru.book.writing.headline import headline_blocks
from goru.book.writing.sectors import bodies_blocks, summary_table_blocks
from goru.book.writing.summaries import overview_blocks, reference_blocks, sheets_blocks


def blocks(book: PlanBook) -> Iterator[Block]:
    """The whole book, its parts in printed order."""
    year = book.year
    yield Heading("Ⅰ. 시행계획 개요", 1)
    if book.decided:
        day = f"{book.decided:%y}.{book.decided.month}.{book.decided.day}"
        yield f"ㅇ 지방시대위원회('{day})에서 시행계획 심의·의결"
    yield f"□ {year}년 총 재정투입 계획"
    yield from headline_blocks(book.stated, year)
    yield Heading(f"Ⅱ. {year}년 지방시대위원회", 1)
    yield "중점 이행과제"
    for focus_task in book.focus_tasks:
        yield from _focus_task(focus_task)
    overviews = [summary for summary in book.summaries if summary.kind == "overview"]
    yield Heading("Ⅲ. 시·도 지방시대 시행계획", 1)
    yield from _plans([plan for plan in book.plans if plan.kind == "provincial"], overviews, year)
    yield Heading("Ⅳ. 중앙정부 부문별 시행계획", 1)
    yield from summary_table_blocks(book)
    yield from bodies_blocks(book)
    yield Heading("Ⅴ. 초광역권발전 시행계획", 1)
    yield from _plans([plan for plan in book.plans if plan.kind == "megaregional"], overviews, year)
    yield from reference_blocks(book, overviews[2:])
    for summary in book.summaries:
        if summary.kind == "sheets":
            yield from sheets_blocks(summary, year)


def _plans(plans: list[Plan], overviews: list[Summary], year: int) -> Iterator[Block]:
    own = {plan.institution for plan in plans}
    for overview in overviews[:2]:
        if {sheet.institution for sheet in overview.sheets} <= own:
            yield from overview_blocks(overview)
    for plan in plans:
        yield from _plan(plan, year)


def _focus_task(task: FocusTask) -> Iterator[Block]:
    yield Heading(task.title, 2)
    yield from (f"▪ {aim.text}" for aim in task.aims)
    if not task.aims:
        yield "▪"
    for subtask in task.subtasks:
        yield f"□ ({subtask.title})" if subtask.title else "□"
        texts = [one.text for one in subtask.milestones]
        yield from (
            f"ㅇ {text}"
            for text, after in zip_longest(texts, texts[1:])
            if not (after or "").startswith(text)
        )


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
    unit, total = f"({plan.budget.unit})", printed_number(plan.budget.total)
    of = plan.budget.by_strategy
    if plan.kind == "provincial":
        yield f"□ {year}년 재정투입"
        head = [f"총액\n{unit}", *(row.strategy for row in of)]
        yield Table([head, [total, *(printed_number(row.amount) for row in of)]])
    else:
        yield f"□ {year}년 재정투입 계획"
        rows = [[row.strategy, printed_number(row.amount)] for row in of]
        yield Table([["전 략", f"총 액\n{unit}"], *rows, [total]])
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
    yield Table(rows)
