import pytest


def test_a_complete_book_lacks_nothing(small_book, found):
    for code in ("missing-plan", "missing-part", "no-items"):
        assert found(code, small_book) == []


def test_an_announced_institution_without_plan_is_found(changed, found, small_book):
    book = changed({"plans": [plan.model_dump() for plan in small_book.plans[1:]]})

    assert [one.subject for one in found("missing-plan", book)] == ["plans/세종"]


@pytest.mark.parametrize(
    ("scope", "missing"),
    [
        (["provincial_plans", "summaries"], ["plans/제주", "plans/세종"]),
        (["summaries"], []),
        (["megaregional_plans"], ["plans/대구경북권"]),
    ],
)
def test_a_document_without_a_chapter_lacks_none_of_its_plans(changed, found, scope, missing):
    book = changed({"plans": [], "scope": scope})

    assert [one.subject for one in found("missing-plan", book)] == missing


@pytest.mark.parametrize("part", ["vision", "budget"])
def test_a_plan_without_a_part_is_found(changed, found, part):
    book = changed({f"plans.0.{part}": None})

    assert [one.subject for one in found("missing-part", book)] == [f"plans/세종/{part}"]


def test_an_action_task_without_body_is_found(changed, found):
    book = changed({"action_tasks.0.heading": None})

    assert [one.subject for one in found("missing-part", book)] == ["action_tasks/Ⅰ-1-(1)"]


def test_a_core_task_without_items_is_found(changed, found):
    book = changed({"plans.0.core_tasks.0.items": []})

    assert [one.found for one in found("no-items", book)] == ["마을 자치기반 마련"]
