"""What every reader gives: the lines of a document, each with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from goru.book.model import Source
from goru.book.reading.cleaning import clean
from goru.book.reading.rows import column_of
from goru.core.ranges import LONGEST_LINE, MOST_DIGITS

LIMIT = 200_000_000
"""Bytes of the largest file that is read."""

MOST_TEXT = 20_000_000
"""Letters of the longest document, bytes of the longest data; the book of 2024 has half a million."""

_BEGUN_BY_A_SIGN = re.compile(r"^[^\w\s] (?=\S)")
_KNOWN_SIGNS = frozenset("▲↑↓§□◈‣※*·-▶✓✔☞❍⁕+=~<>()[]{}「」『』【】《》'\",.:;/%&|△…")
_FEWEST_BULLETS = 10
_TOO_MANY_DIGITS = re.compile(rf"\d{{{MOST_DIGITS + 1},}}|\d{{1,3}}(?:,\d{{3}}){{{MOST_DIGITS // 3},}}")

Row = tuple[str, int, int | None, str | None]
"""Text, number, page, cell."""


class Unreadable(Exception):
    """A file that cannot be read: what is wrong and what to do, in one sentence for the user.

    The message is Korean; `english` says the same; `sentences` are both without the name of the file.
    """

    def __init__(self, name: object, korean: str, english: str) -> None:
        super().__init__(f"{name}: {korean}")
        self.english = f"{name}: {english}"
        self.sentences = korean, english


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, a line of a PDF page, or a paragraph (a table's row) of a HWPX.

    `text` is cleaned (book.reading.cleaning). `number` counts from 1: in the file, in the page of
    a PDF, or the paragraphs of a HWPX. `cells` are the texts of the cells that stand on the line, the
    empty ones too, which `text` leaves out; none where the reader did not know cells. `column` is that of the
    first of them in a table that has its own lines or addresses, from 0.
    """

    text: str
    number: int
    page: int | None = None
    cell: str | None = None
    cells: tuple[str, ...] = ()
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Lines(Sequence[Line]):
    """The lines of one document that hold any text, in reading order.

    `beside` are those that no reading order holds: headers, footers, notes, memos.
    """

    name: str
    all: tuple[Line, ...]
    beside: tuple[Line, ...] = ()

    @classmethod
    def of(cls, name: str, rows: Iterable[Row]) -> Lines:
        """Clean the rows and leave out the empty ones; a tab parts cells.

        Raises Unreadable, with its place, for a line that is none of any plan book, and for a text far too long.
        """
        kept = (_line(*row) for row in _within_limits(name, rows))
        return cls(name, tuple(_with_known_bullets([line for line in kept if line.text])))

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self.all[index]


def require_length(letters: int, name: str) -> None:
    """Raises Unreadable where a document has more letters, or data more bytes, than any plan book."""
    if letters > MOST_TEXT:
        millions = MOST_TEXT // 1_000_000
        raise Unreadable(
            name,
            f"글이 너무 깁니다. {millions}백만 자까지 읽습니다. 문서를 나누어 저장해 주세요.",
            f"The text is too long. Up to {millions} million letters are read. Save the document in pieces.",
        )


def _within_limits(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    letters = 0
    for row in rows:
        letters += len(row[0])
        require_length(letters, name)
        korean, english = named_place(*row[1:])
        if len(row[0]) > LONGEST_LINE:
            raise Unreadable(
                name,
                f"{korean}: 한 줄이 너무 깁니다. {LONGEST_LINE:,}자까지 읽습니다. 줄을 나누어 저장해 주세요.",
                f"{english}: The line is too long. Up to {LONGEST_LINE:,} letters are read. Break it.",
            )
        if _TOO_MANY_DIGITS.search(row[0]):
            raise Unreadable(
                name,
                f"{korean}: 수가 너무 깁니다. {MOST_DIGITS}자리까지 읽습니다. 원본을 확인하세요.",
                f"{english}: The number is too long. Up to {MOST_DIGITS} digits are read. Look at the original.",
            )
        yield row


def named_place(number: int, page: int | None = None, cell: str | None = None) -> tuple[str, str]:
    """A place in words, in Korean and in English: 12쪽 3행, 표 3 B2; page 12, line 3."""
    korean, english = (f"{page}쪽 ", f"page {page}, ") if page else ("", "")
    return korean + (cell or f"{number}행"), english + (cell or f"line {number}")


def _line(printed: str, number: int, page: int | None, cell: str | None) -> Line:
    cells = tuple(clean(one) for one in printed.split("\t"))
    column = None
    if cell and any(cells):
        empty = next(at for at, one in enumerate(cells) if one)
        column = column_of(cell) - empty
    return Line(" ".join(filter(None, cells)), number, page, cell, cells if len(cells) > 1 else (), column)


def _with_known_bullets(lines: list[Line]) -> list[Line]:
    """The lines of a document with the book's own bullet of items (§) where another sign, of no family that is known, begins
    more of them.
    """
    cells = [cell for line in lines for cell in line.cells or (line.text,)]
    begun = Counter(cell[0] for cell in cells if _BEGUN_BY_A_SIGN.match(cell))
    sign, count = max(
        ((one, begun[one]) for one in begun if one not in _KNOWN_SIGNS),
        key=lambda one: one[1],
        default=("", 0),
    )
    if count < _FEWEST_BULLETS or count <= begun["§"]:
        return lines

    def known(text: str) -> str:
        return f"§{text[1:]}" if text.startswith(f"{sign} ") else text

    return [
        replace(
            line,
            text=" ".join(map(known, line.cells)) if line.cells else known(line.text),
            cells=tuple(map(known, line.cells)),
        )
        for line in lines
    ]


def source_of(first: Line, last: Line | None = None) -> Source:
    """The place from one line to another (in reading order)."""
    last = last or first
    return Source(
        first_line=first.number,
        last_line=last.number,
        page=first.page,
        last_page=last.page if last.page != first.page else None,
        cell=first.cell,
    )


def until(source: Source | None, line: Line) -> Source:
    """A place that goes on to a line."""
    if source is None:
        return source_of(line)
    last_page = line.page if line.page != source.page else None
    return source.model_copy(update={"last_line": line.number, "last_page": last_page})


def opened(path: Path) -> BinaryIO:
    """A file or a pipe, open for reading; Unreadable where there is none."""
    try:
        if path.is_dir():
            raise Unreadable(
                path, "폴더입니다. 그 안의 파일 하나를 지정하세요.", "This is a folder. Name one file in it."
            )
        return path.open("rb")
    except OSError as error:
        raise Unreadable(
            path,
            f"파일을 열 수 없습니다({error.strerror}). 경로와 권한을 확인하세요.",
            f"The file cannot be opened ({error.strerror}). Look at its path and rights.",
        ) from error


def content_of(file: BinaryIO, name: str) -> bytes:
    """The bytes of a file or a pipe; Unreadable where they cannot be read, or are more than of any plan book."""
    try:
        content = file.read(LIMIT + 1)
    except OSError as error:
        raise Unreadable(
            name, f"파일을 읽을 수 없습니다({error.strerror}).", f"It cannot be read ({error.strerror})."
        ) from error
    if len(content) > LIMIT:
        most = LIMIT // 1_000_000
        raise Unreadable(
            name,
            f"파일이 너무 큽니다. {most} MB까지 읽습니다.",
            f"The file is too large. Up to {most} MB are read.",
        )
    return content
