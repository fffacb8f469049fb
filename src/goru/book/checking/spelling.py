"""Rules on the print itself: words that look misspelt, brackets that do not close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from goru.book.checking.rule import Found
from goru.book.checking.texts import in_prose, names_of, texts_of
from goru.book.checking.words import Words
from goru.book.model import PlanBook, Source, Text
from goru.book.paths import Path

_BRACKET = re.compile("[()]")


def words_misspelt(book: PlanBook, prose: Sequence[Text] = ()) -> Iterator[Found]:
    """Words one letter off another one of the book, with syllables that stand together nowhere else."""
    words = Words.of(_all_of(book, prose))
    for stem, count in words.seldom():
        if meant := words.meant_by(stem, count):
            printed, where = words.printed[stem], words.places[stem]
            yield Found(
                where[0][0],
                list(dict.fromkeys(source for _, source in where)),
                meant + printed[len(stem) :],
                printed,
                also=list(dict.fromkeys(at for at, _ in where)),
            )


def _all_of(book: PlanBook, prose: Sequence[Text]) -> Iterator[tuple[Path, str, Source | None]]:
    for at, text in texts_of(book):
        yield at, text.text, text.source
    yield from names_of(book)
    for text in prose:
        yield in_prose(text), text.text, text.source


def brackets_left_open(book: PlanBook) -> Iterator[Found]:
    """Texts with a bracket that is opened and not closed, or closed and not opened."""
    for at, text in texts_of(book):
        depths = list(accumulate(1 if bracket == "(" else -1 for bracket in _BRACKET.findall(text.text)))
        if depths and (depths[-1] != 0 or min(depths) < 0):
            yield Found(at, [text.source], found=text.text)
