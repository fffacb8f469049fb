"""The plans of provinces (시·도 지방시대 시행계획) and megaregions (초광역권발전 시행계획)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goru.book.model import KindOfPlan, Plan, PlanBudget, SummarySheet, Text
from goru.book.parsing.core_tasks import HEADER, CoreTaskTable
from goru.book.parsing.names import Names, is_letter_spaced, key, respaced
from goru.book.parsing.parts import paragraphs
from goru.book.parsing.plan_tables import IndicatorTable, megaregional_budget, provincial_budget
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of
from goru.book.register import Institution, by_printed_name

_START = re.compile(r"^[IⅠ]\. ?20\d\d년 추진전략")
_SECTIONS = [
    ("strategies", _START),
    ("core_tasks", re.compile(r"^(II|Ⅱ)\. ?핵심과제별")),
    ("core_tasks", HEADER),
    ("budget", re.compile(r"^(III|Ⅲ)\. ?재정투입|^□ ?20\d\d년 재정투입")),
    ("indicators", re.compile(r"^□ ?.{0,4}성과지표")),
    ("management", re.compile(r"^□ ?.*성과관리 ?계획")),
]


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """The lines of one plan, by section; a table that a page break interrupts is whole again."""

    institution: Institution
    header: list[Line]
    sections: dict[str, list[Line]]
    last: Line

    def __getitem__(self, section: str) -> list[Line]:
        return self.sections.get(section, [])


def plans(
    lines: Sequence[Line], kind: KindOfPlan, words: Words, names: Names, sheets: Sequence[SummarySheet]
) -> list[Plan]:
    """The plans of one part of the book. `sheets` are the overviews and summaries that repeat them."""
    register = by_printed_name("province" if kind == "provincial" else "megaregion")
    return [_plan(excerpt, kind, words, names, sheets) for excerpt in _excerpts(lines, register)]


def _excerpts(lines: Sequence[Line], register: dict[str, Institution]) -> list[_Excerpt]:
    starts: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if _START.match(line.text):
            first = max(index - 4, starts[-1][1] + 1 if starts else 0)
            header = next(
                (i for i in range(index - 1, first - 1, -1) if _institution(lines[i], register)), None
            )
            if header is not None:
                starts.append((header, index))
    ends = [*(header for header, _ in starts[1:]), len(lines)][: len(starts)]
    return [
        _excerpt(lines[header:index], lines[index:end], register)
        for (header, index), end in zip(starts, ends, strict=True)
    ]


def _excerpt(header: Sequence[Line], body: Sequence[Line], register: dict[str, Institution]) -> _Excerpt:
    sections: dict[str, list[Line]] = {}
    section = ""
    for line in body:
        section = next((name for name, mark in _SECTIONS if mark.match(line.text)), section)
        sections.setdefault(section, []).append(line)
    institution = _institution(header[0], register)
    assert institution is not None  # noqa: S101 -- _excerpts found it there
    return _Excerpt(institution, list(header), sections, body[-1])


def _institution(line: Line, register: dict[str, Institution]) -> Institution | None:
    first = line.text.split(maxsplit=1)[0]
    return register.get(first)


def _plan(
    excerpt: _Excerpt, kind: KindOfPlan, words: Words, names: Names, sheets: Sequence[SummarySheet]
) -> Plan:
    own_sheets = [sheet for sheet in sheets if sheet.institution == excerpt.institution.short_name]
    strategies = [
        paragraph.text(words)
        for paragraph in paragraphs(excerpt["strategies"][1:])
        if paragraph.bullet == "◈"
    ]
    budget = _budget(excerpt, kind, words, names)
    funded = [row.strategy for row in budget.by_strategy] if budget else []
    known = names.with_own([*(text.text for text in strategies), *funded])
    core_tasks = CoreTaskTable(words, known, funded).read(_without_first(excerpt["core_tasks"]))
    own = known.with_own((task.strategy for task in core_tasks), (task.name for task in core_tasks))
    return Plan(
        kind=kind,
        institution=excerpt.institution.short_name,
        full_name=excerpt.header[0].text.split(maxsplit=1)[0],
        vision=_vision(excerpt.header, words, own_sheets),
        strategies=strategies,
        core_tasks=core_tasks,
        budget=budget,
        indicators=IndicatorTable(words, own.strategies, own.core_tasks).read(excerpt["indicators"]),
        performance_management=[paragraph.text(words) for paragraph in paragraphs(excerpt["management"][1:])],
        source=source_of(excerpt.header[0], excerpt.last),
    )


def _without_first(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not _SECTIONS[1][1].match(line.text)]


def _budget(excerpt: _Excerpt, kind: KindOfPlan, words: Words, names: Names) -> PlanBudget | None:
    lines = [line for line in excerpt["budget"] if not re.match(r"^(III|Ⅲ)\.", line.text)]
    if not lines:
        return None
    if kind == "megaregional":
        return megaregional_budget(lines, words)
    table = key("".join(line.text for line in excerpt["core_tasks"]))
    return provincial_budget(lines, " ".join([table, *names.strategies]), words)


def _vision(header: Sequence[Line], words: Words, sheets: Sequence[SummarySheet]) -> Text | None:
    first = header[0].text.split(maxsplit=1)[1:]
    parts = [*first, *(line.text for line in header[1:])]
    if not parts:
        return None
    source = source_of(header[0] if first else header[1], header[-1])
    if all(is_letter_spaced(part) for part in parts):
        models = [sheet.vision.text for sheet in sheets if sheet.vision]
        return Text(text=respaced(" ".join(parts), models), source=source)
    return Text(text=words.join(parts), source=source)
