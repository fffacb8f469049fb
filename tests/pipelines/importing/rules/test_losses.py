"""What a new book would lose of the adopted one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import read_content
from goru.pipelines.importing.rules import are_accepted, holdings, losses
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
    changed["plans"][0]["budget"]["total"] = 1

    assert losses(book, changed) == []


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

    assert (loss.part, loss.before, loss.lost) == (Part.LINES, 262, 262)
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
    assert losses(shipped, real_book.model_dump(mode="json")) == []


@pytest.mark.book
def test_a_book_damaged_by_its_encoding_loses_every_province(real_book_file: Path, shipped: Book) -> None:
    text = real_book_file.read_text(encoding="utf-8").encode("cp949", "replace").decode("cp949")
    damaged = parse(read_content(text.encode(), "damaged.txt"))

    found = {loss.part: loss for loss in losses(shipped, damaged.model_dump(mode="json"))}

    assert (found[Part.PROVINCIAL_PLANS].lost, found[Part.FOCUS_TASKS].lost) == (17, 14)
    assert len(found[Part.PROVINCIAL_PLANS].names) == 17
