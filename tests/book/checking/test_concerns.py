"""Whom findings concern: every institution in whose plan, task or page of a summary something was found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File
from typing import Any
from uuid import UUID

import pytest

from goru.book.checking.concerns import concerned_by
from goru.book.checking.rulebook import check
from goru.book.model import Finding, PlanBook
from goru.book.paths import Path
from goru.book.register import institutions

SHIPPED = File(__file__).parents[3] / "data" / "2024" / "plan.json"
ITEM = UUID("00000000-0000-4000-8000-000000000001")


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    return check(PlanBook.model_validate_json(SHIPPED.read_bytes()))


def test_a_finding_whose_subject_names_an_institution_concerns_it(findings: list[Finding]) -> None:
    authors = {one.short_name: one.key for one in institutions() if one.kind in ("province", "megaregion")}
    named = [(one, step) for one in findings for step in one.subject.split("/") if step in authors]

    assert len(named) > 30
    assert [one.subject for one, step in named if authors[step] not in one.concerns] == []


def test_gyeongbuk_is_concerned_by_what_was_found_in_summaries(findings: list[Finding]) -> None:
    assert [one.subject for one in findings if "gyeongbuk" in one.concerns][:1] == [
        "summaries/0/sheets/경북/strategies"
    ]


def test_tasks_concern_their_ministries_and_figures_of_the_whole_nobody(findings: list[Finding]) -> None:
    for one in findings:
        part = one.subject.split("/")[0]
        if part in ("action_tasks", "sectoral_core_tasks"):
            assert one.concerns, one.subject
        if part in ("headline", "strategies", "strategy_totals", "grand_total", "focus_tasks"):
            assert one.concerns == [], one.subject


def test_every_institution_that_is_named_is_one_of_the_register(findings: list[Finding]) -> None:
    known = {one.key for one in institutions()}

    assert {key for one in findings for key in one.concerns} <= known


def test_a_row_of_money_concerns_its_ministry_alone(small_book: PlanBook) -> None:
    index, task = next((i, one) for i, one in enumerate(small_book.action_tasks) if one.budget_rows)
    rows = [row.model_copy(update={"ministry": "환경부"}) for row in task.budget_rows[:1]]
    tasks = [*small_book.action_tasks]
    tasks[index] = task.model_copy(
        update={"ministries": ["행안부"], "heading_ministries": [], "budget_rows": rows}
    )
    book = small_book.model_copy(update={"action_tasks": tasks})
    at = Path.of("action_tasks", task.id)

    assert concerned_by(book, [at / "budget_rows" / "환경부"]) == ["me"]
    assert concerned_by(book, [at / "budget_total"]) == ["mois", "me"]


def test_what_is_missing_concerns_whose_it_would_be(small_book: PlanBook) -> None:
    assert concerned_by(small_book, [Path.of("plans", "부산")]) == ["busan"]
    assert concerned_by(small_book, [Path.of("plans", "어딘가")]) == []


def test_what_stands_in_several_places_concerns_all_of_them(small_book: PlanBook) -> None:
    places = [Path.of("plans", one.institution) for one in small_book.plans]

    assert concerned_by(small_book, [*places, places[0]]) == ["sejong", "jeju", "daegu-gyeongbuk"]


def test_a_finding_knows_the_item_it_stands_at(changed: Callable[[dict[str, Any]], PlanBook]) -> None:
    book = changed({"action_tasks.2.item_id": ITEM, "action_tasks.2.projects": 40})

    known = {one.item_id for one in check(book) if one.subject.startswith("action_tasks/Ⅱ-1-(1)/")}

    assert known == {ITEM}
