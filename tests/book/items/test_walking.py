from collections import Counter

import pytest

from goru.book.composing import decompose
from goru.book.items.identifying import identified
from goru.book.items.walking import ItemKind, across_years, items_of, mapped, name_of, plain
from goru.book.model import BudgetRow, FocusTask, Item, MoneyLine, PlanBook, Project, StrategyAmount, Text


def test_a_book_has_items_of_all_kinds_that_it_prints(small_book: PlanBook) -> None:
    kinds = Counter(held.kind for held in items_of(identified(small_book).book))

    assert kinds == {
        ItemKind.STRATEGY: 2 + 6,  # the nation's, and the ◈ lines of three plans
        ItemKind.CORE_TASK: 2 + 7,
        ItemKind.ACTION_TASK: 3,
        ItemKind.TASK_ITEM: 11,
        ItemKind.FOCUS_TASK: 2,
        ItemKind.SUBTASK: 3,
        ItemKind.MILESTONE: 6,
        ItemKind.PROJECT: 3,
        ItemKind.MONEY_LINE: 9,
        ItemKind.INDICATOR: 15,
        ItemKind.MEASURE: 2 + 11,
        ItemKind.STATEMENT: 3 + 6 + 4 + 4,  # visions, performance management, aims, goals
        ItemKind.REFORM: 3,
    }


def test_what_summaries_repeat_is_no_item_of_its_own(small_book: PlanBook) -> None:
    without = small_book.model_copy(update={"summaries": []})

    assert items_of(without) == items_of(small_book)


def test_an_item_comes_after_what_it_stands_under(small_book: PlanBook) -> None:
    items = items_of(identified(small_book).book)

    assert all(held.under is None or held.under < at for at, held in enumerate(items))
    project = next(held for held in items if held.kind == ItemKind.PROJECT)
    row = items[project.under or 0]
    assert isinstance(row.item, BudgetRow)
    assert project.item in row.item.covers


def test_items_of_one_name_under_one_item_are_told_apart_by_their_order(small_book: PlanBook) -> None:
    plan = small_book.plans[0]
    twice = plan.model_copy(update={"strategies": [plan.strategies[0]] * 2})
    items = items_of(small_book.model_copy(update={"plans": [twice, small_book.plans[1]]}))

    keys = [held.key for held in items if held.kind == ItemKind.STRATEGY and "세종" in held.key]

    assert [key[-1] for key in keys] == ["1", "2"]
    assert keys[0][:-1] == keys[1][:-1]


def test_plans_of_two_institutions_are_told_apart(small_book: PlanBook) -> None:
    keys = [(held.under, held.key) for held in items_of(identified(small_book).book)]

    assert len(set(keys)) == len(keys)


def test_items_of_a_ministrys_plan_are_told_apart_by_task(small_book: PlanBook) -> None:
    plan = next(one for one in decompose(small_book).plans if one.institution == "행안부")

    keys = [held.key for held in items_of(plan)]

    assert {key[1] for key in keys} == {"Ⅰ-1-(1)", "Ⅰ-1-(2)"}
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (Text(text="마을"), "마을"),
        (Project(name="정원"), "정원"),
        (
            MoneyLine(amount=None, unit="억원", fiscal_year=2025, funding="national", phase="plan"),
            "2025 national plan",
        ),
        (StrategyAmount(strategy="튼튼한 자치", amount=None), "튼튼한 자치"),
        (BudgetRow(ministry=None, printed=None, amount=None, projects=None, project_names=[]), ""),
        (FocusTask(group="zones", number=2, title="시험특구", aims=[], subtasks=[]), "zones 2"),
    ],
)
def test_an_item_is_called_by_what_tells_it_apart(item: Item, name: str) -> None:
    assert name_of(item) == name


def test_from_year_to_year_numbers_are_no_names(small_book: PlanBook) -> None:
    task, focus = small_book.action_tasks[0], small_book.focus_tasks[0]

    assert (name_of(task), across_years(task)) == ("Ⅰ-1-(1)", "주민자치 규정 정비")
    assert across_years(focus) == focus.title
    assert across_years(task.model_copy(update={"name": "", "heading": None})) == task.id
    assert across_years(small_book.plans[0].indicators[0]) == "일자리수"


def test_names_are_compared_without_blanks_and_dots() -> None:
    assert plain("정원·숲 가꾸기, 1.5") == plain("정원숲 가꾸기 15")


def test_a_value_is_mapped_item_by_item_and_the_rest_stays(small_book: PlanBook) -> None:
    def louder(item: Item) -> dict[str, object]:
        return {"name": f"{item.name}!"} if isinstance(item, Project) else {}

    after = mapped(identified(small_book).book, louder)

    projects = [one.name for task in after.action_tasks for row in task.budget_rows for one in row.covers]
    assert projects
    assert all(name.endswith("!") for name in projects)
    assert after.plans == identified(small_book, before=after).book.plans
    assert after.summaries == small_book.summaries
    assert mapped(small_book, lambda _: {}) == small_book
