"""The annex (별지) as blocks: projects with their money, places and units, dated steps, marks, and a plan's summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goru.book import annex, regions
from goru.book.funds import ACCOUNTS
from goru.book.items.grids import rows_in_order
from goru.book.model import ActionTask, Milestone, MoneyLine, Period, Plan, PlanBook, Project, Reform
from goru.book.times import time_in
from goru.book.writing.block import Block, Heading, Table, printed_number


def annex_blocks(book: PlanBook) -> Iterator[Block]:
    """What the form has no place for, plan by plan and task by task; nothing where there is none."""
    parts: list[tuple[str, list[Block]]] = [
        *((f"{annex.OF_PLAN} {one.institution}", list(_of_plan(one, book.year))) for one in book.plans),
        *((f"{annex.OF_TASK} {one.id}", list(_of_task(one, book.year))) for one in book.action_tasks),
    ]
    held = [(name, blocks) for name, blocks in parts if blocks]
    if held:
        yield Heading(annex.TITLE, 1)
    for name, blocks in held:
        yield Heading(name, 2)
        yield from blocks


def _of_plan(plan: Plan, year: int) -> Iterator[Block]:
    yield from _flagships(plan)
    for number, task in enumerate(plan.core_tasks, start=1):
        for at, project in enumerate(task.projects, start=1):
            yield from _project(f"{number}-{at}", project, year)
    for number, reform in enumerate(plan.reforms, start=1):
        yield from _reform(number, reform, year)
    for name, texts in ((annex.DECENTRALIZATION, plan.decentralization), (annex.SUMMARY, plan.summary)):
        if texts:
            yield f"□ {name}"
            yield from (f"- {text.text}" for text in texts)
    if plan.key_figures:
        yield f"□ {annex.KEY_FIGURES}"
        rows = [[one.name, one.unit or annex.NONE, one.value or annex.NONE] for one in plan.key_figures]
        yield Table([list(annex.FIGURES), *rows])


def _of_task(task: ActionTask, year: int) -> Iterator[Block]:
    for number, row in enumerate(task.budget_rows, start=1):
        for at, project in enumerate(row.covers, start=1):
            if _says_more(project):
                yield from _project(f"{number}-{at}", project, year)
    for at, project in enumerate(task.further_projects, start=1):
        yield from _project(f"0-{at}", project, year)
    for number, reform in enumerate(task.reforms, start=1):
        if reform.steps:
            yield from _reform(number, reform, year)


def _says_more(project: Project) -> bool:
    """Whether a project says more than its name, which the form prints."""
    return bool(
        project.ministry
        or project.responsible_unit
        or project.regions
        or project.period
        or project.money
        or project.money_is_complete
        or project.steps
    )


def _flagships(plan: Plan) -> Iterator[Block]:
    found = [
        line
        for number, task in enumerate(plan.core_tasks, start=1)
        for line in (
            *([f"- {number}: {task.name}"] if task.is_flagship else []),
            *(
                f"- {number}-{at}: {one.text}"
                for at, one in enumerate(task.items, start=1)
                if one.is_flagship
            ),
        )
    ]
    if found:
        yield f"□ {annex.FLAGSHIPS}"
        yield from found


def _project(place: str, project: Project, year: int) -> Iterator[Block]:
    yield f"□ {annex.PROJECT} {place}: {project.name}"
    said = {
        annex.MINISTRY: project.ministry,
        annex.UNIT: project.responsible_unit,
        annex.PLACES: regions.words_of(project.regions),
        annex.PERIOD: _time(project.period, year) if project.period else "",
    }
    yield from (f"- {name}: {words}" for name, words in said.items() if words)
    yield from _steps(project.steps, year)
    if project.money_is_complete:
        yield f"- {annex.COMPLETE}"
    if project.money:
        yield _money(project.money)


def _reform(number: int, reform: Reform, year: int) -> Iterator[Block]:
    yield f"□ {annex.REFORM} {number}: {reform.text}"
    yield from _steps(reform.steps, year)


def _steps(steps: Sequence[Milestone], year: int) -> Iterator[str]:
    for one in steps:
        yield f"- {annex.DONE if one.done else annex.STEP}: {_time(one, year)}"


def _time(one: Period, year: int) -> str:
    """Its words; behind them its days, where they do not follow from the words."""
    said = one.model_dump(mode="json")
    days = {name: said[name] for name in ("start", "end", "precision")}
    meant = time_in(one.text, year)
    if all(meant[name] == value for name, value in days.items()):
        return one.text
    return f"{one.text} [{days['start'] or ''}~{days['end'] or ''} {annex.PRECISIONS[days['precision']]}]"


def _money(lines: Sequence[MoneyLine]) -> Table:
    held = {one.funding or "" for one in lines}
    columns = [key for key in annex.COLUMNS if key in held]
    rows = []
    for row in rows_in_order(lines):
        common = row.common
        marks = [words for name, words in annex.MARKS.items() if common[name]]
        rows.append(
            [
                str(common["fiscal_year"] or annex.NONE),
                ACCOUNTS[common["account"]][0] if common["account"] else annex.NONE,
                annex.PHASES[common["phase"]] if common["phase"] else annex.NONE,
                ", ".join(marks) or annex.NONE,
                common["unit"] or annex.NONE,
                *(_amount(row.lines.get(one)) for one in columns),
            ]
        )
    return Table([[*annex.MONEY, *(annex.COLUMNS[one] for one in columns)], *rows])


def _amount(line: MoneyLine | None) -> str:
    if line is None:
        return annex.NONE
    return annex.UNSAID if line.amount is None else printed_number(line.amount)
