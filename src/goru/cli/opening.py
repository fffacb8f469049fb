"""A plan book from a file or a pipe, as a document or as the data that `goru read` prints."""

from __future__ import annotations

from pathlib import Path

from goru.book import opening
from goru.book.checking.sentences import Language
from goru.book.opening import Opened, Step
from goru.book.reading import opened
from goru.cli.output import show_progress

_STDIN = Path("/dev/stdin")
_SAID = {"reading": "읽는 중 (reading)", "checking": "점검하는 중 (checking)"}


def open_book(path: Path, lang: Language = "ko", year: int | None = None) -> Opened:
    """A book, what the checks find in it, and the lines it was read from, if it is not data already."""
    with opened(_STDIN if str(path) == "-" else path) as file:
        book = opening.open_book(file, path.name, on_step=_show, lang=lang, year=year)
    show_progress("")
    return book


def _show(step: Step) -> None:
    show_progress(_SAID.get(step.stage) or f"{step.lines:,}줄에서 사실을 찾는 중 (parsing)")
