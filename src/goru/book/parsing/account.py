"""What became of every line of a document: read into a fact, furniture, kept text, prose, or unread.

It asks the book, not those who read it: a line was read where its words and figures stand in what the book says of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, zip_longest

from goru.book.model import LineKind, PageNumber, Part, PlanBook, Source, Text, Unread
from goru.book.parsing.goal_indicators import is_goal_like
from goru.book.parsing.places import BESIDE, ITEMS, Section, section_beside, sections_of
from goru.book.parsing.task_tables import is_money_row, is_total_row, without_note_marks
from goru.book.reading.lines import Line, Lines, source_of
from goru.book.register import by_printed_name
from goru.core.figures import FIGURE
from goru.core.romans import BY_LATIN

_MOST_LINES = 60
"""How long a source is at most that is looked at line by line; what is longer frames others."""
_ENOUGH = 0.6
"""The part of a line's letters that must stand in the book."""
_LONGEST_HEAD = 30
_WORD = re.compile(r"\d[\d,.]*|[^\W\d_①-⑳❶-❿➊-➓]+")
_FIGURES = re.compile(rf"^{FIGURE}$")
_ROW_NUMBER = re.compile(r"^\d{1,2} (?=\D)")
_NO_LETTERS = re.compile(r"[\W_]")
_BULLET = re.compile(
    r"^(?:□|ㅇ|§|◈|▪|※|\*|‣|Ÿ|⁕|[❶-❿➊-➓①-⑳▶❙㉠-㉿]|-(?= ?\S)|m(?= )|·|<|「|\d{1,2}[.)] ?\D|[가-하][.)] |\([가-힣, ]{2,20}\) )"
)
_DETAIL = re.compile(r"^[-·] (?=\D)(?!\d+ -$)")
_VALUE = r"(?:[△▲+-]?\d[\d,]*(?:\.\d+)?%?|-)"
_TABLE = re.compile(rf"^(?:\S{{1,14}} ){{0,6}}{_VALUE}(?: {_VALUE})+$")
"""Figures side by side, behind a name or none: a row of a table."""
_HEADS = """
전략 핵심과제 실천과제 이행과제 세부과제명 세부과제 과제명 중점 추진 계획 추진계획 총액 총 액 단위 지표 지표명 실적 목표 증감
공통지표 자율지표 공통 자율 소관부처 소관 부처 국비 지방비 민자 합계 계 총계 사업명 사업수 개 제도개선 제도개선사항
구분 비고 예산 전 략 대 지 표 단 위 증 감 년 년도 률 조원 억원 백만원 원
투자액 총투자액 사업비 총사업비 총예산 재정투입 금액 전략명 핵심과제명
성과지표 지표명 연번 순번 번호 기준값 목표값 실적치 목표치 증감률 성과 특화지표 지역지표 자체지표 개별지표
"""
_HEAD = frozenset(_HEADS.split())
"""What heads of tables are made of."""
_LATIN = {roman: latin for latin, roman in BY_LATIN.items()}
_ROMAN = re.compile(f"[{''.join(_LATIN)}]")
_YEAR_OR_COUNT = re.compile(r"^(?:20)?\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Account:
    """The kind of each line, in reading order, then of those beside it, and the runs of those that were not read."""

    kinds: list[LineKind]
    unread: list[Unread]


@dataclass(slots=True)
class _Said:
    """What the book says from one line, letters alone, and what frames the part of the book it stands in.

    `is_fact`: more than text that is kept as such.
    """

    words: list[str] = field(default_factory=list)
    frame: str = ""
    is_fact: bool = False


def account_of(
    lines: Lines, book: PlanBook, parts: Mapping[str, Sequence[Line]], running: Collection[str] = ()
) -> Account:
    """What became of each of the lines, then of those beside them, of which nothing is read.

    Those above the first part are furniture: cover and contents.
    """
    sections = [*sections_of(lines.all, parts), *map(section_beside, lines.beside)]
    every = (*lines.all, *lines.beside)
    heads = _running_heads(every).union(running)
    kinds: list[LineKind] = []
    for line, section, said in zip_longest(every, sections, _said_of(lines.all, book)):
        kind = _read(line, said, book.year) if said else None
        kinds.append(kind or _rest(line, section, heads, kinds[-1] if kinds else None))
    for index in _lone_details(every, sections):
        kinds[index] = "unread" if kinds[index] == "prose" else kinds[index]
    return Account(kinds, list(_runs(every, kinds, sections)))


def _lone_details(lines: Sequence[Line], sections: Sequence[Section]) -> Iterator[int]:
    """Lines behind a dash or a dot that are the only one below an item: as likely an item that is printed otherwise."""
    below: list[int] = []
    for index, (line, section) in enumerate(zip_longest([*lines, None], [*sections, None])):
        in_table = line is not None and section is not None and section.expected == ITEMS
        if in_table and line and _DETAIL.match(line.text):
            below.append(index)
        elif not in_table or (line and _BULLET.match(line.text)):
            yield from below if len(below) == 1 else ()
            below = []


def _said_of(lines: Sequence[Line], book: PlanBook) -> list[_Said]:
    """For each line what the book says from it."""
    said = [_Said() for _ in lines]
    at: dict[tuple[int, int], tuple[int, int]] = {}
    for index, line in enumerate(lines):
        place = line.page or 0, line.number
        at[place] = at.get(place, (index, index))[0], index
    for words, is_text, source in _facts(book):
        first, last = _span(source, at)
        for one in said[first : last if last - first <= _MOST_LINES else first + 1]:
            one.words.append(words)
            one.is_fact = one.is_fact or not is_text
    for words, source in _framing(book):
        for one in said[slice(*_span(source, at))]:
            one.frame = words
    return said


def _span(source: Source, at: Mapping[tuple[int, int], tuple[int, int]]) -> tuple[int, int]:
    """The lines of a place, from one index to before another; none where the place is not of this document."""
    first = at.get((source.page or 0, source.first_line))
    last = at.get((source.last_page or source.page or 0, source.last_line))
    return (first[0], last[1] + 1) if first and last else (0, 0)


def _framing(book: PlanBook) -> Iterator[tuple[str, Source]]:
    """The names of a plan's strategies, which its tables and its summary print in cells of their own."""
    names: dict[str, str] = {}
    for plan in book.plans:
        funded = (row.strategy for row in plan.budget.by_strategy) if plan.budget else ()
        measured = (row.strategy for row in plan.indicators if row.strategy)
        named = dict.fromkeys(chain((task.strategy for task in plan.core_tasks), measured, funded))
        names[plan.institution] = _letters([*named, plan.full_name, plan.institution])
        if plan.source:
            yield names[plan.institution], plan.source
    for summary in book.summaries:
        if summary.action_tasks and summary.source:
            cores = dict.fromkeys(f"{task.core_task}{task.core_task_name}" for task in summary.action_tasks)
            yield _letters(list(cores)), summary.source
    for sheet in (one for summary in book.summaries for one in summary.sheets):
        if sheet.source and sheet.institution in names:
            yield names[sheet.institution], sheet.source


def _facts(part: Part) -> Iterator[tuple[str, bool, Source]]:
    """Each part with its own words and figures and the places it stands at; a page number is none of the plan's."""
    if isinstance(part, PageNumber):
        return
    own: list[str] = []
    sources: list[Source] = []
    for value in vars(part).values():
        if isinstance(value, Source):
            sources.append(value)
        elif isinstance(value, Part):
            yield from _facts(value)
        elif isinstance(value, list) and value and isinstance(value[0], Part):
            for one in value:
                yield from _facts(one)
        elif value is not None and value != []:
            own.append(_letters(value))
    words = "|".join(own)
    yield from ((words, isinstance(part, Text), source) for source in sources)


def _letters(value: object) -> str:
    if isinstance(value, list):
        return "|".join(_letters(one) for one in value)
    return _NO_LETTERS.sub("", format(value, "f") if isinstance(value, Decimal) else _plain(str(value)))


def _plain(text: str) -> str:
    """Roman numbers by the letters that print mixes them with."""
    return _ROMAN.sub(lambda roman: _LATIN[roman[0]], text)


def _read(line: Line, said: _Said, year: int) -> LineKind | None:
    """Whether what the book says from a line has its words: all of its figures, and most of its letters."""
    if not said.words and not said.frame:
        return None
    kind: LineKind = "fact" if said.is_fact else "kept"
    everything = "|".join([*said.words, said.frame])
    text = _plain(without_note_marks(line.text))
    if _NO_LETTERS.sub("", text) in everything:
        return kind
    if _is_row(text):
        text = _ROW_NUMBER.sub("", text)
    text = re.sub(rf"^(?:{year}|'{year % 100})년도? ", "", text)
    words = [word.replace(",", "").replace(".", "") for word in _WORD.findall(text)]
    missing = [word for word in words if word not in everything and word not in _HEAD]
    figures = [word for word in words if word[0].isdigit()]
    lost = [word for word in missing if word[0].isdigit()]
    if lost and _is_row(line.text):
        return None
    if is_total_row(line.text):
        return kind
    if len(figures) - len(lost) > max(1, len(lost)):
        return kind
    return kind if sum(map(len, missing)) <= sum(map(len, words)) * (1 - _ENOUGH) else None


def _running_heads(lines: Sequence[Line]) -> set[str]:
    """What stands on three lines or more, word for word, and is no row of figures: heads of pages and tables."""
    counted = Counter(line.text for line in lines)
    return {
        text
        for text, count in counted.items()
        if count > 2 and len(text) <= _LONGEST_HEAD and not _BULLET.match(text) and not _is_row(text)
    }


def _rest(line: Line, section: Section, running: set[str], above: LineKind | None) -> LineKind:
    """What a line is that no fact was read from; `above` is what the one above it is."""
    text = line.text
    if section.is_heading or text in running or _is_head(text):
        return "furniture"
    if _TABLE.match(text) or (section.expected and section.part != BESIDE and _is_of_table(line)):
        return "unread"
    goes_on = above in ("prose", "kept", "fact") and section.is_open
    if _BULLET.match(text) or goes_on or section.part == BESIDE:
        return "prose"
    return "unread" if section.expected else "furniture"


def _is_row(text: str) -> bool:
    """Whether a line has the shape of a row of figures."""
    return _TABLE.match(text) is not None or is_money_row(text)


def _is_of_table(line: Line) -> bool:
    """Whether a line has the shape of a row, a goal, or of a figure in a cell of its own."""
    is_figure = line.cell is not None and _FIGURES.match(line.text) is not None
    return is_figure or _is_row(line.text) or is_goal_like(line.text)


def _is_head(text: str) -> bool:
    """Whether all words are those that heads of tables are made of, or the line is an institution's name."""
    words = [_NO_LETTERS.sub("", word) for word in _WORD.findall(text)]
    return text in by_printed_name() or (
        not _is_row(text) and all(word in _HEAD or _YEAR_OR_COUNT.match(word) for word in words)
    )


def _runs(lines: Sequence[Line], kinds: Sequence[LineKind], sections: Sequence[Section]) -> Iterator[Unread]:
    start: int | None = None
    for index, kind in enumerate([*kinds, "fact"]):
        if kind == "unread" and start is None:
            start = index
        elif start is not None and (kind != "unread" or sections[index] != sections[start]):
            section = sections[start]
            yield Unread(
                part=section.part,
                expected=section.expected,
                source=source_of(lines[start], lines[index - 1]),
            )
            start = index if kind == "unread" else None
