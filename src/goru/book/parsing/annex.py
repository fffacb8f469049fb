"""The annex (별지) of a plan that was printed here: read back into what it says (goru.book.annex)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from goru.book import annex, regions
from goru.book.funds import account_of
from goru.book.model import (
    ActionTask,
    BudgetRow,
    KeyFigure,
    LineKind,
    Milestone,
    MoneyLine,
    Period,
    Plan,
    PlanBook,
    PlanCoreTask,
    Project,
    Reform,
    Source,
    TaskItem,
    Text,
    Unread,
)
from goru.book.parsing.parts import furniture_of, paragraphs
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, Lines, source_of
from goru.book.times import time_in
from goru.core import figures

_OWNER = re.compile(rf"^(?P<of>{annex.OF_PLAN}|{annex.OF_TASK}) ?(?P<name>\S.*)$")
_PLACED = re.compile(rf"^(?P<what>{annex.PROJECT}|{annex.REFORM}) (?P<place>\d+(?:-\d+)?): ?(?P<name>.*)$")
_NUMBERED = re.compile(r"^(?P<place>\d+(?:-\d+)?): ?")
_DAYS = re.compile(
    r" ?\[(?P<start>\d{4}-\d\d-\d\d)?~(?P<end>\d{4}-\d\d-\d\d)? (?P<precision>일|월|분기|반기|연)\]$"
)
_STEPS = {annex.STEP: False, annex.DONE: True}
_WORDS = {annex.MINISTRY: "ministry", annex.UNIT: "responsible_unit"}
_COLUMNS = {words: key for key, words in annex.COLUMNS.items()}
_PRECISIONS = {words: key for key, words in annex.PRECISIONS.items()}
_PHASES = {words: key for key, words in annex.PHASES.items()}
_MARKS = {words: key for key, words in annex.MARKS.items()}

Place = tuple[int, ...]


@dataclass(slots=True)
class _Part:
    """What an owner's part of the annex says, by the places of what it says it of."""

    flagships: set[Place] = field(default_factory=set)
    projects: dict[Place, dict[str, Any]] = field(default_factory=dict)
    reforms: dict[Place, dict[str, Any]] = field(default_factory=dict)
    texts: dict[str, list[Text]] = field(default_factory=dict)
    figures: list[KeyFigure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Annexed:
    """A document without its annex, the lines of that, and which of them are only the print's."""

    body: Lines
    lines: Sequence[Line]
    furniture: frozenset[int] = frozenset()


def divided(lines: Lines) -> Annexed:
    """A document and its annex, which stands behind everything else; of one without an annex the whole."""
    start = next((at for at, line in enumerate(lines) if line.text.startswith(annex.START)), None)
    if start is None:
        return Annexed(lines, ())
    furniture = frozenset(at - start for at in furniture_of(lines) if at >= start)
    return Annexed(replace(lines, all=lines.all[:start]), lines.all[start:], furniture)


def with_annex(book: PlanBook, found: Annexed, words: Words) -> tuple[PlanBook, list[LineKind], list[Unread]]:
    """The book with what its annex says, what became of each line of that, and those that were not read."""
    reader = _Reader(found, words, book.year)
    parts = reader.read()
    plans = [_with_plan(one, parts.get((annex.OF_PLAN, one.institution))) for one in book.plans]
    tasks = [_with_task(one, parts.get((annex.OF_TASK, one.id))) for one in book.action_tasks]
    unread = [
        Unread(part="annex", expected=annex.TITLE, source=source_of(line))
        for line, kind in zip(found.lines, reader.kinds, strict=True)
        if kind == "unread"
    ]
    return book.model_copy(update={"plans": plans, "action_tasks": tasks}), reader.kinds, unread


class _Reader:
    def __init__(self, found: Annexed, words: Words, year: int) -> None:
        self.lines, self.words, self.year = found.lines, words, year
        self.kinds: list[LineKind] = [
            "furniture" if at in found.furniture or line.text.startswith(annex.START) else "unread"
            for at, line in enumerate(found.lines)
        ]
        self.parts: dict[tuple[str, str], _Part] = {}
        self.part = _Part()
        self.head = ""
        self.placed: dict[str, Any] = {}
        self.columns: Sequence[str] = ()

    def read(self) -> Mapping[tuple[str, str], _Part]:
        run: list[int] = []
        for at, line in enumerate(self.lines):
            owner = _OWNER.match(line.text)
            if self.kinds[at] == "furniture":
                continue
            if owner or line.cells:
                self._paragraphs(run)
                run = []
                self._owner(owner, at) if owner else self._row(line, at)
            else:
                run.append(at)
        self._paragraphs(run)
        return self.parts

    def _owner(self, owner: re.Match[str], at: int) -> None:
        self.part = self.parts.setdefault((owner["of"], owner["name"]), _Part())
        self.head, self.columns = "", ()
        self.kinds[at] = "furniture"

    def _paragraphs(self, run: Sequence[int]) -> None:
        lines = [self.lines[at] for at in run]
        at = {id(line): index for line, index in zip(lines, run, strict=True)}
        for one in paragraphs(lines):
            text = one.text(self.words)
            is_read = self._head(text) if one.bullet == "□" else self._said(text)
            for line in one.lines:
                self.kinds[at[id(line)]] = "fact" if is_read else "unread"

    def _head(self, text: Text) -> bool:
        """What follows: a project or a reform by its place, or a list."""
        self.columns = ()
        if found := _PLACED.match(text.text):
            self.head = found["what"]
            held = self.part.projects if self.head == annex.PROJECT else self.part.reforms
            name = {"name": found["name"]} if self.head == annex.PROJECT else {"text": found["name"]}
            self.placed = held.setdefault(
                _place(found["place"]), {**name, "steps": [], "source": text.source}
            )
            return True
        self.head = text.text
        return text.text in (annex.FLAGSHIPS, annex.DECENTRALIZATION, annex.SUMMARY, annex.KEY_FIGURES)

    def _said(self, text: Text) -> bool:
        if self.head in (annex.PROJECT, annex.REFORM):
            return self._field(text)
        if self.head == annex.FLAGSHIPS and (found := _NUMBERED.match(text.text)):
            self.part.flagships.add(_place(found["place"]))
            return True
        if self.head in (annex.DECENTRALIZATION, annex.SUMMARY):
            self.part.texts.setdefault(self.head, []).append(text)
            return True
        return False

    def _field(self, text: Text) -> bool:
        name, _colon, said = text.text.partition(": ")
        if name in _STEPS:
            step = {**self._time(said), "done": _STEPS[name], "source": text.source}
            self.placed["steps"].append(Milestone.model_validate(step))
        elif name == annex.COMPLETE:
            self.placed["money_is_complete"] = True
        elif name in _WORDS:
            self.placed[_WORDS[name]] = said
        elif name == annex.PERIOD:
            self.placed["period"] = Period.model_validate(self._time(said))
        elif name == annex.PLACES:
            return self._regions(said)
        else:
            return False
        return True

    def _regions(self, said: str) -> bool:
        try:
            self.placed["regions"] = regions.keys_in(said)
        except regions.UnknownRegion:
            return False
        return True

    def _time(self, said: str) -> dict[str, Any]:
        if found := _DAYS.search(said):
            precision = _PRECISIONS[found["precision"]]
            return {"text": said[: found.start()], **found.groupdict(), "precision": precision}
        return time_in(said, self.year)

    def _row(self, line: Line, at: int) -> None:
        cells = line.cells
        if cells[:2] in (annex.MONEY[:2], annex.FIGURES[:2]):
            self.columns = cells
            self.kinds[at] = "furniture"
            return
        if not self.columns or len(cells) != len(self.columns):
            return
        if self.head == annex.KEY_FIGURES:
            name, unit, value = (None if one == annex.NONE else one for one in cells)
            source = source_of(line)
            self.part.figures.append(KeyFigure(name=name or "", unit=unit, value=value or "", source=source))
            self.kinds[at] = "fact"
        elif self.head == annex.PROJECT and (lines := self._money(cells, source_of(line))) is not None:
            self.placed.setdefault("money", []).extend(lines)
            self.kinds[at] = "fact"

    def _money(self, cells: Sequence[str], source: Source) -> list[MoneyLine] | None:
        """The lines of a row; None where it is none."""
        said = dict(zip(self.columns, cells, strict=True))
        year, account, phase, marks, unit = (said.get(one, annex.NONE) for one in annex.MONEY)
        common: dict[str, Any] = {
            "fiscal_year": int(year) if year.isdecimal() else None,
            "account": account_of(account),
            "phase": _PHASES.get(phase),
            "unit": "" if unit == annex.NONE else unit,
            "source": source,
            **{_MARKS[one]: True for one in marks.split(", ") if one in _MARKS},
        }
        found = []
        for column, cell in list(said.items())[len(annex.MONEY) :]:
            amount = None if cell == annex.UNSAID else figures.number(cell)
            if column not in _COLUMNS or (amount is None and cell not in (annex.NONE, annex.UNSAID)):
                return None
            if cell != annex.NONE:
                given = {**common, "funding": _COLUMNS[column] or None, "amount": amount}
                found.append(MoneyLine.model_validate(given))
        return found


def _place(text: str) -> Place:
    return tuple(map(int, text.split("-")))


def _with_plan(plan: Plan, part: _Part | None) -> Plan:
    if part is None:
        return plan
    tasks = [_with_core_task(task, number, part) for number, task in enumerate(plan.core_tasks, start=1)]
    reforms = [Reform(**said) for _place_, said in sorted(part.reforms.items())]
    return plan.model_copy(
        update={
            "core_tasks": tasks,
            "reforms": reforms,
            "decentralization": part.texts.get(annex.DECENTRALIZATION, []),
            "summary": part.texts.get(annex.SUMMARY, []),
            "key_figures": part.figures,
        }
    )


def _with_core_task(task: PlanCoreTask, number: int, part: _Part) -> PlanCoreTask:
    items = [
        TaskItem(**{**dict(item), "is_flagship": (number, at) in part.flagships})
        for at, item in enumerate(task.items, start=1)
    ]
    projects = [Project(**said) for place, said in sorted(part.projects.items()) if place[0] == number]
    return task.model_copy(
        update={"is_flagship": (number,) in part.flagships, "items": items, "projects": projects}
    )


def _with_task(task: ActionTask, part: _Part | None) -> ActionTask:
    if part is None:
        return task
    rows = [_with_row(row, number, part) for number, row in enumerate(task.budget_rows, start=1)]
    reforms = [
        reform.model_copy(update={"steps": part.reforms[number,]["steps"]})
        if (number,) in part.reforms
        else reform
        for number, reform in enumerate(task.reforms, start=1)
    ]
    further = [Project(**said) for place, said in sorted(part.projects.items()) if place[0] == 0]
    return task.model_copy(update={"budget_rows": rows, "reforms": reforms, "further_projects": further})


def _with_row(row: BudgetRow, number: int, part: _Part) -> BudgetRow:
    """An amount with its projects as items, where one of them says more than its name."""
    said = {place[1]: one for place, one in part.projects.items() if place[0] == number and len(place) > 1}
    if not said:
        return row
    names = dict(enumerate(row.project_names, start=1))
    covers = [
        Project(**said[at]) if at in said else Project(name=names[at], source=row.source)
        for at in sorted({*names, *said})
    ]
    return row.model_copy(update={"covers": covers, "project_names": [one.name for one in covers]})
