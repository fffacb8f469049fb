"""The open form of a book: facts and figures, without the sentences somebody wrote."""

from __future__ import annotations

from goru.book.items.walking import FEW_WORDS
from goru.book.model import FocusTask, Milestone, PlanBook
from goru.core.text import last_clause

_PROSE = ("performance_management", "decentralization", "summary")


def without_prose(book: PlanBook) -> PlanBook:
    """The book without its prose: aims, performance management (성과관리계획), decentralization, the sentences of summaries.

    What stays are names of tasks, items and projects, visions and strategies, cells of tables,
    indicators, amounts and dated milestones.
    """
    return book.model_copy(
        update={
            "plans": [plan.model_copy(update={name: [] for name in _PROSE}) for plan in book.plans],
            "sectoral_core_tasks": [
                task.model_copy(update={"aims": []}) for task in book.sectoral_core_tasks
            ],
            "focus_tasks": [_focus_task(task) for task in book.focus_tasks],
            "summaries": [
                summary.model_copy(
                    update={
                        "sheets": [sheet.model_copy(update={"core_tasks": []}) for sheet in summary.sheets]
                    }
                )
                for summary in book.summaries
            ],
        }
    )


def _focus_task(task: FocusTask) -> FocusTask:
    subtasks = [
        subtask.model_copy(update={"milestones": [_milestone(one) for one in subtask.milestones]})
        for subtask in task.subtasks
    ]
    return task.model_copy(update={"aims": [], "subtasks": subtasks})


def _milestone(milestone: Milestone) -> Milestone:
    return milestone.model_copy(update={"text": in_few_words(milestone.text)})


def in_few_words(text: str) -> str:
    """A milestone's words without prose: their last clause, at most eight words of it."""
    return last_clause(text, words=FEW_WORDS)


def as_json(book: PlanBook) -> str:
    """The book as JSON in a stable order, a fact a line, so that two versions can be compared."""
    return book.model_dump_json(indent=1) + "\n"
