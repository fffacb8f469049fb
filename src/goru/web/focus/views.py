"""The Committee's focus tasks and the times of their steps."""

from __future__ import annotations

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goru.domain.plans import queries as plans
from goru.domain.plans.vocabulary import FocusGroup
from goru.domain.registers import queries as registers
from goru.pipelines.issuing import queries as issuing
from goru.web.access import public, today
from goru.web.focus.forms import Choice
from goru.web.templatetags.figures import quarter


@public
def focus_task_list(request: HttpRequest, year: int) -> HttpResponse:
    """All focus tasks of the year."""
    cycle = plans.cycle_of(year)
    return render(request, "focus/list.html", {"year": year, "tasks": plans.focus_tasks_of(cycle)})


@public
def focus_task(request: HttpRequest, year: int, group: str, number: int) -> HttpResponse:
    """One focus task: its parts and their dated steps."""
    if group not in FocusGroup.values:
        raise Http404
    content = plans.focus_task_of(year, FocusGroup(group), number)
    steps = [one.item_id for part in content.subtasks for one in part.milestones.all()]
    cases = registers.linked_to([content.task.item_id, *steps], by=request.user, on=today())
    return render(request, "focus/page.html", {"year": year, "content": content, "cases": cases})


@public
def timeline(request: HttpRequest, year: int) -> HttpResponse:
    """All dated steps in the order of time; `?state=`, `?since=`, `?until=` and `?task=zones-1` choose."""
    cycle, on = plans.cycle_of(year), today()
    tasks = plans.focus_tasks_of(cycle)
    form = Choice(request.GET, tasks=tasks)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = plans.milestones_of(cycle, on=on, **chosen)
    page = {
        "year": year,
        "form": form,
        "states": plans.milestone_states(cycle, on=on),
        "quarters": [(name, list(steps)) for name, steps in groupby(found, quarter)],
        "pictures": issuing.pictures(plans.published(cycle), ["timeline"]),
    }
    return render(request, "focus/timeline.html", page)
