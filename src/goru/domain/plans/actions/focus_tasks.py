from __future__ import annotations

from django.db import transaction

from goru.book import model as book_model
from goru.domain.plans.actions.statements import write_statements
from goru.domain.plans.models import Document, FocusTask, Milestone, Subtask, printed_at
from goru.domain.plans.vocabulary import StatementKind

_PLACE = ["document", "first_line", "last_line", "page", "last_page", "cell"]


@transaction.atomic
def write_focus_tasks(*, document: Document, book: book_model.PlanBook) -> None:
    """Bring the cycle's focus tasks to what the book says; a task that stays keeps its row."""
    kept = FocusTask.objects.bulk_create(
        [
            FocusTask(
                cycle=document.cycle,
                group=task.group,
                number=task.number,
                title=task.title,
                **printed_at(document, task.source),
            )
            for task in book.focus_tasks
        ],
        update_conflicts=True,
        unique_fields=["cycle", "group", "number"],
        update_fields=["title", *_PLACE],
    )
    document.cycle.focus_tasks.exclude(pk__in=[task.pk for task in kept]).delete()
    for row, task in zip(kept, book.focus_tasks, strict=True):
        write_statements(document, StatementKind.AIM, task.aims, focus_task=row)
        _write_subtasks(document, row, task)


def _write_subtasks(document: Document, focus_task: FocusTask, printed: book_model.FocusTask) -> None:
    focus_task.subtasks.all().delete()
    subtasks = Subtask.objects.bulk_create(
        Subtask(
            focus_task=focus_task,
            position=position,
            title=subtask.title or "",
            **printed_at(document, subtask.source),
        )
        for position, subtask in enumerate(printed.subtasks, start=1)
    )
    Milestone.objects.bulk_create(
        Milestone(
            subtask=row,
            position=position,
            text=milestone.text,
            start_date=milestone.start,
            end_date=milestone.end,
            precision=milestone.precision,
            is_done=milestone.done,
            **printed_at(document, milestone.source),
        )
        for row, subtask in zip(subtasks, printed.subtasks, strict=True)
        for position, milestone in enumerate(subtask.milestones, start=1)
    )
