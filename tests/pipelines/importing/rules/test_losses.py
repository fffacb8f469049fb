"""What a new book would lose of the adopted one."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from goru.book.items.identifying import identified
from goru.book.model import PlanBook
from goru.pipelines.importing.rules import Fall, are_accepted, holdings, losses
from goru.pipelines.importing.rules.facts import is_there
from goru.pipelines.importing.vocabulary import Part

Book = dict[str, Any]
SHIPPED = Path(__file__).parents[4] / "data" / "2024" / "plan.json"


@pytest.fixture
def book(small_book: PlanBook) -> Book:
    return small_book.model_dump(mode="json")


@pytest.fixture
def shipped() -> Book:
    text = SHIPPED.read_text(encoding="utf-8")
    return PlanBook.model_validate(json.loads(text)).model_dump(mode="json")


def _without_provinces(book: Book) -> None:
    book["plans"] = [plan for plan in book["plans"] if plan["kind"] != "provincial"]


def _without_a_total(book: Book) -> None:
    book["plans"][0]["budget"]["total"] = None


def _without_private_money(book: Book) -> None:
    book["headline"]["budget"][0]["private"] = None


def _without_an_indicator(book: Book) -> None:
    del book["plans"][0]["indicators"][0]


def _with_another_indicator(book: Book) -> None:
    book["plans"][0]["indicators"][0]["name"] = "다른 지표"


def _without_a_target(book: Book) -> None:
    book["plans"][0]["indicators"][0]["target"] = ""


def _without_focus_tasks(book: Book) -> None:
    book["focus_tasks"] = []


def _without_a_core_task(book: Book) -> None:
    del book["plans"][0]["core_tasks"][0]


def _without_an_action_task(book: Book) -> None:
    del book["action_tasks"][0]


def _without_an_amount_of_a_task(book: Book) -> None:
    task = next(one for one in book["action_tasks"] if one["national_budget"] is not None)
    task["national_budget"] = None


def test_the_same_book_loses_nothing(book: Book, small_book: PlanBook) -> None:
    assert losses(book, small_book.model_dump(mode="json")) == []


def test_what_is_only_reworded_or_new_is_no_loss(book: Book, small_book: PlanBook) -> None:
    changed = small_book.model_dump(mode="json")
    changed["plans"][0]["core_tasks"][0]["items"][0]["text"] = "다른 말"
    changed["plans"][0]["core_tasks"][0]["items"].append({"text": "새로", "source": {}})
    changed["plans"][0]["budget"]["total"] += 1

    assert losses(book, changed) == []


def test_a_corrected_figure_is_no_loss_while_all_of_its_kind_add_up_to_no_less(
    book: Book, small_book: PlanBook
) -> None:
    changed = small_book.model_dump(mode="json")
    first, second = (plan["budget"] for plan in changed["plans"][:2])
    first["total"], second["total"] = first["total"] - 5, second["total"] + 5

    assert losses(book, changed) == []


def test_a_sum_that_falls_is_named_with_both_sums_and_whose_amounts_fell(
    book: Book, small_book: PlanBook
) -> None:
    changed = small_book.model_dump(mode="json")
    was = sum(plan["budget"]["total"] for plan in changed["plans"] if plan["kind"] == "provincial")
    fell = changed["plans"][0]["budget"]["total"] - 1
    changed["plans"][0]["budget"]["total"] = 1

    (loss,) = losses(book, changed)

    assert (loss.part, loss.lost, loss.names) == (Part.PLAN_MONEY, 1, (("세종/total", 1),))
    assert loss.falls == (Fall("provincial/total", was * 10**8, (was - fell) * 10**8, is_money=True),)


def test_a_sum_that_falls_a_little_is_named_without_owners(book: Book, small_book: PlanBook) -> None:
    changed = small_book.model_dump(mode="json")
    changed["plans"][0]["budget"]["total"] -= 1

    (loss,) = losses(book, changed)

    assert (loss.lost, loss.names, len(loss.falls)) == (0, (), 1)
    assert "지역 계획의 금액의 합계" in are_accepted([loss], []).reason


@pytest.mark.parametrize(("left", "names"), [(600, ()), (599, (("세종/total", 1),))])
def test_an_amount_is_lost_that_falls_to_less_than_half(
    book: Book, left: int, names: tuple[tuple[str, int], ...]
) -> None:
    changed = deepcopy(book)
    book["plans"][0]["budget"]["total"], changed["plans"][0]["budget"]["total"] = 1200, left

    (loss,) = losses(book, changed)

    assert (loss.lost, loss.names) == (len(names), names)


def test_amounts_of_one_name_are_added_up(book: Book) -> None:
    row = {"ministry": "교육부", "amount": 5, "projects": 0, "project_names": [], "source": None}
    book["action_tasks"][0] |= {"unit": "억원", "budget_rows": [row, row | {"amount": 7}]}
    changed = deepcopy(book)
    changed["action_tasks"][0]["budget_rows"][0]["amount"] = 4

    (loss,) = losses(book, changed)

    assert (loss.part, loss.lost) == (Part.TASK_MONEY, 0)
    [fall] = loss.falls
    assert fall.before - fall.after == 10**8
    rows = [row for task in book["action_tasks"] for row in task["budget_rows"]]
    assert fall.before >= sum(row["amount"] or 0 for row in rows[:2]) * 10**8


def test_a_stroke_in_a_name_is_none_of_the_path(book: Book) -> None:
    book["plans"][0]["core_tasks"][0] |= {"name": "가/나", "items": []}
    changed = deepcopy(book)
    changed["plans"][0]["core_tasks"][0]["name"] = "다"

    (loss,) = losses(book, changed)

    assert loss.names == (("세종/가∕나", 1),)


_MONEY = {"total", "national", "local", "private", "amount", "national_budget"}
_SOURCE_FIELDS = {"reconciled_source", "national_source", "body_source", "page_numbers_source"}


def _put(value: Any, names: set[str], new: Any) -> None:
    """Set all fields of these names, however deep, that hold a figure, words or a place."""
    if isinstance(value, list):
        for part in value:
            _put(part, names, new)
    elif isinstance(value, dict):
        for name, held in value.items():
            if name in names and held is not None and not (isinstance(held, dict) and "total" in held):
                value[name] = new
            else:
                _put(held, names, new)


def _emptied_summaries(book: Book) -> None:
    for summary in book["summaries"]:
        summary |= {"sheets": [], "action_tasks": [], "strategy_totals": [], "headline": None}


def _without_grand_total(book: Book) -> None:
    _put(book["grand_total"], {"strategies", "core_tasks", "action_tasks", "projects", "national_budget"}, 0)


def _without_ministries(book: Book) -> None:
    _put(book["sectoral_core_tasks"], {"ministries"}, [])


@pytest.mark.parametrize(
    ("damage", "parts"),
    [
        (lambda book: _put(book, _MONEY, 0), {Part.PLAN_MONEY, Part.TASK_MONEY, Part.HEADLINE, Part.TOTALS}),
        (lambda book: _put(book, _MONEY, 1), {Part.PLAN_MONEY, Part.TASK_MONEY, Part.HEADLINE, Part.TOTALS}),
        (lambda book: _put(book, {"projects"}, 0), {Part.PROJECT_COUNTS, Part.TOTALS}),
        (lambda book: _put(book, {"percent"}, 0), {Part.HEADLINE}),
        (lambda book: _put(book, {"start", "end"}, None), {Part.DATES}),
        (lambda book: _put(book, {"decided"}, None), {Part.DATES}),
        (lambda book: _put(book, {"actual", "target", "baseline", "change"}, "-"), {Part.VALUES}),
        (lambda book: _put(book, {"unit"}, None), {Part.NAMES}),
        (lambda book: _put(book, {"unit"}, "-"), {Part.NAMES}),
        (lambda book: _put(book, {"text"}, "?"), {Part.ITEMS, Part.STATEMENTS, Part.MILESTONES}),
        (lambda book: _put(book, {"text"}, "?? ??? 2024"), {Part.ITEMS, Part.STATEMENTS, Part.MILESTONES}),
        (lambda book: _put(book["action_tasks"], {"name", "heading"}, ""), {Part.NAMES}),
        (lambda book: _put(book["strategies"], {"heading"}, "\ufffd\ufffd"), {Part.NAMES}),
        (lambda book: _put(book["focus_tasks"], {"title"}, "??"), {Part.NAMES}),
        (lambda book: _put(book["summaries"], {"text"}, "?"), {Part.SUMMARIES}),
        (lambda book: _put(book["summaries"], {"national_budget"}, 1), {Part.SUMMARIES}),
        (lambda book: _put(book, _SOURCE_FIELDS, None), {Part.PLACES}),
        (_without_ministries, {Part.MINISTRIES}),
        (_without_grand_total, {Part.TOTALS}),
        (_emptied_summaries, {Part.SUMMARIES}),
    ],
)
def test_what_is_there_without_its_value_is_lost(
    shipped: Book, damage: Callable[[Book], None], parts: set[Part]
) -> None:
    damaged = deepcopy(shipped)
    damage(damaged)

    assert parts <= {loss.part for loss in losses(shipped, damaged)}


def test_the_aims_of_focus_tasks_are_facts(book: Book) -> None:
    book["focus_tasks"][0]["aims"] = [{"text": "추진방향"}]
    without = deepcopy(book)
    without["focus_tasks"][0]["aims"] = []

    (loss,) = losses(book, without)

    assert (loss.part, loss.names) == (Part.PROSE, (("zones 1", 1),))


@pytest.mark.parametrize("printed", ["%", "‰", "㎡", "℃", "Ⅰ", "왜 그런가?", "-0.3"])
def test_a_sign_that_says_something_is_there(printed: str) -> None:
    assert is_there(printed)


@pytest.mark.parametrize("printed", ["", "-", "–", " ", "?", "??? 24", "\ufffd\ufffd", "…", None, 0, []])
def test_what_says_nothing_is_not_there(printed: object) -> None:
    assert not is_there(printed)


@pytest.mark.parametrize(
    ("damage", "part", "name"),
    [
        (_without_provinces, Part.PROVINCIAL_PLANS, "세종"),
        (_without_provinces, Part.PLAN_MONEY, "세종"),
        (_without_a_total, Part.PLAN_MONEY, "세종/total"),
        (_without_private_money, Part.HEADLINE, "2025/private"),
        (_without_an_indicator, Part.INDICATORS, None),
        (_with_another_indicator, Part.INDICATORS, None),
        (_without_a_target, Part.VALUES, None),
        (_without_focus_tasks, Part.FOCUS_TASKS, "zones 1"),
        (_without_focus_tasks, Part.MILESTONES, None),
        (_without_a_core_task, Part.PLAN_CORE_TASKS, None),
        (_without_a_core_task, Part.ITEMS, None),
        (_without_an_action_task, Part.ACTION_TASKS, "Ⅰ-1-(1)"),
        (_without_an_action_task, Part.MINISTRIES, None),
        (_without_an_amount_of_a_task, Part.TASK_MONEY, None),
    ],
)
def test_whatever_is_gone_or_empty_is_named(
    book: Book, small_book: PlanBook, damage: Callable[[Book], None], part: Part, name: str | None
) -> None:
    damaged = small_book.model_dump(mode="json")
    damage(damaged)

    found = {loss.part: loss for loss in losses(book, damaged)}

    assert 0 < found[part].lost <= found[part].before
    assert name is None or name in dict(found[part].names)


def test_every_part_of_a_book_is_counted(book: Book) -> None:
    held = holdings(book)

    assert not [part for part in Part if not held[part] and part != Part.LINES]


def test_a_book_that_comes_as_data_alone_loses_its_printed_lines(book: Book) -> None:
    (loss,) = losses(book, book, lines=(262, 0))

    assert (loss.part, loss.before, loss.lost, loss.names) == (Part.LINES, 262, 262, ())
    assert losses(book, book, lines=(262, 200)) == []


def test_each_loss_has_to_be_accepted_by_its_part(book: Book, small_book: PlanBook) -> None:
    damaged = small_book.model_dump(mode="json")
    _without_provinces(damaged)
    found = losses(book, damaged)
    every = {loss.part for loss in found}

    refused = are_accepted(found, every - {Part.PROVINCIAL_PLANS})

    assert are_accepted(found, every)
    assert "시·도 계획 2개 가운데 2개" in refused.reason
    assert "지역 계획의 금액" not in refused.reason


@pytest.mark.book
def test_the_book_itself_loses_nothing_that_the_shipped_data_have(real_book: PlanBook, shipped: Book) -> None:
    known = identified(real_book, before=PlanBook.model_validate(shipped)).book

    assert losses(shipped, known.model_dump(mode="json")) == []


def test_a_book_without_its_provinces_loses_each(shipped: Book) -> None:
    kept = [plan for plan in shipped["plans"] if plan["kind"] != "provincial"]

    found = {loss.part: loss for loss in losses(shipped, {**shipped, "plans": kept, "focus_tasks": []})}

    assert (found[Part.PROVINCIAL_PLANS].lost, found[Part.FOCUS_TASKS].lost) == (17, 14)
    assert len(found[Part.PROVINCIAL_PLANS].names) == 17
