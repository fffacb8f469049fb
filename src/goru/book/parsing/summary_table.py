"""The summary table of the sectoral plans (총괄표): strategies, core tasks, action tasks, totals.

The print gives it cell by cell; its head is repeated after each page break. A number of projects and
an amount close an action task's name; the ministries stand behind them or on lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from unicodedata import normalize

from goru.book.model import ActionTask, GrandTotal, NationalStrategy, SectoralCoreTask, Source, StrategyTotal
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of
from goru.book.register import ministry_named
from goru.core.figures import FIGURE, number
from goru.core.romans import BY_LATIN, ROMANS

_HEAD = re.compile(
    r"^(5대 전략.*핵심과제|\d+개 실천과제|과제명( 사업수)?|사업수|\(개\)|'\d\d 국비|\(억 ?원\)|부처)$"
)
_STRATEGY = re.compile(rf"^(?P<id>[{ROMANS}IVX]+)\.$")
_CORE_TASK = re.compile(rf"^(?P<id>[{ROMANS}IVX]+)-(?P<number>\d+)\. ?(?P<name>.+)$")
_ACTION_TASK = re.compile(r"^\((?P<number>\d+)\) ?(?P<name>.*)$")
_NUMBERS = re.compile(
    r"^(?P<name>.*?)\s*(?<![\d,~])(?P<projects>\d+) (?P<amount>-|[\d,]+)(?: (?P<ministry>\S+))?$"
)
_TOTAL = re.compile(
    rf"^(?:[합소] ?)?계 (?P<tasks>\d+)개 실천과제 (?P<projects>\d[\d,]*)개 (?P<amount>{FIGURE})억 ?원$"
)
_GRAND = re.compile(
    rf"^(?:[합총] ?계 )?(?P<tasks>\d+)개 실천과제 (?P<projects>\d[\d,]*)개 (?P<amount>{FIGURE}) ?(?P<unit>조원|억원)$"
)
_TASK = re.compile(rf"^([{ROMANS}IVX]+-\d+\. |\(\d+\) )")
_FRAME = re.compile(r"(\d+)대 전략 (\d+)개 핵심과제")


@dataclass(slots=True)
class _Cell:
    """A core task or action task whose lines are being gathered."""

    id: str
    first: Line
    last: Line
    name: list[str]
    ministries: list[str] = field(default_factory=list)
    projects: int | None = None
    amount: Decimal | None = None
    numbered: bool = False


@dataclass(slots=True)
class SummaryTable:
    """What the table says."""

    strategies: list[NationalStrategy]
    core_tasks: list[SectoralCoreTask]
    action_tasks: list[ActionTask]
    totals: list[StrategyTotal]
    grand_total: GrandTotal | None


def roman(printed: str) -> str:
    """One form (Ⅳ) of a strategy's number, which print mixes from letters and numerals (IⅤ, IV, Ⅳ)."""
    return BY_LATIN.get(normalize("NFKC", printed), printed)


