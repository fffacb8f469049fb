import pytest

from goru.book.composing import decompose
from goru.book.items.identifying import identified
from goru.book.items.walking import mapped
from goru.book.model import PlanBook
from goru.domain.plans.models import Cycle, Plan
from goru.domain.publication.rules import are_their_plans, hangs_together, stand_in_the_frame


def test_a_book_hangs_together(small_book: PlanBook) -> None:
    assert hangs_together(identified(small_book).book)


@pytest.mark.parametrize("field", ["plans", "sectoral_core_tasks", "action_tasks", "focus_tasks"])
def test_what_is_there_twice_is_refused(small_book: PlanBook, field: str) -> None:
    held = getattr(small_book, field)

    assert not hangs_together(small_book.model_copy(update={field: [*held, held[0]]}))


def test_one_item_in_two_places_is_refused(small_book: PlanBook) -> None:
    book = identified(small_book).book
    first, second = book.plans[0].core_tasks[0].items[0], book.plans[1].core_tasks[0].items[0]

    twice = mapped(book, lambda one: {"item_id": first.item_id} if one.item_id == second.item_id else {})

    assert first.text in hangs_together(twice).reason


@pytest.mark.parametrize(("field", "kept"), [("sectoral_core_tasks", 1), ("sectoral_core_tasks", 0)])
def test_what_stands_under_nothing_is_refused(small_book: PlanBook, field: str, kept: int) -> None:
    part = small_book.model_copy(update={field: getattr(small_book, field)[:kept]})

    assert not hangs_together(part)


def test_a_plan_that_speaks_of_a_task_outside_the_frame_is_refused(small_book: PlanBook) -> None:
    parts = decompose(small_book)
    without = parts.national.model_copy(update={"action_tasks": parts.national.action_tasks[:2]})

    assert stand_in_the_frame(parts.plans, parts.national)
    assert "산업부 Ⅱ-1-(1)" in stand_in_the_frame(parts.plans, without).reason


def test_what_is_twice_is_named_once_each(small_book: PlanBook) -> None:
    first, second = small_book.plans[:2]
    twice = small_book.model_copy(update={"plans": [*small_book.plans, first, second]})

    reason = hangs_together(twice).reason

    assert reason.endswith(f": {first.kind} {first.institution}, {second.kind} {second.institution}")


def test_a_frame_without_strategies_has_those_of_its_core_tasks(small_book: PlanBook) -> None:
    assert hangs_together(small_book.model_copy(update={"strategies": []}))


def test_core_tasks_without_their_strategy_and_tasks_without_their_core_task_are_all_named(
    small_book: PlanBook,
) -> None:
    core, task = small_book.sectoral_core_tasks[0], small_book.action_tasks[0]
    lost = small_book.model_copy(
        update={
            "sectoral_core_tasks": [core.model_copy(update={"id": "Ⅸ-1", "strategy": "Ⅸ"})],
            "action_tasks": [task.model_copy(update={"core_task": "Ⅸ-9"})],
        }
    )

    reason = hangs_together(lost).reason

    assert "Ⅸ-1, " in reason
    assert task.id in reason


def test_a_plan_that_says_another_year_is_named() -> None:
    national = Plan(cycle=Cycle(year=2025), institution=None, kind="")

    assert are_their_plans([(national, {"year": 2025})])
    assert "2025년 총괄" in are_their_plans([(national, {"year": 2024})]).reason
