"""The body of the sectoral plans (부문별 시행계획): core tasks (◈ aims) and action tasks with their tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goru.book.model import ActionTask, NationalStrategy, SectoralCoreTask
from goru.book.parsing.goal_indicators import goal_indicator
from goru.book.parsing.parts import paragraphs
from goru.book.parsing.summary_table import SummaryTable, roman
from goru.book.parsing.task_tables import MoneyTable, ReformTable
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of
from goru.book.register import by_printed_name
from goru.core.romans import ROMANS

_CORE = re.compile(rf"^(?P<strategy>[{ROMANS}IVX]+)-(?P<number>\d) +(?P<name>\S.*)$")
_STRATEGY = re.compile(rf"^전략 ?(?P<strategy>[{ROMANS}IVX]+)(?: +(?P<name>\S.*))?$")
_ACTION = re.compile(r"^\((?P<number>\d)\) ?(?P<name>.+?) ?\((?P<ministries>[^()]+)\)$")
_SECTION = re.compile(r"^□ ?(?P<title>.+)$")
_TITLE = re.compile(r"^ㅇ ?\((?P<title>[^()]+)\)")
_MONEY = re.compile(r"국비 ?\(억 ?원\)")


@dataclass(slots=True)
class _Section:
    """A strategy, core task or action task of the body: its heading and the lines below."""

    heading: str
    ministries: list[str]
    first: Line
    lines: list[Line] = field(default_factory=list)


def with_bodies(
    table: SummaryTable, lines: Sequence[Line], words: Words
) -> tuple[list[NationalStrategy], list[SectoralCoreTask], list[ActionTask]]:
    """The strategies and tasks of the summary table, with what the body prints under the same numbers."""
    bodies = _sections(lines)
    strategies = [_strategy(strategy, bodies.get(strategy.id)) for strategy in table.strategies]
    cores = [_core_task(task, bodies.get(task.id), words) for task in table.core_tasks]
    actions = [_action_task(task, bodies.get(task.id), words) for task in table.action_tasks]
    return strategies, cores, actions


def _sections(lines: Sequence[Line]) -> dict[str, _Section]:
    found: dict[str, _Section] = {}
    core = ""
    current: _Section | None = None
    for line in lines:
        if (match := _CORE.match(line.text)) and not line.text.endswith("."):
            core = f"{roman(match['strategy'])}-{match['number']}"
            current = found.setdefault(core, _Section(match["name"], [], line))
        elif core and (match := _ACTION.match(line.text)) and (named := _ministries(match["ministries"])):
            number = f"{core}-({match['number']})"
            current = found.setdefault(number, _Section(match["name"], named, line))
        elif match := _STRATEGY.match(line.text):
            found.setdefault(roman(match["strategy"]), _Section(match["name"] or "", [], line))
            current = None
        elif current:
            current.lines.append(line)
    return found


def _ministries(printed: str) -> list[str]:
    register = by_printed_name("ministry")
    names = [part.strip() for part in re.split(r"[,·/]", printed)]
    return [register[name].short_name for name in names] if all(name in register for name in names) else []


def _strategy(strategy: NationalStrategy, body: _Section | None) -> NationalStrategy:
    if body is None:
        return strategy
    return strategy.model_copy(update={"heading": body.heading or None, "body_source": source_of(body.first)})


def _core_task(task: SectoralCoreTask, body: _Section | None, words: Words) -> SectoralCoreTask:
    if body is None:
        return task
    goals = [goal for line in body.lines if (goal := goal_indicator(line))]
    of_goals = {goal.source.first_line for goal in goals if goal.source}
    aims = paragraphs([line for line in body.lines if line.number not in of_goals])
    return task.model_copy(
        update={
            "heading": body.heading,
            "body_source": source_of(body.first),
            "aims": [one.text(words) for one in aims if one.bullet == "◈"],
            "indicators": goals,
        }
    )


def _action_task(task: ActionTask, body: _Section | None, words: Words) -> ActionTask:
    if body is None:
        return task
    titles = [found["title"] for line in body.lines if (found := _TITLE.match(line.text))]
    money, reforms = MoneyTable(words), ReformTable(words, body.ministries, titles)
    text: list[Line] = []
    funded_only = False
    for title, lines in _tables(body.lines):
        if title is None or not lines:
            text.extend(lines)
        elif any(_MONEY.search(line.text) for line in lines[:4]) and "목표" not in "".join(
            line.text for line in lines[:3]
        ):
            money.read(lines)
            funded_only = funded_only or "예산 반영" in title
        else:
            reforms.read(lines)
    rows, total = money.finished(reforms.money)
    last = body.lines[-1] if body.lines else body.first
    return task.model_copy(
        update={
            "heading": body.heading,
            "heading_ministries": body.ministries,
            "body_source": source_of(body.first, last),
            "budget_rows": rows,
            "budget_total": total,
            "funded_only": funded_only,
            "task_total": reforms.total,
            "indicators": [goal for line in text if (goal := goal_indicator(line, among_goals=True))],
            "goals": reforms.goals,
            "reforms": reforms.reforms,
        }
    )


def _tables(lines: Sequence[Line]) -> list[tuple[str | None, list[Line]]]:
    """The text (None), then each table under its □ heading (소관부처 …, ’24년도 예산 반영)."""
    parts: list[tuple[str | None, list[Line]]] = [(None, [])]
    for line in lines:
        match = _SECTION.match(line.text)
        if match and re.search(r"소관 ?부처|예산 반영", match["title"]):
            parts.append((match["title"], []))
        elif match:
            parts.append((None, []))
        else:
            parts[-1][1].append(line)
    return parts
