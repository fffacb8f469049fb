"""How plans, the summary table and the body of the action tasks begin, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from goru.book.model import KindOfPlan
from goru.book.reading.lines import Line
from goru.book.register import Institution, by_printed_name
from goru.core.romans import ROMANS

PLAN = re.compile(r"^[IⅠ1]\. ?(?:20\d\d년도? )?(?:중점 )?추진 ?(?:전략|개요)")
"""The first heading of a plan of a province or megaregion."""
_CORE_TASK = re.compile(rf"^(?P<strategy>[{ROMANS}IVX]+)-(?P<number>\d+) +(?P<name>\S.*)$")
STRATEGY = re.compile(rf"^전략 ?(?P<strategy>[{ROMANS}IVX]+)(?: +(?P<name>\S.*))?$")
_ACTION_TASK = re.compile(
    r"^\( ?(?P<number>\d+) ?\) ?(?P<name>.+?) ?[\[(](?:소관 ?(?:부처)? ?: ?)?(?P<ministries>[^()\[\]]+)[\])]$"
)
"""The headings of the body; ministries stand in brackets of either form."""
_IN_TABLE = re.compile(rf"^([{ROMANS}IVX]+-\d+\. |합 ?계 \d+개 실천과제)")
_HEADLINE = re.compile(r"재정투입은 총")
_FOCUS = re.compile(r"^(?:20\d\d년 )?(?:지방시대위원회 )?중점 ?이행 ?과제$")
_OVERVIEW = {
    "provincial": re.compile(r"^【.*시·도 ?지방시대 ?시행계획.*목표"),
    "megaregional": re.compile(r"^【.*초광역권발전 ?시행계획.*목표"),
}
_TABLE = re.compile(r"^【.*부문별 ?시행계획.*과제")
_TABLE_HEAD = re.compile(r"^\d대 ?전략 \d+개 ?핵심과제$")
_HEADER = 4
"""Lines above its first heading that the head of a plan (institution and vision) may run over."""
_NAMED_SO = re.compile(r"^[가-힣]{1,12}(?:특별시|광역시|특별자치시|특별자치도|도|시|권)$")
_TITLE = re.compile(r"시행계획")


def ministries_named(printed: str) -> list[str]:
    """The names in a heading's brackets, each alone: 행안부, 국토부 등."""
    return [name for part in re.split(r"[,·/]", printed) if (name := re.sub(r" ?등$", "", part.strip()))]


_HEADING_BEGUN = re.compile(rf"^(?:전략 ?[{ROMANS}IVX]+|[{ROMANS}IVX]+-\d+|\( ?\d+ ?\) ?(?P<name>.*))$")
_NO_REST = re.compile(r"^(?:[□ㅇ◈§※*·▪-]|\( ?\d+ ?\)|전략 ?[ⅠⅡⅢⅣⅤ]|[ⅠⅡⅢⅣⅤ]+-\d)")
_MOST_LINES = 3
_FEW = 2
"""As many headings of action tasks may stand anywhere by chance."""


def with_whole_headings(lines: Sequence[Line]) -> list[Line]:
    """The lines with a heading of the body on one line, where print broke it: its number, its name, its ministries."""
    whole: list[Line] = []
    at = 0
    while at < len(lines):
        line, count = _whole_heading(lines[at : at + _MOST_LINES])
        whole.append(line)
        at += count
    return whole


def _whole_heading(lines: Sequence[Line]) -> tuple[Line, int]:
    """The first of the lines with those that its heading goes on in, and how many they are."""
    first = lines[0]
    begun = _HEADING_BEGUN.match(first.text)
    if not begun or action_task_in(first):
        return first, 1
    for count in range(2, len(lines) + 1):
        if _NO_REST.match(lines[count - 1].text):
            break
        joined = replace(first, text=" ".join(line.text for line in lines[:count]))
        if action_task_in(joined) or begun["name"] is None:
            return joined, count
    return first, 1


def core_task_in(line: Line) -> re.Match[str] | None:
    """The strategy, number and name of a core task that a line is the heading of: no sentence."""
    return None if line.text.endswith(".") else _CORE_TASK.match(line.text)


def action_task_in(line: Line) -> re.Match[str] | None:
    """The number, name and ministries of an action task that a line is the heading of: one ministry is known."""
    found = _ACTION_TASK.match(line.text)
    register = by_printed_name("ministry")
    return (
        found if found and any(name in register for name in ministries_named(found["ministries"])) else None
    )


