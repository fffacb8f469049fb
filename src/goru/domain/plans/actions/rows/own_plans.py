"""The plans of institutions, and what those of provinces and megaregions hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goru.book import model as book_model
from goru.book.items.walking import plain
from goru.domain.institutions.models import Region
from goru.domain.plans.actions.rows.frame import project_row, task_projects
from goru.domain.plans.actions.rows.kept import Rows, keep, keep_links
from goru.domain.plans.models import Duty, PlanCoreTask, Project, PublishedPlan, TaskItem
from goru.domain.plans.queries.compositions import PlanOf, place_of
from goru.domain.plans.vocabulary import DutyKind


def write_plans(rows: Rows) -> None:
    """Keep a row for each plan of the publication: those that are printed, then those of ministries."""
    plans = rows.composition.plans
    owed = Duty.objects.filter(cycle=rows.cycle, kind=DutyKind.YEARLY_PLAN)
    duties = dict(owed.values_list("institution_id", "pk"))
    wanted = [_plan(rows, one, position, duties) for position, one in enumerate(plans, start=1)]
    kept = keep(rows, PublishedPlan, wanted, key=("plan",))
    rows.plans = {(one.kind, one.name): row for one, row in zip(plans, kept, strict=True)}


def write_tasks(rows: Rows) -> None:
    """Keep the core tasks of plans with their items, and all projects; the frame comes first."""
    national = {plain(row.name): row for row in rows.core_tasks.values()}
    printed = [
        (rows.plans[plan.kind, plan.institution], position, task)
        for plan in rows.composition.book.plans
        for position, task in enumerate(plan.core_tasks, start=1)
    ]
    kept = keep(
        rows,
        PlanCoreTask,
        (
            PlanCoreTask(
                plan=plan,
                position=position,
                strategy_wording=task.strategy,
                name=task.name,
                national=national.get(plain(task.name)),
                **rows.composition.row(task),
            )
            for plan, position, task in printed
        ),
    )
    tasks = [(row, task) for row, (_, _, task) in zip(kept, printed, strict=True)]
    keep(
        rows,
        TaskItem,
        (
            TaskItem(core_task=row, position=position, text=item.text, **rows.composition.row(item))
            for row, task in tasks
            for position, item in enumerate(task.items, start=1)
        ),
    )
    _write_projects(rows, tasks)


def _plan(rows: Rows, one: PlanOf, position: int, duties: Mapping[int, int]) -> PublishedPlan:
    return PublishedPlan(
        cycle=rows.cycle,
        plan=one.plan,
        institution=one.institution,
        duty_id=duties.get(one.institution.pk),
        kind=one.kind,
        full_name=one.full_name,
        position=position,
        document_id=one.document,
        **place_of(one.source),
    )


def _write_projects(rows: Rows, tasks: list[tuple[PlanCoreTask, book_model.PlanCoreTask]]) -> None:
    wanted = [*task_projects(rows), *_own_projects(rows, tasks)]
    rows.projects = {row.item_id: row for row in keep(rows, Project, wanted)}
    regions = dict(Region.objects.values_list("key", "pk"))
    keep_links(
        rows,
        Project.regions.through,
        [
            Project.regions.through(project_id=rows.projects[one.item_id].pk, region_id=regions[key])
            for one in rows.composition.projects
            for key in dict.fromkeys(one.regions)
            if one.item_id and key in regions
        ],
        key=("project", "region"),
    )


def _own_projects(rows: Rows, tasks: list[tuple[PlanCoreTask, book_model.PlanCoreTask]]) -> Iterator[Project]:
    for row, task in tasks:
        for position, project in enumerate(task.projects, start=1):
            yield project_row(rows, project, core_task=row, plan=row.plan, position=position)
