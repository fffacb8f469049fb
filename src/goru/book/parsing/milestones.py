"""The dated events (milestones) of a paragraph, with the words that belong to each date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from goru.book.model import Milestone
from goru.book.parsing.parts import Paragraph
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of
from goru.core.dates import FuzzyDate, dates_in, timeless

SUBTASK = re.compile(r"^\( ?(?P<title>[^()]+(?:\([^()]*\)[^()]*)*)\) ?")
"""The title in brackets that a paragraph begins with."""
_STATISTIC = re.compile(r"^(?:년도?|년간)? ?(?:\d[\d,.]*(?:만|천|억|조|%|명|개|건|원| )*|매출|후보)")
_NAMED_PERIOD = re.compile(r"(계획|개년|규모|사업|R&D\))\(?$")
_LISTED = re.compile(r"[,/ .]+")
"""What parts the dates of one list."""


def milestones_in(
    paragraph: Paragraph, words: Words, year: int, decided: date | None, about: str
) -> list[Milestone]:
    """The dated events of a paragraph; `about` is the name a footnote of dates explains, empty where none."""
    text = paragraph.text(words).text
    if paragraph.bullet == "□":
        text = SUBTASK.sub("", text)
    found = [one for one in dates_in(text, year) if _is_dated_event(text, one)]
    found += [one for one in _timeless_in(text, year) if not any(_overlap(one, other) for other in found)]
    found = _most_precise(text, sorted(found, key=lambda one: one.first))
    return [
        Milestone(
            text=f"{about}: {_clause(text, found, index)}" if about else _clause(text, found, index),
            start=one.start,
            end=one.end,
            precision=one.precision,
            done=_is_done(one, text, decided),
            source=source_of(_line_of(paragraph, text, one)),
        )
        for index, one in enumerate(found)
    ]


def _most_precise(text: str, found: Sequence[FuzzyDate]) -> list[FuzzyDate]:
    """Without the bare year that leads a clause which ends with a more precise date of that year."""
    return [
        one
        for one, following in zip_longest(found, found[1:])
        if not (
            following
            and one.precision == "year"
            and following.precision != "year"
            and one.start
            and following.end
            and one.start.year == following.end.year
            and not re.search(r"[,→/]", text[one.last : following.first])
        )
    ]


def _timeless_in(text: str, year: int) -> list[FuzzyDate]:
    found = []
    for match in re.finditer(r"\(([^()]+)\)", text):
        one = timeless(match[1].strip(), year)
        if one:
            found.append(
                FuzzyDate(one.start, one.end, one.precision, match.start(1), match.end(1), has_year=False)
            )
    return found


def _overlap(one: FuzzyDate, other: FuzzyDate) -> bool:
    return one.first < other.last and other.first < one.last


def _is_dated_event(text: str, one: FuzzyDate) -> bool:
    """Not a year of statistics ('21년 46.8%), nor the period in a plan's name ('23~'27), nor a budget's year."""
    if one.precision != "year":
        return True
    after, before = text[one.last :], text[: one.first]
    if _STATISTIC.match(after) and not re.match(r"^년? ?\d+(?:개)? ?(?:기관|개소|사업대상|4개팀)", after):
        return re.search(r"(까지)$", text[: one.last]) is not None or bool(
            re.search(r"(지정|선정|완료|추진|지원)", after[:24]) and not re.search(r"억원|%", after[:12])
        )
    if re.match(r"^년?도? ?(예산|시행계획|신규|사업대상지|총 \d+년)", after) or re.match(r"^년? ?→", after):
        return False
    if before.endswith(("→", "→ ")) and ")" in after and not after.startswith(")"):
        return False
    if _NAMED_PERIOD.search(before.rstrip()) and one.start and one.end and one.start.year != one.end.year:
        return False
    return not re.search(r"[\d억원만천]\($", before)


def _clause(text: str, found: Sequence[FuzzyDate], index: int) -> str:
    """The words a date belongs to: those before it back to the last clause; after it where it leads."""
    one = found[index]
    if index and _LISTED.fullmatch(text[found[index - 1].last : one.first]):
        return _clause(text, found, index - 1)
    following = _after_list(text, found, index)
    last = found[following - 1].last
    opening = text.rfind("(", 0, one.first)
    inside = opening >= 0 and ")" not in text[opening : one.first]
    closing = text.find(")", last) if inside else -1
    leads = not inside or (closing >= 0 and len(text[last:closing].strip(" ,~")) > 6)
    if inside and not leads and not (closing == last and re.search(r"(^|[→/:]) ?$", text[:opening])):
        start = max([other.last for other in found[:index]] + [0])
        mark = ")" if ")" in text[start : one.first] else ", "
        start = max(start, text.find(mark, start, one.first) + 1) if start else start
        return _trimmed(text[start : _end_of_clause(text, closing, found[following:])])
    return _trimmed(_leading(text, found, index))


def _after_list(text: str, found: Sequence[FuzzyDate], index: int) -> int:
    """Which date is the first behind the list ('23.11.30, '24.1.15) that begins with this one."""
    following = index + 1
    while following < len(found) and _LISTED.fullmatch(
        text[found[following - 1].last : found[following].first]
    ):
        following += 1
    return following


def _end_of_clause(text: str, closing: int, following: Sequence[FuzzyDate]) -> int:
    """Behind the date's bracket, or where the sentence that goes on from it ((…)를 거쳐 …) ends."""
    if closing < 0:
        return len(text)
    if not re.match(r"(를|을|에서) ", text[closing + 1 :]):
        return closing + 1
    ends = [text.find(", ", closing), following[0].first if following else -1]
    return min((end for end in ends if end > 0), default=len(text))


def _leading(text: str, found: Sequence[FuzzyDate], index: int) -> str:
    """From the clause in which the date stands to the clause of the next date."""
    one = found[index]
    start = max(text.rfind(mark, 0, one.first) for mark in (", ", "→", "/", ". ")) + 1
    start = max([start] + [other.last for other in found[:index]])
    following = _after_list(text, found, index)
    last = found[following - 1].last
    end = found[following].first if following < len(found) else len(text)
    cuts = [text.find(mark, last, end) for mark in ("→", ", ", " / ")]
    cuts = [cut for cut in cuts if cut > 0 and cut - last > 4]
    return text[start : min([end, *cuts])]


def _trimmed(text: str) -> str:
    text = re.sub(r"^[\s,)→/.·~]+|[\s,(→/~]+$", "", text)
    text = re.sub(r"^(및|과|와|하고|하여|을|를|이|가) ", "", text)
    if text.count("(") < text.count(")"):
        return text.removesuffix(")")
    return text + ")" if text.count("(") > text.count(")") else text


def _is_done(one: FuzzyDate, text: str, decided: date | None) -> bool:
    if one.end is None:
        return False
    return (decided is not None and one.end <= decided) or text.startswith("완료", one.last + 1)


def _line_of(paragraph: Paragraph, text: str, one: FuzzyDate) -> Line:
    """The line in which the date begins: found by counting letters, which wrapping leaves alone."""
    whole = sum(1 for part in paragraph.parts for letter in part if letter != " ")
    skipped = whole - sum(1 for letter in text if letter != " ")
    letters = skipped + sum(1 for letter in text[: one.first] if letter != " ")
    for part, line in zip(paragraph.parts, paragraph.lines, strict=True):
        letters -= sum(1 for letter in part if letter != " ")
        if letters < 0:
            return line
    return paragraph.lines[-1]
