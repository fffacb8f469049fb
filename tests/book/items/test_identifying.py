from uuid import UUID, uuid4

import pytest

from goru.book.items.identifying import identified, places, without_ids
from goru.book.items.walking import ItemKind, items_of
from goru.book.model import ActionTask, BudgetRow, Plan, PlanBook, PlanCoreTask, TaskItem, Text


@pytest.fixture(scope="module")
def before(small_book: PlanBook) -> PlanBook:
    return identified(small_book).book


def ids(book: PlanBook) -> dict[str, UUID | None]:
    items = items_of(book)
    return dict(zip(places(items), (held.item.item_id for held in items), strict=True))


def with_plan(book: PlanBook, plan: Plan) -> PlanBook:
    rest = [plan if one.institution == plan.institution else one for one in book.plans]
    return book.model_copy(update={"plans": rest})


def with_items(book: PlanBook, *texts: str) -> PlanBook:
    """The book with other task items under the first core task of the first plan."""
    plan = book.plans[0]
    task = plan.core_tasks[0].model_copy(update={"items": [Text(text=text) for text in texts]})
    return with_plan(book, plan.model_copy(update={"core_tasks": [task, *plan.core_tasks[1:]]}))


def items(book: PlanBook) -> dict[str, UUID | None]:
    return {one.text: one.item_id for one in book.plans[0].core_tasks[0].items}


def test_every_item_has_an_id_and_the_names_of_projects_are_items(small_book: PlanBook) -> None:
    book = identified(small_book).book

    found = ids(book)
    assert None not in found.values()
    assert len(set(found.values())) == len(found)
    for task in book.action_tasks:
        for row in task.budget_rows:
            assert [project.name for project in row.covers] == row.project_names


def test_the_same_book_read_again_keeps_all_ids(small_book: PlanBook, before: PlanBook) -> None:
    again = identified(small_book, before=before)

    assert again.book == before
    assert again.similar == ()


def test_an_item_is_known_by_its_own_id_first(before: PlanBook) -> None:
    own = uuid4()
    plan = before.plans[0]
    task = plan.core_tasks[0].model_copy(update={"item_id": own})
    changed = with_plan(before, plan.model_copy(update={"core_tasks": [task, *plan.core_tasks[1:]]}))

    assert identified(changed, before=before).book.plans[0].core_tasks[0].item_id == own


def test_spacing_and_dots_make_no_new_item(small_book: PlanBook, before: PlanBook) -> None:
    changed = with_items(small_book, "마을 회의·운영지원", "주민제안 예산 확대 및 마을별 결과 공개")

    was, now = items(before), items(identified(changed, before=before).book)

    assert now["마을 회의·운영지원"] == was["마을회의 운영 지원"]


def test_a_reworded_item_is_new_and_shown_as_perhaps_the_same(small_book: PlanBook, before: PlanBook) -> None:
    changed = with_items(small_book, "마을회의 운영과 지원 확대", "주민제안 예산 확대 및 마을별 결과 공개")

    found = identified(changed, before=before)

    was, now = ids(before), ids(found.book)
    gone = items(before)["마을회의 운영 지원"]
    [similar] = found.similar
    assert (similar.kind, similar.old_id) == (ItemKind.TASK_ITEM, gone)
    assert (similar.name, similar.old_name) == ("마을회의 운영과 지원 확대", "마을회의 운영 지원")
    assert set(was.values()) - set(now.values()) == {gone}
    assert {place for place in now if place not in was} == {similar.place}


def test_what_a_person_took_for_the_same_keeps_its_id(small_book: PlanBook, before: PlanBook) -> None:
    changed = with_items(small_book, "마을회의 운영과 지원 확대", "주민제안 예산 확대 및 마을별 결과 공개")
    [similar] = identified(changed, before=before).similar

    found = identified(changed, before=before, same={similar.place: similar.old_id})

    assert set(ids(found.book).values()) == set(ids(before).values())
    assert found.similar == ()


def test_an_id_that_is_taken_is_not_given_to_another(small_book: PlanBook, before: PlanBook) -> None:
    changed = with_items(small_book, "마을회의 운영 지원", "새로 적은 것")
    known = items(before)["마을회의 운영 지원"]
    place = next(place for place in ids(identified(changed).book) if "새로적은것" in place)

    found = identified(changed, before=before, same={place: known} if known else {})

    now = items(found.book)
    assert now["마을회의 운영 지원"] == known
    assert now["새로 적은 것"] not in ids(before).values()


