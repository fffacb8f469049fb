"""A part of a book as an office sets it by itself: its lines one by one, or a plan's tables as tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tests.book.reading.conftest import at, hwpx, paragraph, printed, raw_paragraph
from tests.sources import printed as source_of

from goru.book.model import Plan
from goru.book.reading import Line

_SIZE, _HIGH, _MARGIN = 8, 12, 40
_EDGES = {
    3: (0, 70, 190, 500),
    5: (0, 180, 280, 400, 520, 640),
}
"""Of columns, in points, by their number; of others all are as wide."""
_HEADS = {"tasks": "전략 핵심과제", "money": "□.*재정 ?투입", "indicators": "□.*지표"}


@dataclass(frozen=True, slots=True)
class Cell:
    """Its paragraphs, the columns it begins and ends at, and over how many rows it stands."""

    texts: Sequence[str]
    first: int
    last: int
    rows: int = 1


Table = Sequence[Sequence[Cell]]
Block = str | Table
Setting = Callable[[Sequence[Block]], bytes]


def row_of(*texts: str) -> list[Cell]:
    return [Cell([text], at, at) for at, text in enumerate(texts)]


def blocks_of(plan: Plan, lines: Sequence[Line]) -> Iterator[Block]:
    """The plan's lines, but its tables as one would draw them."""
    last_item = max(source_of(one.source).last_line for task in plan.core_tasks for one in task.items)
    table, drawn = "", {"tasks": list(_task_rows(plan)), "money": _money_rows(plan)}
    drawn["indicators"] = list(_indicator_rows(plan))
    for line in lines:
        if line.text.startswith(("Ⅲ.", "□", "※")) or (table == "tasks" and line.number > last_item):
            table = ""
        if not table:
            yield line.text
        begun = next((name for name, head in _HEADS.items() if re.match(head, line.text)), table)
        if begun != table and begun in drawn:
            yield drawn.pop(begun)
        table = begun


def _task_rows(plan: Plan) -> Iterator[Sequence[Cell]]:
    for strategy, tasks in groupby(plan.core_tasks, lambda task: task.strategy):
        own = list(tasks)
        for number, task in enumerate(own):
            cells = [Cell([task.name], 1, 1), Cell([f"§ {one.text}" for one in task.items], 2, 2)]
            yield [*([Cell([strategy], 0, 0, len(own))] if number == 0 else []), *cells]


def _money_rows(plan: Plan) -> Table:
    assert plan.budget
    rows = [(row.strategy, _amount(row.amount)) for row in plan.budget.by_strategy]
    unit, total = f"총액 ({plan.budget.unit})", _amount(plan.budget.total)
    if plan.kind == "provincial":
        return [row_of(unit, *(name for name, _ in rows)), row_of(total, *(amount for _, amount in rows))]
    return [row_of("전략", unit), *(row_of(*row) for row in rows), row_of("", total)]


def _amount(value: object) -> str:
    return "-" if value is None else f"{value:,}"


def _indicator_rows(plan: Plan) -> Iterator[Sequence[Cell]]:
    yield row_of("지표", "단위", "2023 실적", "2024 목표", "증감")
    above = None
    for one in plan.indicators:
        head = {"common": "공통지표", "own": "자율지표"}.get(one.group or "", one.strategy)
        if head and head != above:
            yield [Cell([head], 0, 4)]
        above = head
        yield row_of(one.name, one.unit or "", one.actual, one.target, one.change)


def in_paragraphs(blocks: Sequence[Block]) -> bytes:
    return hwpx("".join(paragraph(one) if isinstance(one, str) else _table(one) for one in blocks))


def in_text(blocks: Sequence[Block]) -> bytes:
    return "\n".join(block for block in blocks if isinstance(block, str)).encode()


def in_broken_cells(blocks: Sequence[Block]) -> bytes:
    """A HWPX whose writer ended each line by hand."""
    return in_paragraphs([one if isinstance(one, str) else list(_by_hand(one)) for one in blocks])


def _by_hand(rows: Table) -> Iterator[Sequence[Cell]]:
    edges = _edges_of(rows)
    for row in rows:
        yield [replace(cell, texts=_broken(cell, edges)) for cell in row]


def _table(rows: Table) -> str:
    written = ""
    for number, row in enumerate(rows):
        cells = "".join(
            f"<hp:tc><hp:subList>{''.join(map(paragraph, cell.texts))}</hp:subList>"
            f'<hp:cellAddr colAddr="{cell.first}" rowAddr="{number}"/>'
            f'<hp:cellSpan colSpan="{cell.last - cell.first + 1}" rowSpan="{cell.rows}"/></hp:tc>'
            for cell in row
        )
        written += f"<hp:tr>{cells}</hp:tr>"
    return raw_paragraph(f"<hp:tbl>{written}</hp:tbl>")


def on_a_page(blocks: Sequence[Block]) -> bytes:
    """A PDF of one long page, its tables ruled, cells broken at blanks where their columns end."""
    shown, high = b"", 0
    for block in blocks:
        drawn, deep = _drawn(block, high)
        shown, high = shown + drawn, high - deep
    tall = 2 * _MARGIN - high
    return printed(
        b"1 0 0 1 %d %d cm\n" % (_MARGIN, tall - _MARGIN) + shown, more=b"/MediaBox[0 0 800 %d]" % tall
    )


def _drawn(block: Block, top: int) -> tuple[bytes, int]:
    """What the page says for a block whose upper edge is there, and how deep it is."""
    if isinstance(block, str):
        return at(0, top - _HIGH + 3, block, size=_SIZE), _HIGH
    edges = _edges_of(block)
    lines = [[_broken(cell, edges) for cell in row] for row in block]
    tops = [top]
    for row, broken in zip(block, lines, strict=True):
        alone = [len(texts) for cell, texts in zip(row, broken, strict=True) if cell.rows == 1]
        tops.append(tops[-1] - _HIGH * max(alone))
    shown = b""
    for number, (row, broken) in enumerate(zip(block, lines, strict=True)):
        for cell, texts in zip(row, broken, strict=True):
            left, right = edges[cell.first], edges[cell.last + 1]
            upper, lower = tops[number], tops[number + cell.rows]
            shown += b"%d %d %d %d re S\n" % (left, lower, right - left, upper - lower)
            for line, text in enumerate(texts):
                shown += at(left + 2, upper - _HIGH * (line + 1) + 3, text, size=_SIZE)
    return shown, tops[0] - tops[-1]


def _edges_of(rows: Table) -> Sequence[int]:
    columns = max(cell.last for row in rows for cell in row) + 1
    return _EDGES.get(columns) or range(0, 110 * columns + 1, 110)


def _broken(cell: Cell, edges: Sequence[int]) -> list[str]:
    wide = edges[cell.last + 1] - edges[cell.first] - 4
    lines = [""]
    for text in cell.texts:
        for word in text.split():
            if lines[-1] and _wide(f"{lines[-1]} {word}") > wide:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        lines.append("")
    return lines[:-1]


def _wide(text: str) -> int:
    return _SIZE * len(text)


TABLES: dict[str, Setting] = {
    "HWPX": in_paragraphs,
    "HWPX whose lines were ended by hand": in_broken_cells,
    "PDF": on_a_page,
}
