"""Where a chart's names stand: beside its rows, or above them where the drawing is for a phone.

The room is our own measure, since the renderer has no Korean font to measure with.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

if TYPE_CHECKING:
    import altair

WIDE, NARROW, BROAD = 560, 300, 900
"""Widths of drawings, so that the letters of all are equally large: in a column, on a phone, across a page."""
PADDING, ROW, SIZE, LINE = 8, 26, 13, 16
_BESIDE = 250
"""How wide a name beside its row may be before it takes a second line."""
_GAP = 14


@dataclass(frozen=True, slots=True)
class Layout:
    """The names of a chart's rows in a drawing of a width, all in pixels; a row is `bars` bars high."""

    width: int
    labels: tuple[str, ...]
    bars: float = 1

    @property
    def is_above(self) -> bool:
        """Whether names stand above their rows: on a phone, where they would take too much beside them."""
        return self.width == NARROW and max(map(width_of, self.labels), default=0) > self.width * 0.4

    @property
    def plot(self) -> float:
        """How wide the part is in which something is drawn."""
        return self.width - 2 * PADDING - self._room

    @property
    def height(self) -> float:
        """How high it is: as many rows as there are names."""
        return max(2 * ROW, len(self.labels) * self._step)

    def lines(self, label: str) -> list[str]:
        """A name in as many lines as its words need; a word that has no room in one is cut."""
        room = self.width - 2 * PADDING if self.is_above else _BESIDE
        lines: list[str] = []
        for word in label.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and width_of(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(_cut(word, room))
        return lines

    def names(self) -> altair.Y:
        """The axis of the names, in the order given, also of those that have nothing drawn."""
        alt: Any = import_module("altair")  # only now: pages draw tiles without it
        lines = {label: self.lines(label) for label in self.labels}
        most = max(map(len, lines.values()), default=1)
        if self.is_above:
            lines = {label: [""] * (most - len(words)) + words for label, words in lines.items()}
        shown = json.dumps(lines, ensure_ascii=False)
        axis = alt.Axis(labelLimit=0, labelExpr=f"({shown})[datum.label]", ticks=False, domain=False)
        scale = alt.Scale(domain=list(self.labels))
        names: altair.Y = alt.Y("label:N", sort=None, scale=scale, title=None, axis=axis)
        if not self.is_above:
            axis.labelPadding, axis.minExtent = 8, self._room
            return names
        axis.labelPadding, axis.minExtent, axis.maxExtent = 0, 0, 0
        axis.labelAlign, axis.labelBaseline = "left", "bottom"
        axis.labelOffset = -(self._step - self._named) / 2 - (most - 1) * LINE - 2
        gap = self._named / self._step
        return names.scale(domain=list(self.labels), paddingInner=gap, paddingOuter=gap / 2, align=1)

    @property
    def _room(self) -> float:
        if self.is_above:
            return 0
        return 10 + max((width_of(line) for label in self.labels for line in self.lines(label)), default=0)

    @property
    def _named(self) -> float:
        """How high the lines of the longest name are, with the room between one row and the next."""
        return max((len(self.lines(label)) for label in self.labels), default=1) * LINE + _GAP

    @property
    def _step(self) -> float:
        if self.is_above:
            return self._named + self.bars * ROW
        return max(self.bars * ROW, self._named - 1)


def width_of(label: str) -> float:
    """About how wide words are drawn: Korean letters are as wide as high, others about half."""
    return sum(SIZE * (0.95 if east_asian_width(letter) in "WF" else 0.55) for letter in label)


def _cut(word: str, room: float) -> str:
    if width_of(word) <= room:
        return word
    return f"{word[: next(end for end in range(len(word), 0, -1) if width_of(word[:end]) <= room - SIZE)]}…"
