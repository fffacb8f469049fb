"""Rules on the print itself: words that look misspelt, brackets that do not close."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate

from goru.book.checking.rule import Found
from goru.book.checking.texts import texts_of
from goru.book.model import PlanBook, Source
from goru.book.paths import Path

_WORD = re.compile(r"[가-힣]{2,}")
_BRACKET = re.compile("[()]")
_LONG = 4
_FIRST_SYLLABLE = 0xAC00
_SELDOM = 4
_COMMON = 5
Places = dict[str, list[tuple[Path, Source | None]]]


def words_misspelt(book: PlanBook) -> Iterator[Found]:
    """Words one letter off a common one, with a pair of syllables that the book has nowhere else.

    The pair tells 협력제계 (no other 제계) from 혁신사업, which is no misprint of 혁신산업.
    """
    places = _places(book)
    counts = {word: len(where) for word, where in places.items()}
    pairs: Counter[str] = Counter()
    for word, count in counts.items():
        for pair in _pairs(word):
            pairs[pair] += count
    common = _without_one_syllable(
        word for word, count in counts.items() if count >= _COMMON and len(word) >= _LONG
    )
    for word, where in places.items():
        is_seldom = len(where) <= _SELDOM and len(word) >= _LONG
        meant = _meant(word, counts, pairs, common) if is_seldom else None
        if meant:
            sources = dict.fromkeys(source for _, source in where)
            also = list(dict.fromkeys(at for at, _ in where))
            yield Found(where[0][0], list(sources), meant, word, also=also)


def brackets_left_open(book: PlanBook) -> Iterator[Found]:
    """Texts with a bracket that is opened and not closed, or closed and not opened."""
    for at, text in texts_of(book):
        depths = list(accumulate(1 if bracket == "(" else -1 for bracket in _BRACKET.findall(text.text)))
        if depths and (depths[-1] != 0 or min(depths) < 0):
            yield Found(at, [text.source], found=text.text)


def _places(book: PlanBook) -> Places:
    places: Places = defaultdict(list)
    for at, text in texts_of(book):
        for word in _WORD.findall(text.text):
            places[word].append((at, text.source))
    return places


def _pairs(word: str) -> list[str]:
    return [word[at : at + 2] for at in range(len(word) - 1)]


def _without_one_syllable(words: Iterator[str]) -> dict[tuple[int, str], list[str]]:
    """Words by what is left of them without the syllable at a place: those that share it differ there only."""
    rests: dict[tuple[int, str], list[str]] = defaultdict(list)
    for word in words:
        for at in range(len(word)):
            rests[at, word[:at] + word[at + 1 :]].append(word)
    return rests


def _meant(
    word: str, counts: dict[str, int], pairs: Counter[str], common: dict[tuple[int, str], list[str]]
) -> str | None:
    for at in range(len(word)):
        near = common.get((at, word[:at] + word[at + 1 :]))
        if not near:
            continue
        around = [word[start : start + 2] for start in (at - 1, at) if 0 <= start < len(word) - 1]
        if all(pairs[pair] > counts[word] for pair in around):
            continue
        for other in near:
            if counts[other] > counts[word] and _is_one_letter_off(word[at], other[at]):
                return other
    return None


def _is_one_letter_off(one: str, other: str) -> bool:
    """Whether two syllables differ in just one of initial, vowel and final."""
    letters = [divmod(ord(syllable) - _FIRST_SYLLABLE, 28) for syllable in (one, other)]
    parts = [(*divmod(syllable, 21), final) for syllable, final in letters]
    differing = [a for a, b in zip(*parts, strict=True) if a != b]
    return len(differing) == 1
