"""One cleaning of text, before anything is parsed: what looks alike in print is one letter afterwards."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

from goru.core.romans import BY_LATIN
from goru.core.text import normalise

_INVISIBLE = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Joiners, marks of direction, soft hyphens, marks of byte order, selectors of glyphs."""

_WIDE = {
    letter: unicodedata.normalize("NFKC", chr(letter))
    for letter in chain(range(0xFE50, 0xFE6C), range(0xFF01, 0xFF5F), range(0xFFE0, 0xFFE7))
}
"""Digits, letters, signs and brackets as wide, or as narrow, as a syllable."""

_OTHER_FORMS = {
    " ": "\u3164\uffa0",  # fillers of Hangul
    "·": "\u0387\u119e\u1427\u16eb\u2e31\u2e33\ua78f\uf09e\uf09f\uf0b7\U000f02ef",
    "(": "⁽❨❪⟮⦅",
    ")": "⁾❩❫⟯⦆",
    "-": "\u00af\u2043\u2500\u2501\u2796\ufe58",
    "→": "⇒⇨➔➙➜➝➞➡⟶\uf0e0\uf0e8",
    "ㅇ": "\uf06c\uf06d\uf0a1",
    "□": "\uf06e\uf06f\uf070\uf071\uf072\uf0a8",
    "◈": "\uf073\uf074\uf075\uf076\uf077",
    "§": "\uf0a7",
    "‣": "\uf0d8",
}
"""What fonts of symbols (Wingdings and Symbol, at U+F000 and their bytes) and of Hancom leave is no letter elsewhere."""

_ONE_FORM = _WIDE | {ord(other): form for form, others in _OTHER_FORMS.items() for other in others}
BULLETS = {
    "ㅇ": "○◯◌◎●❍⚪⚬⭘〇ㆁᄋᆼᇰ◦∘🌕⏺",
    "□": "■▢▣◻◼❏❐❑❒⬛⬜☐🔲🔳",
    "◈": "◆◇◊❖⟐⬥⬦⯁🔶🔷🔸🔹",
    "§": "▪▫▸▹◽◾⬝⬞",
    "‣": "►▻▷➢➣➤⮞",
    "-": "—―ㅡ",
    "※": "⁂",
}
"""What bullets of a family look like at the start of a line; inside a line they mean something else."""

_FAMILY = {other: bullet for bullet, others in BULLETS.items() for other in others}
_BULLET = re.compile(f"[{''.join(_FAMILY)}](?=\\s*\\S)")
_LETTER_O = re.compile(r"[oоο](?= )")
"""Of the Latin, the Cyrillic and the Greek alphabet."""

_ROMAN = re.compile(r"(?P<number>[IVXΙІХΧ]{1,4})(?=\.(?: |[가-힣])|-\d)")
_LATIN = str.maketrans({"Ι": "I", "І": "I", "Х": "X", "Χ": "X"})
_ARROW = re.compile(r"[-=]{1,2}>")
_DATE = re.compile(r"(?<=\d) (?=[년월일](?![가-힣]))")
_UNIT = re.compile(
    r"(?P<before>(?:^|\s|\() ?(?:단위 ?: ?)?)(?P<size>억|백만|천만|만|천|조) ?(?P<noun>원|명|개|톤|건) ?(?=\)| [\d-])"
)


def clean(printed: str) -> str:
    """A line (its cells parted by tabs) as it would be spelt by one hand with one font."""
    plain = normalise(_INVISIBLE.sub("", unicodedata.normalize("NFC", printed)).translate(_ONE_FORM))
    plain = _DATE.sub("", _ARROW.sub("→", plain))
    return "\t".join(_begun(cell) for cell in plain.split("\t"))


def is_bullet(text: str) -> bool:
    """Whether a text is nothing but a bullet, in whatever form; a dash alone is a value, □ a part without a title."""
    return len(text) == 1 and _FAMILY.get(text, text if text in BULLETS else "-") not in ("-", "□")


def _begun(cell: str) -> str:
    """The cell with the bullet or the number it begins with in one form, and its units without a blank."""
    if _BULLET.match(cell):
        cell = _FAMILY[cell[0]] + cell[1:]
    elif _LETTER_O.match(cell):
        cell = "ㅇ" + cell[1:]
    elif (number := _ROMAN.match(cell)) and (roman := BY_LATIN.get(number[0].translate(_LATIN))):
        cell = roman + cell[number.end() :]
    return _UNIT.sub(_joined, cell)


def _joined(unit: re.Match[str]) -> str:
    behind = "" if unit["before"].startswith("(") else " " if unit[0].endswith(" ") else ""
    return f"{unit['before'].replace('( ', '(')}{unit['size']}{unit['noun']}{behind}"