def begins_body(lines: Sequence[Line]) -> int:
    """Where the body of the sectoral plans begins; behind the last line where there is none."""
    return next(
        (
            i
            for i, line in enumerate(lines)
            if STRATEGY.match(line.text) or core_task_in(line) or action_task_in(line)
        ),
        len(lines),
    )


def is_summary_table(lines: Sequence[Line]) -> bool:
    """Whether lines are rows of the summary table (총괄표)."""
    return sum(_IN_TABLE.match(line.text) is not None for line in lines) > 1


def head_of_plan(lines: Sequence[Line], start: int, first: int) -> int:
    """Where the head of the plan begins whose first heading is at `start`: with its institution's name.

    An institution that no register knows is told by how such names end; else the lines above are taken.
    """
    top = max(start - _HEADER, first)
    above = range(start - 1, top - 1, -1)
    known = next((i for i in above if institution_in(lines[i])), None)
    if known is not None:
        return known
    return next(
        (i for i in above if _NAMED_SO.match(lines[i].text.split(maxsplit=1)[0])), max(start - 1, first)
    )


def institution_in(line: Line) -> Institution | None:
    """Whose plan a head names: by its first word, or in a title (2024년 서울특별시 지방시대 시행계획) by any."""
    register = by_printed_name("province", "megaregion")
    words = line.text.split()
    if words[0] in register:
        return register[words[0]]
    return (
        next((register[word] for word in words if word in register), None)
        if _TITLE.search(line.text)
        else None
    )


def kind_of_plan(lines: Sequence[Line]) -> KindOfPlan | None:
    """Of which kind the plan is that the lines are; None where they are none."""
    start = next((i for i, line in enumerate(lines) if PLAN.match(line.text)), None)
    if start is None:
        return None
    institution = next(filter(None, map(institution_in, lines[:start])), None)
    if institution:
        return "provincial" if institution.kind == "province" else "megaregional"
    named = lines[head_of_plan(lines, start, 0)].text.split(maxsplit=1)[0] if start else ""
    return "megaregional" if named.endswith("권") else "provincial"


def begins_headline(lines: Sequence[Line]) -> int | None:
    """Where the chapter of the first figures begins: with the lines, if they say the whole money of the year."""
    return 0 if any(_HEADLINE.search(line.text) for line in lines) else None


def _begins_focus(lines: Sequence[Line]) -> int | None:
    return _first(lines, _FOCUS)


def _begins_provinces(lines: Sequence[Line]) -> int | None:
    return _begins_plans(lines, "provincial")


def _begins_megaregions(lines: Sequence[Line]) -> int | None:
    return _begins_plans(lines, "megaregional")


def _begins_plans(lines: Sequence[Line], kind: KindOfPlan) -> int | None:
    """Where the plans of a kind begin: with their overview, or the head of the first."""
    overview = _first(lines, _OVERVIEW[kind])
    if overview is not None:
        return overview
    starts = [index for index, line in enumerate(lines) if PLAN.match(line.text)]
    heads = (head_of_plan(lines, start, 0) for start in starts)
    wanted = "province" if kind == "provincial" else "megaregion"
    return next(
        (head for head in heads if (found := institution_in(lines[head])) and found.kind == wanted), None
    )


def _begins_sectors(lines: Sequence[Line]) -> int | None:
    """Where the summary table begins, or the body of the action tasks."""
    for head in (_TABLE, _TABLE_HEAD):
        table = _first(lines, head)
        if table is not None:
            return table
    body = begins_body(lines)
    return body if sum(action_task_in(line) is not None for line in lines[body:]) > _FEW else None


def _first(lines: Sequence[Line], pattern: re.Pattern[str]) -> int | None:
    return next((index for index, line in enumerate(lines) if pattern.match(line.text)), None)


PART_BEGINS: Mapping[str, Callable[[Sequence[Line]], int | None]] = {
    "introduction": begins_headline,
    "focus": _begins_focus,
    "provinces": _begins_provinces,
    "sectors": _begins_sectors,
    "megaregions": _begins_megaregions,
}
"""Where, among lines in which it must stand, a part begins whose heading is not there or worded otherwise."""
