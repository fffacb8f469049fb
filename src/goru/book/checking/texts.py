"""The texts of a book, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goru.book.checking.rule import Sentence, span
from goru.book.model import GoalIndicator, Plan, PlanBook, PlanIndicator, Source, SummarySheet, Text
from goru.book.paths import Path, each

_PROSE = "prose"
_BEGINS = re.compile(r"[□◈ㅇ○§※*◦▪‧·\-–➀-➓❶-❿①-⑳【<(▴△▲▷▶■]|[0-9Ⅰ-Ⅻ]+[.)]|[가-힣][.)]")


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
    yield from (*plan.performance_management, *plan.decentralization, *plan.summary)


def _of_sheet(sheet: SummarySheet) -> Iterator[Text]:
    if sheet.vision:
        yield sheet.vision
    yield from (*sheet.strategies, *sheet.core_tasks)


def names_of(book: PlanBook) -> Iterator[Sentence]:
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


def _named(indicators: Sequence[PlanIndicator | GoalIndicator], at: Path) -> Iterator[Sentence]:
    yield from ((at, one.name, one.source) for one in indicators)


def sentences_of(book: PlanBook, prose: Sequence[Text] = ()) -> list[Sentence]:
    """All sentences and names of a book, and the paragraphs of its prose."""
    kept = [(at, text.text, text.source) for at, text in texts_of(book)]
    return [*kept, *names_of(book), *_paragraphs(prose)]


def is_prose(at: Path) -> bool:
    """Whether a place is a line of the file that the book's data do not hold."""
    return at.steps[0] == _PROSE


def _paragraphs(prose: Sequence[Text]) -> Iterator[Sentence]:
    """Prose is given line by line: a paragraph goes on until the next bullet, or where lines are left out."""
    lines: list[Text] = []
    for text in prose:
        if lines and not _goes_on(lines[-1].source, text):
            yield _paragraph(lines)
            lines = []
        lines.append(text)
    if lines:
        yield _paragraph(lines)


def _goes_on(before: Source | None, text: Text) -> bool:
    after = text.source
    is_next = before and after and before.page == after.page and before.last_line + 1 == after.first_line
    return bool(is_next) and not _BEGINS.match(text.text)


def _paragraph(lines: Sequence[Text]) -> Sentence:
    first = lines[0].source
    source = first if len(lines) == 1 else span([lines[0].source, lines[-1].source])
    at = Path((_PROSE, str(first.first_line if first else "-")))
    return at, " ".join(line.text for line in lines), source


def has_prose(book: PlanBook) -> bool:
    """Whether a book has sentences (추진방향, 성과관리계획, 요약) and not its facts and figures alone."""
    parts = (
        *(plan.performance_management for plan in book.plans),
        *(task.aims for task in book.sectoral_core_tasks),
        *(task.aims for task in book.focus_tasks),
        *(sheet.core_tasks for summary in book.summaries for sheet in summary.sheets),
    )
    return any(parts)
