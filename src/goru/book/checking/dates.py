"""Rules on milestones (추진 일정): dates that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from goru.book.checking.rule import Found
from goru.book.model import Milestone, PlanBook
from goru.book.paths import Path, each

_TRIAL = re.compile(r"시범 ?(운영|실시|사업)")
_REGULAR = re.compile(r"(정식|본격) ?(운영|실시|시행)")
_YEARS_AROUND = 20


def dates_that_cannot_be(book: PlanBook) -> Iterator[Found]:
    """Regular operation (정식 운영) no later than its trial (시범 운영), an end before its start, a year out of sense."""
    for at, task in each(book.focus_tasks, Path.of("focus_tasks")):
        for part in task.subtasks:
            for milestone in part.milestones:
                yield from _alone(at, milestone, book.year)
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
    far = [day for day in (start, end) if day and abs(day.year - year) > _YEARS_AROUND]
    if far:
        yield Found(
            at,
            [milestone.source],
            found=far[0].year,
            case="year",
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
