"""Rules on dates: milestones (추진 일정) in an order that cannot be, and days that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby, product
from operator import itemgetter

from goru.book.checking.rule import Found, Sentence
from goru.book.model import Milestone, PlanBook
from goru.book.paths import Path, each
from goru.core.dates import dates_in
from goru.core.text import last_clause

_TRIAL = re.compile(r"시범 ?(운영|실시|사업)")
_REGULAR = re.compile(r"(정식|본격) ?(운영|실시|시행)")
_BRACKETS = re.compile(r"\([^()]*\)|「[^」]*」")
_YEARS_AROUND, _YEARS_LIKELY = 20, 9
_STAGES = [
    re.compile(rf"(?:{stage})(?: ?(?:추진|예정|완료|실시|체결|접수|개최))*$")
    for stage in (
        r"공모|신청|접수|입법 ?예고",
        r"심사|평가|심의",
        r"의결",
        r"선정|지정|승인|확정|공포|제정|개정",
        r"협약|착수|착공|시행",
        r"준공|개통|개소",
    )
]
"""What comes after what in a procedure that is told on one line."""


_MAY_HOLD_A_DATE = re.compile(r"\d월|\d ?사?분기|\d\. ?\d+\.|\d[.-] ?\d+[.-] ?\d|\(\d+\.\d+\)|~ ?\d+\.\d")


def dates_of_no_calendar(book: PlanBook, sentences: Sequence[Sentence]) -> Iterator[Found]:
    """Months, quarters and days that are in no year: 13월, 5/4분기, '24.2.31; told once a place."""
    found = {
        (source, one.impossible): Found(at, [source], found=one.impossible, parameters={"text": text})
        for at, text, source in reversed(sentences)
        if _MAY_HOLD_A_DATE.search(text)
        for one in dates_in(text, book.year)
        if one.impossible
    }
    yield from reversed(found.values())


def dates_that_cannot_be(book: PlanBook) -> Iterator[Found]:
    """Regular operation (정식 운영) no later than its trial (시범 운영), an end before its start, a year out of sense."""
    for at, task in each(book.focus_tasks, Path.of("focus_tasks")):
        for part in task.subtasks:
            for milestone in part.milestones:
                yield from _alone(at, milestone, book.year)
            for line in _by_line(part.milestones):
                yield from _stages(at, line)
            trials = [one for one in part.milestones if _TRIAL.search(one.text)]
            regular = [one for one in part.milestones if _REGULAR.search(one.text)]
            for trial, after in product(trials, regular):
                yield from _order(at, trial, after)


def _alone(at: Path, milestone: Milestone, year: int) -> Iterator[Found]:
    start, end = milestone.start, milestone.end
    if start and end and end < start:
        yield Found(
            at,
            [milestone.source],
            found=[start, end],
            case="end",
            parameters={"text": milestone.text},
        )
    far = [day for day in (start, end) if day and abs(day.year - year) > _YEARS_LIKELY]
    if far:
        yield Found(
            at,
            [milestone.source],
            found=far[0].year,
            case="year",
            doubtful=abs(far[0].year - year) <= _YEARS_AROUND,
            parameters={"text": milestone.text},
        )


def _order(at: Path, trial: Milestone, regular: Milestone) -> Iterator[Found]:
    """Certain where regular operation is over before the trial begins; in doubt where both may begin at once."""
    if trial is regular or not trial.start or not regular.start or regular.start > trial.start:
        return
    yield Found(
        at,
        list(dict.fromkeys([trial.source, regular.source])),
        found=[trial.start, regular.start],
        case="order",
        doubtful=regular.end is None or regular.end >= trial.start,
        parameters={"trial": trial.text, "regular": regular.text},
    )


def _by_line(milestones: Iterable[Milestone]) -> Iterator[list[Milestone]]:
    """Milestones that are told on one line: 신청(~'24.2월) → 심의·의결('24.上) → 지정('24.上)."""
    for source, together in groupby(milestones, key=lambda one: one.source):
        steps = list(together)
        if source and len(steps) > 1:
            yield steps


def _stages(at: Path, milestones: list[Milestone]) -> Iterator[Found]:
    """Steps that end after a step that only they lead to; certain where that one is over before they begin."""
    staged = [(stage, one) for one in milestones if (stage := _stage(one.text)) is not None]
    for one, other in combinations(staged, 2):
        (stage, before), (later, after) = sorted((one, other), key=itemgetter(0))
        if stage == later or not before.end or not after.end or before.end <= after.end:
            continue
        yield Found(
            at,
            [before.source],
            found=[before.end, after.end],
            case="stages",
            doubtful=not before.start or before.start <= after.end,
            parameters={"before": _last_words(before.text), "after": _last_words(after.text)},
        )


def _last_words(text: str) -> str:
    return last_clause(text, words=4)


def _stage(text: str) -> int | None:
    """The stage that a step's last words name, its date left aside: none of 신청 안내서 배포."""
    words = _BRACKETS.sub("", text).strip()
    return next((stage for stage, form in enumerate(_STAGES) if form.search(words)), None)
