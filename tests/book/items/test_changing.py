"""The edits between two values lead from one to the other, and are no more than what was changed."""

import json
import random
import sys
from copy import deepcopy
from types import FrameType
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.book.parsing.respelling import FUNDED, respelt

from goru.book.composing import decompose
from goru.book.items.changing import changes_between
from goru.book.items.editing import Change, Deed, changed
from goru.book.items.identifying import identified
from goru.book.items.placing import facts_of
from goru.book.items.proposing import outcome, proposals
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan


@pytest.fixture(scope="module")
def plan(small_book: PlanBook) -> InstitutionPlan:
    plans = decompose(identified(small_book).book).plans
    return next(one for one in plans if one.kind == "provincial")


@pytest.fixture(scope="module")
def ministry(small_book: PlanBook) -> InstitutionPlan:
    plans = decompose(identified(small_book).book).plans
    return next(one for one in plans if one.kind == "sectoral" and any(task.goals for task in one.tasks))


def facts(value: InstitutionPlan) -> dict[str, Any]:
    return facts_of(value.model_dump(mode="json"))[0]


def applied(value: InstitutionPlan, changes: list[Change]) -> dict[str, Any]:
    content = facts(value)
    for change in changes:
        content = changed(content, InstitutionPlan, change)
    return content


def as_plan(content: dict[str, Any]) -> InstitutionPlan:
    return InstitutionPlan.model_validate(content)


def deeds(plan: InstitutionPlan, content: dict[str, Any]) -> list[Deed]:
    changes = changes_between(plan, as_plan(content))
    assert applied(plan, changes) == facts(as_plan(content))
    return [one.deed for one in changes]


def project(name: str) -> dict[str, Any]:
    return {"item_id": str(uuid4()), "name": name}


@pytest.mark.parametrize("institution", ["세종", "산업부"])
def test_sources_of_money_are_edits_of_their_rows(small_book: PlanBook, institution: str) -> None:
    before, after = (
        next(one for one in decompose(book).plans if one.institution == institution)
        for book in (identified(small_book).book, identified(respelt(*FUNDED)).book)
    )
    mended = json.loads(before.model_dump_json())
    if institution == "세종":
        budget = json.loads(after.model_dump_json())["plan"]["budget"]
        mended["plan"]["budget"]["by_funding"] = budget["by_funding"]
        rows = zip(mended["plan"]["budget"]["by_strategy"], budget["by_strategy"], strict=True)
    else:
        tasks = json.loads(after.model_dump_json())["tasks"]
        rows = zip(
            (r for t in mended["tasks"] for r in t["rows"]),
            (r for t in tasks for r in t["rows"]),
            strict=True,
        )
    for row, funded in rows:
        row["by_funding"] = funded["by_funding"]

    assert set(deeds(before, facts(as_plan(mended)))) == {Deed.SET}


def test_the_same_value_takes_no_edit(plan: InstitutionPlan) -> None:
    assert changes_between(plan, plan) == []


def test_a_field_that_is_another_is_one_edit(plan: InstitutionPlan) -> None:
    content = facts(plan)
    content["plan"]["budget"]["total"] = 77
    content["plan"]["indicators"][0]["target"] = "9"

    changes = changes_between(plan, as_plan(content))

    assert [(one.deed, one.field, one.new) for one in changes] == [
        (Deed.SET, "plan/budget/total", 77),
        (Deed.SET, "target", "9"),
    ]
    assert deeds(plan, content) == [Deed.SET, Deed.SET]


def test_one_that_goes_from_the_beginning_to_the_end_is_one_move(plan: InstitutionPlan) -> None:
    content = facts(plan)
    tasks = content["plan"]["core_tasks"]
    tasks.append(tasks.pop(0))

    assert deeds(plan, content) == [Deed.MOVE]


def test_what_is_new_comes_with_all_under_it(plan: InstitutionPlan) -> None:
    content = facts(plan)
    step = {
        "item_id": str(uuid4()),
        "text": "착공",
        "start": None,
        "end": None,
        "precision": "year",
        "done": False,
    }
    content["plan"]["core_tasks"][0]["projects"] = [project("정원") | {"steps": [step]}]

    assert deeds(plan, content) == [Deed.ADD]


def test_what_goes_goes_with_all_under_it(plan: InstitutionPlan) -> None:
    content = facts(plan)
    del content["plan"]["core_tasks"][0]

    assert deeds(plan, content) == [Deed.REMOVE]


