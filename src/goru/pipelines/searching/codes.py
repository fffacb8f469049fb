"""Codes of the national frame (Ⅲ, Ⅲ-2, Ⅲ-2-(1)) as one word each, which begins with that of what is above it."""

from __future__ import annotations

import re
import unicodedata

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NUMBER = "|".join(sorted(_ROMAN, key=len, reverse=True)) + r"|\d{1,2}"
_END = r"(?![\da-z-]|개|가지|대|건|종)"
_ASKED = re.compile(
    rf"(?:전략|strategy)\s*({_NUMBER}){_END}"
    rf"|(?<![\w-])(?:전략|핵심과제|실천과제)?\s*({_NUMBER})-(\d{{1,2}})(?:-?\(?(\d{{1,2}})\)?)?{_END}"
)


def word_of(code: str) -> str:
    """A code as the word that entries are found by; each number has its end, so that Ⅲ-1 does not begin Ⅲ-10."""
    numbers = re.findall(_NUMBER, _plain(code))
    return "code" + "".join(f"{_ROMAN.get(number, number)}x" for number in numbers)


def taken_from(question: str) -> tuple[dict[str, str], str]:
    """The codes that a question names (전략 3, 전략Ⅲ, 2-1, Ⅰ-1-(2)) as they are typed, with their words; the rest of it."""
    plain = _plain(question)
    codes = {
        found[0].strip(): word_of("-".join(part for part in found.groups() if part))
        for found in _ASKED.finditer(plain)
    }
    return codes, _ASKED.sub(" ", plain)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()
