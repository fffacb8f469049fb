"""Edits that are proposed to a plan others go on writing: each is made where it still fits, or both sides are shown."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.workbooks import with_projects

from goru.book.composing import decompose
from goru.book.items.changing import changes_between
from goru.book.items.editing import Change, Deed, changed
from goru.book.items.identifying import identified
from goru.book.items.placing import facts_of
from goru.book.items.proposing import Outcome, Proposed, outcome, proposals
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan


@pytest.fixture(scope="module")
def plan(small_book: PlanBook) -> InstitutionPlan:
    plans = decompose(identified(small_book).book).plans
    value = with_projects(next(one for one in plans if one.kind == "provincial"))
    return InstitutionPlan.model_validate(facts(value))


def facts(value: InstitutionPlan) -> dict[str, Any]:
    return facts_of(value.model_dump(mode="json"))[0]


def tasks(content: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = content["plan"]["core_tasks"]
    return found


def proposed(plan: InstitutionPlan, wanted: dict[str, Any]) -> list[Proposed]:
    return proposals(plan, changes_between(plan, InstitutionPlan.model_validate(wanted)))


def made(
    content: dict[str, Any], every: list[Proposed], *but: int, seen: dict[int, str] | None = None
) -> Outcome:
    chosen = {at: one for at, one in enumerate(every) if at not in but}
    return outcome(content, InstitutionPlan, chosen, seen or {})


def test_all_of_them_lead_to_what_was_wanted(plan: InstitutionPlan) -> None:
    wanted = facts(plan)
    tasks(wanted).reverse()
    tasks(wanted)[0]["name"] = "새 이름"
    tasks(wanted)[-1]["projects"].pop()
    tasks(wanted).insert(1, {"item_id": str(uuid4()), "strategy": "", "name": "새 과제", "items": []})
    wanted = facts(InstitutionPlan.model_validate(wanted))

    found = made(facts(plan), proposed(plan, wanted))

    assert (found.content, found.conflicts) == (wanted, {})
    content = facts(plan)
    for change in found.changes:
        content = changed(content, InstitutionPlan, change)
    assert content == wanted


def test_moves_stay_right_where_something_is_not_taken_out(plan: InstitutionPlan) -> None:
    wanted = facts(plan)
    first = tasks(wanted).pop(0)
    tasks(wanted).append(tasks(wanted).pop(0))
    every = proposed(plan, wanted)
    removal = next(at for at, one in enumerate(every) if one.deed == Deed.REMOVE)
    assert [one.is_offered for one in every] == [one.deed != Deed.REMOVE for one in every]

    found = made(facts(plan), every, removal)

    assert found.conflicts == {}
    ids = [one["item_id"] for one in tasks(found.content)]
    assert [one for one in ids if one != first["item_id"]] == [one["item_id"] for one in tasks(wanted)]


def test_an_addition_stands_behind_what_it_stood_behind_whoever_added_meanwhile(
    plan: InstitutionPlan,
) -> None:
    wanted = facts(plan)
    new = {"item_id": str(uuid4()), "strategy": "", "name": "새 과제", "items": []}
    tasks(wanted).insert(1, new)
    every = proposed(plan, wanted)
    now = facts(plan)
    tasks(now).insert(0, {"item_id": str(uuid4()), "strategy": "", "name": "남의 과제", "items": []})

    found = made(now, every)

    assert [one["name"] for one in tasks(found.content)][2] == "새 과제"


def test_the_fields_of_a_dated_step_are_one_edit(plan: InstitutionPlan) -> None:
    wanted = facts(plan)
    step = tasks(wanted)[0]["projects"][0]["steps"][0]
    step |= {"text": "착공 2025-09", "start": "2025-09-01", "end": "2025-09-30"}

    (one,) = proposed(plan, wanted)

    assert [change.field for change in one.changes] == ["text", "start", "end"]


def test_what_others_wrote_is_given_back_and_written_over_only_as_it_was_seen(plan: InstitutionPlan) -> None:
    wanted = facts(plan)
    wanted["plan"]["budget"]["total"] = 7
    every = proposed(plan, wanted)
    now = facts(plan)
    now["plan"]["budget"]["total"] = 8

    both = made(now, every).conflicts[0]
    assert both.now == {"plan/budget/total": 8}

    assert made(now, every, seen={0: both.digest}).content["plan"]["budget"]["total"] == 7
    now["plan"]["budget"]["total"] = 9
    assert made(now, every, seen={0: both.digest}).conflicts[0].now == {"plan/budget/total": 9}


def test_an_item_that_others_changed_goes_only_where_that_was_seen(plan: InstitutionPlan) -> None:
    wanted = facts(plan)
    tasks(wanted).pop(0)
    every = proposed(plan, wanted)
    now = facts(plan)
    tasks(now)[0]["name"] = "남이 바꾼 이름"

    both = made(now, every).conflicts[0]

    assert both.now["name"] == "남이 바꾼 이름"
    assert len(tasks(made(now, every, seen={0: both.digest}).content)) == len(tasks(now)) - 1


def test_what_is_gone_cannot_be_set_and_need_not_be_taken_out(plan: InstitutionPlan) -> None:
    wanted = facts(plan)
    tasks(wanted)[0]["name"] = "새 이름"
    gone = tasks(wanted).pop(1)
    every = proposed(plan, wanted)
    now = facts(plan)
    del tasks(now)[0:2]

    found = made(now, every)

    assert {at: both.is_gone for at, both in found.conflicts.items()} == {0: True}
    assert found.changes == []
    assert gone["item_id"] not in str(found.content)


def test_what_is_there_already_is_no_change(plan: InstitutionPlan) -> None:
    wanted = facts(plan)
    tasks(wanted).insert(0, {"item_id": str(uuid4()), "strategy": "", "name": "새 과제", "items": []})
    tasks(wanted).append(tasks(wanted).pop(1))
    every = proposed(plan, wanted)
    once = made(facts(plan), every).content

    assert made(once, every).changes == []


def test_one_that_others_put_elsewhere_stays_there(plan: InstitutionPlan) -> None:
    project = tasks(facts(plan))[0]["projects"][0]["item_id"]
    first, second, third = (one["item_id"] for one in tasks(facts(plan))[:3])

    def moved(under: str) -> dict[str, Any]:
        new = {"at": 0, "under": under, "field": "projects"}
        change = Change(Deed.MOVE, UUID(project), seen={"at": 0, "under": first}, new=new)
        return changed(facts(plan), InstitutionPlan, change)

    every = proposed(plan, moved(second))

    assert made(moved(third), every).conflicts[0].is_gone
    assert made(moved(second), every).changes == []


def test_each_says_what_it_is_of(plan: InstitutionPlan) -> None:
    wanted = facts(plan)
    name = tasks(wanted)[0]["name"]
    tasks(wanted)[0]["name"] = "새 이름"
    tasks(wanted)[0]["projects"][0]["name"] = "새 사업 이름"

    assert [(one.name, one.above) for one in proposed(plan, wanted)] == [
        (name, ""),
        ("데이터센터 조성", name),
    ]
