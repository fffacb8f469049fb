"""The headings of core tasks and action tasks as other offices print them, in the form of the book: Ⅱ-1 …, (1) … (교육부)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goru.book.parsing.summary_table import roman
from goru.book.reading.lines import Line
from goru.book.register import ministry_named
from goru.core.romans import ROMANS

_MAY_BE = re.compile(rf"^(?:[▶□ㅇ] ?)?(?:[(\[<【\d{ROMANS}IVX]|핵심 ?과제|(?:실천 ?)?과제)")
_CORE = re.compile(
    rf"^(?:핵심 ?과제 ?)?[\[<(【]?(?P<strategy>[{ROMANS}IVX]+|[1-9]) ?- ?(?P<number>\d{{1,2}})[\]>)】]?[.:]? *"
    r"(?P<name>[^\s\d-].*)$"
)
"""Only above its aims (◈), so that rows of the summary table are none."""
_TASK = re.compile(
    rf"^(?P<before>(?:[▶□ㅇ] ?)?(?:(?:실천 ?)?과제 ?|[{ROMANS}]-\d+-(?=\())?)"
    r"(?P<number>\( ?\d{1,2} ?\)|\[\d{1,2}\]|<\d{1,2}>|\d{1,2}[.)]?) *(?P<name>[^\s\d].*)$"
)
_NUMBER = re.compile(r"\((\d{1,2})\)")
_NOTE = re.compile(r"\((?:주관|주무|총괄|협조|협업|지원|관계)\)")
_WHO = re.compile(r"(?:소관|주관|담당|관계|협조)(?: ?부처| ?기관)? ?: ?")
_LAST_BRACKET = re.compile(
    r"^(?P<name>.*\S) ?[\[(〔【<‹〈{](?P<ministries>[^()\[\]〔〕【】<>‹›〈〉{}]+)[\])〕】>›〉}]$"
)
_BEHIND = re.compile(r"^(?P<name>.*[^\s\d]) ?(?: [-–/]|:|※) ?(?P<ministries>[가-힣·, /]+)$")
_BELOW = re.compile(
    r"^□ ?(?:중점 ?)?(?:추진 ?(?:내용|배경|방향|계획)|주요 ?내용|소관 ?부처|사업 ?개요|'\d\d년)"
)
"""What stands below the heading of an action task in the book."""
_BULLET = re.compile(r"^(?:[□ㅇ◈§※*·▪▶-]|\()")


def in_one_form(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that are surely a heading of a task in the form of the book; without ministries `()` ends it."""
    return list(_read(lines))


def _read(lines: Sequence[Line]) -> Iterator[Line]:
    at = last = 0
    while at < len(lines):
        line, count = lines[at], 1
        if _MAY_BE.match(line.text):
            text, count = _heading(line.text, [one.text for one in lines[at + 1 : at + 3]], last + 1)
            line = line if text == line.text else replace(line, text=text)
            last = int(found[1]) if text.endswith(")") and (found := _NUMBER.match(text)) else last
        yield line
        at += count


def _heading(text: str, below: Sequence[str], following: int) -> tuple[str, int]:
    """The heading in the form of the book, and of how many lines it is; `following` is the number that comes next."""
    if (core := _CORE.match(text)) and below and below[0].startswith("◈"):
        number = core["strategy"]
        return (
            f"{ROMANS[int(number) - 1] if number.isdecimal() else roman(number)}-{core['number']} {core['name']}",
            1,
        )
    task = _TASK.match(text)
    if not task:
        return text, 1
    is_marked = bool(task["before"]) or task["number"][0] in "[<"
    name, ministries = _parted(task["name"])
    if ministries and (is_marked or task["number"][0] == "("):
        return f"({task['number'].strip('()[]<>. ')}) {name} ({ministries})", 1
    if task["before"] or task["number"][0] != "(" or ministries or not below:
        return text, 1
    follows = following > 1 and text.startswith(f"({following})") and below[0].startswith("ㅇ ")
    if follows or _BELOW.match(below[0]):
        return f"{text} ()", 1
    goes_on = len(below) > 1 and not _BULLET.match(below[0]) and _BELOW.match(below[1])
    return (f"{text} {below[0]} ()", 2) if goes_on and not _parted(f"{text} {below[0]}")[1] else (text, 1)


def _parted(text: str) -> tuple[str, str]:
    """A heading's name and its ministries, "" where it names none: in brackets, or behind a dash, a colon, a stroke."""
    text = _WHO.sub("", _NOTE.sub("", text))
    for form in (_LAST_BRACKET, _BEHIND):
        found = form.match(text)
        names = re.split(r"[·,/]", re.sub(r" ?등$", "", found["ministries"])) if found else []
        known = [ministry_named(name.strip()) for name in names]
        if found and (all(known) if form is _BEHIND else any(known)):
            return found["name"], found["ministries"]
    return text, ""
