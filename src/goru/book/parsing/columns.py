"""Which lines between two items of a table are an item's rest, and which new cells: judged by the columns' widths.

Print breaks a cell's line where its next word had no room. So the lines of a cell fill its column, all but the last;
a line that had room for the next word was its cell's last.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import pairwise, zip_longest

from goru.book.parsing.cells import SPILL, width
from goru.book.parsing.names import key
from goru.book.parsing.words import Words

_BREAK = 3.0
"""What it costs to take two lines for one cell though the first had room for the second's first word, by a tenth of it."""
_WIDER = 4.0
"""What a line costs that is wider than its column."""
_TASK, _STRATEGY = 0.6, 1.6
"""What a new cell costs: without evidence lines are the rest of what is above, and a table has few strategies."""
_SHORT, _FEWEST = 3.0, 5
"""What a cell of fewer letters costs."""
_FILLED = 0.5
"""What a line gives that breaks where its column ends: a narrower cell rarely does by chance."""
_OPEN_END, _ODD_END, _COULD_END = 2.0, 0.8, 0.4
"""What a text costs that ends with a particle; that ends as no other does; that goes on though it could have ended."""
SURE = 200.0
"""Evidence (words.py) that two lines are one broken word, beyond chance."""
_ONE_WORD = 1.0
"""What such evidence gives."""
_BEGINS_ANEW = 0.8
"""What a line costs that goes on with a word that items begin with."""
_PARTICLE = re.compile(r"(?:[을를의및과와]|위한|통한|하는|있는|높이는|하고|,)$")
_USUAL = (
    "구축|조성|추진|지원|육성|확대|강화|마련|운영|개최|개선|활성화|확보|발굴|수립|건의|협의|제고|도모|설치|건립|도입|제공|창출|개발"
    "|대응|완료|정비|확충|양성|유치|시행|반영|전환|실현|선도|연구|등"
)
_USUAL_END = re.compile(f"(?:{_USUAL})$")
"""How items and names of tasks end: with a noun of doing."""
_MOST_LINES = 24
"""What is longer is no gap of a table, but the rest of what is above."""
_ROUNDS = 2
_GOES_ON = re.compile(rf"^(?:(?:및|과|와|을|를|의|관련|{_USUAL}) |(?:{_USUAL})$|[),·])")
"""How no cell begins."""


@dataclass(frozen=True, slots=True)
class Split:
    """How many of the lines are the item's rest, the strategy's cell, the core task's cell, in this order."""

    rest: int
    strategy: int
    task: int


@dataclass(frozen=True, slots=True)
class _Fit:
    """A line's width, and the width it had with the next line's first word, where it breaks before a word."""

    width: float
    needed: float
    breaks: bool


@dataclass(frozen=True, slots=True)
class Between:
    """The lines between two items: `above` is the line before them, None at the table's beginning."""

    above: str | None
    lines: tuple[str, ...]
    names_task: bool = True
    """Whether a core task may be among them: not where its name is known and stands behind them."""
    ends_in_cell: bool = False
    """Whether the last of them is surely no item's: the next item stands beside it."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A split, what it costs whatever the columns' widths are, and the cells whose costs depend on them."""

    split: Split
    cost: float
    strategy: Sequence[_Fit]
    task: Sequence[_Fit]

    def total(self, strategies: float, tasks: float) -> float:
        return self.cost + _misfit(self.strategy, strategies) + _misfit(self.task, tasks)


_Open = tuple[float, Sequence[_Fit]]
"""What a reading costs whatever the width of a column is, and its cell in that column."""


