"""How much of a book was read, of how much there should be by the book itself, the register and what is adopted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from goru.book.model import FocusTask, KindOfPlan, LineKind, Name, Part, PartOfBook, PlanBook, Summary
from goru.book.register import institutions

Counting = Literal[
    "provincial_plans",
    "megaregional_plans",
    "plan_parts",
    "strategies",
    "core_tasks",
    "action_tasks",
    "table_rows",
    "focus_tasks",
    "headline",
    "summaries",
]
Witness = Literal["register", "overview", "form", "summary_table", "body", "reference", "adopted"]


class Missing(Part):
    """What was not read, and who says that it should be there."""

    name: Name
    said_by: list[Witness]


class Counted(Part):
    """How many of a kind were read, of how many there should be; null where nothing in the document tells that.

    `missing` names those that were not read; where a total alone tells of more, they are fewer than `of` less `read`.
    `more` are those that nobody announces.
    """

    part: Counting
    read: int
    of: int | None
    missing: list[Missing]
    more: list[Name]


class Completeness(Part):
    """What was counted, and what the document, a part of a book, does not have."""

    counted: list[Counted]
    elsewhere: list[Counting]

    @property
    def untold(self) -> list[Counting]:
        """Of what nothing in the document tells how many there should be."""
        return [one.part for one in self.counted if one.of is None]


PARTS: dict[Counting, tuple[str, str]] = {
    "provincial_plans": ("시·도", "provinces"),
    "megaregional_plans": ("초광역권", "megaregions"),
    "plan_parts": ("계획의 구성", "parts of plans"),
    "strategies": ("전략", "strategies"),
    "core_tasks": ("핵심과제", "core tasks"),
    "action_tasks": ("실천과제", "action tasks"),
    "table_rows": ("총괄표의 행", "rows of the summary table"),
    "focus_tasks": ("중점 이행과제", "focus tasks"),
    "headline": ("총 재정투입", "headline figures"),
    "summaries": ("개관과 요약", "entries of summaries"),
}
"""Their names, in Korean and English."""
WITNESSES: dict[Witness, tuple[str, str]] = {
    "register": ("기관 등록부", "register"),
    "overview": ("개관", "overview"),
    "form": ("계획의 서식", "form of plans"),
    "summary_table": ("총괄표", "summary table"),
    "body": ("본문", "body"),
    "reference": ("참고 1~3", "summaries 1 to 3"),
    "adopted": ("지금 채택된 계획", "adopted plan"),
}

LINES: dict[LineKind, tuple[str, str]] = {
    "fact": ("사실로 읽음", "read into facts"),
    "furniture": ("쪽 번호·제목·표 머리", "page numbers, headings, heads of tables"),
    "kept": ("글로 둠", "kept as text"),
    "prose": ("자료에 두지 않는 글", "text that the data do not keep"),
    "unread": ("읽지 못함", "not read"),
}
"""What became of lines."""

_SCOPES: dict[Counting, tuple[PartOfBook, ...]] = {
    "provincial_plans": ("provincial_plans", "provincial_plan"),
    "megaregional_plans": ("megaregional_plans", "megaregional_plan"),
    "plan_parts": ("provincial_plans", "provincial_plan", "megaregional_plans", "megaregional_plan"),
    "strategies": ("summary_table",),
    "core_tasks": ("summary_table",),
    "action_tasks": ("action_tasks",),
    "table_rows": ("summary_table",),
    "focus_tasks": ("focus_tasks",),
    "headline": ("headline",),
    "summaries": ("summaries",),
}
"""In which parts of a book there is all of it."""

_OF_A_PLAN = {
    "vision": "비전",
    "strategies": "추진전략",
    "core_tasks": "핵심과제",
    "budget": "재정투입",
    "indicators": "성과지표",
    "performance_management": "성과관리계획",
}
_OF_A_YEAR = {"total": "총액", "national": "국비", "local": "지방비", "private": "민자"}
_GROUPS = {"zones": "특구", "tasks": "과제"}
_LEVELS: dict[Counting, tuple[str, Callable[[str], str]]] = {
    "strategies": ("strategies", lambda number: number.partition("-")[0]),
    "core_tasks": ("sectoral_core_tasks", lambda number: number.partition("-(")[0]),
    "action_tasks": ("action_tasks", str),
}
"""The field of the book that holds them, and their number by that of an action task."""


def completeness(book: PlanBook, adopted: PlanBook | None = None) -> Completeness:
    """What was read, against what the document announces, what the register knows and what is adopted of the year."""
    every: dict[Counting, Counted] = {
        "provincial_plans": _plans(book, "provincial", adopted),
        "megaregional_plans": _plans(book, "megaregional", adopted),
        "plan_parts": _plan_parts(book),
        **{one.part: one for one in _frame(book, adopted)},
        "focus_tasks": _focus_tasks(book, adopted),
        "headline": _headline(book),
        "summaries": _summaries(book, adopted),
    }
    here = [part for part, counted in every.items() if _is_here(book, part) or counted.read]
    return Completeness(
        counted=[every[part] for part in here], elsewhere=[part for part in every if part not in here]
    )


def _is_here(book: PlanBook, part: Counting) -> bool:
    """Whether the document has the part, as far as it says; one that says nothing is a whole book."""
    return not book.scope or any(one in book.scope for one in _SCOPES[part])


def _counted(
    part: Counting, read: Iterable[str], announced: Mapping[Witness, Iterable[str]], stated: int = 0
) -> Counted:
    """By their names; `stated` is how many there are by a total, which names none."""
    names: dict[str, list[Witness]] = {}
    for witness, ones in announced.items():
        for one in dict.fromkeys(ones):
            names.setdefault(one, []).append(witness)
    has = dict.fromkeys(read)
    more = [one for one in has if one not in names]
    if not names and not stated:
        return _uncountable(part, len(has))
    nameless = max(stated - len(names), 0)
    return Counted(
        part=part,
        read=len(has) - len(more[nameless:]),
        of=len(names) + nameless,
        missing=[Missing(name=name, said_by=by) for name, by in names.items() if name not in has],
        more=more[nameless:],
    )


def _uncountable(part: Counting, read: int) -> Counted:
    return Counted(part=part, read=read, of=None, missing=[], more=[])


def _plans(book: PlanBook, kind: KindOfPlan, adopted: PlanBook | None) -> Counted:
    """One plan by itself is not counted against all others."""
    part: Counting = "provincial_plans" if kind == "provincial" else "megaregional_plans"
    read = [plan.institution for plan in book.plans if plan.kind == kind]
    if book.scope and part not in book.scope:
        return _uncountable(part, len(read))
    announced: dict[Witness, Iterable[str]] = {
        "register": _owing(book, kind),
        "overview": _of_sheets(book, kind, "overview"),
        "reference": _of_sheets(book, kind, "sheets"),
        "adopted": [plan.institution for plan in adopted.plans if plan.kind == kind] if adopted else (),
    }
    return _counted(part, read, announced)


def _owing(book: PlanBook, kind: KindOfPlan) -> list[str]:
    """Who owes a plan of the year: each province (특별법 제7조), each megaregion that has a five-year plan (제9조)."""
    day = book.decided or date(book.year, 1, 1)
    if kind == "provincial":
        return [
            one.short_name
            for one in institutions()
            if one.kind == "province" and (one.valid_from or day) <= day <= (one.valid_to or day)
        ]
    return [
        one.short_name
        for one in institutions()
        if any(years.first_year <= book.year <= years.last_year for years in one.development_plans)
    ]


def _of_sheets(book: PlanBook, kind: KindOfPlan, of: str) -> list[str]:
    return [
        sheet.institution
        for summary in book.summaries
        if summary.kind == of and summary.of_plans == kind
        for sheet in summary.sheets
    ]


def _plan_parts(book: PlanBook) -> Counted:
    """Every plan has a vision, strategies, core tasks, money, indicators; prose only where the document has any."""
    has_prose = any(plan.performance_management for plan in book.plans)
    parts = {
        field: word for field, word in _OF_A_PLAN.items() if has_prose or field != "performance_management"
    }
    return _counted(
        "plan_parts",
        [
            f"{plan.institution} {word}"
            for plan in book.plans
            for field, word in parts.items()
            if getattr(plan, field)
        ],
        {"form": [f"{plan.institution} {word}" for plan in book.plans for word in parts.values()]},
    )


def _frame(book: PlanBook, adopted: PlanBook | None) -> Iterator[Counted]:
    """Strategies, core tasks and action tasks by their numbers: those that the body has, where there is one; the table's rows."""
    rows = [task.id for task in book.action_tasks if task.projects is not None]
    bodies = [task.id for task in book.action_tasks if task.heading]
    reference = [task.id for one in book.summaries for task in one.action_tasks]
    kept = [task.id for task in adopted.action_tasks] if adopted else []
    known: dict[Witness, list[str]] = {"summary_table": rows, "reference": reference, "adopted": kept}
    for part, (tasks, number_of) in _LEVELS.items():
        has_body = part == "action_tasks" or _is_here(book, "action_tasks")
        yield _counted(
            part,
            [one.id for one in getattr(book, tasks) if one.heading or not has_body],
            {witness: map(number_of, numbers) for witness, numbers in known.items()},
            _stated(book, part),
        )
    known = {"body": bodies, "reference": reference, "adopted": kept}
    yield _counted("table_rows", rows, known, _stated(book, "action_tasks"))


