"""Rule on the ministries of core tasks (핵심과제) against those of their action tasks."""

from __future__ import annotations

from collections.abc import Iterator

from goru.book.checking.rule import Found
from goru.book.model import PlanBook
from goru.book.paths import Path, each


def core_tasks_of_others(book: PlanBook) -> Iterator[Found]:
    """Core tasks that name a ministry without an action task, or none of an action task's ministries.

    A core task's heading names the ministries that lead: not all that have a part.
    """
    for at, core in each(book.sectoral_core_tasks, Path.of("sectoral_core_tasks")):
        tasks = [task for task in book.action_tasks if task.core_task == core.id and task.ministries]
        taking_part = {
            ministry for task in tasks for ministry in (*task.ministries, *task.heading_ministries)
        }
        idle = [ministry for ministry in core.ministries if ministry not in taking_part]
        if tasks and idle:
            places = [core.source, *(task.source for task in tasks)]
            yield Found(at / "ministries", places, sorted(taking_part), idle, case="idle")
        for task in tasks:
            if core.ministries and not idle and not set(task.ministries) & set(core.ministries):
                places = [core.source, task.source]
                yield Found(
                    at / "ministries",
                    places,
                    task.ministries,
                    core.ministries,
                    case="other",
                    parameters={"task": task.id},
                )
