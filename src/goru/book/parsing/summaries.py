"""The parts that repeat others in short: overviews (개관) and 참고 1 to 3."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from goru.book.model import Summary, SummarySheet, Text
from goru.book.parsing.headline import headline
from goru.book.parsing.names import Names, ends, is_letter_spaced, key, respaced
from goru.book.parsing.parts import Paragraph, paragraphs
from goru.book.parsing.summary_table import SummaryTableReader
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of
from goru.book.register import by_printed_name

_MARK = re.compile(r"^(?:[§‣▶✓✔☞❍]|[ㅇ·] )")
_NUMBERED = re.compile(r"^(?P<number>\d+)\. ?(?P<title>\D.+|\d{4}년.+)$")
_STRATEGIES = re.compile(r"^□ ?(?:20\d\d년도? )?(?:중점 )?추진 ?(?:전략|개요)")
_TASKS = re.compile(r"^□ ?(?:중점 ?|핵심 ?)?(?:추진 ?)?과제")
_COOPERATION = re.compile(r"^□ ?(?:20\d\d년도? )?초광역 협력")
_TASK_NAME = re.compile(r"^\(?(?P<name>[^()]+(?:\([^()]*\)[^()]*)*)\) ?(?=\S)")


def overview(lines: Sequence[Line], kind: str, words: Words) -> Summary | None:
    """The table 추진 목표 및 전략: name, 목표, 전략, ◈ lines."""
    register = by_printed_name(kind)
    starts = [i for i, line in enumerate(lines) if line.text in register and _goal_follows(lines, i)]
    if not starts:
        return None
    stops = [*starts[1:], _overview_end(lines, starts[-1])]
    sheets = [_overview_sheet(lines[start:end], words) for start, end in zip(starts, stops, strict=True)]
    return Summary(
        kind="overview",
        title=_title(lines[: starts[0]] or lines[:1]),
        sheets=sheets,
        source=source_of(lines[starts[0]], lines[stops[-1] - 1]),
    )


def _title(above: Sequence[Line]) -> str:
    """The last line above that is no footnote."""
    titles = [line.text for line in above if line.text[0] != "※"]
    return (titles or [above[-1].text])[-1].strip("【】 ※")


def _goal_follows(lines: Sequence[Line], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].text.split()[0] == "목표"


def _overview_end(lines: Sequence[Line], start: int) -> int:
    for index in range(start + 3, len(lines)):
        if not lines[index].text.startswith(("◈", "전략")) and not _goal_text(lines[start:index]):
            return index
    return len(lines)


def _goal_text(lines: Sequence[Line]) -> bool:
    return not any(line.text.startswith("◈") for line in lines)


def _overview_sheet(lines: Sequence[Line], words: Words) -> SummarySheet:
    marks = [i for i, line in enumerate(lines) if line.text == "전략"]
    split = marks[0] if marks else 2
    goal = [line.text.removeprefix("목표").strip() for line in lines[1:split]]
    strategies = [one for one in paragraphs(lines[split + 1 :]) if one.bullet == "◈"]
    return SummarySheet(
        institution=lines[0].text,
        vision=Text(
            text=words.join(part for part in goal if part), source=source_of(lines[1], lines[split - 1])
        ),
        strategies=[_without_figure(one, words)[0] for one in strategies],
        key_figures=[figure for one in strategies if (figure := _without_figure(one, words)[1])],
        source=source_of(lines[0], strategies[-1].lines[-1] if strategies else lines[-1]),
    )


def sheets(
    lines: Sequence[Line],
    kind: str,
    words: Words,
    overviews: Sequence[SummarySheet],
    strategies: Mapping[str, dict[str, str]],
) -> tuple[Summary | None, Names]:
    """참고 2 and 3: a page an institution; and the names of strategies and core tasks they print.

    `strategies` are those of each institution's plan, by key: a sheet prints them between its § lines.
    """
    register = by_printed_name(kind)
    names = Names()
    found: list[SummarySheet] = []
    starts = _headers(lines, set(register))
    for (start, mark), end in zip(
        starts, [*(header for header, _ in starts[1:]), len(lines)][: len(starts)], strict=True
    ):
        institution = register[lines[start].text.split()[0]].short_name
        vision = _vision(
            lines[start:mark], words, [one for one in overviews if one.institution == institution]
        )
        own = strategies.get(institution, {})
        found.append(_sheet(institution, vision, lines[start:end], words, names, own))
    if not found:
        return None, names
    return Summary(
        kind="sheets", title=lines[0].text, sheets=found, source=source_of(lines[0], lines[-1])
    ), names


def _with_marks(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with the book's own mark, where a sheet prints none and another first."""
    marks = [line.text[0] for line in lines if _MARK.match(line.text)]
    mark = "§" if not marks or "§" in marks else max(marks, key=marks.count)
    return [
        replace(line, text=f"§ {line.text[1:].lstrip()}") if line.text.startswith(mark) else line
        for line in lines
    ]


def _headers(lines: Sequence[Line], register: set[str]) -> list[tuple[int, int]]:
    """Where each institution's sheet begins, and where its strategies do."""
    found: list[tuple[int, int]] = []
    for mark, line in enumerate(lines):
        if _STRATEGIES.match(line.text):
            first = max(mark - 4, found[-1][1] if found else 0)
            header = next(
                (i for i in range(mark - 1, first - 1, -1) if lines[i].text.split()[0] in register), None
            )
            if header is not None:
                found.append((header, mark))
    return found


