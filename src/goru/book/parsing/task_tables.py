"""The two tables of an action task: money (소관부처 · 국비 · 사업명), and goals with reforms (목표 · 제도개선)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import zip_longest

from goru.book.model import BudgetRow, BudgetTotal, Reform, Text
from goru.book.parsing.cells import width
from goru.book.parsing.project_names import project_names
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of
from goru.book.register import by_printed_name, ministry_named
from goru.core.figures import number

_HEAD = re.compile(r"^(?:소관 ?부처|부처명?(?= |$))")
_UNIT = re.compile(r"\( ?(?:단위 ?: ?)?(?P<unit>억|백만|천|조) ?원 ?\)")
_TOTAL = re.compile(r"^합 ?계 ?(?P<amount>-|[\d,.]+)? ?(?:(?P<projects>\d+)개 ?사업)?$")
_AMOUNT = r"(?P<amount>-|\d[\d,]*(?:\.\d+)?)"
_ROW = re.compile(rf"^(?:(?P<ministry>[^\d\s-]\S*) )?{_AMOUNT}(?: (?P<projects>.+))?$")
_AMOUNT_LAST = re.compile(rf"^(?P<first>합 ?계|\S+) (?P<projects>.+) {_AMOUNT}$")
_OF_EOK = {"억": Decimal(1), "백만": Decimal("0.01"), "천": Decimal("0.00001"), "조": Decimal(10_000)}
"""How many 억원 a unit is."""
_COUNT = re.compile(r"(?:^|\s?등 ?|\s)(?P<count>\d+)개 ?사업$")


@dataclass(slots=True)
class _Row:
    ministry: str | None
    printed: str | None
    amount: Decimal | None
    lines: list[Line]
    names: list[str] = field(default_factory=list)


def _total(line: Line, unit: str = "억") -> BudgetTotal | None:
    found = _TOTAL.match(re.sub(r"\s+", " ", line.text))
    if not found:
        return None
    return BudgetTotal(
        amount=_in_eok(found["amount"], unit),
        projects=int(found["projects"]) if found["projects"] else None,
        source=source_of(line),
    )


def _in_eok(printed: str | None, unit: str) -> Decimal | None:
    """An amount in 억원, the unit of all action tasks, whatever its table is in."""
    amount = number(printed)
    return amount if amount is None or unit == "억" else amount * _OF_EOK[unit]


class MoneyTable:
    """A row a printed amount; the ministry may stand on lines of its own before its rows."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._rows: list[_Row] = []
        self._total: BudgetTotal | None = None
        self._ministry: list[Line] = []
        self._unit = "억"
        self._ended = False

    def read(self, lines: Sequence[Line], title: str = "") -> None:
        """Take in the table below one □ heading: its total, behind its rows or before them, and its unit."""
        unit = next(
            (found for text in (title, *(one.text for one in lines)) if (found := _UNIT.search(text))), None
        )
        self._unit = unit["unit"] if unit else "억"
        amount_last = any(re.search(r"사업명.*(?:국비|예산)", line.text) for line in lines[:2])
        for printed in lines:
            line = replace(printed, text=re.sub(r"\s+", " ", printed.text))
            if amount_last and (found := _AMOUNT_LAST.match(line.text)):
                line = replace(line, text=f"{found['first']} {found['amount']} {found['projects']}")
            if self._ended or _HEAD.match(line.text):
                continue
            total = None if self._total else _total(line, self._unit)
            if total:
                self._total, self._ended = total, bool(self._rows)
            else:
                self._take(line, line.text)

    def _take(self, line: Line, text: str) -> None:
        found = _ROW.match(text)
        if found and self._is_row(found):
            if found["ministry"]:
                self._ministry = [Line(found["ministry"], line.number, line.page, line.cell)]
            names = [found["projects"]] if found["projects"] else []
            amount = _in_eok(found["amount"], self._unit)
            self._rows.append(_Row(*self._named(found["projects"]), amount, [line], names))
        elif self._is_ministry(text):
            continues = bool(self._ministry) and self._ministry[-1].text.endswith("·")
            self._ministry = [*self._ministry, line] if continues else [line]
        elif self._rows:
            self._rows[-1].lines.append(line)
            self._rows[-1].names.append(text)

    def _is_row(self, found: re.Match[str]) -> bool:
        if found["ministry"]:
            return self._is_ministry(found["ministry"])
        return not _COUNT.match(found[0])

    @staticmethod
    def _is_ministry(text: str) -> bool:
        return all(ministry_named(part) for part in text.rstrip("·").split("·"))

    def _named(self, projects: str | None) -> tuple[str | None, str | None]:
        """Short and printed name; of several ministries the one in the project's bracket, else the first."""
        printed = "".join(line.text for line in self._ministry)
        names = [ministry_named(part) for part in printed.rstrip("·").split("·")] if printed else []
        bracket = re.search(r"\((\S+)\)$", projects or "")
        own = ministry_named(bracket[1]) if bracket else None
        return (own if own in names else names[0] if names else None), printed or None

    def finished(self, more: Sequence[BudgetRow]) -> tuple[list[BudgetRow], BudgetTotal | None]:
        """The rows (and `more`, those a table of goals held) and the total."""
        printed = self._total.projects if self._total else None
        rows = [self._row(row, alone=len(self._rows) == 1, printed=printed) for row in self._rows]
        return [*rows, *more], self._total

    def _row(self, row: _Row, *, alone: bool, printed: int | None) -> BudgetRow:
        lines = list(row.names)
        count = _COUNT.search(lines[-1]) if lines else None
        if count:
            lines[-1] = lines[-1][: count.start()].rstrip()
        elif lines and (glued := re.search(r"등 ?(\d+)개 ?사업$", " ".join(lines))):
            count = glued
        names_some = re.search(r" 등(?: ?\d+개 ?사업)?$", " ".join(row.names))
        expected = None if names_some else int(count.groups()[-1]) if count else printed if alone else None
        return BudgetRow(
            ministry=row.ministry,
            printed=row.printed,
            amount=row.amount,
            projects=int(count.groups()[-1]) if count else None,
            project_names=project_names([line for line in lines if line], expected, self._words),
            source=source_of(row.lines[0], row.lines[-1]),
        )