def _stated(book: PlanBook, part: str) -> int:
    """How many the last row of the summary table says that there are."""
    return getattr(book.grand_total, part, None) or 0


def _focus_tasks(book: PlanBook, adopted: PlanBook | None) -> Counted:
    known = [_focus_task(task) for task in adopted.focus_tasks] if adopted else []
    return _counted("focus_tasks", map(_focus_task, book.focus_tasks), {"adopted": known})


def _focus_task(task: FocusTask) -> str:
    return f"{_GROUPS[task.group]} {task.number}"


def _headline(book: PlanBook) -> Counted:
    """The four figures of the plan's own year."""
    year = next((one for one in book.stated.budget if one.year == book.year), None)
    read = [word for field, word in _OF_A_YEAR.items() if getattr(year, field, None) is not None]
    return _counted("headline", read, {"form": _OF_A_YEAR.values()})


def _summaries(book: PlanBook, adopted: PlanBook | None) -> Counted:
    """Entries of overviews, and of the summaries 참고 1 to 3: one of each plan, or of each action task."""
    announced: dict[Witness, list[str]] = {
        "body": [_entry(one, name) for one in book.summaries for name in _entitled(one, book)],
        "adopted": [_entry(one, name) for one in adopted.summaries for name in _entries(one)]
        if adopted
        else [],
    }
    return _counted(
        "summaries", [_entry(one, name) for one in book.summaries for name in _entries(one)], announced
    )


def _entry(summary: Summary, name: str) -> str:
    return f"{summary.title}: {name}"


def _entries(summary: Summary) -> list[str]:
    return [*(sheet.institution for sheet in summary.sheets), *(task.id for task in summary.action_tasks)]


def _entitled(summary: Summary, book: PlanBook) -> list[str]:
    """Whom a summary should have: all whose plan or task is in the book."""
    if summary.kind == "headline":
        return []
    if summary.kind == "action_tasks":
        return [task.id for task in book.action_tasks]
    return [plan.institution for plan in book.plans if plan.kind == summary.of_plans]