def _vision(header: Sequence[Line], words: Words, models: Sequence[SummarySheet]) -> Text | None:
    parts = [*header[0].text.split(maxsplit=1)[1:], *(line.text for line in header[1:])]
    if not parts:
        return None
    source = source_of(header[0], header[-1])
    if all(is_letter_spaced(part) for part in parts):
        texts = [model.vision.text for model in models if model.vision]
        return Text(text=respaced(" ".join(parts), texts), source=source)
    return Text(text=words.join(parts), source=source)


def _sheet(
    institution: str,
    vision: Text | None,
    lines: Sequence[Line],
    words: Words,
    names: Names,
    own_strategies: dict[str, str],
) -> SummarySheet:
    sections: dict[str, list[Line]] = {}
    section = ""
    for line in lines:
        for name, mark in (("strategies", _STRATEGIES), ("tasks", _TASKS), ("", _COOPERATION)):
            if mark.match(line.text):
                section = name
        sections.setdefault(section, []).append(line)
    strategies = [one for one in paragraphs(sections.get("strategies", [])) if one.bullet == "◈"]
    tasks = [one for one in paragraphs(_with_marks(sections.get("tasks", [])[2:])) if one.bullet == "§"]
    _learn_names(sections.get("tasks", [])[2:], tasks, words, names)
    return SummarySheet(
        institution=institution,
        vision=vision,
        strategies=[_without_figure(one, words)[0] for one in strategies],
        key_figures=[figure for one in strategies if (figure := _without_figure(one, words)[1])],
        core_tasks=[_without_cell(one, own_strategies).text(words) for one in tasks],
        source=source_of(lines[0], lines[-1]),
    )


def _without_cell(task: Paragraph, strategies: dict[str, str]) -> Paragraph:
    """The § line without the strategy's cell that print gives after it."""
    kept = len(task.lines) - ends(task.lines, strategies)
    return replace(task, parts=task.parts[:kept], lines=task.lines[:kept]) if kept else task


def _learn_names(lines: Sequence[Line], tasks: Sequence[Paragraph], words: Words, names: Names) -> None:
    for task in tasks:
        text = words.join(task.parts)
        found = _TASK_NAME.match(text)
        name = found["name"] if found else text.split(" : ")[0] if " : " in text else None
        if name:
            names.core_tasks.setdefault(key(name), name.strip())
    first = [line.text for line in lines[: next((i for i, one in enumerate(lines) if one.text[0] == "§"), 0)]]
    if first:
        names.strategies.setdefault(key("".join(first)), words.join(first))
    _learn_cells(lines, names)


def _learn_cells(lines: Sequence[Line], names: Names) -> None:
    """Strategy cells between § lines: short lines at the end of a gap, each of them narrow."""
    gap: list[str] = []
    for line in [*lines, Line("§", 0)]:
        if not line.text.startswith("§"):
            gap.append(line.text)
            continue
        while gap and len(gap[0]) > 16:
            gap.pop(0)
        letters = key("".join(gap))
        if len(letters) > 5:
            names.strategies.setdefault(letters, " ".join(gap))
        gap = []


def _without_figure(paragraph: Paragraph, words: Words) -> tuple[Text, Text | None]:
    """A strategy, and what the brackets at its end say of its key figure (KPI)."""
    whole = paragraph.text(words)
    text = whole.text
    start = _last_bracket(text)
    if start <= 0 or not text.endswith(")"):
        return whole, None
    return (
        Text(text=text[:start].strip(), source=whole.source),
        Text(text=text[start:].strip().removeprefix("(").removesuffix(")").strip(), source=whole.source),
    )


def _last_bracket(text: str) -> int:
    """Where the last bracket group that ends the text begins; print sometimes forgets to close it."""
    depth = min(0, text.count(")") - text.count("("))
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if text[index] == "(" and depth <= 0 and index:
            return index
    return -1


def references(lines: Sequence[Line], words: Words) -> list[Summary]:
    """참고 1: its numbered sections repeat headline, summary table and overviews."""
    starts = [i for i, line in enumerate(lines) if _NUMBERED.match(line.text)]
    found: list[Summary] = []
    for start, end in pairwise([*starts, len(lines)]):
        section = lines[start:end]
        summary = _reference(section, words)
        if summary:
            found.append(summary)
    return found


def _reference(section: Sequence[Line], words: Words) -> Summary | None:
    title, source = section[0].text, source_of(section[0], section[-1])
    if "재정투입" in title:
        return Summary(kind="headline", title=title, headline=headline(section, words), source=source)
    if "부문별" in title:
        table = SummaryTableReader(words).read(section[1:])
        return Summary(
            kind="action_tasks",
            title=title,
            action_tasks=table.action_tasks,
            strategy_totals=table.totals,
            grand_total=table.grand_total,
            source=source,
        )
    for kind in ("province", "megaregion"):
        found = overview(section, kind, words)
        if found:
            return found.model_copy(update={"title": title, "source": source})
    return None
