"""How plans, the summary table and the body of the action tasks begin, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from goru.book.model import KindOfPlan
from goru.book.parsing.heading_forms import in_one_form
from goru.book.reading.lines import Line
from goru.book.register import AUTHORS, Institution, by_printed_name
from goru.core.romans import ROMANS

YEAR = r"(?:(?:\d{4}|'\d\d)(?:년도?)? ?)?"
"""The year that a heading may begin with: 2024년, '24년도, '24."""
_AIMS = r"추진 ?(?:전략|방향|목표)"
PLAN = re.compile(
    rf"^(?:[IⅠ1가]\. ?|[IⅠ] |제 ?1 ?장 ?){YEAR}(?:시행계획 ?)?(?:중점 ?)?추진 ?(?:전략|개요)"
    rf"|^[IⅠ](?:\. ?| ){YEAR}(?:(?:비전|목표)(?: ?[및과와·,] ?| ))?(?:중점 ?)?{_AIMS}(?: ?[및과와·,] ?(?:전략|방향|목표))?$"
    rf"|^[IⅠ](?:\. ?| ){YEAR}비전(?: ?[및과와·,] ?| )(?:전략|방향|목표)$"
)
"""The first heading of a plan of a province or megaregion."""
_CORE_TASK = re.compile(rf"^(?P<strategy>[{ROMANS}IVX]+)-(?P<number>\d+) +(?P<name>\S.*)$")
STRATEGY = re.compile(rf"^전략 ?(?P<strategy>[{ROMANS}IVX]+)(?: +(?P<name>\S.*))?$")
_ACTION_TASK = re.compile(
    r"^\( ?(?P<number>\d+) ?\) ?(?P<name>.+?) ?"
    r"[\[(〔【<‹〈{](?:소관 ?(?:부처)? ?: ?)?(?P<ministries>[^()\[\]〔〕【】<>‹›〈〉{}]*)[\])〕】>›〉}]$"
)
"""The headings of the body; ministries stand in brackets of any form."""
_NUMBERED_OTHERWISE = re.compile(r"^(?P<number>\d{1,2}|[①-⑳])(?P<mark>[.)]?) ?(?P<rest>\S.*)$")
_IN_TABLE = re.compile(rf"^([{ROMANS}IVX]+-\d+\. |합 ?계 \d+개 실천과제)")
_HEADLINE = re.compile(r"재정투입은 총")
_FOCUS = re.compile(r"^(?:20\d\d년 )?(?:지방시대위원회 )?중점 ?이행 ?과제$")
_OVERVIEW = {
    "provincial": re.compile(r"^【.*시·도 ?지방시대 ?시행계획.*목표"),
    "megaregional": re.compile(r"^【.*초광역권발전 ?시행계획.*목표"),
}
_TABLE = re.compile(r"^【.*부문별 ?시행계획.*과제")
_TABLE_HEAD = re.compile(r"^\d대 ?전략 \d+개 ?핵심과제$")
MOST_OF_HEAD = 4
"""Lines above its first heading that the head of a plan (institution and vision) may run over."""
_OPENING, _CLOSING = r"\[【〔<‹〈《「｢『(", r"\]】〕>›〉》」｣』)"
_NUMBER = re.compile(
    rf"^(?:(?:[{ROMANS}IVX]+-)?\d{{1,2}}(?:[.)] ?| )|[{ROMANS}IVX가-하][.)] ?|[①-⑳❶-❿➊-➓] ?)?[{_OPENING}]?"
)
"""What may stand before a name: 1. 3) Ⅲ-3 가. ①, and what opens a bracket."""
_FIRST_WORD = re.compile(
    rf"^(?P<name>[가-힣]+(?:·[가-힣]+)*)(?: ?[{_CLOSING}] ?| ?[:：] ?| [-–—] | +)(?P<rest>\S.*)$"
)
_NAMED_SO = re.compile(
    r"^(?!.*(?:도시|초광역권|시·도|[년연주족호지립여]도)$)[가-힣·]{2,12}(?:특별시|광역시|특별자치시|특별자치도|도|시|권)$"
)
"""How names of provinces and megaregions end; not a city (도시), a year (전년도) or a rate (만족도)."""
_TITLE = re.compile(rf"시행계획(?:\W*안)?(?:\W*| ?[-–{_OPENING}] ?[가-힣·]+\W*)$")
_BULLET = re.compile(r"^(?:[-·*※§▪]|[ㅇm○◦] )")


@dataclass(frozen=True, slots=True)
class Named:
    """A line that may name whose plan begins.

    `doubt` is 0 where the line is a title, or a full name and nothing else; 1 where it is a short name, or begins with an
    official one; 2 and 3 where it begins with another known or an unknown name, which may be the first word of a vision.
    """

    name: str
    institution: Institution | None
    doubt: int
    vision: str = ""
    is_title: bool = False

    @property
    def short_name(self) -> str:
        return self.institution.short_name if self.institution else self.name


def ministries_named(printed: str) -> list[str]:
    """The names in a heading's brackets, each alone: 행안부, 국토부 등."""
    return [name for part in re.split(r"[,·/]", printed) if (name := re.sub(r" ?등$", "", part.strip()))]


