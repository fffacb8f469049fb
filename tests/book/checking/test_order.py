"""Findings on what was written and not read: the same ones, without places, in the order of the book."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.sources import without_places, written

from goru.book.checking.rulebook import check
from goru.book.model import Finding, PlanBook, Source, held_by

SHIPPED = Path(__file__).parents[3] / "data" / "2024" / "plan.json"


@pytest.fixture(scope="module")
def shipped() -> PlanBook:
    return PlanBook.model_validate_json(SHIPPED.read_bytes())


def said(findings: list[Finding]) -> Counter[tuple[str, str, str, str]]:
    return Counter((one.rule, one.severity, one.subject, one.message) for one in findings)


def test_a_written_book_has_the_findings_of_the_printed_one(shipped: PlanBook) -> None:
    book = written(shipped)

    findings = check(book)

    assert list(held_by(book, Source)) == []
    assert len(findings) > 50
    assert said(findings) == said(check(shipped))
    assert all(one.sources == [] for one in findings)


def test_findings_without_places_come_in_the_order_of_the_book(shipped: PlanBook) -> None:
    book = written(shipped)

    warnings = [one.subject.split("/") for one in check(book) if one.severity == "warning"]

    fields = [list(PlanBook.model_fields).index(part) for part, *_ in warnings]
    assert fields == sorted(fields)
    own = [plan.institution for plan in book.plans]
    plans = [own.index(institution) for part, institution, *_ in warnings if part == "plans"]
    assert plans == sorted(plans)
    assert len(set(plans)) > 10


def test_a_written_plan_among_printed_ones_comes_where_it_stands(changed: Any) -> None:
    """What has a place keeps it; what has none follows the printed part before it."""
    printed = changed({"plans.0.budget.total": 1, "plans.1.budget.total": 1, "plans.2.budget.total": 1})
    whole = printed.model_dump()
    whole["plans"][1] = without_places(whole["plans"][1])

    findings = [one for one in check(PlanBook.model_validate(whole)) if one.rule == "budget-sum"]

    institutions = [plan.institution for plan in printed.plans[:3]]
    assert [one.subject for one in findings] == [f"plans/{name}/budget" for name in institutions]
    assert [bool(one.sources) for one in findings] == [True, False, True]
