"""The sections of a plan, and which of them a place leads to."""

import pytest

from goru.book.composing import decompose
from goru.book.items.identifying import identified
from goru.book.items.sections import FIELDS, section_at, sections_of
from goru.book.items.walking import items_of
from goru.book.model import Item, PlanBook
from goru.book.model.editions import InstitutionPlan
from goru.book.paths import Path


@pytest.fixture
def plans(small_book: PlanBook) -> tuple[InstitutionPlan, ...]:
    return decompose(identified(small_book).book).plans


def of_kind(plans: tuple[InstitutionPlan, ...], kind: str) -> InstitutionPlan:
    return next(one for one in plans if one.kind == kind)


def test_every_item_of_a_plan_stands_in_one_section(plans: tuple[InstitutionPlan, ...]) -> None:
    for plan in plans:
        entries = [entry.item.item_id for one in sections_of(plan) for entry in one.entries()]
        written = [held.item.item_id for held in items_of(plan) if type(held.item) in FIELDS]

        assert set(entries) == set(written)


def test_what_is_written_of_an_item_are_fields_of_it() -> None:
    for class_, fields in FIELDS.items():
        assert issubclass(class_, Item)
        assert set(fields) <= set(class_.model_fields)


def test_a_place_leads_to_the_section_of_its_item_or_of_its_part(plans: tuple[InstitutionPlan, ...]) -> None:
    plan = of_kind(plans, "provincial")
    sections = sections_of(plan)
    assert plan.plan
    assert plan.plan.budget
    task = plan.plan.core_tasks[0]

    assert section_at(sections, task.items[0].item_id, Path()) == f"core-task-{task.item_id}"
    assert section_at(sections, plan.plan.budget.by_strategy[0].item_id, Path()) == "money"
    assert section_at(sections, None, Path.of("plans", "세종", "budget", "total")) == "money"
    assert section_at(sections, None, Path.of("plans", "세종", "performance_management")) == "performance"
    assert section_at(sections, None, Path.of("headline")) is None


def test_a_ministrys_sections_are_its_action_tasks(plans: tuple[InstitutionPlan, ...]) -> None:
    plan = of_kind(plans, "sectoral")
    sections = sections_of(plan)

    assert [one.name for one in sections] == [one.action_task for one in plan.tasks]
    assert section_at(sections, None, Path.of("action_tasks", plan.tasks[0].action_task)) == sections[0].key


def test_a_section_is_written_when_nothing_is_missing_in_it(plans: tuple[InstitutionPlan, ...]) -> None:
    plan = of_kind(plans, "provincial")
    assert plan.plan
    empty = plan.plan.model_copy(update={"vision": None, "indicators": []})

    written = {one.key: one.is_written for one in sections_of(plan)}
    without = {one.key: one.is_written for one in sections_of(plan.model_copy(update={"plan": empty}))}

    assert written["vision"]
    assert written["indicators"]
    assert not without["vision"]
    assert not without["indicators"]


def test_what_the_printed_form_lacks_is_written_too(small_book: PlanBook) -> None:
    every = {one.kind: sections_of(one) for one in decompose(identified(small_book).book).plans}

    keys = {kind: [one.key for one in sections if not one.is_required] for kind, sections in every.items()}

    assert keys["provincial"] == ["reforms", "decentralization", "summary"]
    assert keys["megaregional"] == ["reforms", "summary"]