def test_what_is_quite_another_is_not_asked_about(small_book: PlanBook, before: PlanBook) -> None:
    changed = with_items(small_book, "마을회의 운영 지원", "등대 음악회")

    assert identified(changed, before=before).similar == ()


def test_one_that_went_elsewhere_under_its_name_is_asked_about(
    small_book: PlanBook, before: PlanBook
) -> None:
    plan = small_book.plans[0]
    first, second, *rest = plan.core_tasks
    moved = second.model_copy(update={"items": [*second.items, first.items[0]]})
    left = first.model_copy(update={"items": first.items[1:]})
    changed = with_plan(small_book, plan.model_copy(update={"core_tasks": [left, moved, *rest]}))

    [similar] = identified(changed, before=before).similar

    assert similar.old_id == before.plans[0].core_tasks[0].items[0].item_id


def test_from_year_to_year_a_task_is_known_by_its_name_whatever_its_number(
    small_book: PlanBook, before: PlanBook
) -> None:
    first, second, third = small_book.action_tasks
    swapped = [numbered(second, first.id), numbered(first, second.id), third]
    later = small_book.model_copy(update={"year": 2026, "action_tasks": swapped})

    found = identified(later, last_year=before).book

    was = {task.name: task.item_id for task in before.action_tasks}
    assert {task.name: task.item_id for task in found.action_tasks} == was


def numbered(task: ActionTask, code: str) -> ActionTask:
    return task.model_copy(update={"id": code})


def test_an_institution_that_follows_another_keeps_its_items(small_book: PlanBook, before: PlanBook) -> None:
    plan = small_book.plans[0]
    renamed = plan.model_copy(update={"institution": "새세종"})
    later = small_book.model_copy(update={"year": 2026, "plans": [renamed, *small_book.plans[1:]]})

    known = identified(later, last_year=before, renamed={"세종": "새세종"}).book
    unknown = identified(later, last_year=before).book

    assert known.plans[0].core_tasks[0].item_id == before.plans[0].core_tasks[0].item_id
    assert unknown.plans[0].core_tasks[0].item_id not in ids(before).values()


def test_this_years_edition_speaks_before_last_years(small_book: PlanBook, before: PlanBook) -> None:
    now = identified(small_book).book

    assert identified(small_book, before=now, last_year=before).book == now


def test_strategies_that_only_core_tasks_name_are_items_too(small_book: PlanBook) -> None:
    book = identified(small_book.model_copy(update={"strategies": []})).book

    assert [(one.id, one.name) for one in book.strategies] == [("Ⅰ", ""), ("Ⅱ", "")]
    assert identified(book).book == book


def test_rows_of_one_ministry_are_told_apart_by_their_order(small_book: PlanBook) -> None:
    task = small_book.action_tasks[2]
    row = BudgetRow(ministry="산업부", printed="산업부", amount=None, projects=None, project_names=[])
    twice = task.model_copy(update={"budget_rows": [row, row]})
    book = small_book.model_copy(update={"action_tasks": [twice]})
    before = identified(book).book

    assert identified(book, before=before).book == before


def test_a_value_without_ids_names_no_measures_either(small_book: PlanBook, before: PlanBook) -> None:
    bare = without_ids(before)

    assert not [held for held in items_of(bare) if held.item.item_id]
    assert not [one for plan in bare.plans for one in plan.indicators if one.measure]
    assert identified(bare, before=before) == identified(small_book, before=before)


def test_places_say_where_an_item_stands_and_under_what(before: PlanBook) -> None:
    found = places(items_of(before))

    assert len(set(found)) == len(found)
    assert "/plans/provincial/세종/core_tasks/마을자치기반마련/1/items/마을회의운영지원/1" in found


def test_a_core_task_of_a_plan_that_is_new_brings_new_items(small_book: PlanBook, before: PlanBook) -> None:
    plan = small_book.plans[0]
    task = PlanCoreTask(strategy="전략", name="등대 음악", items=[TaskItem(text="마을회의 운영 지원")])
    changed = with_plan(small_book, plan.model_copy(update={"core_tasks": [*plan.core_tasks, task]}))

    found = identified(changed, before=before).book

    assert found.plans[0].core_tasks[-1].item_id not in ids(before).values()
    assert set(ids(before).values()) < set(ids(found).values())
