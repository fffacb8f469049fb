"""Goals of sectoral tasks: lines such as `기업 유치 (수) : (’23) 395 → (’24) 469`."""

from __future__ import annotations

import re

from goru.book.model import GoalIndicator
from goru.book.reading.lines import Line, source_of

_YEAR = r"\('(?P<{0}>\d\d)(?:년|목표| ?신규)?\)"
_GOAL = re.compile(
    r"^(?P<name>[^:]+?) ?: ?"
    rf"(?:(?:{_YEAR.format('baseline_year')} ?)?(?P<baseline>[^→/:]*?) ?(?:→|/|,) ?)?"
    rf"{_YEAR.format('target_year')} ?(?P<target>.+)$"
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
    years = {
        one: 2000 + int(value) for one in ("baseline_year", "target_year") if (value := printed.get(one))
    }
    return GoalIndicator(
        name=name,
        unit=unit,
        baseline_year=years.get("baseline_year"),
        baseline=(printed.get("baseline") or "").strip() or None,
        target_year=years.get("target_year"),
        target=(printed["target"] or "").strip(),
        source=source_of(line),
    )


def _unit(name: str) -> tuple[str, str | None]:
    """Name and unit; of two brackets the last is the unit."""
    found = _UNIT.match(name)
    return (found["name"].strip(), found["unit"].strip()) if found else (name, None)
