"""Items are split and merged by edits, and nothing that stood under them is lost."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.workbooks import with_projects

from goru.book.composing import decompose
from goru.book.items.editing import Change, changed
from goru.book.items.identifying import identified
from goru.book.items.locating import ids_in
from goru.book.items.placing import facts_of
from goru.book.items.reshaping import may_be_reshaped, merged, split
from goru.book.items.sections import Rows, sections_of
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan


@pytest.fixture(scope="module")
def plan(small_book: PlanBook) -> InstitutionPlan:
    plans = decompose(identified(small_book).book).plans
    return with_projects(next(one for one in plans if one.kind == "provincial"))


def facts(value: InstitutionPlan) -> dict[str, Any]:
    return facts_of(value.model_dump(mode="json"))[0]


def rows_of(value: InstitutionPlan, section: str, name: str) -> Rows:
    sections = [one for one in sections_of(value) if one.key.startswith(section)]
    return next(rows for rows in sections[0].rows if rows.name == name)


def applied(content: dict[str, Any], changes: list[Change]) -> dict[str, Any]:
    for change in changes:
        content = changed(content, InstitutionPlan, change)
    return content


def test_a_project_becomes_two_and_its_money_goes_to_the_first(plan: InstitutionPlan) -> None:
    content, rows = facts(plan), rows_of(plan, "core-task-", "projects")
    old, new = rows.entries[0].item, [(uuid4(), "센터"), (uuid4(), "변전소")]
    assert old.item_id

    after = applied(content, split(content, rows, old.item_id, new))

    projects = after["plan"]["core_tasks"][0]["projects"]
    assert [one["name"] for one in projects] == ["센터", "변전소", "폐교 활용"]
    assert [len(one.get("money", [])) for one in projects] == [2, 0, 0]
    assert set(ids_in(content)) - set(ids_in(after)) == {old.item_id}


def test_core_tasks_become_one_with_all_their_items(plan: InstitutionPlan) -> None:
    content, rows = facts(plan), rows_of(plan, "core-tasks", "core_tasks")
    items = [UUID(str(one.item.item_id)) for one in rows.entries[:2]]
    before = content["plan"]["core_tasks"][:2]

    after = applied(content, merged(content, rows, items[::-1], (uuid4(), "합친 과제")))

    first, *rest = after["plan"]["core_tasks"]
    assert first["name"] == "합친 과제"
    assert first["strategy"] == before[0]["strategy"]
    assert len(first["items"]) == sum(len(one["items"]) for one in before)
    assert len(rest) == len(rows.entries) - 2


def test_an_indicator_becomes_two_without_its_figures(plan: InstitutionPlan) -> None:
    content, rows = facts(plan), rows_of(plan, "indicators", "indicators")
    old = rows.entries[0].item.item_id
    assert old

    after = applied(content, split(content, rows, old, [(uuid4(), "가"), (uuid4(), "나")]))

    one, other, *_rest = after["plan"]["indicators"]
    assert (one["name"], one["target"], other["actual"]) == ("가", "", "")


def test_amounts_and_sentences_are_not_reshaped(plan: InstitutionPlan) -> None:
    kinds = {rows.name: may_be_reshaped(rows) for section in sections_of(plan) for rows in section.rows}

    assert kinds["core_tasks"]
    assert kinds["items"]
    assert not kinds["by_strategy"]
    assert not kinds["performance_management"]
