"""When the steps of the focus tasks are due. Drawn once an issue, so it knows no today: only what the book calls done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.utils.translation import gettext as _

from goru.core import wording
from goru.core.dates import Precision, period_of
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Cycle, Milestone
from goru.domain.plans.vocabulary import DatePrecision
from goru.pipelines.issuing.pictures import charts
from goru.pipelines.issuing.pictures.layout import NARROW
from goru.pipelines.issuing.pictures.picture import Picture

_VAGUE = (DatePrecision.HALF, DatePrecision.YEAR)


@dataclass(frozen=True, slots=True)
class Placed:
    """The steps that a drawing of some years shows, and how many lie before and after these years."""

    spans: tuple[charts.Span, ...]
    before: int
    after: int

    @property
    def first(self) -> date:
        """The first day shown."""
        return min(span.start for span in self.spans)

    @property
    def last(self) -> date:
        """The last day shown."""
        return max(span.end for span in self.spans)


def timeline_of(cycle: Cycle) -> Iterator[Picture]:
    """The picture of all dated steps of a cycle: the year before it, its year, the year after; none without steps."""
    steps = list(plans.milestones_of(cycle))
    placed = placed_in(steps, date(cycle.year - 1, 1, 1), date(cycle.year + 1, 12, 31))
    if not placed.spans:
        return
    tasks = [one.title for one in plans.focus_tasks_of(cycle)]
    spans = sorted(placed.spans, key=lambda span: tasks.index(span.label))
    done, other = _("계획서에 완료로 적힘"), _("적히지 않음")
    yield Picture(
        "timeline",
        _("중점 이행과제의 일정, %(first)s–%(last)s (이전 %(before)s건과 이후 %(after)s건은 표에)")
        % {
            "first": f"{placed.first:%Y-%m}",
            "last": f"{placed.last:%Y-%m}",
            "before": placed.before,
            "after": placed.after,
        },
        _(
            "%(tasks)s개 과제의 일정 %(steps)s건 가운데 이 기간에 드는 %(drawn)s건. 화살표는 시작이나 끝이 "
            "열려 있거나 이 기간을 넘는 일정."
        )
        % {"tasks": len(tasks), "steps": len(steps), "drawn": len(spans)},
        (_("과제"), _("일정"), _("기간"), _("완료 여부")),
        tuple(
            (
                one.heading,
                one.text,
                wording.days(one.start_date, one.end_date, one.precision),
                done if one.is_done else other,
            )
            for one in steps
        ),
        charts.timeline(spans, done=done, planned=other),
        quoted=(0, 1),
        narrow=charts.timeline(spans, done=done, planned=other, width=NARROW),
    )


def placed_in(steps: Iterable[Milestone], first: date, last: date) -> Placed:
    """What of the steps falls into the days from `first` to `last`; one that goes on beyond them is cut there."""
    spans: list[charts.Span] = []
    before = after = 0
    for step in steps:
        start, end = _named(step)
        if end < first:
            before += 1
        elif start > last:
            after += 1
        else:
            spans.append(
                charts.Span(
                    step.heading,
                    max(start, first),
                    min(end, last),
                    step.is_done,
                    is_vague=step.precision in _VAGUE and start < end,
                    goes_back=step.start_date is None or start < first,
                    goes_on=step.end_date is None or end > last,
                )
            )
    return Placed(tuple(spans), before, after)


def _named(step: Milestone) -> tuple[date, date]:
    """The days that a step's print names: of an open one (~2024년 6월, 3월~) those of the period it does name."""
    precision = cast(Precision, step.precision)
    if step.start_date and step.end_date:
        return step.start_date, step.end_date
    if step.end_date:
        return period_of(step.end_date, precision)[0], step.end_date
    start = step.start_date or date.max
    return start, period_of(start, precision)[1]
