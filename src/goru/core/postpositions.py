"""Korean postpositions (조사): which of two forms follows a word goes by how the word is read."""

from __future__ import annotations

import re
import unicodedata
from string import Formatter
from typing import Any, Literal, get_args

Pair = Literal["이/가", "은/는", "을/를", "과/와", "으로/로"]
PAIRS: tuple[Pair, ...] = get_args(Pair)
"""After a consonant, after a vowel."""

_READ = dict(zip("0123456789LMNR上中", "영일이삼사오육칠팔구엘엠엔알상중", strict=True))
"""How figures are read, and the letters whose names end with a consonant; 上 and 中 of half-years and months."""
_GREAT = "만억조경해"
_ADDITION = re.compile(r"(?<=\w|[%'\"」』])\s?\([^()]*\)\W*$")
_FIGURE = re.compile(r"(?<![\w.])(?:\d{1,3}(?:,\d{3})+|[1-9]\d*)$")
_ENGLISH = re.compile(r"[A-Za-z]*[a-z]$")
_CLOSED = re.compile(r"(?:[mn]|l|le|[mn]e|ng|[aeiou][bckpt]|ck)$", re.IGNORECASE)
_RIEUL = 8


def particle(before: str, pair: Pair) -> str:
    """The form of a pair that follows these words.

    Closing quotes and brackets are not read, nor what stands in brackets behind a word; figures are read as Sino-Korean
    numbers, capitals letter by letter, other Latin words about as they are spelt in Korean.
    """
    after_consonant, after_vowel = pair.split("/")
    final = _final(before)
    is_open = not final or (final == _RIEUL and pair == "으로/로")
    return after_vowel if is_open else after_consonant


def filled(sentence: str, values: dict[str, Any]) -> str:
    """A sentence with its values, where a pair in braces is the form that follows what stands before it.

    `'{name}'{은/는} …`: only the sentence's own pairs are chosen, whatever the values say.
    """
    said = ""
    for literal, field, _form, _conversion in Formatter().parse(sentence):
        said += literal
        if field in PAIRS:
            said += particle(said, field)
        elif field is not None:
            said += str(values[field])
    return said


def _final(words: str) -> int:
    """The consonant that words end with when they are read, counted as in a syllable of Hangul; 0 is none."""
    read = re.sub(r"[^\w%]+$", "", _ADDITION.sub("", unicodedata.normalize("NFKC", words)))
    last = read[-1:]
    if figure := _FIGURE.search(read):
        last = _last_of(figure[0].replace(",", ""))
    elif english := _ENGLISH.search(read):
        last = ("얼" if re.search(r"le?$", english[0]) else "언") if _CLOSED.search(english[0]) else ""
    syllable = _READ.get(last, last)
    return (ord(syllable) - ord("가")) % 28 if "가" <= syllable <= "힣" else 0


def _last_of(figure: str) -> str:
    """The last syllable or digit that is read of a whole number: 300,000,000 억, 20,000,000,000,000 조.

    십, 백 and 천 end with a consonant that 영 ends with too: they need no telling from a nought.
    """
    zeros = len(figure) - len(figure.rstrip("0"))
    return _GREAT[min(zeros // 4, len(_GREAT)) - 1] if zeros >= 4 else figure[-1]
