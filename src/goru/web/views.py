"""The first pages: the nation, an institution's plan, an action task, a focus task, the findings of the book."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goru.domain.finance import queries as money
from goru.domain.finance.vocabulary import ShareKind
from goru.domain.indicators import queries as indicators
from goru.domain.plans import queries as plans
from goru.domain.plans.vocabulary import FocusGroup, Severity
from goru.web.templatetags.figures import code_of

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """A page that anybody may read; what is not there is page 404."""

    @wraps(view)
    def wrapped(request: HttpRequest, **arguments: Any) -> HttpResponse:
        try:
            return view(request, **arguments)
        except ObjectDoesNotExist as missing:
            raise Http404 from missing

    return login_not_required(require_safe(wrapped))


@public
def nation(request: HttpRequest) -> HttpResponse:
    """The year at a glance: money by source, kind of plan and strategy; all plans and tasks."""
    cycle = plans.latest_cycle()
    document = plans.current_document(cycle)
    page = {
        "cycle": cycle,
        "document": document,
        "nation": money.nation_at_a_glance(cycle),
        "plans": plans.plans_of(cycle),
        "shares": {share.source: share for share in money.shares_of(cycle, ShareKind.OF_TOTAL)},
        "totals": money.plan_totals_of(cycle),
        "focus_tasks": plans.focus_tasks_of(cycle),
        "strategies": plans.frame_of(cycle),
        "task_totals": money.task_totals_of(cycle),
        "counts": plans.finding_counts(document),
    }
    return render(request, "goru/nation.html", page)


@public
def institution(request: HttpRequest, key: str) -> HttpResponse:
    """The plan of one institution: vision, strategies, core tasks, money, indicators, findings."""
    plan = plans.plan_of(plans.latest_cycle().year, key)
    page = {
        "plan": plan,
        "content": plans.plan_content(plan),
        "money": money.money_of_plan(plan),
        "indicators": indicators.indicators_of(plan),
        "action_tasks": plans.action_tasks_of(plan),
        "findings": plans.findings_on(
            plans.current_document(plan.cycle), subject=f"plans/{plan.institution.short_name}"
        ),
    }
    return render(request, "goru/institution.html", page)


@public
def action_task(request: HttpRequest, number: str) -> HttpResponse:
    """One action task: ministries, money against the summary table, goals, reforms, findings."""
    cycle = plans.latest_cycle()
    task = plans.action_task_of(cycle.year, code_of(number))
    page = {
        "task": task,
        "content": plans.action_task_content(task),
        "money": money.money_of_task(task),
        "goals": indicators.goals_of(task),
        "findings": plans.findings_on(plans.current_document(cycle), subject=f"action_tasks/{task.code}"),
    }
    return render(request, "goru/action_task.html", page)


@public
def focus_task(request: HttpRequest, group: str, number: int) -> HttpResponse:
    """One focus task of the Committee: its parts and their dated milestones."""
    if group not in FocusGroup.values:
        raise Http404
    content = plans.focus_task_of(plans.latest_cycle().year, FocusGroup(group), number)
    return render(request, "goru/focus_task.html", {"content": content})


@public
def findings(request: HttpRequest) -> HttpResponse:
    """What the checks found on the adopted book, errors first; `?severity=` chooses."""
    document = plans.current_document(plans.latest_cycle())
    severity = request.GET.get("severity", "")
    wanted = severity if severity in Severity.values else ""
    page = {
        "document": document,
        "findings": plans.findings_on(document, severity=wanted),
        "counts": plans.finding_counts(document),
        "severities": Severity,
        "severity": wanted,
    }
    return render(request, "goru/findings.html", page)
