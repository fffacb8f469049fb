"""Which sections an edit writes in: of every kind of edit, and of what no section has."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from goru.book.composing import decompose
from goru.book.items.editing import Change, Deed
from goru.book.items.identifying import identified
from goru.book.items.sections import sections_of
from goru.book.items.touching import homes_of, touched
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan


@pytest.fixture(scope="module")
def value(small_book: PlanBook) -> InstitutionPlan:
    plans = decompose(identified(small_book).book).plans
    return next(one for one in plans if one.institution == "세종")


@pytest.fixture(scope="module")
def tasks(value: InstitutionPlan) -> list[Any]:
    assert value.plan
    return list(value.plan.core_tasks)


def own(task: Any) -> str:
    return f"core-task-{task.item_id}"


def test_every_item_that_is_written_has_one_home(value: InstitutionPlan) -> None:
    sections = sections_of(value)
    written = [entry.item.item_id for one in sections for entry in one.entries()]

    assert len(written) == len(set(written)) == len(homes_of(sections)) > 10


@pytest.mark.parametrize("deed", [Deed.SET, Deed.MOVE, Deed.REMOVE])
def test_an_edit_of_an_item_writes_where_the_item_stands(value: InstitutionPlan, deed: Deed) -> None:
    for section in sections_of(value):
        for entry in section.entries():
            found = touched(value, Change(deed, entry.item.item_id, "text", new={"at": 0}))

            assert section.key in found
            assert deed == Deed.REMOVE or found == {section.key}


@pytest.mark.parametrize(
    ("field", "section"),
    [
        ("plan/budget/total", "money"),
        ("plan/budget/unit", "money"),
        ("plan/budget", None),
        ("plan/vision/text", None),
        ("plan/core_tasks", None),
        ("year", None),
    ],
)
def test_a_field_of_the_value_is_written_in_the_section_that_asks_for_it(
    value: InstitutionPlan, field: str, section: str | None
) -> None:
    assert touched(value, Change(Deed.SET, None, field)) == {section}


def test_what_is_added_is_written_where_its_list_stands(value: InstitutionPlan, tasks: list[Any]) -> None:
    def added(field: str, under: UUID | None = None) -> set[str | None]:
        return set(touched(value, Change(Deed.ADD, uuid4(), field, under, new={})))

    assert added("plan/indicators") == {"indicators"}
    assert added("plan/core_tasks") == {"core-tasks"}
    assert added("items", tasks[0].item_id) == {own(tasks[0])}
    assert added("plan/core_tasks/0/items") == {None}
    assert added("items", uuid4()) == {None}
    assert added("items") == {None}


def test_a_core_task_is_added_with_what_stands_under_it_and_taken_out_in_two_sections(
    value: InstitutionPlan, tasks: list[Any]
) -> None:
    new = uuid4()
    held = [{"item_id": str(uuid4()), "text": "하나"}]

    assert touched(value, Change(Deed.ADD, new, "plan/core_tasks", new={"items": held})) == {
        "core-tasks",
        f"core-task-{new}",
    }
    assert touched(value, Change(Deed.REMOVE, tasks[0].item_id)) == {"core-tasks", own(tasks[0])}


def test_what_is_moved_is_written_where_it_was_and_where_it_goes(
    value: InstitutionPlan, tasks: list[Any]
) -> None:
    one = next(task for task in tasks if task.items)
    other = next(task for task in tasks if task is not one)
    item = one.items[0].item_id

    def moved(**to: object) -> set[str | None]:
        return set(touched(value, Change(Deed.MOVE, item, new={"at": 0, **to})))

    assert moved() == {own(one)}
    assert moved(field="items", under=str(other.item_id)) == {own(one), own(other)}
    assert moved(field="plan/strategies") == {own(one), "vision"}
    assert moved(field="items", under="nobody") == {own(one), None}


def test_an_item_that_is_not_there_is_in_no_section(value: InstitutionPlan) -> None:
    for deed in (Deed.SET, Deed.MOVE, Deed.REMOVE):
        assert touched(value, Change(deed, uuid4(), "text")) == {None}
