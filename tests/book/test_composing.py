"""Books taken apart into what is the nation's and what is each institution's, and put together again."""

import json
from pathlib import Path

import pytest
from tests.book.parsing.respelling import FUNDED, respelt

from goru.book.composing import Parts, compose, decompose, lead_of, merged, owing_ministries
from goru.book.items.identifying import identified, without_ids
from goru.book.model import ActionTask, PlanBook
from goru.book.model.editions import InstitutionPlan

DATA = Path(__file__).parents[2] / "data" / "2024" / "plan.json"
STORED = Path(__file__).parents[1] / "data" / "small-book-1.0.json"


@pytest.fixture(scope="module")
def shipped() -> PlanBook:
    return PlanBook.model_validate_json(DATA.read_text(encoding="utf-8"))


def of(parts: Parts, name: str) -> InstitutionPlan:
    return next(plan for plan in parts.plans if plan.institution == name)


def stored(parts: Parts) -> Parts:
    national = PlanBook.model_validate_json(parts.national.model_dump_json())
    plans = [InstitutionPlan.model_validate_json(plan.model_dump_json()) for plan in parts.plans]
    return Parts(national, tuple(plans))


def test_the_shipped_book_is_the_same_after_it_was_in_parts(shipped: PlanBook) -> None:
    assert compose(stored(decompose(shipped))) == shipped


@pytest.mark.book
def test_the_real_book_is_the_same_after_it_was_in_parts(real_book: PlanBook) -> None:
    assert compose(stored(decompose(real_book))) == real_book


def test_the_small_book_is_the_same_after_it_was_in_parts(small_book: PlanBook) -> None:
    assert compose(stored(decompose(small_book))) == small_book


def test_sources_of_money_are_the_same_after_they_were_in_parts() -> None:
    book = respelt(*FUNDED)

    parts = decompose(identified(book).book)

    assert without_ids(compose(stored(parts))) == without_ids(identified(book).book)
    [row] = [row for task in of(parts, "산업부").tasks for row in task.rows if row.by_funding]
    assert [one.funding for one in row.by_funding] == ["combined", "local", "private"]


def test_a_book_with_ids_is_the_same_after_it_was_in_parts(small_book: PlanBook) -> None:
    book = identified(small_book).book

    assert compose(stored(decompose(book))) == book


def test_data_of_version_1_0_are_the_same_after_they_were_in_parts() -> None:
    book = PlanBook.model_validate_json(STORED.read_text(encoding="utf-8"))

    parts = decompose(book)

    assert book.schema_version == parts.national.schema_version == "1.0"
    assert compose(stored(parts)) == book


@pytest.mark.parametrize(
    "left_out",
    [
        ("plans",),
        ("plans", "summaries", "focus_tasks"),
        ("action_tasks", "sectoral_core_tasks", "strategies", "strategy_totals", "summaries"),
        ("summaries",),
    ],
)
def test_a_part_of_a_book_is_the_same_after_it_was_in_parts(
    small_book: PlanBook, left_out: tuple[str, ...]
) -> None:
    part = small_book.model_copy(update={name: [] for name in left_out})

    assert compose(stored(decompose(part))) == part


def test_one_plan_of_a_book_is_the_same_after_it_was_in_parts(small_book: PlanBook) -> None:
    lists = ("action_tasks", "sectoral_core_tasks", "strategies", "strategy_totals", "focus_tasks")
    part = small_book.model_copy(update={**{name: [] for name in lists}, "plans": small_book.plans[1:2]})

    parts = decompose(part)

    assert [plan.institution for plan in parts.plans] == ["제주"]
    assert compose(stored(parts)) == part


def test_each_institution_has_its_own_plan_and_the_sheets_that_sum_it_up(small_book: PlanBook) -> None:
    parts = decompose(small_book)

    assert [(plan.kind, plan.institution) for plan in parts.plans] == [
        ("provincial", "세종"),
        ("provincial", "제주"),
        ("megaregional", "대구경북권"),
        ("sectoral", "행안부"),
        ("sectoral", "산업부"),
        ("sectoral", "중기부"),
    ]
    assert of(parts, "세종").plan == small_book.plans[0]
    assert [sheet.summary for sheet in of(parts, "세종").sheets] == [
        summary.title for summary in small_book.summaries if summary.kind == "sheets"
    ][:1]
    assert parts.national.plans == []
    assert not any(one.institution == "세종" for one in sheets_of(parts.national))


def sheets_of(book: PlanBook):
    return [sheet for one in book.summaries if one.kind == "sheets" for sheet in one.sheets]


