import copy
from typing import Any
from uuid import UUID, uuid4

import pytest

from goru.book.composing import decompose
from goru.book.items.editing import Change, Deed, changed
from goru.book.items.identifying import identified
from goru.book.items.locating import Conflict, Unfit, ids_in, named_in
from goru.book.items.placing import facts_of
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan


@pytest.fixture
def content(small_book: PlanBook) -> dict[str, Any]:
    """The facts of the plan of Sejong."""
    plan = decompose(identified(small_book).book).plans[0]
    return facts_of(plan.model_dump(mode="json"))[0]


def task(content: dict[str, Any], at: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = content["plan"]["core_tasks"][at]
    return found


def known(item: dict[str, Any]) -> UUID:
    return UUID(item["item_id"])


def apply(content: dict[str, Any], deed: Deed, item: UUID | None, **rest: Any) -> dict[str, Any]:
    return changed(content, InstitutionPlan, Change(deed, item, **rest))


def test_a_field_is_set_where_it_is_as_seen(content: dict[str, Any]) -> None:
    before = copy.deepcopy(content)

    after = apply(
        content, Deed.SET, known(task(content)), field="name", seen="마을 자치기반 마련", new="새 이름"
    )

    assert task(after)["name"] == "새 이름"
    task(after)["name"] = task(before)["name"]
    assert after == before == content


def test_a_field_that_is_not_as_seen_is_given_back(content: dict[str, Any]) -> None:
    with pytest.raises(Conflict) as conflict:
        apply(content, Deed.SET, known(task(content)), field="name", seen="옛 이름", new="새 이름")

    assert conflict.value.now == "마을 자치기반 마련"


def test_setting_what_is_there_already_is_no_conflict(content: dict[str, Any]) -> None:
    name = task(content)["name"]

    assert apply(content, Deed.SET, known(task(content)), field="name", seen="옛 이름", new=name) == content


def test_a_field_of_a_part_that_is_no_item_is_set_by_its_path(content: dict[str, Any]) -> None:
    after = apply(content, Deed.SET, None, field="plan/budget/total", seen=1200, new=1300)

    assert after["plan"]["budget"]["total"] == 1300


@pytest.mark.parametrize(
    ("field", "new"),
    [
        ("item_id", "x"),
        ("public_code", "P0001237"),
        ("source", None),
        ("items", []),
        ("nothing", 1),
        ("name", 5),
        ("name", None),
        ("items/text", "x"),
    ],
)
def test_what_cannot_be_there_is_unfit(content: dict[str, Any], field: str, new: Any) -> None:
    seen = task(content).get(field)

    with pytest.raises(Unfit):
        apply(content, Deed.SET, known(task(content)), field=field, seen=seen, new=new)


def test_an_item_that_is_gone_is_a_conflict(content: dict[str, Any]) -> None:
    for deed in Deed:
        with pytest.raises(Conflict) as conflict:
            apply(content, deed, uuid4(), field="name", under=uuid4(), new={"at": 0})
        assert conflict.value.now is None


def test_an_item_is_added_with_what_is_given_and_the_rest_empty(content: dict[str, Any]) -> None:
    new = uuid4()

    after = apply(
        content,
        Deed.ADD,
        new,
        field="projects",
        under=known(task(content)),
        new={"name": "정원 사업", "at": 0},
    )

    [project] = task(after)["projects"]
    assert project == {"item_id": str(new), "name": "정원 사업", "source": None}
    assert named_in(after, InstitutionPlan)[new] == "project"


def test_an_item_is_added_to_the_plan_itself_at_its_place(content: dict[str, Any]) -> None:
    new = uuid4()

    after = apply(content, Deed.ADD, new, field="plan/core_tasks", new={"name": "새 과제", "at": 1})

    assert [one["name"] for one in after["plan"]["core_tasks"]][:3] == [
        "마을 자치기반 마련",
        "새 과제",
        "지방재정 살림 강화",
    ]


def test_an_item_cannot_be_added_twice_nor_where_no_items_stand(content: dict[str, Any]) -> None:
    with pytest.raises(Unfit):
        apply(content, Deed.ADD, known(task(content)), field="plan/core_tasks", new={"name": "둘째"})
    with pytest.raises(Unfit):
        apply(content, Deed.ADD, uuid4(), field="name", under=known(task(content)), new={})


def test_the_one_item_of_a_field_is_added_only_where_none_is(content: dict[str, Any]) -> None:
    with pytest.raises(Conflict) as conflict:
        apply(content, Deed.ADD, uuid4(), field="plan/vision", new={"text": "새 비전"})

    assert conflict.value.now["text"] == "모두가 걷기 좋은 정원도시 세종"
    empty = {**content, "plan": {**content["plan"], "vision": None}}
    assert (
        apply(empty, Deed.ADD, uuid4(), field="plan/vision", new={"text": "새"})["plan"]["vision"]["text"]
        == "새"
    )


def test_an_item_moves_in_its_list(content: dict[str, Any]) -> None:
    after = apply(content, Deed.MOVE, known(task(content)), seen={"at": 0, "under": None}, new={"at": 2})

    assert [one["name"] for one in after["plan"]["core_tasks"]] == [
        task(content, 1)["name"],
        task(content, 2)["name"],
        task(content, 0)["name"],
    ]
    with pytest.raises(Conflict) as conflict:
        apply(after, Deed.MOVE, known(task(content)), seen={"at": 0, "under": None}, new={"at": 1})
    assert conflict.value.now == {"at": 2, "under": None}


def test_an_item_moves_under_another(content: dict[str, Any]) -> None:
    item = task(content)["items"][1]
    to = {"at": 0, "under": task(content, 1)["item_id"], "field": "items"}

    after = apply(content, Deed.MOVE, known(item), seen={"at": 1, "under": task(content)["item_id"]}, new=to)

    assert item not in task(after)["items"]
    assert task(after, 1)["items"][0] == item


@pytest.mark.parametrize(
    "to", [None, {"at": "0"}, {"at": 0, "field": "projects"}, {"at": 0, "field": "name"}, {"field": "items"}]
)
def test_an_item_moves_only_where_its_like_stand(content: dict[str, Any], to: Any) -> None:
    item = task(content)["items"][0]
    new = {**to, "under": task(content, 1)["item_id"]} if to and "field" in to else to

    with pytest.raises(Unfit):
        apply(content, Deed.MOVE, known(item), seen={"at": 0, "under": task(content)["item_id"]}, new=new)


def test_an_item_is_removed_with_all_under_it_where_it_is_as_seen(content: dict[str, Any]) -> None:
    first = task(content)
    with pytest.raises(Conflict) as conflict:
        apply(content, Deed.REMOVE, known(first), seen={**first, "items": []})
    assert conflict.value.now == first

    after = apply(content, Deed.REMOVE, known(first), seen=first)

    gone = set(ids_in(content)) - set(ids_in(after))
    assert gone == {known(first), *(known(one) for one in first["items"])}


def test_only_what_is_touched_is_validated(content: dict[str, Any]) -> None:
    half = {**content, "plan": {**content["plan"], "core_tasks": [{"item_id": str(uuid4())}, task(content)]}}

    after = apply(half, Deed.SET, known(task(content)), field="name", seen=task(content)["name"], new="새")

    assert task(after, 1)["name"] == "새"


def test_all_items_are_named_with_their_kinds(content: dict[str, Any]) -> None:
    plan = content["plan"]

    named = named_in(content, InstitutionPlan)

    assert set(named) == set(ids_in(content))
    assert named[known(plan["strategies"][0])] == "strategy"
    assert named[known(task(content)["items"][0])] == "task-item"
    assert named[known(plan["vision"])] == "statement"


@pytest.mark.parametrize("given", [{"text": "이름 없음"}, None])
def test_an_item_without_an_id_or_with_anothers_is_unfit(content: dict[str, Any], given: Any) -> None:
    task(content)["items"].append(given or task(content)["items"][0])

    with pytest.raises(Unfit):
        named_in(content, InstitutionPlan)


@pytest.mark.parametrize(
    "field", ["year", "institution", "kind", "plan", "tasks", "plan/institution", "plan/kind", "plan/budget"]
)
def test_nobody_sets_whose_a_plan_is_nor_parts_that_hold_items(content: dict[str, Any], field: str) -> None:
    with pytest.raises(Unfit):
        apply(content, Deed.SET, None, field=field, new=None)


def test_what_is_added_is_told_field_by_field(content: dict[str, Any]) -> None:
    with pytest.raises(Unfit):
        apply(content, Deed.ADD, uuid4(), field="plan/core_tasks", new="과제")


def test_nothing_and_no_are_seen_alike(content: dict[str, Any]) -> None:
    new = uuid4()
    with_project = apply(
        content, Deed.ADD, new, field="projects", under=known(task(content)), new={"name": "사업"}
    )

    after = apply(with_project, Deed.SET, new, field="money_is_complete", seen=False, new=True)

    assert task(after)["projects"][0]["money_is_complete"] is True


def test_an_item_moves_only_from_where_it_was_seen(content: dict[str, Any]) -> None:
    item = task(content)["items"][0]

    with pytest.raises(Conflict):
        apply(content, Deed.MOVE, known(item), seen={"at": 0, "under": None}, new={"at": 1})


def test_parts_of_action_tasks_come_where_the_book_has_them_and_go_as_they_were_seen() -> None:
    value = InstitutionPlan(kind="sectoral", year=2025, institution="행안부").model_dump(mode="json")
    for number in ("Ⅰ-1-(2)", "Ⅱ-1-(1)", "Ⅰ-1-(10)"):
        new = {"action_task": number, "is_joint": False}
        value = changed(value, InstitutionPlan, Change(Deed.SET, None, f"tasks/{number}", new=new))

    assert [one["action_task"] for one in value["tasks"]] == ["Ⅰ-1-(2)", "Ⅰ-1-(10)", "Ⅱ-1-(1)"]

    seen = value["tasks"][1]
    stale = Change(Deed.SET, None, "tasks/Ⅰ-1-(10)", seen={**seen, "is_joint": True})
    with pytest.raises(Conflict) as conflict:
        changed(value, InstitutionPlan, stale)
    assert conflict.value.now == seen

    value = changed(value, InstitutionPlan, Change(Deed.SET, None, "tasks/Ⅰ-1-(10)", seen=seen))
    assert len(value["tasks"]) == 2
    with pytest.raises(Unfit):
        changed(value, InstitutionPlan, Change(Deed.SET, None, "tasks/Ⅰ-1-(10)", new={"action_task": "Ⅰ"}))
