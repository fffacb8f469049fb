"""The national frame: strategies, core tasks, action tasks, and the projects the book names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goru.book.paths import Path
from goru.domain.finance import queries as money
from goru.domain.indicators import queries as indicators
from goru.domain.plans import queries as plans
from goru.domain.registers import queries as registers
from goru.pipelines.issuing import queries as issuing
from goru.web.access import public, today
from goru.web.addresses import code_of
from goru.web.lists import Order, order_of, paged, query_of, words_of

if TYPE_CHECKING:
    from goru.domain.plans.models import Cycle

_A_PAGE = 50


@public
def strategy_list(request: HttpRequest, year: int) -> HttpResponse:
    """All strategies with their core and action tasks, and the money of each."""
    cycle = plans.cycle_of(year)
    page = {
        "year": year,
        "strategies": plans.frame_of(cycle),
        "task_totals": money.task_totals_of(cycle),
        "pictures": issuing.pictures(plans.published(cycle), ["shares-by-strategy"]),
    }
    return render(request, "tasks/list.html", page)


@public
def strategy(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """One strategy: its tasks with ministries and money, and what the provinces spend on it (`?order=largest`)."""
    found, order = plans.strategy_of(year, number), order_of(request)
    lines = list(money.lines_on(found, largest_first=order == Order.LARGEST))
    page = {
        "year": year,
        "strategy": found,
        "task_totals": money.task_totals_of(found.cycle),
        "provinces": lines,
        "most": max(map(money.won_of, lines), default=0),
        "order": order,
        "orders": Order,
    }
    return render(request, "tasks/strategy.html", page)


@public
def core_task(request: HttpRequest, year: int, number: str) -> HttpResponse:
    """One core task: its aims, goals and action tasks, and what the regions do under the same name."""
    task = plans.core_task_of(year, code_of(number))
    page = {
        "year": year,
        "task": task,
        "aims": plans.aims_of(task),
        "goals": indicators.goals_of(task),
        "task_totals": money.task_totals_of(task.strategy.cycle),
        "regions": plans.plan_core_tasks_like(task),
        **_found(task.strategy.cycle, Path.of("sectoral_core_tasks", task.code)),
    }
    return render(request, "tasks/core_task.html", page)


@public
def action_task(request: HttpRequest, year: int, number: str) -> HttpResponse:
    """One action task: ministries, money against the summary table, goals, reforms, projects, findings."""
    cycle = plans.cycle_of(year)
    task = plans.action_task_of(year, code_of(number))
    goals = indicators.goals_of(task)
    page = {
        "year": year,
        "task": task,
        "content": plans.action_task_content(task),
        "money": money.money_of_task(task),
        "goals": goals,
        "cases": registers.linked_to(
            [task.item_id, *(one.item_id for one in goals)], by=request.user, on=today()
        ),
        **_found(cycle, Path.of("action_tasks", task.code)),
    }
    return render(request, "tasks/action_task.html", page)


@public
def project_list(request: HttpRequest, year: int) -> HttpResponse:
    """Projects the ministries' tasks name, and the regions' items with the same words; `?q=` chooses."""
    cycle = plans.cycle_of(year)
    words = words_of(request)
    page = {
        "year": year,
        "words": words,
        "query": query_of(request, q=words),
        "projects": paged(request, plans.projects_of(cycle, words=words), _A_PAGE),
        "items": paged(request, plans.items_of(cycle, words=words) if words else [], _A_PAGE, name="items"),
    }
    return render(request, "tasks/projects.html", page)


def _found(cycle: Cycle, place: Path) -> dict[str, Any]:
    """The findings on a task, and the places that they doubt."""
    findings = plans.findings_on(plans.published(cycle), within=place)
    return {"findings": findings, "doubts": plans.doubts_on(findings)}
