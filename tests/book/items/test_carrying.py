from datetime import date
from decimal import Decimal

import pytest
from tests.book.parsing.respelling import FUNDED, respelt

from goru.book.composing import decompose
from goru.book.items.carrying import Emptied, carried
from goru.book.items.identifying import identified
from goru.book.items.walking import items_of
from goru.book.model import Milestone, MoneyLine, PlanBook, Project, Reform, YearValue
from goru.book.model.editions import InstitutionPlan


@pytest.fixture(scope="module")
def plans(small_book: PlanBook) -> dict[str, InstitutionPlan]:
    return {plan.institution: plan for plan in decompose(identified(small_book).book).plans}


def next_year(*plans: InstitutionPlan, institution: str = "") -> tuple[InstitutionPlan, list[Emptied]]:
    return carried(plans, year=2026, institution=institution or plans[0].institution)


def test_structure_names_and_items_stay(plans: dict[str, InstitutionPlan]) -> None:
    plan, _ = next_year(plans["세종"])

    assert (plan.year, plan.institution, plan.sheets) == (2026, "세종", [])
    before, after = items_of(plans["세종"]), items_of(plan)
    assert [(held.kind, held.key, held.item.item_id) for held in after] == [
        (held.kind, held.key, held.item.item_id) for held in before
    ]


def test_last_years_target_is_this_years_baseline(plans: dict[str, InstitutionPlan]) -> None:
    plan, _ = next_year(plans["세종"])

    assert plan.plan
    jobs = plan.plan.indicators[0]
    assert (jobs.name, jobs.actual, jobs.target, jobs.change) == ("일자리수", "200", "", "")


def test_a_target_that_was_set_for_the_year_stands(plans: dict[str, InstitutionPlan]) -> None:
    own = plans["세종"].plan
    assert own
    jobs = own.indicators[0].model_copy(update={"targets": [YearValue(year=2026, value="210")]})
    earlier = plans["세종"].model_copy(update={"plan": own.model_copy(update={"indicators": [jobs]})})

    plan, _ = next_year(earlier)

    assert plan.plan
    assert [(one.actual, one.target) for one in plan.plan.indicators] == [("200", "210")]


def test_goals_of_a_ministry_move_by_a_year(plans: dict[str, InstitutionPlan]) -> None:
    plan, _ = next_year(plans["산업부"])

    one = plan.tasks[0].indicators[0]
    assert (one.baseline_year, one.baseline, one.target_year, one.target) == (2025, "55.0", 2026, None)


def test_money_is_emptied_and_the_report_says_what_it_was(plans: dict[str, InstitutionPlan]) -> None:
    plan, report = next_year(plans["산업부"])

    row = plan.tasks[0].rows[0]
    assert (row.amount, row.projects, row.ministry) == (None, None, "산업부")
    assert [project.name for project in row.covers] == row.project_names
    emptied = {(one.name, one.field): (one.before, one.after) for one in report}
    assert emptied["산업부", "amount"] == (Decimal(900), None)
    assert emptied["장비 가동률", "baseline"] == ("50.5", "55.0")
    assert all(one.before != one.after for one in report)


def test_nothing_is_emptied_in_silence(plans: dict[str, InstitutionPlan]) -> None:
    plan, report = next_year(plans["세종"])

    said = {(one.item_id, one.field) for one in report}
    changed = {
        (old.item.item_id, name)
        for old, new in zip(items_of(plans["세종"]), items_of(plan), strict=True)
        for name in type(old.item).model_fields
        if name not in ("items", "projects") and getattr(old.item, name) != getattr(new.item, name)
    }
    assert plan.plan
    assert plan.plan.budget
    assert plan.plan.budget.total is None
    assert said == {*changed, (None, "plan/budget/total")}


def test_lines_of_this_year_or_later_stay_and_done_steps_go(plans: dict[str, InstitutionPlan]) -> None:
    def line(year: int) -> MoneyLine:
        return MoneyLine(amount=Decimal(1), unit="억원", fiscal_year=year)

    def step(text: str, *, done: bool) -> Milestone:
        day = date(2025, 3, 1)
        return Milestone(text=text, start=day, end=day, precision="day", done=done)

    steps = [step("마침", done=True), step("남음", done=False)]
    project = Project(
        name="정원", money=[line(2025), line(2026), line(2027)], money_is_complete=True, steps=steps
    )
    own = plans["세종"].plan
    assert own
    task = own.core_tasks[0].model_copy(update={"projects": [project]})
    changed = own.model_copy(update={"core_tasks": [task], "reforms": [Reform(text="조례", steps=steps)]})

    plan, report = next_year(plans["세종"].model_copy(update={"plan": changed}))

    assert plan.plan
    after = plan.plan.core_tasks[0].projects[0]
    assert [one.fiscal_year for one in after.money] == [2026, 2027]
    assert not after.money_is_complete
    [left] = after.steps
    assert (left.text, left.start, left.end, left.precision) == ("남음", None, None, "year")
    assert [one.text for one in plan.plan.reforms[0].steps] == ["남음"]
    assert {"money", "money_is_complete", "steps", "start"} <= {one.field for one in report}


def test_values_of_two_plans_are_emptied_and_never_added(plans: dict[str, InstitutionPlan]) -> None:
    plan, report = next_year(plans["세종"], plans["제주"], institution="세종제주")

    own = plan.plan
    assert own
    assert (plan.institution, plan.position, own.institution, own.full_name) == (
        "세종제주",
        None,
        "세종제주",
        "세종제주",
    )
    assert len(own.core_tasks) == 5
    assert {(one.actual, one.target) for one in own.indicators} == {("", "")}
    assert own.budget
    assert (own.budget.total, len(own.budget.by_strategy)) == (None, 4)
    assert [one.before for one in report if one.field == "plan/budget/total"] == [1200, 800]


def test_parts_of_one_task_become_one(plans: dict[str, InstitutionPlan]) -> None:
    plan, _ = next_year(plans["산업부"], plans["중기부"], institution="산업부")

    [task] = plan.tasks
    assert len(task.rows) == 2
    assert task.indicators[0].baseline is None


def test_sources_of_money_are_emptied_with_their_amounts() -> None:
    parts = decompose(identified(respelt(*FUNDED)).book).plans
    plan, emptied = next_year(next(one for one in parts if one.institution == "세종"))
    ministry, _ = next_year(next(one for one in parts if one.institution == "산업부"))

    assert plan.plan
    assert plan.plan.budget
    assert (plan.plan.budget.by_funding, plan.plan.budget.by_strategy[0].by_funding) == ([], [])
    assert [row.by_funding for task in ministry.tasks for row in task.rows] == [[]]
    assert "plan/budget/by_funding" in [one.field for one in emptied]
