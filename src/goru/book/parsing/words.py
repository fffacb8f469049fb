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

_OPENING = "([{「<'\""
_CLOSING = ")]}」>,.:;!?%'\""
_ENDS_A_WORD = re.compile(
    r"(을|를|의|및|등|은|는|된|한|할|로|와|과|에|서|며|고|여|위해|위한|통한|통해|대한|:|,|/)$"
)
_CONTINUES_A_WORD = re.compile(r"^(을|를|의|은|는|에|로|으로|와|과|이|가|화|적|성|하|되|들|인|·|,|\)|」|~|%)")


class Words:
    """What one book teaches about its spelling."""

    def __init__(self, texts: Iterable[str]) -> None:
        letters: list[str] = []
        self._blank_before: bytearray = bytearray()
        self._positions: dict[str, list[int]] = defaultdict(list)
        self._evidence: dict[tuple[str, str], float] = {}
        for text in texts:
            self._learn(text, letters)
        self._letters = "".join(letters) + "\n" * _REACH

    def _learn(self, text: str, letters: list[str]) -> None:
        blank, previous = False, ""
        for letter in text:
            if letter in " \t":
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
        left, right = left.replace(" ", "")[-_REACH:], right.replace(" ", "")[:_REACH]
        known = self._evidence.get((left, right))
        if known is None:
            known = self._evidence[left, right] = self._weighed(left, right)
        return known

    def _weighed(self, left: str, right: str) -> float:
        """Each meeting of the two middle letters counts four times more for each letter more that agrees."""
        letters, blank_before, score = self._letters, self._blank_before, 0.0
        before_it = left[-2::-1] + "\0" * (_REACH - len(left))
        after_it = right[1:] + "\0" * (_REACH - len(right))
        for position in self._positions.get(left[-1:] + right[:1], ()):
            weight = 16.0
            for reach, letter in enumerate(before_it, start=2):
                if letters[position - reach] != letter:
                    break
                weight *= 4
            for reach, letter in enumerate(after_it, start=1):
                if letters[position + reach] != letter:
                    break
                weight *= 4
            score += -weight if blank_before[position] else weight
        return score

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
        return bool(_CONTINUES_A_WORD.match(right))

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