_PROJECT = re.compile(r"\(사업명\) ?(?P<name>.+)$")
_MONEY_GOAL = re.compile(r"(?:국비예산 |사업 )(?P<amount>[\d,.]+)억 ?원")
_MARK = re.compile(r"(?:^|(?<=\s))(?=[·ㅇ] ?\S)")
_NARROW = 13.0
"""The width of the goals' column in letters."""


class ReformTable:
    """Goals in the left column, reforms in the right: told apart by bullets, else by width.

    A row that names a project ((사업명) …) beside an amount is money, not a reform.
    """

    def __init__(self, words: Words, ministries: Sequence[str], titles: Sequence[str] = ()) -> None:
        self._words = words
        self._ministries = ministries
        self._titles = [title.replace(" ", "") for title in titles]
        self.goals: list[Text] = []
        self.reforms: list[Reform] = []
        self.money: list[BudgetRow] = []
        self.total: BudgetTotal | None = None

    def read(self, lines: Sequence[Line]) -> None:
        """Take in the table below one □ heading."""
        body: list[Line] = []
        for line in lines:
            if self.total or _HEAD.match(line.text):
                continue
            self.total = _total(line)
            if not self.total:
                body.append(line)
        for ministry, own in self._rows(body):
            if not any(_MARK.search(line.text) for line in own):
                self._by_width(own)
            elif own[0].text.startswith("·"):
                self._by_two_bullets(ministry, own)
            else:
                self._by_bullets(ministry, own)

    def _rows(self, lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
        """The lines of each ministry, as printed; its cell may be two lines (행정 | 안전부) or begin a line."""
        register = by_printed_name("ministry")
        rows: list[tuple[str, list[Line]]] = []
        skip = False
        for line, following in zip_longest(lines, lines[1:]):
            if skip:
                skip = False
                continue
            first, _, rest = line.text.partition(" ")
            whole = line.text + (following.text if following else "")
            if whole in register:
                rows.append((whole, []))
                skip = True
            elif first in register and register[first].short_name in self._ministries:
                own = [Line(rest, line.number, line.page, line.cell)] if rest else []
                rows.append((first, own))
            elif rows:
                rows[-1][1].append(line)
        return [(ministry, own) for ministry, own in rows if own]

    def _by_two_bullets(self, ministry: str, lines: Sequence[Line]) -> None:
        """Both columns have bullets: the first is a goal, of two on a line the second is a reform."""
        parts: list[tuple[bool, list[Line]]] = []
        marks = {line.text[0] for line in lines if line.text[0] in "·ㅇ"}
        for line in lines:
            cells = _cells(line)
            if not line.text.startswith(("·", "ㅇ")):
                parts[-1][1].append(line)
                continue
            for position, cell in enumerate(cells, start=int(line.cells[:1] == ("",))):
                single = len(cells) == 1 and (bool(parts) if len(marks) == 1 else cell.startswith("ㅇ"))
                parts.append((single or position > 0, [_like(line, cell)]))
        for is_reform, own in parts:
            if is_reform:
                self._reform(ministry, own)
            else:
                self._goal(own)

    def _by_bullets(self, ministry: str, lines: Sequence[Line]) -> None:
        """Only reforms have bullets: what stands before a bullet is a goal, if it is no reform's rest."""
        left: list[Line] = []
        reform: list[Line] = []
        last = max(index for index, line in enumerate(lines) if _MARK.search(line.text))
        for index, line in enumerate(lines):
            head, *cells = _cells(line) if not _cells(line)[0].startswith("·") else ["", *_cells(line)]
            rest = (
                head
                and not cells
                and reform
                and not left
                and (index > last or self._goes_on(reform[-1], line))
            )
            if rest:
                reform.append(line)
                continue
            if head:
                left.append(_like(line, head))
            for cell in cells:
                self._reform(ministry, reform)
                self._goal(left)
                left, reform = [], [_like(line, cell)]
        self._reform(ministry, reform)
        self._goal(left)

    @staticmethod
    def _goes_on(above: Line, line: Line) -> bool:
        return (
            width(line.text) > _NARROW
            or line.text.startswith("(")
            or above.text.count("(") > above.text.count(")")
        )

    def _by_width(self, lines: Sequence[Line]) -> None:
        """No bullets: the goal's narrow lines first, then the reforms, each until a line is not full."""
        widest = max(width(line.text) for line in lines)
        first = next(
            (i for i, line in enumerate(lines) if width(line.text) > min(_NARROW, widest * 0.8)), len(lines)
        )
        self._goal(lines[:first])
        group: list[Line] = []
        one_a_line = self.total is not None and self.total.projects == len(lines) - first
        for line in lines[first:]:
            above = group[-1].text if group else ""
            ended = one_a_line or above.endswith(")") or width(above) < widest * 0.75
            if group and ended and not line.text.startswith("("):
                self._reform("", group)
                group = []
            group.append(line)
        self._reform("", group)

    def _goal(self, lines: Sequence[Line]) -> None:
        lines = lines[self._head(lines) :]
        text = self._words.join(line.text for line in lines)
        if text not in ("", "-"):
            self.goals.append(Text(text=text, source=source_of(lines[0], lines[-1])))

    def _head(self, lines: Sequence[Line]) -> int:
        """How many lines are a narrow cell left of the goal: the end of a title, or what the goal begins with again."""
        for count in range(len(lines) - 1, 1, -1):
            cell = "".join(line.text.replace(" ", "") for line in lines[:count])
            if cell.endswith(lines[count].text.split()[0]) or any(one.endswith(cell) for one in self._titles):
                return count
        return 0

    def _reform(self, ministry: str, lines: Sequence[Line]) -> None:
        if not lines:
            return
        text = self._words.join(line.text for line in lines)
        source = source_of(lines[0], lines[-1])
        project = _PROJECT.search(text)
        if not project:
            self.reforms.append(Reform(text=text, source=source))
            return
        amount = _MONEY_GOAL.search(self.goals[-1].text) if self.goals else None
        self.money.append(
            BudgetRow(
                ministry=ministry_named(ministry),
                printed=ministry,
                amount=number(amount["amount"]) if amount else None,
                projects=None,
                project_names=[project["name"]],
                source=source,
            )
        )


def _cells(line: Line) -> list[str]:
    """The parts of a line that begin with a bullet, and what stands before the first."""
    return [part.strip() for part in _MARK.split(line.text) if part.strip()]


def _like(line: Line, text: str) -> Line:
    return Line(text.lstrip("·ㅇ "), line.number, line.page, line.cell)
