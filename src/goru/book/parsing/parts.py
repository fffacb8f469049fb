"""The parts of a book: which lines belong to which heading, and which are only the print's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from goru.book.frames import strategies_of
from goru.book.model import PageNumber, PartOfBook, Source, Text
from goru.book.parsing.beginnings import (
    CIRCLED,
    MOST_OF_HEAD,
    PART_BEGINS,
    PLAN,
    begins_body,
    begins_headline,
    is_summary_table,
    kind_of_plan,
)
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, Lines, Unreadable, source_of
from goru.book.register import by_printed_name

_PAGE_NUMBER = re.compile(
    r"^(?:- ?(?P<dashes>\d+) ?[-–—―]|< ?(?P<angles>\d{1,4}) ?>|\[ ?(?P<brackets>\d{1,4}) ?\]"
    r"|[Pp](?:age)?\. ?(?P<letter>\d{1,4})|(?P<word>\d{1,4}) ?쪽)$"
)
_BARE_NUMBER = re.compile(r"^\d{1,4}$")
_HEAD_OF_TABLE = re.compile(r"^(?:(?:추진 ?)?전략|구분|지표|소관 ?부처)\S* \D+$")
"""It stands again where a table goes on."""
_PAGE_OF_ALL = re.compile(r"^(?P<number>\d{1,4}) ?/ ?(?P<all>\d{1,4})$")
_FEWEST_PAGES = 3
_FEWEST_COUNTED = 5
_SHORTEST_PAGE = 10
"""Lines."""
_MOST_UNNUMBERED = 2
"""Pages without their number, one after the other."""
_MOSTLY = 0.9
_FIRST_LINES = 3
"""Of a document: what stands there is its title, though each page repeats it."""
_MOST_PAGES = 9999
_HEADINGS: dict[str, re.Pattern[str]] = {
    "introduction": re.compile(r"^Ⅰ\. ?시행계획 개요"),
    "focus": re.compile(r"^Ⅱ\. (?!핵심|.*과제별|.*중점 ?추진 ?(?:과제|계획)$).*(중점|위원회)"),
    "provinces": re.compile(r"^Ⅲ\. ?시·?도 지방시대 시행계획"),
    "sectors": re.compile(r"^Ⅳ\. ?중앙정부 부문별 시행계획"),
    "megaregions": re.compile(r"^Ⅴ\. ?초광역권발전 시행계획"),
    "press": re.compile(r"^(부 *록|보 *도 *자 *료)$"),
    "summary1": re.compile(r"^참고 ?1 "),
    "summary2": re.compile(r"^참고 ?2 "),
    "summary3": re.compile(r"^참고 ?3 "),
}


_PARTS: dict[str, tuple[PartOfBook, ...]] = {
    "introduction": ("headline",),
    "focus": ("focus_tasks",),
    "provinces": ("provincial_plans",),
    "sectors": ("summary_table", "action_tasks"),
    "megaregions": ("megaregional_plans",),
    "summary1": ("summaries",),
    "summary2": ("summaries",),
    "summary3": ("summaries",),
}


_CHAPTER = re.compile(r"^(?:제 ?\S{1,3} ?장|[ⅠⅡⅢⅣⅤ]\.) ?\S.{0,30}$")
"""How a heading of a chapter that is worded otherwise may look."""
_WHOLE_TITLE = re.compile(
    r"^(?:20\d\d년도? ?)?(?:\S{2,8} )?(?:시·?도 )?(?:지방시대|부문별|초광역권발전) ?시행계획(?: ?\(안\))?$"
)
_LARGE = {"provinces", "sectors", "megaregions"}
"""Two of them without any heading are more than a part by itself."""


class NotAPlanBook(Unreadable):
    """A document in which no plan book can be recognised."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of each part (an absent part is empty), and the words of the whole document.

    `scope` says what the document is of a book.
    """

    words: Words
    year: int
    title: str
    lines: dict[str, list[Line]]
    page_numbers: list[PageNumber]
    kept: list[Line]
    """All lines but the page numbers and running heads, also those before the first part."""
    scope: list[PartOfBook]
    running_heads: frozenset[str]

    def __getitem__(self, part: str) -> list[Line]:
        return self.lines.get(part, [])


def not_a_plan(name: str) -> NotAPlanBook:
    """The refusal of a document in which there is nothing of a plan."""
    return NotAPlanBook(
        name,
        "시행계획서나 그 일부(시·도 또는 초광역권 계획, 실천과제, 총괄표 등)로 알아볼 수 있는 내용이 없습니다."
        " 시행계획 본문 파일인지 확인하세요.",
        "Nothing in it can be recognised as a plan book or a part of one. Is it the body of a plan?",
    )


def divide(lines: Lines, year: int | None = None) -> Parts:
    """Find the parts in their order, by their headings or by how else they begin, or the one that a document is by itself.

    Page numbers and running heads are left out. `year` is whose plan it is where the document does not say.
    """
    numbered = _numbered(lines)
    running = _running_heads(lines, numbered)
    kept = [line for at, line in enumerate(lines) if at not in numbered and at not in running]
    heads = frozenset(lines[at].text for at in (*running, *numbered))
    parts = _by_starts(kept)
    scope = [one for name in parts for one in _PARTS.get(name, ())]
    if scope == [*_PARTS["sectors"]]:
        scope = _of_sectors(parts["sectors"]) or scope
    if not scope:
        parts, scope = _by_contents(kept)
    if not scope:
        raise not_a_plan(lines.name)
    said = _year(kept) or year
    if said is None:
        raise NotAPlanBook(
            lines.name,
            "몇 년도 시행계획인지 알 수 없습니다. '2024년 지방시대 시행계획' 같은 제목을 넣거나,"
            " 연도를 알려 주세요(올릴 때 ‘계획의 연도’, 명령은 goru read 파일 --year 2024).",
            "It does not say of which year the plan is. Add a title such as '2024년 지방시대 시행계획',"
            " or name the year ('Year of the plan' when you upload it, or goru read FILE --year 2024).",
        )
    taught = [name for one in strategies_of(said) for name in (one.name, *one.core_tasks)]
    words = Words(chain((line.text for line in kept), taught))
    title = f"{said}년 지방시대 시행계획"
    return Parts(
        words, said, title, parts, _page_numbers(lines, numbered), kept, list(dict.fromkeys(scope)), heads
    )


def furniture_of(lines: Lines) -> frozenset[int]:
    """Which of the lines are page numbers or running heads."""
    numbered = _numbered(lines)
    return frozenset({*numbered, *_running_heads(lines, numbered)})


def _by_starts(kept: Sequence[Line]) -> dict[str, list[Line]]:
    starts = _headings(kept)
    has_headings = bool(starts)
    for name, begins in PART_BEGINS.items():
        if name not in starts:
            order = list(_HEADINGS)
            first = max((starts[one] for one in order[: order.index(name)] if one in starts), default=0)
            end = min((starts[one] for one in order[order.index(name) :] if one in starts), default=len(kept))
            if (found := begins(kept[first:end])) is not None:
                starts[name] = first + found - (found > 0 and _is_a_heading(kept[first + found - 1]))
    if not has_headings and len(_LARGE & starts.keys()) < 2:
        return {}
    ordered = sorted(starts, key=lambda name: starts[name])
    ends = [*(starts[name] for name in ordered[1:]), len(kept)]
    return {name: list(kept[starts[name] : end]) for name, end in zip(ordered, ends, strict=True)}


def _is_a_heading(line: Line) -> bool:
    return _CHAPTER.match(line.text) is not None


def _headings(kept: Sequence[Line]) -> dict[str, int]:
    """Where the headings of the parts stand, in their order."""
    found: dict[str, int] = {}
    waiting = list(_HEADINGS)
    for index, line in enumerate(kept):
        part = next((name for name in waiting if _HEADINGS[name].match(line.text)), None)
        if part:
            found[part] = index
            waiting = waiting[waiting.index(part) + 1 :]
    return found


def _by_contents(kept: list[Line]) -> tuple[dict[str, list[Line]], list[PartOfBook]]:
    """Plans, a summary table, action tasks or the headline by itself: the part it belongs to, and what it is."""
    kind = kind_of_plan(kept)
    has_more = sum(PLAN.match(line.text) is not None for line in kept) > 1
    if kind == "provincial":
        return {"provinces": kept}, ["provincial_plans" if has_more else "provincial_plan"]
    if kind == "megaregional":
        return {"megaregions": kept}, ["megaregional_plans" if has_more else "megaregional_plan"]
    if scope := _of_sectors(kept):
        return {"sectors": kept}, scope
    if begins_headline(kept) is not None:
        return {"introduction": kept}, ["headline"]
    return {}, []


def _numbered(lines: Lines) -> dict[int, str]:
    """The lines that are page numbers: - 12 -, <12>, p. 12, 12쪽; 12 / 340 where several are of as many pages; 12 alone."""
    of_all = {at: found for at, line in enumerate(lines) if (found := _PAGE_OF_ALL.match(line.text))}
    pages = Counter(found["all"] for found in of_all.values())
    marked = {
        at: next(filter(None, found.groups()))
        for at, line in enumerate(lines)
        if (found := _PAGE_NUMBER.match(line.text))
    }
    counted = {at: found["number"] for at, found in of_all.items() if pages[found["all"]] > 1}
    bare = {
        at: line.text for at, line in enumerate(lines) if line.cell is None and _BARE_NUMBER.match(line.text)
    }
    return (
        marked
        | counted
        | (_counting(bare, len(lines)) or ({} if marked or counted else _bare_numbers(lines, bare)))
    )


def _bare_numbers(lines: Lines, found: dict[int, str]) -> dict[int, str]:
    """Numbers alone on their lines, if they count the pages: each one more than the last, or above the head of a table again."""
    counts = len(found) >= _FEWEST_PAGES and all(
        int(after) == int(before) + 1 for before, after in pairwise(found.values())
    )
    return found if counts or (found and all(_stands_above_a_head(lines, at) for at in found)) else {}


def _counting(found: Mapping[int, str], count: int) -> dict[int, str]:
    """The most numbers alone on their lines that go on counting, a page apart, over half of a document of so many lines.

    Figures of tables stand alone too, but do not count. A page may lack its number, the last one
    may be short.
    """
    lengths: dict[int, int] = {}
    before: dict[int, int] = {}
    ends: dict[int, list[int]] = {}
    for at, text in found.items():
        number = int(text)
        behind = [
            one
            for step in range(1, _MOST_UNNUMBERED + 2)
            for one in ends.get(number - step, ())
            if at - one >= _SHORTEST_PAGE or at == count - 1
        ]
        if behind:
            before[at] = max(behind, key=lengths.__getitem__)
        lengths[at] = lengths[before[at]] + 1 if behind else 1
        ends[number] = [*_worth_going_on(ends.get(number, []), lengths, at), at]
    last = max(lengths, key=lengths.__getitem__, default=0)
    longest = [last]
    while (one := before.get(longest[-1])) is not None:
        longest.append(one)
    if len(longest) < _FEWEST_COUNTED or (longest[0] - longest[-1]) * 2 < count:
        return {}
    return {at: found[at] for at in reversed(longest)}


def _worth_going_on(ends: Sequence[int], lengths: Mapping[int, int], at: int) -> list[int]:
    """Of the places where one number stands, those a page cannot be from yet, and the best of the others."""
    near = [one for one in ends if at - one < _SHORTEST_PAGE]
    far = [one for one in ends if at - one >= _SHORTEST_PAGE]
    return [*([max(far, key=lengths.__getitem__)] if far else []), *near]


def _stands_above_a_head(lines: Lines, at: int) -> bool:
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return _HEAD_OF_TABLE.match(below) is not None and any(line.text == below for line in lines[:at])


def _running_heads(lines: Lines, numbered: Container[int]) -> set[int]:
    """The lines that say the same at the edges of pages, and hardly anywhere else."""
    own = [at for at in range(len(lines)) if at not in numbered]
    edges = {
        at
        for first, second in pairwise(own)
        if second - first > 1 or lines[first].page != lines[second].page
        for at in (first, second)
    } | {*own[:1], *own[-1:]}
    at_edges = Counter(lines[at].text for at in edges)
    everywhere = Counter(line.text for line in lines)
    heads = {
        text
        for text, count in at_edges.items()
        if count >= max(2 if _is_a_title(text) else _FEWEST_PAGES, _MOSTLY * everywhere[text])
        and not _BULLET.match(text)
    }
    return {
        at
        for at in own
        if at >= _FIRST_LINES and (lines[at].text in heads or _is_a_title_again(lines, at, numbered))
    }


def _is_a_title_again(lines: Lines, at: int, numbered: Container[int]) -> bool:
    """Whether the whole title of a book or the name of an institution stands beside a page number, above no plan nor summary."""
    text = lines[at].text
    below = lines[at + 1 : at + 2 + MOST_OF_HEAD]
    return (
        (at - 1 in numbered or at + 1 in numbered)
        and (_WHOLE_TITLE.match(text) is not None or text in by_printed_name("province", "megaregion"))
        and not any(PLAN.match(line.text) or line.text.startswith(("□", "목표")) for line in below)
    )


def _is_a_title(text: str) -> bool:
    return "시행계획" in text or text in by_printed_name("province", "megaregion")


def _of_sectors(lines: list[Line]) -> list[PartOfBook]:
    """Which of the two that the sectoral plans are made of stand by themselves."""
    body = begins_body(lines)
    scope: list[PartOfBook] = ["summary_table"] if is_summary_table(lines[:body]) else []
    return [*scope, "action_tasks"] if body < len(lines) else scope


def _page_numbers(lines: Lines, numbered: Mapping[int, str]) -> list[PageNumber]:
    """The printed page numbers that go on counting; a lower one is no page number of the book."""
    found: list[PageNumber] = []
    for at in sorted(numbered):
        if len(numbered[at]) <= len(str(_MOST_PAGES)):
            number = int(numbered[at])
            if number > (found[-1].number if found else 0):
                found.append(PageNumber(number=number, source=source_of(lines[at])))
    return found


_SAID = re.compile(r"20(\d\d)년도? ?(?:\S+ )?(?:지방시대|초광역권발전|부문별|추진전략|재정투입|시행계획)")
_IN_HEADING = re.compile(r"(?:20|')(\d\d)")
_OF_FIGURES = re.compile(r"'(\d\d)년?도? ?(?:국비|예산|목표|재정)")


def _year(lines: Sequence[Line]) -> int | None:
    """The year that a title or a heading says, else the one that most heads of figures say ('24년도 예산 반영)."""
    said = [
        *(found for line in lines if (found := _SAID.search(line.text))),
        *(found for line in lines if PLAN.match(line.text) and (found := _IN_HEADING.search(line.text))),
    ]
    if said:
        return 2000 + int(said[0][1])
    named = Counter(found[1] for line in lines for found in _OF_FIGURES.finditer(line.text))
    return 2000 + int(named.most_common(1)[0][0]) if named else None


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


_BULLET = re.compile(
    r"^(□|ㅇ|§|◈|▪|※|\*{1,2}|‣|Ÿ|⁕|[❶-❿➊-➓①-⑳▶❙]|-(?= )|m(?= )|\d\.(?= \()|·(?! ?·)|(?<!.)< ?(?=.*>$))\s*"
)


def _goes_on_counting(bullet: str, parts: Sequence[str]) -> bool:
    """Whether the number in a circle follows another inside the same sentence (①…, ②…,)."""
    return bullet in CIRCLED[1:] and any(CIRCLED[CIRCLED.index(bullet) - 1] in part for part in parts)


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
