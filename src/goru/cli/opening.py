"""A plan book from a file or a pipe, as a document or as the data that `goru read` prints."""

from __future__ import annotations

from pathlib import Path

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import Lines, content_of, data, read_content
from goru.cli.output import show_progress

_STDIN = Path("/dev/stdin")


def open_book(path: Path) -> tuple[PlanBook, Lines | None]:
    """A book and the lines it was read from; no lines where the file holds a book already as data."""
    show_progress("읽는 중 (reading)")
    content = content_of(_STDIN if str(path) == "-" else path)
    if data.is_data(content):
        return data.read(content, path.name), None
    lines = read_content(content, path.name)
    show_progress(f"{len(lines):,}줄에서 사실을 찾는 중 (parsing)")
    book = parse(lines)
    show_progress("")
    return book, lines
