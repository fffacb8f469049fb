"""Goals of sectoral tasks: lines such as `기업 유치 (수) : (’23) 395 → (’24) 469`."""

from __future__ import annotations

import re

from goru.book.model import GoalIndicator
from goru.book.reading.lines import Line, source_of

_YEAR = r"\('(?P<{0}>\d\d)(?:년|목표)?\)"
_TARGET_YEAR = r"\('(?P<target_year>\d\d)(?:년|목표| ?(?P<new>신규))?\)"
_GOAL = re.compile(
    r"^(?P<name>[^:]+?) ?: ?"
    rf"(?:(?:{_YEAR.format('baseline_year')} ?)?(?P<baseline>[^→/:]*?) ?(?:→|/|,) ?)?"
    rf"{_TARGET_YEAR} ?(?P<target>.+?)(?: \* ?(?P<also_new>신규))?$"
)
_BOTH = re.compile(
    rf"^(?P<name>[^:→(][^:→]*?)(?: ?: ?| ){_YEAR.format('baseline_year')} ?(?P<baseline>[^→/:]+?) ?(?:→|/|,) ?"
    rf"{_YEAR.format('target_year')} ?(?P<target>[^→:]+)$"
)
"""Both years with their values: what names a goal behind a bullet too, and without a colon."""
_WITHOUT_YEAR = re.compile(r"^(?P<name>[^:]{4,40}?) : (?P<target>.+)$")
_ANY_YEAR = re.compile(r"\('\d\d(?:년|목표)?\)")
_MOST_YEARS = 2
"""Of three years it is not clear which one is the target's."""
_UNIT = re.compile(r"^(?P<name>.*\S) ?\((?P<unit>[^()]{1,12})\)$")
_ONE_YEAR = re.compile(rf"^(?P<name>[^:(][^:]{{1,39}}?) ?: ?{_TARGET_YEAR} ?(?P<target>[^→:.]{{1,20}})$")
"""A year in brackets right behind the colon, and a short value: what names a goal behind a bullet too."""
_BULLET = re.compile(r"^(?:[ㅇ·○‣▪•§①-⑳]|-(?= )) ?")
_NOTE = re.compile(r"^(?:[※*]|\()")
_BRACKET_THEN_YEAR = re.compile(r"\) ?\('\d\d")
_ARROW = re.compile(r"[-=]>|[⇒➡➔➜⟶]\ufe0f?|(?<=\S )[▶▷▸►](?= ?\()")
_YEAR_IN_FULL = re.compile(r"\((?:'|20)(\d\d)년?(?: ?(?:실적|목표|기준|말|까지))?\)")
_YEAR_WITHOUT_BRACKETS = re.compile(
    r"(?<![\w(])(?:'|20)(\d\d)(?:년도?)?(?: ?(?:실적|목표|기준|말|까지))? (?=\S)"
)
_YEAR_BEFORE_FIGURE = re.compile(r": ?(?:'|20)(\d\d)년(?:도|말|까지)? (?=\d)")
_VALUE_THEN_YEAR = re.compile(r"(?P<value>[^\s:→()]+) ?(?P<year>\('\d\d(?:년|목표)?\))(?= ?→|$)")
_BULLETED = re.compile(r"^(□|ㅇ|§|-|※|\*|◈|▶|<|【|‣|[①-⑳❶-❿➊-➓]|\()")


def goal_indicator(line: Line, *, among_goals: bool = False) -> GoalIndicator | None:
    """The goal a line prints, or None: sentences in bullets and notes that mention years are none.

    `among_goals`: the line stands where goals stand, so that one without a year counts too.
    """
    text = re.sub(r"^· ?", "", _in_one_form(line.text))
    if len(_ANY_YEAR.findall(text)) > _MOST_YEARS:
        return None
    bare = _BULLET.sub("", text)
    found = _BOTH.match(bare) or (_ONE_YEAR.match(bare) if _BULLETED.match(text) else None)
    if found and _names_a_goal(line.text, bare):
        return _indicator(line, found.groupdict())
    if _BULLETED.match(text):
        return None
    found = _GOAL.match(text) or (_WITHOUT_YEAR.match(text) if among_goals else None)
    return _indicator(line, found.groupdict()) if found and not _ANY_YEAR.search(found["target"]) else None


def is_goal_like(printed: str) -> bool:
    """Whether a line has the shape of a goal: values of two years or more behind a name."""
    text = _in_one_form(printed)
    years = len(_ANY_YEAR.findall(text))
    return years >= _MOST_YEARS and _names_a_goal(printed, _BULLET.sub("", text))


def _names_a_goal(printed: str, text: str) -> bool:
    """Whether what stands before the years is a name, and not the middle of a note."""
    if _NOTE.match(text):
        return False
    return bool(_BULLET.match(printed) or ":" in text or _BRACKET_THEN_YEAR.search(text))


def _in_one_form(printed: str) -> str:
    """The text with years as ('24), before their values, and one form of arrows."""
    text = _YEAR_BEFORE_FIGURE.sub(r": ('\1) ", _YEAR_IN_FULL.sub(r"('\1)", _ARROW.sub("→", printed)))
    if "→" not in text:
        return text
    text = _YEAR_WITHOUT_BRACKETS.sub(r"('\1) ", text)
    values = _VALUE_THEN_YEAR.findall(text)
    return _VALUE_THEN_YEAR.sub(r"\g<year> \g<value>", text) if len(values) >= _MOST_YEARS else text


def _indicator(line: Line, printed: dict[str, str | None]) -> GoalIndicator:
    name, unit = _unit((printed["name"] or "").strip())
    baseline = (printed.get("baseline") or "").strip() or printed.get("new") or printed.get("also_new")
    baseline_year, target_year = _year(printed.get("baseline_year")), _year(printed.get("target_year"))
    if baseline and target_year and not baseline_year:
        baseline_year = target_year - 1
    return GoalIndicator(
        name=name,
        unit=unit,
        baseline_year=baseline_year,
        baseline=baseline,
        target_year=target_year,
        target=(printed["target"] or "").strip(),
        source=source_of(line),
    )


def _year(printed: str | None) -> int | None:
    return 2000 + int(printed) if printed else None


def _unit(name: str) -> tuple[str, str | None]:
    """Name and unit; of two brackets the last is the unit."""
    found = _UNIT.match(name)
    return (found["name"].strip(), found["unit"].strip()) if found else (name, None)