class SummaryTableReader:
    """Reads one printed table."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._strategies: dict[str, list[Line]] = {}
        self._cores: list[_Cell] = []
        self._actions: list[tuple[_Cell, _Cell]] = []
        self._totals: list[StrategyTotal] = []
        self._grand: GrandTotal | None = None
        self._frame: tuple[int, int] | None = None
        self._strategy = ""
        self._open: _Cell | None = None

    def read(self, lines: Sequence[Line]) -> SummaryTable:
        """The table's contents; lines that are no part of it are left alone."""
        for line in lines:
            if not _HEAD.match(line.text):
                for part in _parted(line):
                    self._take(part)
        return SummaryTable(
            strategies=[self._national(*cell) for cell in self._strategies.items()],
            core_tasks=[self._core_task(cell) for cell in self._cores],
            action_tasks=[self._action_task(core, cell) for core, cell in self._actions],
            totals=self._totals,
            grand_total=self._grand,
        )

    def _take(self, line: Line) -> None:
        text = re.sub(r"\s+", " ", line.text)
        if self._take_total(line, text):
            self._open = None
        elif found := _STRATEGY.match(text):
            self._strategy, self._open = roman(found["id"]), None
            self._strategies[self._strategy] = [line]
        elif found := _CORE_TASK.match(text):
            self._strategy = roman(found["id"])
            self._open = _Cell(f"{self._strategy}-{found['number']}", line, line, [found["name"]])
            self._cores.append(self._open)
        elif (found := _ACTION_TASK.match(text)) and self._cores:
            core = self._cores[-1]
            self._open = _Cell(f"{core.id}-({found['number']})", line, line, [])
            self._actions.append((core, self._open))
            self._add_to_action(self._open, found["name"])
        else:
            self._take_rest(line, text)

    def _take_total(self, line: Line, text: str) -> bool:
        if frame := _FRAME.search(text):
            self._frame = int(frame[1]), int(frame[2])
            return True
        if (found := _TOTAL.match(text)) and not self._totals_done():
            self._totals.append(
                StrategyTotal(
                    strategy=self._strategy,
                    action_tasks=int(found["tasks"]),
                    projects=int(found["projects"].replace(",", "")),
                    national_budget=Decimal(found["amount"].replace(",", "")),
                    source=source_of(line),
                )
            )
            return True
        if found := _GRAND.match(text):
            strategies, core_tasks = self._frame or (None, None)
            self._grand = GrandTotal(
                strategies=strategies,
                core_tasks=core_tasks,
                action_tasks=int(found["tasks"]),
                projects=int(found["projects"].replace(",", "")),
                national_budget=Decimal(found["amount"].replace(",", "")),
                unit=found["unit"],
                source=source_of(line),
            )
            return True
        return text.replace(" ", "") == "총계"

    def _take_rest(self, line: Line, text: str) -> None:
        cell = self._open
        if cell is None:
            if self._strategy in self._strategies and not self._totals_done():
                self._strategies[self._strategy].append(line)
            return
        ministry = ministry_named(text)
        if ministry and _stands_before(line, cell.first):  # a page break tore the row: a core task's cell
            cell = self._cores[-1]
        cell.last = line
        if ministry:
            cell.ministries.append(ministry)
        elif cell is self._cores[-1]:
            cell.name.append(text)
        elif not cell.numbered:
            self._add_to_action(cell, text)

    def _totals_done(self) -> bool:
        return any(total.strategy == self._strategy for total in self._totals)

    def _add_to_action(self, cell: _Cell, text: str) -> None:
        found = _NUMBERS.match(text)
        if not found:
            cell.name.append(text)
            return
        if found["name"]:
            cell.name.append(found["name"])
        cell.projects, cell.amount, cell.numbered = int(found["projects"]), number(found["amount"]), True
        ministry = ministry_named(found["ministry"] or "")
        if ministry:
            cell.ministries.append(ministry)

    def _national(self, number_: str, lines: Sequence[Line]) -> NationalStrategy:
        return NationalStrategy(
            id=number_,
            name=self._words.join(line.text for line in lines[1:]),
            heading=None,
            source=source_of(lines[0], lines[-1]),
            body_source=None,
        )

    def _core_task(self, cell: _Cell) -> SectoralCoreTask:
        task = empty_core_task(cell.id, self._words.join(cell.name), source_of(cell.first, cell.last))
        return task.model_copy(update={"ministries": cell.ministries})

    def _action_task(self, core: _Cell, cell: _Cell) -> ActionTask:
        name, core_name = self._words.join(cell.name), self._words.join(core.name)
        task = empty_action_task(cell.id, core_name, name, cell.ministries, source_of(cell.first, cell.last))
        return task.model_copy(update={"projects": cell.projects, "national_budget": cell.amount})


def empty_core_task(number: str, name: str, source: Source) -> SectoralCoreTask:
    """A core task of which no more is known than its number and name."""
    return SectoralCoreTask(
        id=number,
        strategy=number.partition("-")[0],
        name=name,
        heading=None,
        ministries=[],
        aims=[],
        indicators=[],
        source=source,
    )


def empty_action_task(
    number: str, core_task_name: str, name: str, ministries: list[str], source: Source
) -> ActionTask:
    """An action task of which no more is known than its number, name and ministries."""
    core = number.partition("-(")[0]
    return ActionTask(
        id=number,
        strategy=core.partition("-")[0],
        core_task=core,
        core_task_name=core_task_name,
        name=name,
        heading=None,
        ministries=ministries,
        projects=None,
        national_budget=None,
        unit="억원",
        source=source,
        budget_rows=[],
        budget_total=None,
        indicators=[],
        goals=[],
        reforms=[],
    )


def _parted(line: Line) -> list[Line]:
    """A row of known cells as print gives it: a core task or an action task begins a line."""
    parts: list[Line] = []
    for at, cell in enumerate(line.cells or (line.text,)):
        if parts and not _TASK.match(cell):
            parts[-1] = replace(parts[-1], text=f"{parts[-1].text} {cell}".strip())
        else:
            column = None if line.column is None else line.column + at
            parts.append(replace(line, text=cell, column=column))
    return parts


def _stands_before(line: Line, other: Line) -> bool:
    return line.column is not None and other.column is not None and line.column < other.column
