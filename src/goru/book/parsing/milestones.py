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
_AMOUNT = r"\d[\d,.]*(?:만|천|백|억|조| )*(?:원|명|%p?|배|톤|㎡|ha|km)"
_MONEY = re.compile(rf"^년?도? ?(?:국비|지방비|민자|예산|총)? ?{_AMOUNT} ?(?:$|[),→/])")
"""What follows a year that is an amount's: ('24년 1,257억원)."""
_OF_AMOUNT = re.compile(rf"(?:{_AMOUNT}|\d) ?\(~?$")
"""What stands before a year that is an amount's: 2,790억원('24년)."""
_COUNTED = re.compile(
    r"^\) ?(?:\d[\d,.]*(?:만|천|백|억|조| )*[가-힣%]{0,2}|신규) ?(?:\(\D?[\d,.]+%?\D?\) ?)?(?:$|[→/,.])"
)
"""What follows a year in brackets of its own that is a figure's: ('23) 10개 → ('24) 25개."""
_TALLY = re.compile(r"^\(?[^:()]{0,12}(?:누적[^:()]{0,6}|추이|통계|실적|성과) ?(?:\)| :)")
"""Begins a list of what was reached: 누적 성과 : …"""
_MAKING = "을|안|은|이| ?(?:마련|제·?개정|제정|개정|수립|고시|완화|개선|정비|확정|변경|설정|강화)"
_MEASURED = re.compile(rf"^년?도? ?(?:말 ?)?(?:대비|현재|比|기준(?!{_MAKING}))")
"""What follows the time a figure is of: '23.12월 기준."""
_NAMED_PERIOD = re.compile(r"(계획|개년|규모|사업|R&D\))\(?$")
_STEP = re.compile(r"(^|[→/:]) ?$")
"""What stands before a date in brackets that begins a step: ('23) … → ('24) …"""
_PARTING = re.compile(r", |→|/")
_PARTED = re.compile(r"\*{0,2} ?(?:하고|하여|을|를|및|으로|에 따라)(?:,| )|\*{0,2} ?[,→/]")
"""What parts two clauses right behind the date of the first."""
_PLANNED = re.compile(r" (?P<predicate>\S{2,4} (?:예정|추진|지원))$")
_SHARED = re.compile(r"\) (?P<predicate>\S{2,4} (?:예정|추진|지원))$")
"""What the sentence says at its end of all the names it lists."""


def milestones_in(
    paragraph: Paragraph, words: Words, year: int, decided: date | None, about: str
) -> list[Milestone]:
    """The dated events of a paragraph; `about` is the name a footnote of dates explains, empty where none."""
    text = paragraph.text(words).text
    if paragraph.bullet == "□":
        text = SUBTASK.sub("", text)
    found = [one for one in dates_in(text, year) if _is_dated_event(text, one, year)]
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


def _is_dated_event(text: str, one: FuzzyDate, year: int) -> bool:
    """Not the year of an amount, of statistics, of a comparison ('23년→'24년) or of a budget, nor a plan's period."""
    after, before = text[one.last :], text[: one.first]
    if one.impossible or _MEASURED.match(after):
        return bool(one.impossible)
    if one.precision != "year":
        return True
    if _is_of_a_figure(text, one, year):
        return False
    if _STATISTIC.match(after) and one.end and one.end.year < year:
        return text[: one.last].endswith("까지") or bool(
            re.search(r"(지정|선정|완료|추진|지원)", after[:24]) and not re.search(r"억원|%", after[:12])
        )
    if re.match(r"^년?도? ?(예산|시행계획|신규|사업대상지)", after) or re.match(r"^년? ?→", after):
        return False
    if before.endswith(("→", "→ ")) and ")" in after and not after.startswith(")"):
        return False
    return not (
        _NAMED_PERIOD.search(before.rstrip()) and one.start and one.end and one.start.year != one.end.year
    )


def _is_of_a_figure(text: str, one: FuzzyDate, year: int) -> bool:
    """Whether a year only says of when an amount, what was reached or one side of a comparison is."""
    after, before = text[one.last :], text[: one.first]
    if _TALLY.match(text) and one.end and one.end.year <= year:
        return True
    return bool(
        _OF_AMOUNT.search(before)
        or _MONEY.match(after)
        or (before.endswith("(") and _COUNTED.match(after))
        or re.search(r"'\d\d년? ?→ ?$", before)
    )