_HEADING_BEGUN = re.compile(rf"^(?:전략 ?[{ROMANS}IVX]+|[{ROMANS}IVX]+-\d+|\( ?\d+ ?\) ?(?P<name>.*))$")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NO_REST = re.compile(r"^(?:[□ㅇ◈§※*·▪-]|\( ?\d+ ?\)|전략 ?[ⅠⅡⅢⅣⅤ]|[ⅠⅡⅢⅣⅤ]+-\d)")
_MOST_LINES = 3
_FEW = 2
"""As many headings of action tasks may stand anywhere by chance."""


def with_whole_headings(lines: Sequence[Line]) -> list[Line]:
    """The lines with a heading of the body on one line, where print broke it: its number, its name, its ministries."""
    lines = _numbered(lines)
    whole: list[Line] = []
    at = 0
    while at < len(lines):
        line, count = _whole_heading(lines[at : at + _MOST_LINES])
        whole.append(line)
        at += count
    return whole


def _numbered(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with the headings of action tasks that are numbered 1. 1) ① numbered (1), where none is numbered so.

    Only what stands above a □ and names none but known ministries is sure to be such a heading, and only if it is numbered
    as the first of them.
    """
    lines = in_one_form(lines)
    if any(action_task_in(_whole_heading(lines[at : at + _MOST_LINES])[0]) for at in range(len(lines))):
        return lines
    found = {
        at: one
        for at in range(len(lines))
        if (one := _numbered_otherwise(lines[at : at + _MOST_LINES + 1])) is not None
    }
    marks = {one["mark"] for one in list(found.values())[:1]}
    return [
        replace(line, text=_with_brackets(found[at])) if at in found and found[at]["mark"] in marks else line
        for at, line in enumerate(lines)
    ]


def _numbered_otherwise(lines: Sequence[Line]) -> re.Match[str] | None:
    """How the first of the lines numbers a heading that is whole with one of those below and is followed by a □."""
    begun = _NUMBERED_OTHERWISE.match(lines[0].text)
    if not begun or not (begun["mark"] or begun["number"] in CIRCLED):
        return None
    text = _with_brackets(begun)
    for line in lines[1:]:
        if line.text.startswith("□"):
            found = _ACTION_TASK.match(text)
            known = by_printed_name("ministry").keys()
            return begun if found and known >= set(ministries_named(found["ministries"])) else None
        if _NO_REST.match(line.text) or _NUMBERED_OTHERWISE.match(line.text):
            return None
        text += f" {line.text}"
    return None


def _with_brackets(numbered: re.Match[str]) -> str:
    number = numbered["number"]
    return f"({CIRCLED.index(number) + 1 if number in CIRCLED else number}) {numbered['rest']}"


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
    """The number, name and ministries of an action task that a line is the heading of: one ministry is known, or none named."""
    found = _ACTION_TASK.match(line.text)
    register = by_printed_name("ministry")
    names = ministries_named(found["ministries"]) if found else []
    return found if found and (not names or any(name in register for name in names)) else None


def begins_body(lines: Sequence[Line]) -> int:
    """Where the body of the sectoral plans begins; behind the last line where there is none."""
    lines = _numbered(lines)
    return next(
        (
            i
            for i, line in enumerate(lines)
            if STRATEGY.match(line.text)
            or core_task_in(line)
            or action_task_in(_whole_heading(lines[i : i + _MOST_LINES])[0])
        ),
        len(lines),
    )


def is_summary_table(lines: Sequence[Line]) -> bool:
    """Whether lines are rows of the summary table (총괄표)."""
    return sum(_IN_TABLE.match(line.text) is not None for line in lines) > 1


def head_of_plan(
    lines: Sequence[Line],
    start: int,
    first: int,
    kind: KindOfPlan | None = None,
    before: Collection[str] = (),
) -> int:
    """Where the head of the plan begins whose first heading is at `start`: with its institution's name.

    The topmost of the least doubtful lines counts; where none names an institution, the line above the heading. Lines from
    `first` on may still be of the plan above: they hardly name the institutions of plans `before`. Above the first plan a
    title may stand on a cover.
    """
    top = max(start - MOST_OF_HEAD, first)
    named = [(at, one) for at in range(top, start) if (one := named_in(lines[at]))]
    if first == 0 and all(one.doubt > 1 and at > 0 for at, one in named):
        covers = [at for at in range(top) if (one := named_in(lines[at])) and one.is_title]
        if covers:
            return covers[-1]
    if not named:
        return max(start - 1, first)
    wanted = AUTHORS[kind] if kind else None

    def doubt(at: int, one: Named) -> int:
        is_other = bool(wanted and one.institution and one.institution.kind != wanted)
        return 0 if at == 0 else one.doubt + is_other + 3 * (one.short_name in before)

    at, head = min(named, key=lambda found: (doubt(*found), found[0]))
    again = (
        i for i, one in named if not one.is_title and one.short_name == head.short_name and one.doubt < 2
    )
    return next(again, at)


def named_in(line: Line) -> Named | None:
    """Whose plan a line may be the head of: a title that names it, or by its first word or words."""
    if _BULLET.match(line.text):
        return None
    if _TITLE.search(line.text):
        for word in re.findall(r"[가-힣]+(?:·[가-힣]+)*", line.text):
            if found := _named(word):
                return replace(found, doubt=0, is_title=True)
        return None
    text = _NUMBER.sub("", re.sub(r"^[□■◆◇▣◈] ?", "", line.text))
    letters = re.sub(rf"[ {_CLOSING}]", "", text)
    whole = _named(letters)
    is_one_word = " " not in text.strip() or all(len(word) == 1 for word in text.split())
    if whole and (whole.institution or is_one_word):
        return replace(whole, doubt=0 if whole.doubt == 1 or not whole.institution else 1)
    first = _FIRST_WORD.match(_NUMBER.sub("", line.text))
    found = _named(first["name"]) if first else None
    return replace(found, vision=first["rest"]) if first and found else None


def _named(word: str) -> Named | None:
    """The institution that a word names: by a printed form, a short one with 시 or 도 (서울시), or an office (도청, 도지사)."""
    register = by_printed_name("province", "megaregion")
    name = re.sub(r"(?<=시)장$|(?<=도)지사$|(?<=[시도])청$", "", word)
    letters = name.replace("·", "")
    found = register.get(letters) or register.get(letters[:-1])
    if found and (letters in register or found.names[-1].full_name.endswith(letters[-1])):
        return Named(name, found, 1 if letters in {one.full_name for one in found.names} else 2)
    name = word.removesuffix("청")
    return Named(name, None, 3) if _NAMED_SO.match(name) else None


def kind_of_plan(lines: Sequence[Line]) -> KindOfPlan | None:
    """Of which kind the plan is that the lines are; None where they are none."""
    start = next((i for i, line in enumerate(lines) if PLAN.match(line.text)), None)
    if start is None:
        return None
    head = named_in(lines[head_of_plan(lines, start, 0)]) if start else None
    if head and head.institution:
        return "provincial" if head.institution.kind == "province" else "megaregional"
    return "megaregional" if head and head.name.endswith("권") else "provincial"


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
    return next(
        (
            at
            for at in heads
            if (head := named_in(lines[at])) and head.institution and head.institution.kind == AUTHORS[kind]
        ),
        None,
    )


def _begins_sectors(lines: Sequence[Line]) -> int | None:
    """Where the summary table begins, or the body of the action tasks."""
    for head in (_TABLE, _TABLE_HEAD):
        table = _first(lines, head)
        if table is not None:
            return table
    body = begins_body(lines)
    headings = sum(action_task_in(line) is not None for line in in_one_form(lines[body:]))
    return body if headings > _FEW else None


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
