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
_WITHOUT_YEAR = re.compile(r"^(?P<name>[^:]{4,40}?) : (?P<target>.+)$")
_UNIT = re.compile(r"^(?P<name>.*\S) ?\((?P<unit>[^()]{1,12})\)$")
_BULLETED = re.compile(r"^(□|ㅇ|-|※|\*|◈|▶|<|【|‣|[①-⑳❶-❿➊-➓]|\()")


def goal_indicator(line: Line, *, among_goals: bool = False) -> GoalIndicator | None:
    """The goal a line prints, or None: sentences in bullets and notes that mention years are none.

    `among_goals`: the line stands where goals stand, so that one without a year counts too.
    """
    text = re.sub(r"^· ?", "", line.text)
    if _BULLETED.match(text):
        return None
    found = _GOAL.match(text)
    if found:
        return _indicator(line, found.groupdict())
    found = _WITHOUT_YEAR.match(text) if among_goals else None
    return _indicator(line, found.groupdict()) if found else None


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
