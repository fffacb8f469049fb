"""One spelling for texts that the same words may be printed in."""

import re
import unicodedata

LOST_DOT = "\uf000"
"""A private-use glyph that stands where a font lost a middle dot (inside a line) or a bullet (at its start)."""

_FORMS = {
    "·": "‧․･ㆍ⋅∙ˑ・•" + LOST_DOT,
    "'": "‘’`´′＇",
    '"': "“”″＂",
    "~": "∼～⁓〜˜",
    "「": "｢",
    "」": "｣",
    "(": "（",
    ")": "）",
    "-": "‒–−‐‑－",
}
_ONE_FORM = str.maketrans({other: form for form, others in _FORMS.items() for other in others})
_SPACE = re.compile(r"[^\S\t]+")
_TAB = re.compile(r" *\t[ \t]*")


def normalise(text: str) -> str:
    """NFC, one space for any white space, one form of middle dot, quote, tilde, bracket and dash.

    A tab stays: it parts cells where a reader knows them. The ends are stripped.
    """
    plain = unicodedata.normalize("NFC", text).translate(_ONE_FORM)
    return _TAB.sub("\t", _SPACE.sub(" ", plain)).strip()


def folded(name: str) -> str:
    """A name as all that look like it: NFKC, without capitals."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).lower())


def squeeze(text: str) -> str:
    """The text without any white space: for comparing words that were wrapped."""
    return "".join(text.split())


def number_said(text: str) -> int:
    """The whole number that an address or a form says; 0 where it says none."""
    return int(text[:9]) if text.isascii() and text.isdecimal() else 0


def last_clause(text: str, *, words: int) -> str:
    """The last clause of a sentence, at most its last words; of a text that is one already, all of it."""
    clause = re.split(r", (?![^()]*\))", text)[-1]
    return " ".join(clause.split()[-words:])