class Columns:
    """The columns of one table: as wide as makes most of its gaps hang together."""

    def __init__(self, gaps: Sequence[Between], items: float, words: Words) -> None:
        self._gaps, self._items, self._words = gaps, items, words
        self._read: dict[Between, list[_Reading]] = {}

    def split(self, gap: Between) -> Split:
        """The likeliest reading of a gap."""
        return min(self._readings(gap), key=lambda one: one.total(*self._widths)).split

    @cached_property
    def _widths(self) -> tuple[float, float]:
        """Of strategies and core tasks, in letters: the best of each, given the other, the wider of two as good."""
        gaps = [self._readings(gap) for gap in self._gaps if 1 < len(gap.lines) <= _MOST_LINES]
        short = {width(line) for gap in self._gaps for line in gap.lines if width(line) < self._items * 0.7}
        known = sorted({float(math.ceil(one)) for one in short}, reverse=True)
        strategies, tasks = self._items / 4, self._items / 2
        for _ in range(_ROUNDS if known else 0):
            by_task = [
                [(one.cost + _misfit(one.strategy, strategies), one.task) for one in gap] for gap in gaps
            ]
            tasks = min(known, key=partial(_total, by_task))
            by_strategy = [
                [(one.cost + _misfit(one.task, tasks), one.strategy) for one in gap] for gap in gaps
            ]
            strategies = min((one for one in known if one <= tasks), key=partial(_total, by_strategy))
        pairs = [(strategies - a, tasks - b) for b in (0.0, 0.5) for a in (0.0, 0.5)]
        return min(pairs, key=lambda both: sum(min(one.total(*both) for one in gap) for gap in gaps))

    def _readings(self, gap: Between) -> list[_Reading]:
        if gap not in self._read:
            self._read[gap] = list(self._read_anew(gap))
        return self._read[gap]

    def _read_anew(self, gap: Between) -> Iterator[_Reading]:
        above = [gap.above] if gap.above else []

        @cache
        def item(rest: int) -> float:
            return self._item([*above, *gap.lines[:rest]])

        @cache
        def cell(first: int, end: int, new: float) -> _Open:
            return self._cell(gap.lines[first:end], new), _fits(gap.lines[first:end])

        for split in _splits(gap):
            begin = split.rest + split.strategy
            of_strategy, strategy = cell(split.rest, begin, _STRATEGY)
            of_task, task = cell(begin, len(gap.lines), _TASK)
            yield _Reading(split, item(split.rest) + of_strategy + of_task, strategy, task)

    def _item(self, lines: Sequence[str]) -> float:
        if not lines:
            return 0.0
        return (
            _misfit(_fits(lines, is_item=True), self._items)
            + sum(_COULD_END for line in lines[:-1] if self._end(line, self._endings) == 0)
            + _BEGINS_ANEW * sum(line.split(maxsplit=1)[0] in self._beginnings for line in lines[1:])
            - _ONE_WORD * sum(self._words.evidence(*both) > SURE for both in pairwise(lines))
            + self._end(lines[-1], self._endings)
        )

    def _cell(self, lines: Sequence[str], new: float) -> float:
        if not lines:
            return 0.0
        is_short = len(key("".join(lines))) < _FEWEST
        goes_on = _GOES_ON.match(lines[0]) is not None
        return new + _SHORT * is_short + _BREAK * goes_on + self._end(lines[-1], self._names_end)

    @cached_property
    def _beginnings(self) -> set[str]:
        """The words that more than one item begins with."""
        words = Counter(gap.above.lstrip("§ ").partition(" ")[0] for gap in self._gaps if gap.above)
        return {word for word, count in words.items() if count > 1}

    @cached_property
    def _endings(self) -> set[str]:
        """The last letters of items that nothing follows."""
        return {gap.above[-2:] for gap in self._gaps if gap.above and not gap.lines}

    @cached_property
    def _names_end(self) -> set[str]:
        """The last letters of what stands before an item."""
        return {gap.lines[-1][-2:] for gap in self._gaps if gap.lines}

    @staticmethod
    def _end(text: str, known: Container[str]) -> float:
        """What it costs that a text ends here."""
        if _PARTICLE.search(text):
            return _OPEN_END
        return 0.0 if _USUAL_END.search(text) or text[-2:] in known or text.endswith(")") else _ODD_END


def _total(gaps: Sequence[Sequence[_Open]], column: float) -> float:
    return sum(min(cost + (_misfit(cell, column) if cell else 0) for cost, cell in gap) for gap in gaps)


def _fits(lines: Sequence[str], *, is_item: bool = False) -> tuple[_Fit, ...]:
    found: list[_Fit] = []
    for line, following in zip_longest(lines, lines[1:]):
        breaks = following is not None and not _is_one(line, following)
        needed = width(f"{line} {following.split(maxsplit=1)[0]}") if following and breaks else 0.0
        found.append(_Fit(0.0 if is_item else width(line), needed, breaks=breaks))
    return tuple(found)


def _misfit(lines: Sequence[_Fit], column: float) -> float:
    """What it costs that lines are one cell of a column: those too wide, and those that had room for the next word."""
    cost = 0.0
    for line in lines:
        cost += _WIDER * (line.width > column + SPILL)
        if line.breaks:
            room = column - SPILL - line.needed
            cost += _BREAK * min(1.0, room / column * 10) if room >= 0 else -_FILLED
    return cost


def _is_one(above: str, line: str) -> bool:
    return (
        line.startswith(("(", "및 ")) or above.endswith((",", " 및")) or above.count("(") > above.count(")")
    )


def _splits(gap: Between) -> Iterator[Split]:
    """All readings; a strategy is followed by a core task of it."""
    count = len(gap.lines)
    if count > _MOST_LINES:
        yield Split(count, 0, 0) if gap.above else Split(0, 0, count)
        return
    most = count - gap.ends_in_cell
    for rest in range(most + 1 if gap.above else 1):
        if rest == count:
            yield Split(rest, 0, 0)
        elif not gap.names_task:
            yield Split(rest, count - rest, 0)
        else:
            yield from (Split(rest, strategy, count - rest - strategy) for strategy in range(count - rest))
