"""What a HWPX prints before paragraphs by itself: numbers, bullets and the numbers of an outline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from goru.book.reading.elements import number_of
from goru.core.romans import BY_LATIN

LEVELS = 10


def _letters(first: str, count: int) -> str:
    return "".join(map(chr, range(ord(first), ord(first) + count)))


_SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
_DIGITS = "일이삼사오육칠팔구"
_IDEOGRAPHS = "一二三四五六七八九"
_SERIES = {
    "CIRCLED_DIGIT": _letters("①", 20) + _letters("㉑", 15) + _letters("㊱", 15),
    "LATIN_CAPITAL": _letters("A", 26),
    "LATIN_SMALL": _letters("a", 26),
    "CIRCLED_LATIN_CAPITAL": _letters("Ⓐ", 26),
    "CIRCLED_LATIN_SMALL": _letters("ⓐ", 26),
    "HANGUL_SYLLABLE": _SYLLABLES,
    "CIRCLED_HANGUL_SYLLABLE": _letters("㉮", 14),
    "HANGUL_JAMO": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "CIRCLED_HANGUL_JAMO": _letters("㉠", 14),
    "CIRCLED_IDEOGRAPH": _letters("㊀", 10),
    "DECAGON_CIRCLE": "갑을병정무기경신임계",
    "DECAGON_CIRCLE_HANJA": "甲乙丙丁戊己庚辛壬癸",
}
"""Forms of numbers that are one letter each; they begin again where they end."""

_PARTS = re.compile(r"\^(10|[1-9nN])")
_OWN_MARK = re.compile(
    r"\s*(?:[^\w\s'\"‘“「『(<\[]|[ㅇoㅡ] ?(?=\s|[가-힣])|\(?(?:\d+|[가-하A-Za-z]|[Ⅰ-ⅿIVX]+)[.)]|[Ⅰ-ⅿ①-⓿㉠-㉻㊀-㊿❶-➓]"
    r"|제 ?\d+ ?[장절])"
)
"""How a text begins that carries a number or a bullet of its own."""

_ROMANS = dict(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


def written(number: int, form: str) -> str:
    """A number in one of the forms that OWPML names; digits where it names another."""
    if form in ("ROMAN_CAPITAL", "ROMAN_SMALL") and number:
        roman = _roman(number)
        return BY_LATIN.get(roman, roman) if form == "ROMAN_CAPITAL" else roman.lower()
    if form in ("HANGUL_PHONETIC", "IDEOGRAPH") and 0 < number < 100:
        ones, ten = (_DIGITS, "십") if form == "HANGUL_PHONETIC" else (_IDEOGRAPHS, "十")
        tens = (ones[number // 10 - 1] if number > 19 else "") + ten if number > 9 else ""
        return tens + (ones[number % 10 - 1] if number % 10 else "")
    if number and (series := _SERIES.get(form)):
        return series[(number - 1) % len(series)]
    return str(number)


def _roman(number: int) -> str:
    roman = ""
    for value, letters in _ROMANS.items():
        roman += letters * (number // value)
        number %= value
    return roman


@dataclass(frozen=True, slots=True)
class _Level:
    """How the numbers of one level are written, and with which they begin."""

    text: str
    form: str
    start: int


@dataclass(slots=True)
class _List:
    """One list of numbers: the last one of each level."""

    levels: dict[int, _Level]
    last: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def next(self, level: int) -> str:
        """The number of the next paragraph of a level: levels below begin again, levels above begin if they had not."""
        for above in range(level):
            if self.last[above] is None:
                self.last[above] = self._start(above)
        before = self.last[level]
        self.last[level] = self._start(level) if before is None else before + 1
        self.last[level + 1 :] = [None] * (LEVELS - level - 1)
        own = self.levels.get(level)
        return _PARTS.sub(lambda part: self._part(part[1], level), own.text) if own else ""

    def _part(self, asked: str, level: int) -> str:
        if asked in "nN":
            path = ".".join(self._written(above) for above in range(level + 1))
            return path + ("." if asked == "N" else "")
        return self._written(int(asked) - 1)

    def _written(self, level: int) -> str:
        number = self.last[level]
        own = self.levels.get(level)
        return written(self._start(level) if number is None else number, own.form if own else "DIGIT")

    def _start(self, level: int) -> int:
        own = self.levels.get(level)
        return own.start if own else 1


@dataclass(frozen=True, slots=True)
class _Heading:
    """What the shape of a paragraph says of its mark."""

    kind: str
    of: str
    level: int


class Numbering:
    """The marks of one document's paragraphs, asked for in reading order."""

    def __init__(self, header: etree._Element | None) -> None:
        self._headings: dict[str, _Heading] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._bullets: dict[str, str] = {}
        self._lists: dict[tuple[str, str], _List] = {}
        self._is_outlined = True
        self.outline = ""
        if header is not None:
            self._learn(header)

    def _learn(self, header: etree._Element) -> None:
        for shape in header.iter("{*}paraPr"):
            heading = next(shape.iter("{*}heading"), None)
            if heading is not None and heading.get("type") not in (None, "NONE"):
                self._headings[shape.get("id", "")] = _Heading(
                    heading.get("type", ""), heading.get("idRef", ""), number_of(heading, "level", 0)
                )
        for numbering in header.iter("{*}numbering"):
            self._levels[numbering.get("id", "")] = _levels(numbering)
        for bullet in header.iter("{*}bullet"):
            self._bullets[bullet.get("id", "")] = bullet.get("char", "")

    def look_at(self, paragraphs: Iterable[tuple[etree._Element, str]]) -> None:
        """Learn whether the document's outline shows its numbers.

        Programs use the styles of an outline for headings that carry marks of their own; whoever saw both printed
        took one away. So the numbers count only where most headings have no mark.
        """
        marked = Counter(
            _OWN_MARK.match(text) is not None
            for paragraph, text in paragraphs
            if text.strip() and self._kind(paragraph) == "OUTLINE"
        )
        self._is_outlined = marked[True] <= marked[False]

    def _kind(self, paragraph: etree._Element) -> str:
        heading = self._headings.get(paragraph.get("paraPrIDRef", ""))
        return heading.kind if heading else ""

    def mark(self, paragraph: etree._Element, text: str) -> str:
        """What stands before a paragraph of this text."""
        heading = self._headings.get(paragraph.get("paraPrIDRef", ""))
        if heading is None or heading.level >= LEVELS:
            return ""
        if heading.kind == "BULLET":
            return self._bullets.get(heading.of, "") if text.strip() else ""
        if heading.kind == "OUTLINE" and not self._is_outlined:
            return ""
        known = self.outline if heading.kind == "OUTLINE" else heading.of
        if known not in self._levels:
            return ""
        kept = self._lists.setdefault((heading.kind, known), _List(self._levels[known]))
        return kept.next(heading.level)


def _levels(numbering: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for head in numbering.iter("{*}paraHead"):
        level = number_of(head, "level", 1) - 1
        start = number_of(head, "start", 1)
        if level == 0 and start == 1:
            start = number_of(numbering, "start", 1) or 1
        if 0 <= level < LEVELS:
            levels.setdefault(level, _Level(head.text or "", head.get("numFormat", "DIGIT"), start))
    return levels
