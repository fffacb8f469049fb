"""Words as they are compared."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[0-9a-z가-힣]+")

_INITIALS, _VOWELS, _FINALS = (
    "r r s e e f a q q t t d w w c z x v g",
    "k o i o j p u p h hk ho hl y n nj np nl b m ml l",
    "r r rt s sw sg e f fr fa fq ft fx fv fg a q qt t t d w c z x v g",
)
_KEYS = {
    first + place: key
    for first, keys in ((0x1100, _INITIALS), (0x1161, _VOWELS), (0x11A8, _FINALS))
    for place, key in enumerate(keys.split())
}


def keys_of(term: str) -> str:
    """The keys that a term is typed with on a Korean keyboard (두벌식, KS X 5002), without Shift.

    Near words have near keys; 특구 typed on a keyboard left in English has the same. Trigrams of PostgreSQL know
    letters of ASCII in every database.
    """
    return unicodedata.normalize("NFD", term).translate(_KEYS)


def words_in(question: str) -> list[str]:
    """The words of a question, small letters, without signs."""
    return WORD.findall(unicodedata.normalize("NFC", question).lower())
