"""The Committee's focus tasks (중점 이행과제): titles, § aims, □ sub-tasks, and their dated milestones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from goru.book.model import FocusTask, Milestone, Subtask
from goru.book.parsing.milestones import SUBTASK, milestones_in
from goru.book.parsing.parts import Paragraph, paragraphs
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of

_ZONE = re.compile(r"특구")
_BOX = re.compile(r"^< ?(?P<title>.+?) ?>$")

_MARKED = re.compile(r"「[^「」]+(?:\*」|」\*)")
"""A name in brackets that refers to a footnote."""
_MARKED_CLAUSE = re.compile(r"(?:^|, )(?P<clause>(?:[^,*]|,(?! ))*)\*{1,2}(?P<rest>(?!하여|하고)[^,]*)?")
"""The clause that refers to a footnote; of a sentence that goes on (…하여) only what is before the mark."""


def focus_tasks(lines: Sequence[Line], words: Words, year: int, decided: date | None) -> list[FocusTask]:
    """The tasks in printed order: first the zones (4대 특구), then the others."""
    groups = _groups(lines)
    zones = _number_of_zones(groups)
    return [
        _focus_task(
            group, words, year, decided, index < zones, index + 1 if index < zones else index + 1 - zones
        )
        for index, group in enumerate(groups)
    ]


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each task: a title is the line (or lines) right above the first § of a run of aims."""
    starts = []
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        if line.text.startswith("§") and above and not _in_aims(lines, index):
            starts.append(index - 1)
    return [list(lines[a:b]) for a, b in pairwise([*starts, len(lines)])]


def _in_aims(lines: Sequence[Line], index: int) -> bool:
    """Whether the lines right above belong to an earlier § of the same run."""
    for line in reversed(lines[max(0, index - 4) : index]):
        if line.text.startswith("§"):
            return True
        if re.match(r"^[□ㅇ*※<-]", line.text):
            return False
    return False


def _number_of_zones(groups: Sequence[Sequence[Line]]) -> int:
    count = 0
    for group in groups:
        if not _ZONE.search(group[0].text):
            break
        count += 1
    return count


@dataclass(slots=True)
class _Part:
    title: str | None
    first: Line
    paragraphs: list[Paragraph] = field(default_factory=list)


def _focus_task(
    lines: Sequence[Line], words: Words, year: int, decided: date | None, is_zone: bool, number: int
) -> FocusTask:
    found = paragraphs(lines[1:], is_alone=lambda line: bool(_BOX.match(line.text)))
    aims = [one.text(words) for one in found if one.bullet == "§" and any(one.parts)]
    parts: list[_Part] = []
    for one in found:
        box = _BOX.match(one.lines[0].text)
        if box and one.bullet == "":
            parts.append(_Part(box["title"], first=one.lines[0]))
        elif one.bullet == "□":
            title = SUBTASK.match(one.text(words).text)
            parts.append(_Part(title["title"].strip() if title else None, one.lines[0], [one]))
        elif parts and one.bullet != "§":
            parts[-1].paragraphs.append(one)
    return FocusTask(
        group="zones" if is_zone else "tasks",
        number=number,
        title=lines[0].text,
        aims=aims,
        subtasks=[_subtask(part, words, year, decided) for part in parts if part.paragraphs],
        source=source_of(lines[0], lines[-1]),
    )


def _subtask(part: _Part, words: Words, year: int, decided: date | None) -> Subtask:
    milestones: list[Milestone] = []
    explained = ""
    for paragraph in part.paragraphs:
        about = ""
        if not paragraph.bullet.startswith("*"):
            explained = paragraph.text(words).text
        elif re.match(r"\([~'\d]", paragraph.parts[0]):
            about = "".join(_MARKED.findall(explained)[-1:]).replace("*", "")
        elif re.match(r"[①「]", paragraph.parts[0]) and (marked := _MARKED_CLAUSE.search(explained)):
            about = marked["clause"] + (marked["rest"] or "")
        milestones += milestones_in(paragraph, words, year, decided, about)
    return Subtask(
        title=part.title,
        milestones=milestones,
        source=source_of(part.first, part.paragraphs[-1].lines[-1]),
    )
