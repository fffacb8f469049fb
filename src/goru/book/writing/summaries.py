"""The parts that repeat others in short, as blocks: overviews (개관), 참고 1 to 3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from goru.book.model import PlanBook, Summary, SummarySheet
from goru.book.writing.block import Block, Heading
from goru.book.writing.headline import headline_blocks
from goru.book.writing.sectors import grand_total_blocks, tasks_table


def overview_blocks(summary: Summary) -> Iterator[Block]:
    yield f"【 {summary.title} 】"
    yield from _overview_sheets(summary)


def _overview_sheets(summary: Summary) -> Iterator[Block]:
    for sheet in summary.sheets:
        yield sheet.institution
        yield f"목표 {sheet.vision.text if sheet.vision else ''}".strip()
        yield "전략"
        yield from _strategies(sheet)


def reference_blocks(book: PlanBook, overviews: Sequence[Summary]) -> Iterator[Block]:
    """참고 1: headline, action tasks and overviews again."""
    again = [summary for summary in book.summaries if summary.kind in ("headline", "action_tasks")]
    if again or overviews:
        yield Heading(f"참고 1 「{book.title}」 핵심 내용", 1)
    for summary in again:
        yield Heading(summary.title, 2)
        if summary.headline:
            yield from headline_blocks(summary.headline, book.year)
        if summary.action_tasks:
            yield tasks_table(summary.action_tasks, summary.strategy_totals, book.year, {}, {})
            yield from grand_total_blocks(summary.grand_total)
    for overview in overviews:
        yield Heading(overview.title, 2)
        yield from _overview_sheets(overview)


def sheets_blocks(summary: Summary, year: int) -> Iterator[Block]:
    yield Heading(summary.title, 1)
    for sheet in summary.sheets:
        yield f"{sheet.institution} {sheet.vision.text if sheet.vision else ''}".strip()
        yield f"□ {year}년 추진전략"
        yield from _strategies(sheet)
        yield "□ 핵심과제별 중점 추진계획"
        yield "전략 주요 핵심과제별 중점 추진 세부과제"
        yield from (f"§ {task.text}" for task in sheet.core_tasks)


def _strategies(sheet: SummarySheet) -> Iterator[Block]:
    for strategy, figure in zip_longest(sheet.strategies, sheet.key_figures):
        yield f"◈ {strategy.text} ({figure.text})" if figure else f"◈ {strategy.text}"
