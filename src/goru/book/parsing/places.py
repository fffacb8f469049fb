"""In which part and section of a document each line stands, and what is expected there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goru.book.parsing.beginnings import PLAN
from goru.book.parsing.plans import heading_in
from goru.book.reading.lines import Line

_PARTS = {
    "introduction": "시행계획 개요",
    "focus": "중점 이행과제",
    "provinces": "시·도 시행계획",
    "sectors": "부문별 시행계획",
    "megaregions": "초광역권발전 시행계획",
    "press": "보도자료",
    "summary1": "참고 1",
    "summary2": "참고 2",
    "summary3": "참고 3",
}
ITEMS = "핵심과제와 세부과제"
_EXPECTED = {
    "strategies": "추진전략",
    "core_tasks": ITEMS,
    "budget": "재정투입 표의 이름과 금액",
    "indicators": "성과지표의 행",
    "management": "성과관리계획의 항목",
    "sectors": "총괄표의 행이나 실천과제의 표와 목표",
    "focus": "과제의 이름과 일정",
    "summary1": "요약의 행",
    "summary2": "요약의 항목",
    "summary3": "요약의 항목",
}
BESIDE = "머리말·꼬리말·각주·메모"
"""What no reading order holds; no fact is expected in it."""
_HEADING = re.compile(
    r"^(?:- ?\d+ ?-$|[ⅠⅡⅢⅣⅤⅥ]\. |참고 ?\d|【.*】$|<.*>$|보 *도 *자 *료|부 *록|전략 ?[ⅠⅡⅢⅣⅤ]|\(?단위|[IVX]+\.$)"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part, what is expected in it (nothing in a part that is no part of the model), and what kind of line it is.

    `is_heading`: a heading, or a page number.
    `is_open`: a line without a bullet may go on with the sentence above.
    """

    part: str
    expected: str
    is_heading: bool = False
    is_open: bool = False


def sections_of(lines: Sequence[Line], parts: Mapping[str, Sequence[Line]]) -> list[Section]:
    """The section of each line, in reading order."""
    starts = {id(own[0]): name for name, own in parts.items() if own}
    found: list[Section] = []
    part = section = ""
    for line in lines:
        part = starts.get(id(line), part)
        is_plan = part in ("provinces", "megaregions")
        named = heading_in(line)[0] if is_plan else ""
        section = named or (section if is_plan else "")
        heading = bool(named or _HEADING.match(line.text) or PLAN.match(line.text))
        found.append(
            Section(
                _PARTS.get(part, ""),
                _EXPECTED.get(section or part, ""),
                is_heading=heading,
                is_open=part not in ("provinces", "megaregions") or section in ("management", "core_tasks"),
            )
        )
    return found


def section_beside(line: Line) -> Section:
    """The section of a line beside the others."""
    return Section(BESIDE, "문장", is_heading=_HEADING.match(line.text) is not None)
