"""The body of the sectoral plans (부문별 시행계획): core tasks (◈ aims) and action tasks with their tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from goru.book.model import ActionTask, NationalStrategy, SectoralCoreTask
from goru.book.parsing.beginnings import (
    STRATEGY,
    action_task_in,
    core_task_in,
    ministries_named,
    with_whole_headings,
)
from goru.book.parsing.goal_indicators import goal_indicator
from goru.book.parsing.parts import paragraphs
from goru.book.parsing.summary_table import SummaryTable, empty_action_task, empty_core_task, roman
from goru.book.parsing.task_tables import MoneyTable, ReformTable, is_head, is_money_head, is_money_row
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of
from goru.book.register import ministry_named

_SECTION = re.compile(r"^□ ?(?P<title>.+)$")
_TITLE = re.compile(r"^ㅇ ?\((?P<title>[^()]+)\)")


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
    table = _with_untabled(table, bodies)
    strategies = [_strategy(strategy, bodies.get(strategy.id)) for strategy in table.strategies]
    cores = [_core_task(task, bodies.get(task.id), words) for task in table.core_tasks]
    actions = [_action_task(task, bodies.get(task.id), words) for task in table.action_tasks]
    return strategies, cores, actions


def _with_untabled(table: SummaryTable, bodies: Mapping[str, _Section]) -> SummaryTable:
    """The table, and what only the body prints: all of it in a document without the table."""
    strategies = {one.id for one in table.strategies}
    cores = {one.id: one.name for one in table.core_tasks}
    actions = {one.id for one in table.action_tasks}
    more = replace(
        table,
        strategies=[*table.strategies],
        core_tasks=[*table.core_tasks],
        action_tasks=[*table.action_tasks],
    )
    for number, body in bodies.items():
        core, _, action = number.partition("-(")
        strategy = core.partition("-")[0]
        source = source_of(body.first)
        if action and number not in actions:
            more.action_tasks.append(
                empty_action_task(number, cores.get(core, ""), body.heading, body.ministries, source)
            )
        elif not action and "-" in core and core not in cores:
            cores[core] = body.heading
            more.core_tasks.append(empty_core_task(core, body.heading, source))
        elif not action and "-" not in core and strategy not in strategies:
            more.strategies.append(
                NationalStrategy(
                    id=strategy, name=body.heading, heading=None, source=source, body_source=None
                )
            )
    return more


def _sections(lines: Sequence[Line]) -> dict[str, _Section]:
    """The strategies, core tasks and action tasks of the body, by number.

    Tasks above which no core task is printed stand under `?`, those after them that count from one again under `?2`.
    """
    found: dict[str, _Section] = {}
    core, unnamed = "?", 1
    current: _Section | None = None
    for line in with_whole_headings(lines):
        if match := core_task_in(line):
            core = f"{roman(match['strategy'])}-{match['number']}"
            current = found.setdefault(core, _Section(match["name"], [], line))
        elif match := action_task_in(line):
            if core.startswith("?") and f"{core}-({match['number']})" in found:
                unnamed += 1
                core = f"?{unnamed}"
            number = f"{core}-({match['number']})"
            current = found.setdefault(
                number, _Section(match["name"], _ministries(match["ministries"]), line)
            )
        elif match := STRATEGY.match(line.text):
            found.setdefault(roman(match["strategy"]), _Section(match["name"] or "", [], line))
            current = None
        elif current:
            current.lines.append(line)
    return found


def _ministries(printed: str) -> list[str]:
    """Short names of the register; one that it does not know stays as printed."""
    return [ministry_named(name) or name for name in ministries_named(printed)]


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
    money, reforms = MoneyTable(words), ReformTable(words, body.ministries or task.ministries, titles)
    text: list[Line] = []
    funded_only = False
    for title, lines in _tables(body.lines):
        if title is None or not lines:
            text.extend(lines)
        elif _is_money(lines):
            money.read(lines, title)
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


def _is_money(lines: Sequence[Line]) -> bool:
    """Whether a table is of money: its head or, where it has none, its rows tell."""
    if any(re.search(r"목표|제도", line.text) for line in lines[:3]):
        return False
    return is_money_head(" ".join(line.text for line in lines[:4])) or any(
        is_money_row(line.text) for line in lines
    )


def _tables(lines: Sequence[Line]) -> list[tuple[str | None, list[Line]]]:
    """The text (None), then each table under its □ heading (소관부처 …, ’24년도 예산 반영) or below any line with its head."""
    parts: list[tuple[str | None, list[Line]]] = [(None, [])]
    above = ""
    for line in lines:
        match = _SECTION.match(line.text)
        if match and re.search(r"소관 ?부처|예산 반영", match["title"]):
            parts.append((match["title"], []))
        elif match:
            parts.append((None, []))
        elif parts[-1][0] is None and is_head(line):
            parts.append((above, [line]))
        else:
            parts[-1][1].append(line)
        above = line.text
    return parts
