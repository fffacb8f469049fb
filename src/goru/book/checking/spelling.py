"""Rules on the print itself: words that look misspelt, brackets that do not close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from goru.book.checking.rule import Found, Sentence
from goru.book.checking.texts import texts_of
from goru.book.checking.words import Words
from goru.book.model import PlanBook

_BRACKET = re.compile("[()]")


def words_misspelt(_book: PlanBook, sentences: Sequence[Sentence]) -> Iterator[Found]:
    """Words one letter off another one of the book, with syllables that stand together nowhere else."""
    words = Words.of(text for _, text, _ in sentences)
    for stem, count in words.seldom():
        if meant := words.meant_by(stem, count):
            printed = words.printed(stem)
            where = [(at, source) for at, text, source in sentences if stem in text]
            yield Found(
                where[0][0],
                list(dict.fromkeys(source for _, source in where)),
                meant + printed[len(stem) :],
                printed,
                also=list(dict.fromkeys(at for at, _ in where)),
            )


def brackets_left_open(book: PlanBook) -> Iterator[Found]:
    """Texts with a bracket that is opened and not closed, or closed and not opened."""
    for at, text in texts_of(book):
        if "(" not in text.text and ")" not in text.text:
            continue
        depths = list(accumulate(1 if bracket == "(" else -1 for bracket in _BRACKET.findall(text.text)))
        if depths and (depths[-1] != 0 or min(depths) < 0):
            yield Found(at, [text.source], found=text.text)
