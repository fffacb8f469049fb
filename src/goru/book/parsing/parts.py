"""The parts of a book: which lines belong to which heading, and which are only the print's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from goru.book.frames import strategies_of
from goru.book.model import PageNumber, Source, Text
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, Lines, Unreadable, source_of

_PAGE_NUMBER = re.compile(r"^- ?(\d+) ?-$")
_MOST_PAGES = 9999
_HEADINGS: dict[str, re.Pattern[str]] = {
    "introduction": re.compile(r"^Ⅰ\. ?시행계획 개요"),
    "focus": re.compile(r"^Ⅱ\. .*(중점|위원회)"),
    "provinces": re.compile(r"^Ⅲ\. ?시·?도 지방시대 시행계획"),
    "sectors": re.compile(r"^Ⅳ\. ?중앙정부 부문별 시행계획"),
    "megaregions": re.compile(r"^Ⅴ\. ?초광역권발전 시행계획"),
    "press": re.compile(r"^(부 *록|보 *도 *자 *료)$"),
    "summary1": re.compile(r"^참고 ?1 "),
    "summary2": re.compile(r"^참고 ?2 "),
    "summary3": re.compile(r"^참고 ?3 "),
}


class NotAPlanBook(Unreadable):
    """A document in which no plan book can be recognised."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of each part (an absent part is empty), and the words of the whole book."""

    words: Words
    year: int
    title: str
    lines: dict[str, list[Line]]
    page_numbers: list[PageNumber]
    kept: list[Line]
    """All lines but the page numbers, also those before the first part."""

    def __getitem__(self, part: str) -> list[Line]:
        return self.lines.get(part, [])


def divide(lines: Lines) -> Parts:
    """Find the headings of the parts in their order; page numbers are left out."""
    kept = [line for line in lines if not _PAGE_NUMBER.match(line.text)]
    parts: dict[str, list[Line]] = {}
    current: list[Line] = []
    waiting = list(_HEADINGS)
    for line in kept:
        part = next((name for name in waiting if _HEADINGS[name].match(line.text)), None)
        if part:
            current = parts.setdefault(part, [])
            waiting = waiting[waiting.index(part) + 1 :]
        current.append(line)
    if not {"provinces", "sectors", "megaregions"} & parts.keys():
        raise NotAPlanBook(
            lines.name,
            "시행계획서의 차례(Ⅲ. 시·도 지방시대 시행계획 등)를 찾을 수 없습니다. 시행계획 본문 파일인지 확인하세요.",
            "The parts of a plan book (such as Ⅲ. 시·도 지방시대 시행계획) are not in it. Is it the body of a plan book?",
        )
    year = _year(kept, lines.name)
    title = f"{year}년 지방시대 시행계획"
    taught = [name for one in strategies_of(year) for name in (one.name, *one.core_tasks)]
    words = Words(chain((line.text for line in kept), taught))
    return Parts(words, year, title, parts, _page_numbers(lines), kept)


def _page_numbers(lines: Lines) -> list[PageNumber]:
    """The printed page numbers that go on counting; a lower one is no page number of the book."""
    found: list[PageNumber] = []
    for line in lines:
        printed = _PAGE_NUMBER.match(line.text)
        if printed and len(printed[1]) <= len(str(_MOST_PAGES)):
            number = int(printed[1])
            if number > (found[-1].number if found else 0):
                found.append(PageNumber(number=number, source=source_of(line)))
    return found


def _year(lines: Sequence[Line], name: str) -> int:
    for line in lines:
        found = re.search(r"(20\d\d)년 (지방시대 시행계획|추진전략|재정투입)", line.text)
        if found:
            return int(found[1])
    raise NotAPlanBook(
        name,
        "몇 년도 시행계획인지 알 수 없습니다('2024년 지방시대 시행계획' 같은 표기가 없습니다).",
        "It does not say of which year the plan is (as '2024년 지방시대 시행계획' does).",
    )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A bulleted paragraph: its bullet, its lines without the bullet, where it stands."""

    bullet: str
    parts: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def source(self) -> Source:
        return source_of(self.lines[0], self.lines[-1])

    def text(self, words: Words) -> Text:
        return Text(text=words.join(self.parts), source=self.source)


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BULLET = re.compile(
    r"^(□|ㅇ|§|◈|▪|※|\*{1,2}|‣|Ÿ|⁕|[❶-❿➊-➓①-⑳▶❙]|-(?= )|m(?= )|\d\.(?= \()|·(?! ?·)|(?<!.)< ?(?=.*>$))\s*"
)


def _goes_on_counting(bullet: str, parts: Sequence[str]) -> bool:
    """Whether the number in a circle follows another inside the same sentence (①…, ②…,)."""
    return bullet in _CIRCLED[1:] and any(_CIRCLED[_CIRCLED.index(bullet) - 1] in part for part in parts)


def paragraphs(lines: Sequence[Line], is_alone: Callable[[Line], bool] | None = None) -> list[Paragraph]:
    """Lines grouped to paragraphs: each begins with a bullet, or is a line that stands alone."""
    found: list[tuple[str, list[str], list[Line]]] = []
    closed = True
    for line in lines:
        bullet = _BULLET.match(line.text)
        if bullet and found and _goes_on_counting(bullet[1], found[-1][1]):
            bullet = None
        alone = is_alone is not None and is_alone(line)
        if bullet or alone or closed or not found:
            mark = bullet[1] if bullet and not alone else ""
            found.append((mark, [line.text[len(bullet[0]) :] if mark and bullet else line.text], [line]))
            closed = alone
        else:
            found[-1][1].append(line.text)
            found[-1][2].append(line)
    return [Paragraph(mark, tuple(parts), tuple(own)) for mark, parts, own in found]
