"""Where print broke a line, was it between words or inside one? Judged by what the book itself teaches.

The trailing blank that some files keep is not asked: many files lose it, and a book must read the
same with and without. Instead every place inside the lines of the same book where the same
characters meet tells whether they meet with a blank or without.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

_REACH = 4
"""Characters on each side that are compared."""

_CHANCE = 64.0
"""Evidence that whole words which happen to meet elsewhere can give."""

_WRAP = 4096.0
"""Evidence of a blank where differently wrapped lines break at the same place: as much as of three letters and three."""

_RARELY = 0.2
"""Odds of two words below which they are taken as one."""

_OPENING = "([{「<'\""
_CLOSING = ")]}」>,.:;!?%'\""
_ENDS_A_WORD = re.compile(
    r"(을|를|의|및|등|은|는|된|한|할|로|와|과|에|서|며|고|여|위해|위한|통한|통해|대한|:|,|/)$"
)
_LAST_WORD = re.compile(r"\w*$")
_FIRST_WORD = re.compile(r"^\w*")
_HANGUL = re.compile(r"^[가-힣]{4}$")
_CONTINUES_A_WORD = re.compile(r"^(을|를|의|은|는|에|로|으로|와|과|이|가|화|적|성|하|되|들|인|·|,|\)|」|~|%)")


class Words:
    """What one book teaches about its spelling."""

    def __init__(self, texts: Iterable[str]) -> None:
        letters: list[str] = []
        self._blank_before: bytearray = bytearray()
        self._positions: dict[str, list[int]] = defaultdict(list)
        self._evidence: dict[tuple[str, str, tuple[int, int]], float] = {}
        self._wraps: dict[tuple[str, str], set[str]] = defaultdict(set)
        above = ""
        for text in texts:
            self._learn(text, letters)
            line = text.replace(" ", "")
            self._wraps[above[-_REACH:], line[:_REACH]].add(above)
            above = line
        self._letters = "".join(letters) + "\n" * _REACH

    def _learn(self, text: str, letters: list[str]) -> None:
        blank, previous = False, ""
        for letter in text:
            if letter in " ":
                blank = True
                continue
            if previous:
                self._positions[previous + letter].append(len(letters))
            letters.append(letter)
            self._blank_before.append(blank)
            blank, previous = False, letter
        letters.append("\n")
        self._blank_before.append(False)

    def evidence(self, left: str, right: str) -> float:
        """Above zero where the book writes `left` and `right` together, below where it parts them."""
        needed = min(2, len(_LAST_WORD.findall(left)[0])), min(2, len(_FIRST_WORD.findall(right)[0]))
        ends = left.replace(" ", "")[-_REACH:], right.replace(" ", "")[:_REACH], needed
        known = self._evidence.get(ends)
        if known is None:
            known = self._evidence[ends] = self._weighed(*ends)
        return known

    def _weighed(self, left: str, right: str, needed: tuple[int, int]) -> float:
        """Each meeting of the two middle letters counts four times more for each letter more that agrees.

        Where they are written together, a single letter of a longer word says little (저류시설설치 of
        저류시설 and 설계): all such meetings together are no more than chance.
        """
        letters, blank_before, score, chance = self._letters, self._blank_before, 0.0, 0.0
        before_it = left[-2::-1] + "\0" * (_REACH - len(left))
        after_it = right[1:] + "\0" * (_REACH - len(right))
        for position in self._positions.get(left[-1:] + right[:1], ()):
            before = after = 1
            for reach, letter in enumerate(before_it, start=2):
                if letters[position - reach] != letter:
                    break
                before += 1
            for reach, letter in enumerate(after_it, start=1):
                if letters[position + reach] != letter:
                    break
                after += 1
            if blank_before[position]:
                score -= 4.0 ** (before + after)
            elif before >= needed[0] and after >= needed[1]:
                score += 4.0 ** (before + after)
            else:
                chance += 16.0
        wraps = len(self._wraps.get((left, right), ()))
        return score + min(chance, _CHANCE) - (wraps * _WRAP if wraps > 1 else 0)

    def meetings(self, left: str, right: str) -> int:
        """How often the book has these ends next to each other inside a line, with or without a blank."""
        left, right = left.replace(" ", "")[-_REACH:], right.replace(" ", "")[:_REACH]
        return sum(
            self._letters.startswith(left, position - len(left))
            and self._letters.startswith(right[:2], position)
            for position in self._positions.get(left[-1:] + right[:1], ())
        )

    def together(self, left: str, right: str) -> bool:
        """Whether a line's end `left` and the next line's start `right` are one word."""
        if not left or not right:
            return True
        decided = _by_punctuation(left, right)
        if decided is not None:
            return decided
        score = self.evidence(left, right)
        if score > _CHANCE or (
            score > 0 and (len(left.rsplit(maxsplit=1)[-1]) == 1 or len(right.split(maxsplit=1)[0]) == 1)
        ):
            return True
        if score < 0:
            return False
        if _ENDS_A_WORD.search(left):
            return False
        begins, goes_on = self._beginnings(right)
        if _CONTINUES_A_WORD.match(right):
            return goes_on >= 3 * begins
        if begins + goes_on == 0 or not _HANGUL.match(left[-2:] + right[:2]):
            return False
        ends, inside = self._endings(left)
        return (ends + 0.5) / (inside + 0.5) * (begins + 0.5) / (goes_on + 0.5) < _RARELY

    def _beginnings(self, right: str) -> tuple[int, int]:
        """How often its first two letters begin a word inside the book's lines, and how often they do not."""
        begins = [
            self._blank_before[position - 1] or self._letters[position - 2] in _OPENING + "·"
            for position in self._positions.get(right[:2], ())
            if not self._blank_before[position] and self._letters[position - 2] != "\n"
        ]
        return sum(begins), len(begins) - sum(begins)

    def _endings(self, left: str) -> tuple[int, int]:
        """How often its last two letters end a word inside the book's lines, and how often they do not."""
        ends = [
            self._blank_before[position + 1] or self._letters[position + 1] in _CLOSING + "·("
            for position in self._positions.get(left[-2:], ())
            if not self._blank_before[position] and self._letters[position + 1] != "\n"
        ]
        return sum(ends), len(ends) - sum(ends)

    def join(self, parts: Iterable[str]) -> str:
        """The wrapped parts as one text."""
        text = ""
        for part in parts:
            text += part if self.together(text, part) else " " + part
        return text


def _by_punctuation(left: str, right: str) -> bool | None:
    if left[-1] in _OPENING[:5] or right[0] in ")]}」>,.;!?%·" or left[-1] == "·":
        return True
    if left[-1] in ",:;" or right[0] in ":(":
        return False
    return None