def test_the_ministry_that_leads_a_task_says_its_goals_and_reforms_and_the_others_their_money(
    small_book: PlanBook,
) -> None:
    task = small_book.action_tasks[2]

    parts = decompose(small_book)

    leading, other = of(parts, "산업부").tasks[0], of(parts, "중기부").tasks[0]
    assert (lead_of(task), leading.action_task, other.action_task) == ("산업부", task.id, task.id)
    assert (leading.goals, leading.reforms, leading.indicators) == (task.goals, task.reforms, task.indicators)
    assert [row.amount for row in leading.rows] == [900]
    assert [(row.amount, row.position) for row in other.rows] == [(350, 1)]
    assert (other.goals, other.reforms, other.indicators) == ([], [], [])
    assert leading.is_joint
    assert other.is_joint
    assert not of(parts, "행안부").tasks[-1].is_joint


def test_what_is_no_ministrys_stays_in_the_national_part(small_book: PlanBook) -> None:
    whole = small_book.action_tasks[2]
    nobodys = whole.budget_rows[0].model_copy(update={"ministry": None})
    orphan = whole.model_copy(
        update={"budget_rows": [nobodys, whole.budget_rows[1]], "ministries": [], "heading_ministries": []}
    )
    book = small_book.model_copy(update={"action_tasks": [orphan]})

    parts = decompose(book)

    assert lead_of(orphan) is None
    assert parts.national.action_tasks[0].budget_rows == [nobodys]
    assert parts.national.action_tasks[0].goals == orphan.goals
    assert compose(stored(parts)) == book


def test_two_ministries_whose_money_is_printed_by_turns_keep_their_order(shipped: PlanBook) -> None:
    task = next(one for one in shipped.action_tasks if one.id == "Ⅱ-2-(3)")
    parts = decompose(shipped)
    printed = ["교육부", "교육부", "중기부", "교육부"]

    def positions(name: str) -> list[int | None]:
        found = (one for one in of(parts, name).tasks if one.action_task == task.id)
        return [row.position for one in found for row in one.rows]

    assert [row.ministry for row in task.budget_rows] == printed
    assert (positions("교육부"), positions("중기부")) == ([0, 1, 3], [2])
    assert [one.budget_rows for one in compose(parts).action_tasks if one.id == task.id] == [task.budget_rows]


def test_money_of_ministries_that_owe_no_plan_is_theirs(shipped: PlanBook) -> None:
    owing = owing_ministries(shipped)

    others = [
        one for one in decompose(shipped).plans if one.kind == "sectoral" and one.institution not in owing
    ]

    rows = [row for one in others for task in one.tasks for row in task.rows]
    assert len(owing) == 14
    assert {one.institution for one in others} == {
        *("새만금청", "농진청", "문화재청", "행복청", "방사청", "식약처", "여가부")
    }
    assert (len(rows), sum(len(row.project_names) for row in rows)) == (17, 20)


@pytest.mark.parametrize(
    ("placed", "rest", "expected"),
    [
        ([], "ab", "ab"),
        ([(0, "x")], "ab", "xab"),
        ([(1, "x"), (2, "y")], "ab", "axyb"),
        ([(2, "y"), (1, "x")], "ab", "axyb"),
        ([(9, "x")], "ab", "abx"),
        ([(None, "x"), (0, "y")], "ab", "yabx"),
        ([(1, "x"), (1, "y")], "ab", "axyb"),
    ],
)
def test_parts_stand_at_their_positions_and_others_between_them(
    placed: list[tuple[int | None, str]], rest: str, expected: str
) -> None:
    assert "".join(merged(placed, rest)) == expected


def test_what_was_written_and_has_no_position_comes_last(small_book: PlanBook) -> None:
    parts = decompose(small_book)
    new = of(parts, "세종").model_copy(update={"position": None})
    rest = tuple(new if plan.institution == "세종" else plan for plan in parts.plans)

    book = compose(Parts(parts.national, rest))

    assert [plan.institution for plan in book.plans] == ["제주", "대구경북권", "세종"]


def test_the_names_of_an_amounts_projects_follow_the_projects_it_covers(small_book: PlanBook) -> None:
    parts = decompose(identified(small_book).book)
    plan = json.loads(of(parts, "산업부").model_dump_json())
    plan["tasks"][0]["rows"][0]["covers"][0]["name"] = "고친 이름"
    rest = tuple(
        InstitutionPlan.model_validate(plan) if one.institution == "산업부" else one for one in parts.plans
    )

    task: ActionTask = compose(Parts(parts.national, rest)).action_tasks[2]

    assert task.budget_rows[0].project_names[0] == "고친 이름"
