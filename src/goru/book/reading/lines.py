"""What every reader gives: the lines of a document, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goru.book.model import Source
from goru.core.text import normalise

LIMIT = 200_000_000
"""Bytes of the largest file that is read."""


class Unreadable(Exception):
    """A file that cannot be read: what is wrong and what to do, in one sentence for the user.

    The message is Korean; `english` says the same.
    """

    def __init__(self, name: object, korean: str, english: str) -> None:
        super().__init__(f"{name}: {korean}")
        self.english = f"{name}: {english}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, a line of a PDF page, or a paragraph (a table's row) of a HWPX.

    `text` is normalised (core.text.normalise). `number` counts from 1: in the file, in the page of
    a PDF, or the paragraphs of a HWPX. `cells` are the texts of the cells that stand on the line,
    none where the reader did not know cells.
    """

    text: str
    number: int
    page: int | None = None
    cell: str | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines(Sequence[Line]):
    """The lines of one document that hold any text, in reading order."""

    name: str
    all: tuple[Line, ...]

    @classmethod
    def of(cls, name: str, rows: Iterator[tuple[str, int, int | None, str | None]]) -> Lines:
        """Normalise the rows (text, number, page, cell) and leave out the empty ones; a tab parts cells."""
        kept = (_line(normalise(text), number, page, cell) for text, number, page, cell in rows)
        return cls(name, tuple(line for line in kept if line.text))

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self.all[index]


def _line(text: str, number: int, page: int | None, cell: str | None) -> Line:
    cells = tuple(text.split("\t")) if "\t" in text else ()
    return Line(text.replace("\t", " "), number, page, cell, cells)


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


def content_of(path: Path) -> bytes:
    """The bytes of a file or a pipe; Unreadable where there is none or it is larger than any plan book."""
    try:
        if path.is_dir():
            raise Unreadable(
                path, "폴더입니다. 그 안의 파일 하나를 지정하세요.", "This is a folder. Name one file in it."
            )
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except OSError as error:
        raise Unreadable(
            path,
            f"파일을 열 수 없습니다({error.strerror}). 경로와 권한을 확인하세요.",
            f"The file cannot be opened ({error.strerror}). Look at its path and rights.",
        ) from error
    if len(content) > LIMIT:
        most = LIMIT // 1_000_000
        raise Unreadable(
            path.name,
            f"파일이 너무 큽니다. {most} MB까지 읽습니다.",
            f"The file is too large. Up to {most} MB are read.",
        )
    return content
