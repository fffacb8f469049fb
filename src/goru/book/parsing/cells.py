"""The text of a cell that print wrapped to the width of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from goru.book.parsing.names import key
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line

_UNBROKEN = re.compile(r"[A-Za-z0-9]+|.")
"""What print never breaks: a Latin word, a number, a letter of Hangul."""

_COLUMN = re.compile(r"[A-Z]+")
SPILL = 0.3
"""How far, in letters, print squeezes or stretches a line beyond its column."""


@lru_cache(maxsize=8192)
def width(text: str) -> float:
    """The printed width of a text in Hangul letters, near enough."""
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if letter == " ":
        return 0.35
    if letter.isascii():
        return 0.65 if letter.isupper() else 0.5
    return 0.4 if letter == "·" else 1.0


def row_of(line: Line) -> tuple[int | None, str]:
    """The row in which a line's first cell stands: its page, and its table and number."""
    return line.page, _COLUMN.sub("", line.cell or "")


def cell_text(lines: Sequence[str], words: Words, column: float, model: str = "") -> str:
    """The lines of a cell as one text.

    `model` is the same text as a wider cell prints it, empty where there is none: it tells first.
    Else a word is broken only where its next letter had no room in `column` (letters wide), and of
    those places `words` judges.
    """
    text = ""
    for index, line in enumerate(lines):
        if model and index:
            parted = _is_parted(model, key(text))
        else:
            parted = bool(index) and (
                _has_room(lines[index - 1], line, column) or not words.together(text, line)
            )
        text += f" {line}" if parted else line
    return text


def _is_parted(model: str, letters: str) -> bool:
    return any(blank == " " and key(model[:place]) == letters for place, blank in enumerate(model))


def _has_room(line: str, following: str, column: float) -> bool:
    unbroken = _UNBROKEN.match(following)
    return unbroken is not None and width(line + unbroken[0]) <= column - SPILL
