"""The plans of provinces (시·도 지방시대 시행계획) and megaregions (초광역권발전 시행계획)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goru.book.model import KindOfPlan, Plan, PlanBudget, SummarySheet, Text
from goru.book.parsing.beginnings import MOST_OF_HEAD, PLAN, YEAR, head_of_plan, named_in
from goru.book.parsing.core_tasks import HEADER, CoreTaskTable, with_whole_headers
from goru.book.parsing.names import (
    Names,
    form_of_number,
    is_letter_spaced,
    key,
    respaced,
    without_number,
)
from goru.book.parsing.parts import Paragraph, paragraphs
from goru.book.parsing.plan_tables import IndicatorTable, megaregional_budget, provincial_budget
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of
from goru.book.register import authors

_OF_TASKS = rf"{YEAR}(?:(?:전략|중점|핵심|세부|주요|추진|실행)별? ?)*(?:과제|계획$)"
_OF_MONEY = r"(?:총 ?)?(?:소요 ?)?(?:재정|예산|투자|재원|(?:총 ?)?사업비)"
_SECTIONS = [
    ("strategies", PLAN),
    (
        "core_tasks",
        re.compile(rf"^(?:(?:II|Ⅱ|2|나)\. ?|(?:II|Ⅱ) |제 ?2 ?장 ?){_OF_TASKS}|^\(?2\) ?{_OF_TASKS}$"),
    ),
    ("core_tasks", HEADER),
    (
        "budget",
        re.compile(
            rf"^(?:(?:III|Ⅲ|3|다)\. ?|(?:III|Ⅲ) |제 ?3 ?장 ?){YEAR}(?:{_OF_MONEY}|성과 ?관리 ?[및·])|^□ ?{YEAR}{_OF_MONEY}"
        ),
    ),
    ("indicators", re.compile(rf"^□ ?{YEAR}(?:.{{0,8}}지표|(?:주요 ?|핵심 ?)?성과 ?목표$|KPI|공통 ?[및·])")),
    (
        "management",
        re.compile(r"^□ ?(?:.*성과 ?관리|(?:자체 ?)?평가|성과 ?평가|모니터링|환류|관리 ?계획|추진 ?체계)"),
    ),
]
_MAY_BE_HEADING = re.compile(r"[IⅠⅡⅢ\d가나다라마바사아자차카타파하제□ㅇ◈(<【\[①-⑳연번순전추정목분부구]")
"""What headings of plans and heads of their tables begin with: most lines do not, and need no longer look."""
_MARKED_OTHERWISE = re.compile(r"^(?:[ㅇ◈]|\d{1,2}[.)]|\(\d{1,2}\)|[가-하][.)]|[①-⑳]|[<【\[]) ?(?=\S)")
"""How headings inside a chapter may be marked that the book marks □."""
_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|\(\d{1,2}\)|[가-하][.)]|[①-⑳❶-❿➊-➓]) ?(?=\S)")
_WHOLE_TITLE = re.compile(
    rf"^□ {YEAR}(?:{_OF_MONEY}(?: ?(?:투입|투자|소요))?(?: ?(?:계획|규모|현황|내역))?"
    r"|(?:공통 ?[및·] ?자율 ?)?(?:(?:대표|주요|핵심|성과) ?)*(?:지표|성과 ?목표)(?: ?[및·] ?목표)?"
    r"|(?:초광역 ?협력 ?[및·] ?)?성과 ?관리(?: ?계획)?)$"
)


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """The lines of one plan, by section; a table that a page break interrupts is whole again."""

    institution: str
    full_name: str
    header: list[Line]
    sections: dict[str, list[Line]]
    last: Line

    def __getitem__(self, section: str) -> list[Line]:
        return self.sections.get(section, [])


def plans(
    lines: Sequence[Line], kind: KindOfPlan, words: Words, names: Names, sheets: Sequence[SummarySheet]
) -> list[Plan]:
    """The plans of one part of the book. `sheets` are the overviews and summaries that repeat them."""
    excerpts = _excerpts(with_whole_headers(lines), kind)
    return [_plan(excerpt, kind, words, names, sheets) for excerpt in excerpts]


def _excerpts(lines: Sequence[Line], kind: KindOfPlan) -> list[_Excerpt]:
    starts: list[tuple[int, int]] = []
    before: list[str] = []
    for index, line in enumerate(lines):
        if PLAN.match(line.text):
            first = starts[-1][1] + 1 if starts else 0
            header = head_of_plan(lines, index, first, kind, before)
            starts.append((header, index))
            before.append(_names(lines[header:index], kind)[0])
    ends = [*(header for header, _ in starts[1:]), len(lines)][: len(starts)]
    return [
        _excerpt(lines[header:index], lines[index:end], kind)
        for (header, index), end in zip(starts, ends, strict=True)
    ]


def _excerpt(header: Sequence[Line], body: Sequence[Line], kind: KindOfPlan) -> _Excerpt:
    sections: dict[str, list[Line]] = {}
    section = ""
    for line in body:
        named, printed = heading_in(line)
        section = named or section
        sections.setdefault(section, []).append(printed)
    return _Excerpt(*_names(header, kind), list(header), sections, body[-1])


def heading_in(line: Line) -> tuple[str, Line]:
    """The section of a plan that a line is the heading of, "" for none, and the line with a heading as the book marks it."""
    if not _MAY_BE_HEADING.match(line.text):
        return "", line
    marked = _marked(line)
    return next((name for name, mark in _SECTIONS if mark.match(marked.text)), ""), marked


def _marked(line: Line) -> Line:
    """The line with a □ before it, if it is a title that is marked otherwise."""
    text = _MARKED_OTHERWISE.sub("□ ", line.text).rstrip(" >】]")
    return replace(line, text=text) if text != line.text and _WHOLE_TITLE.match(text) else line


def _names(header: Sequence[Line], kind: KindOfPlan) -> tuple[str, str]:
    """Whose plan it is: the short name of the register and the printed one, or the printed one alone."""
    if not header:
        return "", ""
    head = named_in(header[0])
    name = head.name if head else header[0].text.split(maxsplit=1)[0]
    return (head.short_name if head and head.short_name in authors(kind) else name), name


def _plan(
    excerpt: _Excerpt, kind: KindOfPlan, words: Words, names: Names, sheets: Sequence[SummarySheet]
) -> Plan:
    own_sheets = [sheet for sheet in sheets if sheet.institution == excerpt.institution]
    strategies = [one.text(words) for one in _bulleted(excerpt["strategies"][1:])]
    budget = _budget(excerpt, kind, words, names)
    funded = [row.strategy for row in budget.by_strategy] if budget else []
    known = names.with_own([*(text.text for text in strategies), *funded])
    core_tasks = CoreTaskTable(words, known, funded).read(_without_first(excerpt["core_tasks"]))
    own = known.with_own((task.strategy for task in core_tasks), (task.name for task in core_tasks))
    return Plan(
        kind=kind,
        institution=excerpt.institution,
        full_name=excerpt.full_name,
        vision=_vision(excerpt, words, own_sheets),
        strategies=strategies,
        core_tasks=core_tasks,
        budget=budget,
        indicators=IndicatorTable(words, own.strategies, own.core_tasks).read(excerpt["indicators"]),
        performance_management=[paragraph.text(words) for paragraph in paragraphs(excerpt["management"][1:])],
        source=source_of((excerpt.header or excerpt["strategies"])[0], excerpt.last),
    )


def _bulleted(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs behind the book's own bullet; where it prints none, those behind the first bullet or number there is."""
    found = paragraphs([replace(line, text=_NUMBERED.sub("ㅇ ", line.text)) for line in lines])
    bullets = [one.bullet for one in found if one.bullet]
    first = "◈" if "◈" in bullets else next(iter(bullets), "◈")
    return [one for one in found if one.bullet == first]


