"""The table of a plan's core tasks (핵심과제별 중점 추진계획), read back from its linearised cells.

The print gives strategy cell, core-task cell, § items, cell by cell, each wrapped to the width of
its column; a strategy is printed once, before its first core task. Which of the lines between two
§ items still belong to the item above, and which to new cells, is judged by names the book prints
elsewhere (names.py), then by width: a line that did not fill its column was its cell's last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise, takewhile

from goru.book.model import PlanCoreTask, TaskItem
from goru.book.parsing.cells import SPILL, cell_text, row_of, width
from goru.book.parsing.columns import SURE, Between, Columns
from goru.book.parsing.names import (
    Names,
    begins,
    ends,
    form_of_number,
    is_of_strategies,
    key,
    torn_prefix,
    without_number,
)
from goru.book.parsing.words import Words
from goru.book.reading.cleaning import BULLETS
from goru.book.reading.lines import Line, source_of
from goru.book.register import institutions

_NUMBERS = r"(?:(?:연번|번호|순번) )?"
_OF_STRATEGIES = r"(?:(?:\d대 ?|추진 ?)?(?:전략|정책|목표|분야|부문)(?:명|별)?(?:\(\w+\))?|구분)"
HEADER = re.compile(
    rf"^{_NUMBERS}(?:(?:5대 ?|추진 ?)?전략|구분)\s+.*(?:핵심|추진) ?과제(?=\s).*(과제|계획|사업)"
    rf"|^{_NUMBERS}{_OF_STRATEGIES}[ /]+(?:(?:핵심|추진|중점|주요) ?)?과제명?[ /]+"
    r"(?:(?:세부|주요|추진|중점|실천|실행|및) ?)*(?:과제|사업|계획|내용)명?(?: 비고)?$"
)
_BEGINS_HEADER = re.compile(rf"^(?:연번|번호|순번|{_OF_STRATEGIES})$")
_LONGEST_HEADER = 4
_DETAIL = re.compile(r"^(Ÿ|· |- |⁕|\((?P<places>[^)]{2,20})\))")
_MARKED = re.compile(r"^(§|Ÿ|· |- |⁕|\()")
_BULLET = re.compile(
    r"^(?P<bullet>[§ㅇ‣▶✓✔☞◈❍□Ÿ⁕]|·(?! ?·)|[-*+m](?= )|(?P<number>[①-⑳❶-❿➊-➓㉠-㉿]|\d{1,2}\)))\s*(?=\S)"
)
_MARKS = set("‣▶✓✔☞❍")
"""What no sentence has in it."""
_BULLETS_OF_ITEMS = {"§", "ㅇ"}
"""What no detail of an item is printed with."""
_MOST_DETAILS = 5
"""Of one item, on the average."""
_FEWEST_BULLETED = 10
"""One of so many lines; of a table with fewer, bullets belong to the words."""
_NUMBERED = "①"
"""Stands for every number that an item may bear."""
_NUMBER = re.compile(r"^(?:\d{1,3}(?:-\d{1,3})?[.)]?|[①-⑳]|-)$")
_HEADS = re.compile(r"전 ?략|구분|과제|계획|사업")
"""The heads of the columns that are read; others hold numbers or who is in charge."""
_STRAY_BORDER = re.compile(r"^[Il|❙](?=[가-힣])")


@dataclass(slots=True)
class _CoreTask:
    strategy: list[Line]
    lines: list[Line]
    items: list[list[Line]] = field(default_factory=list)
    missing: str = ""


@dataclass(slots=True)
class _Gap:
    """The lines between two items, told apart: the item's rest, then new cells in order."""

    rest: list[Line]
    cells: list[tuple[str, list[Line], str]]
    """(kind, lines, what is missing of the name where the page tore it)"""


def with_whole_headers(lines: Sequence[Line]) -> list[Line]:
    """The lines with the head of a table of core tasks on one line, where each of its cells stands on its own."""
    whole: list[Line] = []
    at = 0
    while at < len(lines):
        count = _lines_of_header(lines[at : at + _LONGEST_HEADER])
        own = lines[at : at + count]
        whole.append(own[0] if count == 1 else replace(own[0], text=" ".join(line.text for line in own)))
        at += count
    return whole


def _lines_of_header(lines: Sequence[Line]) -> int:
    """How many of the lines are the head of a table; 1 where the first is not where one begins."""
    if not _BEGINS_HEADER.match(lines[0].text):
        return 1
    joined = (" ".join(line.text for line in lines[:count]) for count in range(2, len(lines) + 1))
    return next((count for count, text in enumerate(joined, start=2) if HEADER.match(text)), 1)


