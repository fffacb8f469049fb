"""Findings as a report an officer would print: by institution or part, errors first, the wrong line shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goru.book.checking.sentences import Language, shown
from goru.book.checking.subjects import unread_prose
from goru.book.checking.texts import has_prose
from goru.book.model import Finding, Plan, PlanBook, Source, Summary
from goru.book.paths import Path, way_to
from goru.book.reading import Lines
from goru.cli.completeness import completeness_lines

_SECTORS = ("중앙정부 부문별 시행계획", "Sectoral plans of the ministries")
_PARTS = {
    "headline": ("재정투입 계획", "Headline money"),
    "strategies": _SECTORS,
    "sectoral_core_tasks": _SECTORS,
    "action_tasks": _SECTORS,
    "strategy_totals": _SECTORS,
    "grand_total": _SECTORS,
    "focus_tasks": ("중점 이행과제", "Focus tasks"),
    "measures": ("공통지표", "Common indicators"),
    "prose": ("그 밖의 문장", "Other sentences"),
}
_SEVERITIES = {"error": ("오류", "error"), "warning": ("확인 필요", "warning")}
_WORDS = {
    "expected": ("기댓값", "expected"),
    "found": ("적힌 값", "found"),
    "difference": ("차이", "difference"),
    "line": ("행", "line"),
    "page": ("쪽", "page"),
}
_FEW = 3


def report(book: PlanBook, findings: Sequence[Finding], lines: Lines | None, lang: Language) -> str:
    """The report. `lines` shows what is printed at a finding's place; None where the file was not text."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_group(book, finding, lang), []).append(finding)
    printed = {line.number: line.text for line in lines or [] if line.page is None and line.cell is None}
    blocks = [f"{book.title}\n", completeness_lines(book, lang)]
    for name, group in groups.items():
        blocks.append(
            "\n".join([f"■ {name}", *(row for one in group for row in _rows(one, printed, lang))]) + "\n"
        )
    said = [] if has_prose(book) else [unread_prose(lang)]
    return "\n".join([*blocks, *said, _count(findings, lang)]) + "\n"


def _group(book: PlanBook, finding: Finding, lang: Language) -> str:
    """The institution or the part of the book that a finding belongs to."""
    place = Path.parse(finding.subject)
    for _, part in way_to(book, place):
        match part:
            case Plan():
                return part.full_name
            case Summary():
                return part.title
    first, *names = place.steps
    return _PARTS[first][lang == "en"] if first in _PARTS else "".join(names[:1])


def _rows(finding: Finding, printed: dict[int, str], lang: Language) -> Iterator[str]:
    column = lang == "en"
    yield f"  [{_SEVERITIES[finding.severity][column]}] {finding.message}"
    yield f"      {finding.rule} · {finding.subject}"
    values = [
        f"{_WORDS[name][column]} {shown(value, lang)}"
        for name in ("found", "expected", "difference")
        if (value := getattr(finding, name)) is not None
    ]
    if values:
        yield f"      {' · '.join(values)}"
    for source in finding.sources:
        yield from (f"      {row}" for row in _place(source, printed, lang))


def _place(source: Source, printed: dict[int, str], lang: Language) -> Iterator[str]:
    """The lines of a short place; of a long one its last line, where a table has its total."""
    numbers = [number for number in range(source.first_line, source.last_line + 1) if number in printed]
    if not numbers or source.page or source.cell:
        yield _named_place(source, lang)
    for number in numbers if len(numbers) <= _FEW else numbers[-1:]:
        yield f"{number:>6} │ {printed[number]}"


def _named_place(source: Source, lang: Language) -> str:
    column = lang == "en"
    page = f"{source.page}{_WORDS['page'][0]} " if source.page and not column else ""
    page = f"{_WORDS['page'][1]} {source.page}, " if source.page and column else page
    lines = (
        f"{source.first_line}"
        if source.first_line == source.last_line
        else f"{source.first_line}–{source.last_line}"
    )
    place = f"{_WORDS['line'][1]} {lines}" if column else f"{lines}{_WORDS['line'][0]}"
    return f"{page}{place}" + (f" ({source.cell})" if source.cell else "")


def _count(findings: Sequence[Finding], lang: Language) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    if lang == "en":
        return f"{errors} errors, {warnings} warnings"
    return f"오류 {errors}건, 확인 필요 {warnings}건"
