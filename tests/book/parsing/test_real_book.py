"""The parser against the real book: counts that the book prints itself, and facts checked by eye."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.sources import printed

from goru.book.model import Plan, PlanBook, Source
from goru.book.parsing import parse
from goru.book.reading import Lines, read

pytestmark = pytest.mark.book


def plan(book: PlanBook, institution: str) -> Plan:
    return next(one for one in book.plans if one.institution == institution)


def test_every_item_mark_of_the_print_is_one_item(real_book: PlanBook, real_lines: Lines) -> None:
    """One § stands before a core task's name (해양바이오매스 …): all others before items."""
    first, last = printed(real_book.plans[0].source).first_line, printed(real_book.plans[-1].source).last_line
    marks = sum(line.text.count("§ ") for line in real_lines if first <= line.number <= last)

    items = sum(len(task.items) for one in real_book.plans for task in one.core_tasks)

    assert items == marks - 1


def test_the_book_has_the_institutions_and_tasks_it_says_it_has(real_book: PlanBook) -> None:
    kinds = [one.kind for one in real_book.plans]

    assert kinds.count("provincial") == 17
    assert kinds.count("megaregional") == 7
    assert len(real_book.sectoral_core_tasks) == 22
    assert len(real_book.action_tasks) == 68
    assert [one.group for one in real_book.focus_tasks] == ["zones"] * 4 + ["tasks"] * 10
    assert sum(len(one.core_tasks) for one in real_book.plans[17:]) == 60
    assert sum(len(one.indicators) for one in real_book.plans[17:]) == 51


@pytest.mark.parametrize(
    ("institution", "total", "amounts"),
    [
        ("부산", 49004, [8781, 769, 8340, 16744, 14370]),
        ("세종", 20411, [None, 182, 8500, 8826, 2903]),
        ("광주전남권", 3793, [446, 3347]),
        ("대구경북권", 2802, [1495, 1307, None]),
        ("부울경", 10544, [2450, 7807, 287]),
        ("강원권", 4274, [1021, 39, 3214]),
    ],
)
def test_money_stands_with_its_strategy(
    real_book: PlanBook, institution: str, total: int, amounts: list[int | None]
) -> None:
    budget = plan(real_book, institution).budget

    assert budget is not None
    assert budget.total == total
    assert [row.amount for row in budget.by_strategy] == amounts


def test_a_vision_printed_letter_by_letter_is_words_again(real_book: PlanBook) -> None:
    vision = plan(real_book, "경북").vision

    assert vision is not None
    assert vision.text.startswith("지방정부 중심의 저출생 대책 수립·시행")


def test_a_strategy_torn_by_a_page_break_is_whole(real_book: PlanBook) -> None:
    strategies = {task.strategy for task in plan(real_book, "광주전남권").core_tasks}

    assert "초광역권 산업의 발전을 견인하고 사람 중심의 생활공동체 생태계 조성" in strategies
    assert len(strategies) == 2


def test_a_core_task_printed_with_an_items_mark_is_a_core_task(real_book: PlanBook) -> None:
    names = [task.name for task in plan(real_book, "전북권").core_tasks]

    assert "해양바이오매스 기반 산업화 플랫폼 구축" in names


def test_projects_that_ran_together_are_parted(real_book: PlanBook) -> None:
    task = next(one for one in real_book.action_tasks if one.id == "Ⅲ-4-(1)")

    assert len(task.budget_rows[0].project_names) == 8


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [(193, "2023-01-01", "2026-12-31"), (257, "2023-01-01", "2023-12-31"), (503, None, "2026-12-31")],
    ids=["a comma behind the years", "a ministry behind the year", "a whole number behind the year"],
)
def test_a_year_with_words_or_a_goal_behind_it_is_no_statistic(
    real_book: PlanBook, line: int, start: str | None, end: str
) -> None:
    dated = [
        (one.start and one.start.isoformat(), one.end and one.end.isoformat())
        for task in real_book.focus_tasks
        for subtask in task.subtasks
        for one in subtask.milestones
        if printed(one.source).first_line == line
    ]

    assert (start, end) in dated


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("\n", "\n\n").encode(),
        lambda text: re.sub("[‧․･ㆍ⋅∙ˑ]", "·", text).encode(),
        lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: "\n".join(line.strip() for line in text.split("\n")).encode(),
        lambda text: text.encode("utf-16"),
    ],
    ids=["blank lines", "one middle dot", "CRLF and BOM", "NFD", "stripped lines", "UTF-16"],
)
def test_every_spelling_of_the_book_reads_the_same(
    real_book: PlanBook,
    real_book_file: Path,
    tmp_path: Path,
    facts_of: Callable[[PlanBook], Any],
    damage: Any,
) -> None:
    other = tmp_path / "book.txt"
    other.write_bytes(damage(real_book_file.read_text(encoding="utf-8")))

    assert facts_of(parse(read(other))) == facts_of(real_book)


def test_facts_say_the_lines_they_stand_on(real_book: PlanBook) -> None:
    seoul = plan(real_book, "서울")

    assert printed(seoul.source) == Source(first_line=652, last_line=790)
    assert printed(seoul.indicators[0].source).first_line == 771