class CoreTaskTable:
    """Reads one plan's table."""

    def __init__(self, words: Words, names: Names, budget: Sequence[str] = ()) -> None:
        """`budget` are the strategies as the plan's table of money prints them, in wider cells."""
        self._words = words
        self._wider = {key(name): name for name in budget}
        self._names = names
        self._strategy: list[Line] = []
        self._strategy_missing = ""
        self._tasks: list[_CoreTask] = []
        self._column = 0.0
        self._columns = Columns([], 0.0, words)
        self._places: list[int] = []
        self._tops: dict[tuple[int | None, str], bool] = {}
        self._at_end = False
        self._following_line = 0
        self._numbered: dict[Line, str] = {}
        self._are_numbered_alike = False

    def read(self, lines: Sequence[Line]) -> list[PlanCoreTask]:
        """The core tasks in printed order; none where nothing tells the items."""
        heads = [line for line in lines if HEADER.match(line.text)]
        beside = any(
            line.cells and line.column is None and not _HEADS.search(line.cells[-1]) for line in heads
        )
        body = [line for line in lines if line not in heads]
        mark = _mark_of(body)
        parts = [part for line in body for part in _parted(_without_last(line) if beside else line, mark)]
        rows = self._with_items(*_of_columns_read(parts, heads))
        if not any(row.text.startswith("§") for row in rows):
            return []
        rows = self._without_numbers(self._with_first_items(rows))
        self._names = self._names.with_own(*_named_by_cells(rows))
        self._places = _places(rows)
        self._tops = _tops(rows, self._places)
        self._column = self._column_of(rows)
        blocks = _blocks(rows)
        self._columns = Columns([_gap(item, lines) for item, lines in blocks], self._column, self._words)
        for (item, gap), (following, _) in pairwise(blocks):
            self._following_line = following.number if following else 0
            self._place(item, gap)
        self._at_end = True
        self._place(*blocks[-1])
        strategies = _widest(line for task in self._tasks for line in task.strategy)
        names = _widest(line for task in self._tasks for line in task.lines)
        return [self._finished(task, strategies, names) for task in self._tasks]

    def _without_numbers(self, rows: Sequence[Line]) -> list[Line]:
        """The rows without the numbers of core tasks and strategies, where the first core task, above the first item, has one.

        Which lines had a number is remembered: with them names begin.
        """
        forms = [form for row in _blocks(rows)[0][1] if (form := _form_of_number(row))]
        if not forms or is_of_strategies(forms[-1]):
            return list(rows)
        self._are_numbered_alike = forms[-1] in forms[:-1]
        kept: list[Line] = []
        for row in rows:
            form = _form_of_number(row)
            is_task = form == forms[-1]
            is_numbered = is_task or form in forms or is_of_strategies(form)
            kept.append(replace(row, text=without_number(row.text)) if is_numbered else row)
            if is_numbered:
                self._numbered[kept[-1]] = "task" if is_task else "strategy"
        return kept

    def _with_items(self, rows: Sequence[Line], column: int | None) -> list[Line]:
        """The rows, each item under the book's own bullet, whatever it is printed with; `column` is the items'."""
        own = [row for row in rows if column is None or row.column == column]
        bullets = self._bullets([row.text for row in own], _above(rows))
        if column is not None and sum(bool(_bullet(row.text)) for row in own) * _FEWEST_BULLETED < len(own):
            bullets = set()
        if column is None:
            return [_as_item(row) if _bullet(row.text) in bullets else row for row in rows]
        named = {_cell_of(row)[1] for row in rows if row.column is not None and row.column < column}
        found: list[Line] = []
        for cell, held in groupby(rows, _cell_of):
            lines = list(held)
            is_named = not bullets or (
                cell[1] in named and lines[0].page is None
            )  # else torn by a page's end
            found += _with_items_of_cell(lines, bullets, is_named=is_named) if cell[0] == column else lines
        return found

    def _with_first_items(self, rows: Sequence[Line]) -> list[Line]:
        """The rows with what stands behind dashes right below a name as items: a detail has an item above it."""
        found: list[Line] = []
        above: list[Line] = []
        are_items = False
        for row in rows:
            if row.text.startswith("§") or row.column is not None:
                above, are_items = [], False
            elif row.text.startswith("- "):
                are_items = are_items or self._names_a_task(above)
                above = []
            else:
                above.append(row)
            found.append(_as_item(row) if are_items and row.text.startswith("- ") else row)
        return found

    def _names_a_task(self, lines: Sequence[Line]) -> bool:
        """Whether lines end with a known core task, or a known strategy stands among them."""
        return ends(lines, self._names.core_tasks) > 0 or any(
            begins(lines[at:], self._names.strategies) for at in range(len(lines))
        )

    def _bullets(self, items: Sequence[str], above: Sequence[Line]) -> set[str]:
        """Those of the items: the first that is printed, for a detail has an item above it, and what no detail bears.

        Beside the book's own, one that is far more frequent, or a number that does not count, is no detail's either.
        A bullet right below a strategy is the names'; where it is no number, nothing says so.
        """
        printed = Counter(found for text in items if (found := _bullet(text)))
        known = begins(above, self._names.strategies)
        names_bear_it = known == len(above) > 0
        first, second = [*printed, "", ""][:2]
        if "§" in printed:
            matches = (_BULLET.match(text) for text in items)
            numbers = {match["number"] for match in matches if match and match["number"]}
            counts = len(numbers) > 1 or names_bear_it
            sure = sum(printed[one] for one in {*_BULLETS_OF_ITEMS, first})
            frequent = {one for one in printed if printed[one] > _MOST_DETAILS * sure}
            return {*_BULLETS_OF_ITEMS, first, *frequent, _NUMBERED} - ({_NUMBERED} if counts else set())
        if first == _NUMBERED and (names_bear_it or (not known and printed[first] < printed[second])):
            first = second
        elif names_bear_it:
            return set()
        return {first, *(_BULLETS_OF_ITEMS if first in _BULLETS_OF_ITEMS else ())} - {""}

    def _column_of(self, rows: Sequence[Line]) -> float:
        """The width of the items' column: that of lines which broke inside a word, else of the wider lines."""
        broken = sorted(
            width(row.text)
            for row, following in pairwise(rows)
            if not _MARKED.match(following.text) and self._words.evidence(row.text, following.text) > SURE
        )
        wide = sorted(width(row.text) for row in rows if _MARKED.match(row.text))
        broken = [one for one in broken if one > wide[-1] * 0.7] if wide else []
        if len(broken) > 2:
            return broken[len(broken) // 2]
        return wide[int(len(wide) * 0.9)] if wide else 0.0

    def _place(self, item: Line | None, gap: list[Line]) -> None:
        if item and self._is_a_task(item, gap):
            self._tasks.append(_CoreTask(self._strategy, [_without_mark(item), *gap]))
            return
        if item and not self._tasks:  # no name was told from the strategy's: all of it is
            self._tasks.append(_CoreTask([], self._strategy or [_without_mark(item)]))
        divided = self._divide(item, gap)
        if item:
            self._tasks[-1].items.append([item, *divided.rest])
        for kind, lines, missing in divided.cells:
            if kind == "strategy":
                self._strategy, self._strategy_missing = list(lines), missing
            else:
                self._tasks.append(_CoreTask(self._strategy, lines, missing=missing))

    def _divide(self, item: Line | None, gap: list[Line]) -> _Gap:
        lines = self._without_torn_ends(list(gap))
        before, lines = _below_details(lines)
        if not lines:
            return _Gap(before, [])
        if self._places and any(line.column is not None for line in lines):
            return self._by_places(before, lines)
        return self._cells(before[-1] if before else item, before, *self._by_numbers(lines))

    def _by_numbers(self, lines: list[Line]) -> tuple[list[Line], list[tuple[str, list[Line], str]]]:
        """The lines above the names that begin with a number, and the cells of these."""
        cells: list[tuple[str, list[Line], str]] = []
        for at in range(len(lines) - 1, -1, -1):
            if kind := self._numbered.get(lines[at]):
                is_above = bool(cells) and self._are_numbered_alike
                cells.insert(0, ("strategy" if is_above else kind, lines[at:], ""))
                lines = lines[:at]
        return lines, cells

    def _by_places(self, before: list[Line], lines: list[Line]) -> _Gap:
        """Lines of which the reader knew the cells."""
        names, items = self._places[-2:]
        rest = [line for line in lines if line.column is None or line.column >= items]
        cells: list[tuple[str, list[Line], str]] = []
        for (column, _), held in groupby((line for line in lines if line not in rest), _cell_of):
            own = list(held)
            if self._is_torn(own[0], is_name=column == names):
                (self._tasks[-1].lines if column == names else self._strategy).extend(own)
                continue
            known = self._names.core_tasks if column == names else self._names.strategies
            missing = torn_prefix(key("".join(line.text for line in own)), known)
            cells.append(("task" if column == names else "strategy", own, missing))
        return _Gap(before + rest, cells)

    def _is_torn(self, first: Line, *, is_name: bool) -> bool:
        """Whether a cell at the top of a page is the rest of the one above it: so are its row's items, or its word goes on."""
        if not self._tasks or row_of(first) not in self._tops:
            return False
        above = self._tasks[-1].lines[-1] if is_name else self._strategy[-1]
        return self._tops[row_of(first)] or self._words.evidence(above.text, first.text) > SURE

    def _without_torn_ends(self, lines: list[Line]) -> list[Line]:
        """Give the tails of torn cells to the cells that a page break tore."""
        if self._strategy_missing:
            first, taken = _spelling(lines, self._strategy_missing)
            self._strategy.extend(lines[first : first + taken])
            self._strategy_missing = "" if taken else self._strategy_missing
            lines = lines[:first] + lines[first + taken :]
        task = self._tasks[-1] if self._tasks else None
        if task and task.missing:
            first, taken = _spelling(lines, task.missing)
            task.lines.extend(lines[first : first + taken])
            task.missing = "" if taken else task.missing
            lines = lines[:first] + lines[first + taken :]
        return lines

    def _cells(
        self,
        previous: Line | None,
        before: list[Line],
        lines: list[Line],
        cells: list[tuple[str, list[Line], str]],
    ) -> _Gap:
        while lines:
            taken, kind = self._known_end(lines)
            if not taken:
                break
            cells.insert(0, (kind, lines[-taken:], ""))
            lines = lines[:-taken]
        if not lines:
            return _Gap(before, cells)
        return self._unknown(previous, before, lines, cells)

    def _known_end(self, lines: list[Line]) -> tuple[int, str]:
        task, strategy = ends(lines, self._names.core_tasks), ends(lines, self._names.strategies)
        return (strategy, "strategy") if strategy > task else (task, "task")

    def _unknown(
        self,
        previous: Line | None,
        before: list[Line],
        lines: list[Line],
        cells: list[tuple[str, list[Line], str]],
    ) -> _Gap:
        """Lines of which the end is no known name: the item's rest, a strategy, a task named only here."""
        for start in range(len(lines)):
            taken = begins(lines[start:], self._names.strategies)
            missing = "" if taken else self._torn_strategy(lines[start:])
            if not taken and missing:
                taken = self._torn_length(lines[start:])
            if taken:
                strategy = ("strategy", lines[start : start + taken], missing)
                after = lines[start + taken :]
                unknown = [("task", after, "")] if after else []
                return _Gap(before + lines[:start], [strategy, *unknown, *cells])
        task_follows = bool(cells) and cells[0][0] == "task"
        if self._at_end and previous and not task_follows:
            return _Gap(before + lines, cells)
        if self._tasks and not cells and previous and self._is_tail(previous, lines):
            self._tasks[-1].lines.extend(lines)
            return _Gap(before, cells)
        stands_beside = lines[-1].number == self._following_line
        gap = _between(previous, lines, names_task=not task_follows, ends_in_cell=stands_beside)
        split = self._columns.split(gap)
        rest, own = before + lines[: split.rest], lines[split.rest + split.strategy :]
        if split.strategy:
            named = [("task", own, "")] if own else []
            new = ("strategy", lines[split.rest : split.rest + split.strategy], "")
            return _Gap(rest, [new, *named, *cells])
        return self._own_task(rest, own, cells) if own else _Gap(rest, cells)

    def _own_task(self, rest: list[Line], own: list[Line], cells: list[tuple[str, list[Line], str]]) -> _Gap:
        missing = torn_prefix(key("".join(line.text for line in own)), self._names.core_tasks)
        return _Gap(rest, [("task", own, missing), *cells])

    def _is_tail(self, previous: Line, lines: list[Line]) -> bool:
        """Whether the task's name goes on here, after a page break, and not the line above, which had room for more."""
        text = lines[0].text
        return (
            len(lines) == 1
            and width(f"{previous.text} {text}") <= self._column - SPILL
            and width(text) < self._column / 2
            and bool(self._words.meetings(self._tasks[-1].lines[-1].text, text))
        )

    def _torn_strategy(self, lines: list[Line]) -> str:
        count = self._torn_length(lines)
        letters = key("".join(line.text for line in lines[:count]))
        return torn_prefix(letters, self._names.strategies)

    def _torn_length(self, lines: list[Line]) -> int:
        letters, found = "", 0
        for count, line in enumerate(lines, start=1):
            letters += key(line.text)
            if torn_prefix(letters, self._names.strategies):
                found = count
        return found if found > 1 else 0

    def _is_a_task(self, item: Line, gap: list[Line]) -> bool:
        """A core task printed with an item's mark: too narrow to be wrapped, yet its word goes on."""
        return (
            len(gap) == 1
            and not self._places
            and not gap[0].cells  # what begins a cell goes on with nothing above it
            and width(item.text) < self._column * 0.6
            and not gap[0].text.startswith("(")
            and self._words.evidence(item.text, gap[0].text) > SURE
        )

    def _finished(self, task: _CoreTask, strategies: float, names: float) -> PlanCoreTask:
        strategy = [line.text for line in task.strategy]
        model = self._wider.get(key("".join(strategy)), "")
        return PlanCoreTask(
            strategy=cell_text(strategy, self._words, strategies, model),
            name=cell_text([line.text for line in task.lines], self._words, names),
            items=[self._item(lines) for lines in task.items],
            source=source_of(task.lines[0], task.lines[-1]),
        )

    def _item(self, lines: list[Line]) -> TaskItem:
        own = [_without_mark(lines[0])]
        for line in lines[1:]:
            if _is_detail(line):
                break
            own.append(line)
        return TaskItem(text=self._words.join(line.text for line in own), source=source_of(own[0], own[-1]))


def _widest(lines: Iterable[Line]) -> float:
    return max((width(line.text) for line in lines), default=0.0)


def _without_last(line: Line) -> Line:
    """A line of cells parted by tabs without the one behind an item's."""
    *own, last = line.cells or ("",)
    if _bullet(last) or not any(map(_bullet, own)):
        return line
    return replace(line, text=" ".join(filter(None, own)), cells=tuple(own))


def _mark_of(lines: Sequence[Line]) -> str:
    """The bullet of items: the book's own, or where it prints none a mark that stands first on a line and is no letter's."""
    first = next((found for line in lines if (found := _bullet(line.text)) in _MARKS), "§")
    return "§" if any("§" in line.text for line in lines) else first


def _parted(line: Line, mark: str) -> list[Line]:
    """A line with a core task and its first item on it, as two; cells of a row, each as one.

    In a line that an item begins, what looks like cells is a wide blank.
    """
    cells = (line.text,) if line.text.startswith("§") else line.cells or (line.text,)
    others = BULLETS.get(mark, "")
    parts = [
        (mark + part[1:] if part[0] in others else part, at)
        for at, cell in enumerate(cells)
        for part in re.split(rf"(?<=\S)\s+(?=§ ?|ㅇ |[{mark}{others}] )", cell)
        if part
    ]
    return [
        replace(
            line, text=_STRAY_BORDER.sub("", part), column=None if line.column is None else line.column + at
        )
        for part, at in parts
    ]


def _places(rows: Sequence[Line]) -> list[int]:
    """The columns up to that of the items, core tasks' before it; none where items do not all stand in one."""
    items = [row.column for row in rows if row.text.startswith("§")]
    if not items or items[0] is None or any(one != items[0] for one in items):
        return []
    places = sorted({row.column for row in rows if row.column is not None and row.column <= items[0]})
    return places if len(places) > 1 else []


def _tops(rows: Sequence[Line], places: Sequence[int]) -> dict[tuple[int | None, str], bool]:
    """The first row of each page but the first, and whether its items begin with the rest of one."""
    found: dict[tuple[int | None, str], bool] = {}
    pages = [list(held) for _, held in groupby((row for row in rows if row.cell), lambda row: row.page)]
    for page in pages[1:] if places else ():
        items = [row for row in page if row_of(row) == row_of(page[0]) and row.column == places[-1]]
        found[row_of(page[0])] = bool(items) and not items[0].text.startswith("§")
    return found


def _cell_of(line: Line) -> tuple[int | None, str]:
    """Its column, and its table and row."""
    return line.column, row_of(line)[1]


def _named_by_cells(rows: Iterable[Line]) -> tuple[list[str], list[str]]:
    """Strategies and core tasks that stand in cells of their own before an item's, where the reader knew cells."""
    lines = (list(held) for _, held in groupby(rows, lambda row: (row.page, row.number)))
    before = [
        [row.text for row in own[:-1]] for own in lines if own[-1].cells and own[-1].text.startswith("§")
    ]
    return [cells[-2] for cells in before if len(cells) > 1], [cells[-1] for cells in before if cells]


def _form_of_number(row: Line) -> str:
    return "" if row.text.startswith("§") else form_of_number(row.text)


def _bullet(text: str) -> str:
    found = _BULLET.match(text)
    return "" if not found else _NUMBERED if found["number"] else found["bullet"]


def _as_item(row: Line) -> Line:
    return replace(row, text=f"§ {_BULLET.sub('', row.text)}")


def _above(rows: Sequence[Line]) -> list[Line]:
    """What stands above the first bullet, without the number of a strategy."""
    above = takewhile(lambda row: not _bullet(row.text), rows)
    return [replace(row, text=without_number(row.text)) for row in above]


def _with_items_of_cell(lines: Sequence[Line], bullets: set[str], *, is_named: bool) -> list[Line]:
    """The lines of a cell of items. Beside a name it begins with an item, even where others have another bullet, or none.

    Without any bullet each paragraph is an item; of a page, where a paragraph may have more lines, one line alone.
    """
    first = _bullet(lines[0].text)
    if [line.text for line in lines] == ["-"]:
        return []
    if bullets and is_named and first:
        bullets = bullets | {first}
    elif is_named and not (bullets and any(_bullet(line.text) for line in lines)):
        return [_as_item(line) for line in lines] if lines[0].page is None or len(lines) == 1 else []
    return [_as_item(line) if _bullet(line.text) in bullets else line for line in lines]


def _of_columns_read(rows: Sequence[Line], heads: Sequence[Line]) -> tuple[list[Line], int | None]:
    """The rows without cells of columns that are not read, and the column of the items where the reader knew cells.

    Not read are numbers, what the head names otherwise, and what stands behind the items.
    """
    columns = {row.column for row in rows if row.column is not None}
    read = [
        one
        for one in sorted(columns)
        if not all(_NUMBER.match(row.text) for row in rows if row.column == one)
    ]
    for head in heads:
        if head.column is not None and head.cells:
            named = [head.column + at for at, cell in enumerate(head.cells) if _HEADS.search(cell)]
            read = named if set(named) <= set(read) else read
            break
    else:
        bulleted = [row.column for row in rows if row.column is not None and _bullet(row.text)]
        if bulleted:
            read = [one for one in read if one <= max(bulleted)]
    if len(read) < 2 or any(row.column is None and _bullet(row.text) in _BULLETS_OF_ITEMS for row in rows):
        return list(rows), None
    return [row for row in rows if row.column is None or row.column in read], read[-1]


def _blocks(rows: Sequence[Line]) -> list[tuple[Line | None, list[Line]]]:
    blocks: list[tuple[Line | None, list[Line]]] = [(None, [])]
    for row in rows:
        if row.text.startswith("§"):
            blocks.append((row, []))
        else:
            blocks[-1][1].append(row)
    return blocks


def _below_details(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines up to an item's last detail, and those below."""
    details = max((i for i, line in enumerate(lines) if _is_detail(line)), default=-1)
    return lines[: details + 1], lines[details + 1 :]


def _gap(item: Line | None, lines: list[Line]) -> Between:
    """What stands below an item and its details."""
    before, below = _below_details(lines)
    return _between(before[-1] if before else item, below)


def _between(
    above: Line | None, lines: Sequence[Line], *, names_task: bool = True, ends_in_cell: bool = False
) -> Between:
    texts = tuple(line.text for line in lines)
    return Between(above.text if above else None, texts, names_task=names_task, ends_in_cell=ends_in_cell)


def _is_detail(line: Line) -> bool:
    found = _DETAIL.match(line.text)
    if not found or not found["places"]:
        return bool(found)
    provinces = {one.short_name for one in institutions() if one.kind == "province"}
    return all(place.strip() in provinces for place in found["places"].split(","))


def _without_mark(line: Line) -> Line:
    return replace(line, text=line.text.lstrip("§").strip())


def _spelling(lines: Sequence[Line], letters: str) -> tuple[int, int]:
    """Which of the lines (first, how many) spell the start of `letters`; none are (0, 0)."""
    for first in range(len(lines)):
        count, spelt = 0, ""
        for line in lines[first:]:
            if not letters.startswith(spelt + key(line.text)):
                break
            spelt, count = spelt + key(line.text), count + 1
        if count:
            return first, count
    return 0, 0