def _without_first(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not _SECTIONS[1][1].match(line.text)]


def _budget(excerpt: _Excerpt, kind: KindOfPlan, words: Words, names: Names) -> PlanBudget | None:
    lines = [
        line for line in excerpt["budget"] if line.text.startswith("□") or heading_in(line)[0] != "budget"
    ]
    if not lines:
        return None
    if len([line for line in lines if form_of_number(line.text)]) > 1:
        lines = [replace(line, text=without_number(line.text)) for line in lines]
    if kind == "megaregional":
        return megaregional_budget(lines, words)
    table = key("".join(line.text for line in excerpt["core_tasks"]))
    return provincial_budget(lines, " ".join([table, *names.strategies]), words)


def _vision(excerpt: _Excerpt, words: Words, sheets: Sequence[SummarySheet]) -> Text | None:
    if not excerpt.header or len(excerpt.header) > MOST_OF_HEAD:
        return None
    name, *below = excerpt.header
    head = named_in(name)
    first = head.vision if head else name.text.removeprefix(excerpt.full_name).strip()
    lines = [name, *below] if first else below
    parts = [*([first] if first else []), *(line.text for line in below)]
    if not parts:
        return None
    source = source_of(lines[0], lines[-1])
    if all(is_letter_spaced(part) for part in parts):
        models = [sheet.vision.text for sheet in sheets if sheet.vision]
        return Text(text=respaced(" ".join(parts), models), source=source)
    return Text(text=words.join(parts), source=source)
