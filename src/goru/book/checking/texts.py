"""The texts of a book, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goru.book.model import GoalIndicator, Plan, PlanBook, PlanIndicator, Source, SummarySheet, Text
from goru.book.paths import Path, each


def texts_of(book: PlanBook) -> Iterator[tuple[Path, Text]]:
    """The texts of the book, each with the part it stands in."""
    for at, plan in each(book.plans, Path.of("plans")):
        yield from ((at, text) for text in _of_plan(plan))
    for at, core in each(book.sectoral_core_tasks, Path.of("sectoral_core_tasks")):
        yield from ((at, text) for text in core.aims)
    for at, task in each(book.action_tasks, Path.of("action_tasks")):
        yield from ((at, text) for text in (*task.goals, *task.reforms))
    for above, summary in each(book.summaries, Path.of("summaries")):
        for at, sheet in each(summary.sheets, above / "sheets"):
            yield from ((at, text) for text in _of_sheet(sheet))


def _of_plan(plan: Plan) -> Iterator[Text]:
    if plan.vision:
        yield plan.vision
    yield from plan.strategies
    for task in plan.core_tasks:
        yield Text(text=task.name, source=task.source)
        yield from task.items
    yield from plan.performance_management


def _of_sheet(sheet: SummarySheet) -> Iterator[Text]:
    if sheet.vision:
        yield sheet.vision
    yield from (*sheet.strategies, *sheet.core_tasks)


def names_of(book: PlanBook) -> Iterator[tuple[Path, str, Source | None]]:
    """The names in the tables of the book: of indicators, tasks and projects."""
    for at, plan in each(book.plans, Path.of("plans")):
        yield from _named(plan.indicators, at)
    for at, core in each(book.sectoral_core_tasks, Path.of("sectoral_core_tasks")):
        yield from ((at, name, core.source) for name in (core.name, core.heading) if name)
        yield from _named(core.indicators, at)
    for at, task in each(book.action_tasks, Path.of("action_tasks")):
        yield at, task.name, task.source
        yield from ((at, project, row.source) for row in task.budget_rows for project in row.project_names)
        yield from _named(task.indicators, at)
    for at, focus in each(book.focus_tasks, Path.of("focus_tasks")):
        for text in focus.aims:
            yield at, text.text, text.source
        for part in focus.subtasks:
            yield from ((at, one.text, one.source) for one in part.milestones)


def _named(
    indicators: Sequence[PlanIndicator | GoalIndicator], at: Path
) -> Iterator[tuple[Path, str, Source | None]]:
    yield from ((at, one.name, one.source) for one in indicators)


def in_prose(text: Text) -> Path:
    """The place of a sentence that the book's data do not hold: the line of the file that was read."""
    return Path.of("prose", text.source.first_line if text.source else "-")


def has_prose(book: PlanBook) -> bool:
    """Whether a book has sentences (추진방향, 성과관리계획, 요약) and not its facts and figures alone."""
    parts = (
        *(plan.performance_management for plan in book.plans),
        *(task.aims for task in book.sectoral_core_tasks),
        *(task.aims for task in book.focus_tasks),
        *(sheet.core_tasks for summary in book.summaries for sheet in summary.sheets),
    )
    return any(parts)
