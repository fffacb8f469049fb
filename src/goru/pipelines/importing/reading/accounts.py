"""What became of the lines of a file, as it is kept for who decides on it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

from goru.book.model import LineKind, Unread
from goru.pipelines.importing.reading.checked import PrintedLine

if TYPE_CHECKING:  # they load all that reads files
    from goru.book.opening import Opened
    from goru.book.reading.lines import Row


_KINDS: tuple[LineKind, ...] = get_args(LineKind)


class Share(BaseModel, frozen=True, defer_build=True):
    """How many lines became of one kind, and how many of a hundred."""

    kind: LineKind
    lines: int
    percent: float


class UnreadRun(BaseModel, frozen=True, defer_build=True):
    """Lines one behind the other that were not read: the part they stand in and what was expected there."""

    part: str
    expected: str
    lines: tuple[PrintedLine, ...]


class Account(BaseModel, frozen=True, defer_build=True):
    """How many lines there are of each kind, none of data; and those that were not read."""

    lines: dict[LineKind, int]
    unread: tuple[UnreadRun, ...]

    @property
    def whole(self) -> int:
        """How many lines there are."""
        return sum(self.lines.values())

    @property
    def shares(self) -> list[Share]:
        """Each kind in its order; none of data."""
        return [
            Share(kind=kind, lines=self.lines[kind], percent=100 * self.lines[kind] / self.whole)
            for kind in _KINDS  # a database does not keep the order
            if self.whole
        ]


def account_of(opened: Opened) -> Account:
    """The account of a file that was read."""
    counts = Counter(opened.kinds)
    return Account(lines={kind: counts[kind] for kind in _KINDS}, unread=tuple(_runs(opened)))


def _runs(opened: Opened) -> Iterator[UnreadRun]:
    """The lines of each run: it begins behind a line that was read, or at the place of the next run."""
    waiting = deque(opened.book.unread)
    runs: list[tuple[Unread, list[PrintedLine]]] = []
    above: LineKind | None = None
    for line, kind in zip([*opened.printed, *opened.beside], opened.kinds, strict=True):
        if kind == "unread":
            if waiting and (above != "unread" or _is_at(line, waiting[0])):
                runs.append((waiting.popleft(), []))
            text, number, page, cell = line
            printed = PrintedLine(page=page, number=number, cell=cell, parts=(text,), is_source=True)
            runs[-1][1].append(printed)
        above = kind
    for run, lines in runs:
        yield UnreadRun(part=run.part, expected=run.expected, lines=tuple(lines))


def _is_at(line: Row, run: Unread) -> bool:
    _, number, page, cell = line
    return run.source is not None and (run.source.first_line, run.source.page, run.source.cell) == (
        number,
        page,
        cell,
    )