def _clause(text: str, found: Sequence[FuzzyDate], index: int) -> str:
    """The words a date belongs to: for one in brackets the clause before them, else the clause it leads."""
    one = found[index]
    bracket = _bracket(text, one)
    if not bracket or (bracket[1] == one.last and _STEP.search(text[: bracket[0]])):
        return _trimmed(_leading(text, found, index))
    opening, closing = bracket
    before = text[_start_of_clause(text, found, index, opening) : opening]
    return _trimmed(
        f"{before}({_own_words(text, found, index, bracket)}){_predicate(text, opening, closing)}"
    )


def _bracket(text: str, one: FuzzyDate) -> tuple[int, int] | None:
    """Where the brackets around a date open and close."""
    opening = text.rfind("(", 0, one.first)
    if opening < 0 or ")" in text[opening : one.first]:
        return None
    closing = text.find(")", one.last)
    return opening, closing if closing > 0 else len(text)


def _own_words(text: str, found: Sequence[FuzzyDate], index: int, bracket: tuple[int, int]) -> str:
    """Of the words in a date's brackets those that are not another date's."""
    first, last = bracket[0] + 1, bracket[1]
    if index and found[index - 1].last > first:
        first = _parting(text, found[index - 1].last, found[index].first)
    if index + 1 < len(found) and found[index + 1].first < last:
        last = _parting(text, found[index].last, found[index + 1].first)
    return text[first:last].strip(" ,→/")


def _parting(text: str, first: int, last: int) -> int:
    """Where the words between two dates part: at their last comma, arrow or stroke, else at the second date."""
    return max([text.rfind(mark, first, last) for mark in (", ", "→", " / ", "/")], default=-1) % (last + 1)


def _start_of_clause(text: str, found: Sequence[FuzzyDate], index: int, opening: int) -> int:
    """Behind what parts the clause from that of the date before; where nothing does, the start of both."""
    name = text.rfind("「", 0, opening) if text[:opening].endswith("」") else -1
    if name > 0 and text[name - 2] != ":":
        return name
    earlier = next((at for at in range(index - 1, -1, -1) if found[at].last <= opening), None)
    if earlier is None:
        return text.rfind("→", 0, opening) + 1
    bracket = _bracket(text, found[earlier])
    end = bracket[1] + 1 if bracket else found[earlier].last
    parted = _PARTED.match(text, end) or _PARTING.search(text, end, opening)
    if parted:
        return parted.end()
    return (
        _start_of_clause(text, found, earlier, bracket[0])
        if bracket
        else _start_of_lead(text, found, earlier)
    )


def _predicate(text: str, opening: int, closing: int) -> str:
    """What the sentence says behind the brackets of the date, where it belongs to the event."""
    behind = text[closing + 1 :]
    if re.match(r"(를|을|에서) ", behind):
        return behind.split(", ", 1)[0]
    if text[:opening].endswith("한"):
        return re.match(r" ?[^\s(]*", behind)[0]  # type: ignore[index]  # matches the empty text too
    if shared := _SHARED.search(text, closing) if text[:opening].endswith("」") else _PLANNED.match(behind):
        return f" {shared['predicate']}"
    return ""


def _start_of_lead(text: str, found: Sequence[FuzzyDate], index: int) -> int:
    """Where the clause of a date outside brackets begins: behind the last mark before it."""
    one = found[index]
    earlier = found[index - 1].last if index else 0
    start = max(text.rfind(mark, 0, one.first) for mark in (", ", "→", "/", ". ")) + 1
    return max(start, earlier)


def _leading(text: str, found: Sequence[FuzzyDate], index: int) -> str:
    """From the start of the clause in which the date stands to what parts it from the next date's."""
    start = _start_of_lead(text, found, index)
    if index + 1 == len(found):
        return text[start:]
    following = _bracket(text, found[index + 1])
    end = following[0] if following else found[index + 1].first
    return text[start : _parting(text, found[index].last, end)]


def _trimmed(text: str) -> str:
    text = re.sub(r"(?<=\S)\*+", "", text)
    text = re.sub(r"^(?:[\s,)*→/.·~]|(?:및|과|와|하고|하여|을|를|이|가|으로|로|에 따라)(?=[ ,]))+", "", text)
    text = re.sub(r"(하여|하고)?[\s,(→/~]*$", "", text)
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