def test_what_stays_moves_out_of_what_goes(plan: InstitutionPlan) -> None:
    content = facts(plan)
    first, second = content["plan"]["core_tasks"][:2]
    second["items"].append(first["items"].pop())
    del content["plan"]["core_tasks"][0]

    assert deeds(plan, content) == [Deed.MOVE, Deed.REMOVE]


def test_a_vision_that_is_another_item_takes_the_others_place(plan: InstitutionPlan) -> None:
    content = facts(plan)
    content["plan"]["vision"] = {"item_id": str(uuid4()), "text": "다른 비전"}

    assert deeds(plan, content) == [Deed.REMOVE, Deed.ADD]


def test_parts_of_a_ministrys_tasks_are_reached_too(ministry: InstitutionPlan) -> None:
    content = facts(ministry)
    task = next(one for one in content["tasks"] if one["goals"])
    task["goals"][0]["text"] = "다른 목표"
    task["goals"].append({"item_id": str(uuid4()), "text": "새 목표"})

    assert deeds(ministry, content) == [Deed.SET, Deed.ADD]


@given(seed=st.integers(0, 10**6))
def test_any_rearrangement_is_reached(seed: int, plan: InstitutionPlan) -> None:
    content = rearranged(facts(plan), random.Random(seed))  # noqa: S311

    changes = changes_between(plan, as_plan(content))

    assert applied(plan, changes) == facts(as_plan(content))


def test_the_work_grows_as_the_rows_do(plan: InstitutionPlan) -> None:
    few, many = calls(plan, 100), calls(plan, 400)

    assert many < 5 * few


def calls(plan: InstitutionPlan, rows: int) -> int:
    """How many functions are called to find and propose so many added rows, and to make them of the value."""
    content = facts(plan)
    items = content["plan"]["core_tasks"][0]["items"]
    items += [{"item_id": str(uuid4()), "text": f"항목 {row}"} for row in range(rows)]
    wanted, counted = as_plan(content), 0

    def count(_frame: FrameType, event: str, _of: Any) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        proposed = proposals(plan, changes_between(plan, wanted))
        found = outcome(facts(plan), InstitutionPlan, dict(enumerate(proposed)), {})
    finally:
        sys.setprofile(None)
    assert len(found.changes) == rows
    return counted


def rearranged(content: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    content = deepcopy(content)
    tasks = content["plan"]["core_tasks"]
    for _ in range(chance.randint(1, 6)):
        task = chance.choice(tasks)
        match chance.randint(0, 5):
            case 0:
                chance.shuffle(tasks)
            case 1:
                task["name"] += "!"
            case 2 if len(tasks) > 1:
                tasks.remove(task)
            case 3:
                new = {
                    "item_id": str(uuid4()),
                    "strategy": "전략",
                    "name": "새 과제",
                    "items": [],
                    "projects": [],
                }
                tasks.insert(chance.randint(0, len(tasks)), new)
            case 4 if task["items"]:
                item = task["items"].pop(chance.randrange(len(task["items"])))
                other = chance.choice(tasks)
                other["items"].insert(chance.randint(0, len(other["items"])), item)
            case _:
                content["plan"]["indicators"] = content["plan"]["indicators"][:-1]
    return content


def test_an_id_is_that_of_the_item(plan: InstitutionPlan) -> None:
    content = facts(plan)
    content["plan"]["strategies"][0]["text"] = "다른 전략"

    assert [one.item for one in changes_between(plan, as_plan(content))] == [
        UUID(content["plan"]["strategies"][0]["item_id"])
    ]


def test_a_ministry_takes_part_in_one_more_action_task_and_leaves_another(ministry: InstitutionPlan) -> None:
    content = facts(ministry)
    gone = content["tasks"].pop(0)
    new = {**deepcopy(gone), "action_task": "Ⅱ-1-(10)"}
    new["goals"], new["rows"] = [{"item_id": str(uuid4()), "text": "새 목표"}], []
    new["indicators"], new["reforms"] = [], []
    content["tasks"] = [*content["tasks"], new]

    changes = changes_between(ministry, as_plan(content))

    assert applied(ministry, changes) == facts(as_plan(content))
    tasks = [one.field for one in changes if one.deed == Deed.SET]
    assert tasks == ["tasks/Ⅱ-1-(10)", f"tasks/{gone['action_task']}"]
