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
from functools import cached_property
from itertools import pairwise, product

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
_GOES_ON = re.compile(rf"^(?:(?:및|과|와|을|를|의|관련|{_USUAL}) |(?:{_USUAL})$|[),·])")
"""How no cell begins."""


@dataclass(frozen=True, slots=True)
class Split:
    """How many of the lines are the item's rest, the strategy's cell, the core task's cell, in this order."""

    rest: int
    strategy: int
    task: int


@dataclass(frozen=True, slots=True)
class Between:
    """The lines between two items: `above` is the line before them, None at the table's beginning."""

    above: str | None
    lines: tuple[str, ...]
    names_task: bool = True
    """Whether a core task may be among them: not where its name is known and stands behind them."""
    ends_in_cell: bool = False
    """Whether the last of them is surely no item's: the next item stands beside it."""


class Columns:
    """The columns of one table: as wide as makes most of its gaps hang together."""

    def __init__(self, gaps: Sequence[Between], items: float, words: Words) -> None:
        self._gaps, self._items, self._words = gaps, items, words

    def split(self, gap: Between) -> Split:
        """The likeliest reading of a gap."""
        return min(_splits(gap), key=lambda one: self._cost(gap, one, *self._widths))

    @cached_property
    def _widths(self) -> tuple[float, float]:
        """Of strategies and core tasks, in letters."""
        short = [width(line) for gap in self._gaps for line in gap.lines if width(line) < self._items * 0.7]
        known = sorted({math.ceil(one * 2) / 2 for one in short})
        pairs = [(a, b) for a, b in product(known, known) if a <= b]
        return min(reversed(pairs), key=self._total, default=(self._items / 4, self._items / 2))

    def _total(self, widths: tuple[float, float]) -> float:
        return sum(
            min(self._cost(gap, one, *widths) for one in _splits(gap)) for gap in self._gaps if gap.lines
        )

    def _cost(self, gap: Between, split: Split, strategies: float, tasks: float) -> float:
        first, second = split.rest, split.rest + split.strategy
        item = [*([gap.above] if gap.above else []), *gap.lines[:first]]
        anew = sum(line.split(maxsplit=1)[0] in self._beginnings for line in item[1:])
        return (
            self._breaks(item, self._items)
            + sum(_COULD_END for line in item[:-1] if self._end(line, self._endings) == 0)
            + _BEGINS_ANEW * anew
            - _ONE_WORD * sum(self._words.evidence(*both) > SURE for both in pairwise(item))
            + (self._end(item[-1], self._endings) if item else 0)
            + self._cell(gap.lines[first:second], strategies, _STRATEGY)
            + self._cell(gap.lines[second:], tasks, _TASK)
        )

    @cached_property
    def _beginnings(self) -> set[str]:
        """The words that more than one item begins with."""
        words = Counter(gap.above.lstrip("§ ").split(maxsplit=1)[0] for gap in self._gaps if gap.above)
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

    def _cell(self, lines: Sequence[str], column: float, new: float) -> float:
        if not lines:
            return 0.0
        wider = sum(_WIDER for line in lines if width(line) > column + SPILL)
        is_short = len(key("".join(lines))) < _FEWEST
        goes_on = _GOES_ON.match(lines[0]) is not None
        odd = _SHORT * is_short + _BREAK * goes_on + self._end(lines[-1], self._names_end)
        return new + wider + odd + self._breaks(lines, column)

    def _breaks(self, lines: Sequence[str], column: float) -> float:
        """Of lines that are one cell, those that had room for the next word, by how much."""
        room = (
            column - SPILL - width(f"{above} {line.split(maxsplit=1)[0]}")
            for above, line in pairwise(lines)
            if not _is_one(above, line)
        )
        return sum(_BREAK * min(1.0, one / column * 10) if one >= 0 else -_FILLED for one in room)


def _is_one(above: str, line: str) -> bool:
    return (
        line.startswith(("(", "및 ")) or above.endswith((",", " 및")) or above.count("(") > above.count(")")
    )


def _splits(gap: Between) -> Iterator[Split]:
    """All readings; a strategy is followed by a core task of it."""
    count = len(gap.lines)
    most = count - gap.ends_in_cell
    for rest in range(most + 1 if gap.above else 1):
        if rest == count:
            yield Split(rest, 0, 0)
        elif not gap.names_task:
            yield Split(rest, count - rest, 0)
        else:
            yield from (Split(rest, strategy, count - rest - strategy) for strategy in range(count - rest))
