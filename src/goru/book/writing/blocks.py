"""A plan book as headings, paragraphs and tables in the printed order: what every written format is made of.

Sentences outside the model (the story of the cycle, notes) are not there to be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest

from goru.book.funds import HEADS
from goru.book.model import (
    FocusTask,
    Funding,
    FundingAmount,
    KindOfPlan,
    Plan,
    PlanBook,
    Summary,
)
from goru.book.model.books import PartOfBook
from goru.book.writing.annex import annex_blocks
from goru.book.writing.block import Block, Heading, Table, amounts_of, fundings, printed_number
from goru.book.writing.headline import headline_blocks
from goru.book.writing.marking import marked
from goru.book.writing.sectors import bodies_blocks, summary_table_blocks
from goru.book.writing.summaries import overview_blocks, reference_blocks, sheets_blocks

_CHAPTERS: Mapping[KindOfPlan, PartOfBook] = {
    "provincial": "provincial_plans",
    "megaregional": "megaregional_plans",
}


def blocks_of(book: PlanBook, before: PlanBook | None = None, against: str = "") -> Iterator[Block]:
    """A book; with what is another than in one before it marked, where that is given, with what `against` calls it."""
    return marked(blocks(before), blocks(book), against) if before else blocks(book)


def blocks(book: PlanBook) -> Iterator[Block]:
    """The book, its parts in printed order; of a part of one (`scope`) what that has."""
    overviews = [summary for summary in book.summaries if summary.kind == "overview"]
    if _has(book, "headline"):
        yield from _outline(book)
    if _has(book, "focus_tasks"):
        yield Heading(f"Ⅱ. {book.year}년 지방시대위원회", 1)
        yield "중점 이행과제"
        for focus_task in book.focus_tasks:
            yield from _focus_task(focus_task)
    yield from _plans(book, "provincial", "Ⅲ. 시·도 지방시대 시행계획", overviews)
    yield from _sectors(book)
    yield from _plans(book, "megaregional", "Ⅴ. 초광역권발전 시행계획", overviews)
    if _has(book, "summaries"):
        yield from reference_blocks(book, overviews[2:])
        for summary in book.summaries:
            if summary.kind == "sheets":
                yield from sheets_blocks(summary, book.year)
    yield from annex_blocks(book)


def _has(book: PlanBook, *parts: PartOfBook) -> bool:
    return not book.scope or not set(parts).isdisjoint(book.scope)


def _sectors(book: PlanBook) -> Iterator[Block]:
    if _has(book, "summary_table", "action_tasks"):
        yield Heading("Ⅳ. 중앙정부 부문별 시행계획", 1)
    if _has(book, "summary_table"):
        yield from summary_table_blocks(book)
    if _has(book, "action_tasks"):
        yield from bodies_blocks(book)


def _outline(book: PlanBook) -> Iterator[Block]:
    yield Heading("Ⅰ. 시행계획 개요", 1)
    if book.decided:
        day = f"{book.decided:%y}.{book.decided.month}.{book.decided.day}"
        yield f"ㅇ 지방시대위원회('{day})에서 시행계획 심의·의결"
    yield f"□ {book.year}년 총 재정투입 계획"
    yield from headline_blocks(book.stated, book.year)


def _plans(book: PlanBook, kind: KindOfPlan, title: str, overviews: list[Summary]) -> Iterator[Block]:
    """The plans of a kind behind the title of their chapter; one that is a document by itself has none."""
    plans = [plan for plan in book.plans if plan.kind == kind]
    if _has(book, _CHAPTERS[kind]):
        yield Heading(title, 1)
        own = {plan.institution for plan in plans}
        for overview in overviews[:2]:
            if {sheet.institution for sheet in overview.sheets} <= own:
                yield from overview_blocks(overview)
        for plan in plans:
            yield from _plan(plan, book.year, level=2)
    else:
        for plan in plans:
            yield from _plan(plan, book.year, level=1)


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


def _plan(plan: Plan, year: int, *, level: int) -> Iterator[Block]:
    yield Heading(f"{plan.full_name} {plan.vision.text if plan.vision else ''}".strip(), level)
    yield Heading(f"I. {year}년 추진전략", level + 1)
    yield from (f"◈ {strategy.text}" for strategy in plan.strategies)
    yield Heading("II. 핵심과제별 중점 추진계획", level + 1)
    yield _core_tasks(plan)
    yield Heading("III. 재정투입 및 성과관리계획", level + 1)
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
        amounts = [total, *(printed_number(row.amount) for row in of)]
        owns = [plan.budget.by_funding, *(row.by_funding for row in of)]
        sources = fundings(owns)
        cells = [amounts_of(sources, own) for own in owns]
        parted = [[HEADS[source], *row] for source, *row in zip(sources, *cells, strict=True)]
        yield Table([["구분", *head], ["계", *amounts], *parted] if parted else [head, amounts])
    elif sources := fundings([plan.budget.by_funding, *(row.by_funding for row in of)], "combined"):
        yield f"□ {year}년 재정투입 계획"
        yield f"(단위: {plan.budget.unit})"
        yield Table(
            [
                ["전략", *(HEADS[one] for one in sources)],
                *([row.strategy, *_by_source(sources, row.amount, row.by_funding)] for row in of),
                ["합계", *_by_source(sources, plan.budget.total, plan.budget.by_funding)],
            ]
        )
    else:
        yield f"□ {year}년 재정투입 계획"
        rows = [[row.strategy, printed_number(row.amount)] for row in of]
        yield Table([["전 략", f"총 액\n{unit}"], *rows, [total]])
    yield "※ 상기 재정투입 계획은 자체 집계분"


def _by_source(sources: Sequence[Funding], amount: Decimal | None, own: Sequence[FundingAmount]) -> list[str]:
    cells = amounts_of(sources, own)
    whole = printed_number(amount)
    return [whole if one == "combined" else cell for one, cell in zip(sources, cells, strict=True)]


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
