"""Who writes some sections gets a plan with these alone, whose edits are edits of the whole."""

from typing import Any
from uuid import uuid4

import pytest
from tests.workbooks import with_projects

from goru.book.composing import decompose
from goru.book.items.changing import changes_between
from goru.book.items.editing import changed
from goru.book.items.identifying import identified
from goru.book.items.narrowing import narrowed
from goru.book.items.placing import facts_of
from goru.book.items.sections import sections_of
from goru.book.items.touching import touched
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan


@pytest.fixture(scope="module")
def plans(small_book: PlanBook) -> list[InstitutionPlan]:
    found = [one for one in decompose(identified(small_book).book).plans if one.plan or one.tasks]
    return [with_projects(one) if one.kind == "provincial" else one for one in found]


def facts(value: InstitutionPlan) -> dict[str, Any]:
    return facts_of(value.model_dump(mode="json"))[0]


def said(value: InstitutionPlan, key: str) -> Any:
    """All that a section says."""
    section = next(one for one in sections_of(value) if one.key == key)
    return [entry.item.model_dump(exclude={"source"}) for entry in section.entries()]


def test_a_section_says_what_it_said_and_the_others_nothing(plans: list[InstitutionPlan]) -> None:
    for plan in plans:
        whole = InstitutionPlan.model_validate(facts(plan))
        for section in sections_of(whole):
            alone = narrowed(whole, {section.key})

            kept = [one for one in sections_of(alone) if one.key == section.key]
            assert kept, section.key
            own = [entry.item.item_id for entry in section.entries()]
            assert [entry.item.item_id for entry in kept[0].entries()] == own
            if section.key != "core-tasks":
                assert said(alone, section.key) == said(whole, section.key)
            others = {
                entry.item.item_id
                for one in sections_of(alone)
                if one.key not in (section.key, "vision", "core-tasks")
                for entry in one.entries()
            }
            assert others <= {None}


def test_the_total_is_said_with_the_money_alone(plans: list[InstitutionPlan]) -> None:
    plan = next(one for one in plans if one.kind == "provincial")

    money, other = narrowed(plan, {"money"}).plan, narrowed(plan, {"indicators"}).plan

    assert plan.plan
    assert plan.plan.budget
    assert money
    assert money.budget
    assert other
    assert other.budget
    assert money.budget.total == plan.plan.budget.total is not None
    assert other.budget.total is None
    assert other.vision is None
    assert other.core_tasks == []


def test_edits_of_it_are_edits_of_the_whole_in_these_sections(plans: list[InstitutionPlan]) -> None:
    plan = next(one for one in plans if one.kind == "provincial")
    whole, alone = InstitutionPlan.model_validate(facts(plan)), narrowed(plan, {"indicators"})
    wanted = facts(alone)
    wanted["plan"]["indicators"].append(
        {"item_id": str(uuid4()), "group": "own", "strategy": None, "name": "도서관", "unit": "개"}
        | {"actual": "1", "target": "2", "change": "1"}
    )
    wanted["plan"]["indicators"][0]["target"] = "9"

    changes = changes_between(alone, InstitutionPlan.model_validate(wanted))
    content = facts(whole)
    for change in changes:
        content = changed(content, InstitutionPlan, change)

    assert {key for change in changes for key in touched(whole, change)} == {"indicators"}
    assert [one["name"] for one in content["plan"]["indicators"]][-1] == "도서관"
    assert content["plan"]["core_tasks"] == facts(whole)["plan"]["core_tasks"]
