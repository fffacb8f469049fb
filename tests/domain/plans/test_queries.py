from datetime import UTC, date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from goru.book.model import PlanBook
from goru.book.paths import Path
from goru.domain.institutions.actions import system_person
from goru.domain.plans import queries
from goru.domain.plans.models import ActionTask, CoreTask, Milestone, Publication, PublishedPlan
from goru.domain.plans.rules import milestone_state
from goru.domain.plans.vocabulary import DatePrecision, FocusGroup, MilestoneState, PlanKind, Severity
from goru.pipelines.importing.actions import adopt_book

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 4, 5, tzinfo=UTC)


def test_a_cycle_belongs_to_its_comprehensive_plan(adopted: Publication) -> None:
    cycle = queries.cycle_of(2025)

    assert str(cycle.comprehensive_plan) == "제1차 지방시대 종합계획(2023~2027)"
    assert list(queries.cycles()) == [cycle]


def test_plans_come_as_printed_and_one_for_each_ministry_of_a_core_task(adopted: Publication) -> None:
    plans = queries.plans_of(adopted.cycle)

    assert [(plan.institution.short_name, plan.kind) for plan in plans] == [
        ("세종", PlanKind.PROVINCIAL),
        ("제주", PlanKind.PROVINCIAL),
        ("대구경북권", PlanKind.MEGAREGIONAL),
        ("행안부", PlanKind.SECTORAL),
        ("산업부", PlanKind.SECTORAL),
        ("중기부", PlanKind.SECTORAL),
    ]


def test_a_plan_says_what_it_prints_and_where(adopted: Publication) -> None:
    plan = queries.plan_of(2025, "sejong")

    content = queries.plan_content(plan)

    assert (plan.full_name, content.vision and content.vision.text) == (
        "세종특별자치시",
        "모두가 걷기 좋은 정원도시 세종",
    )
    assert [strategy.text for strategy in content.strategies] == [
        "주민이 함께 정하는 마을 살림",
        "정원산업으로 넓히는 청년 일자리",
    ]
    assert [len(task.items.all()) for task in content.core_tasks] == [2, 1, 2]
    lines = (plan.first_line or 0, content.core_tasks[0].first_line or 0, plan.last_line or 0)
    assert 0 < lines[0] <= lines[1] <= lines[2]


def test_the_content_of_a_plan_takes_three_queries_however_long_it_is(
    adopted: Publication, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    plan = queries.plan_of(2025, "sejong")

    with django_assert_num_queries(3):
        content = queries.plan_content(plan)
        assert [item.text for task in content.core_tasks for item in task.items.all()]


def test_the_frame_is_fetched_whole(
    adopted: Publication, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(4):
        frame = [
            (strategy.name, core_task.code, action_task.code, [str(link) for link in links])
            for strategy in queries.frame_of(adopted.cycle)
            for core_task in strategy.core_tasks.all()
            for action_task in core_task.action_tasks.all()
            if (links := action_task.ministry_links.all())
        ]

    assert frame == [
        ("스스로 정하는 튼튼한 자치", "Ⅰ-1", "Ⅰ-1-(1)", ["행안부 (주관)", "법제처"]),
        ("스스로 정하는 튼튼한 자치", "Ⅰ-1", "Ⅰ-1-(2)", ["행안부 (주관)"]),
        ("일터가 늘어나는 새로운 성장", "Ⅱ-1", "Ⅱ-1-(1)", ["산업부 (주관)", "중기부"]),
    ]


def test_a_ministry_without_a_core_task_owes_no_plan(adopted: Publication) -> None:
    with pytest.raises(PublishedPlan.DoesNotExist):
        queries.plan_of(2025, "moleg")


def test_an_action_task_has_its_goals_reforms_and_projects(adopted: Publication) -> None:
    task = queries.action_task_of(2025, "Ⅱ-1-(1)")

    content = queries.action_task_content(task)

    assert [(project.name, project.plan and project.plan.full_name) for project in content.projects] == [
        ("공동장비 센터 구축", "산업통상자원부"),
        ("지역기업 연구인력 채용 지원", "중소벤처기업부"),
    ]
    assert task.projects_printed == 4
    assert len(queries.action_task_content(queries.action_task_of(2025, "Ⅰ-1-(1)")).reforms) == 2


def test_the_tasks_of_a_ministry_are_those_it_leads_or_shares(adopted: Publication) -> None:
    tasks = queries.action_tasks_of(queries.plan_of(2025, "mss"))

    assert [task.code for task in tasks] == ["Ⅱ-1-(1)"]


def test_what_regions_do_under_a_national_core_task_is_what_they_name_after_it(
    adopted: Publication, small_book: PlanBook
) -> None:
    first, *others = small_book.sectoral_core_tasks
    name = small_book.plans[0].core_tasks[0].name
    spaced = first.model_copy(update={"name": f"{name[:2]} {name[2:]}"})
    renamed = small_book.model_copy(update={"sectoral_core_tasks": [spaced, *others]})
    adopt_book(book=renamed, name="book.json", by=system_person(), at=AT, accepted=())

    named = queries.plan_core_tasks_like(CoreTask.objects.get(code=first.id))

    assert {one.name for one in named} == {name}
    assert queries.plan_of(2025, "sejong") in {one.plan for one in named}


def test_a_step_names_an_institution_by_its_name_alone(adopted: Publication) -> None:
    texts = ["대전환 추진", "부산·대전 등 4곳 신청", "대전시 조사", "대전특별법 시행"]
    steps = list(queries.milestones_of(adopted.cycle)[: len(texts)])
    for step, text in zip(steps, texts, strict=True):
        step.text = text
        step.save()

    named = queries.milestones_naming(adopted.cycle, ["대전"])

    assert {step.text for step in named} == set(texts[1:])


def test_a_task_that_is_not_there_is_not_there(adopted: Publication) -> None:
    with pytest.raises(ActionTask.DoesNotExist):
        queries.action_task_of(2025, "Ⅸ-9-(9)")


def test_a_milestone_keeps_its_words_and_the_days_they_mean(adopted: Publication) -> None:
    focus_task = queries.focus_task_of(2025, FocusGroup.TASKS, 1)

    milestones = list(focus_task.subtasks[0].milestones.all())

    assert [(step.start_date, step.end_date, step.precision) for step in milestones] == [
        (None, date(2025, 6, 30), DatePrecision.MONTH),
        (date(2025, 10, 1), None, DatePrecision.MONTH),
    ]
    assert milestones[0].text == "빈집 조사 완료(~'25.6월)"


@pytest.mark.parametrize("on", [date(2025, 1, 15), date(2025, 3, 1), date(2025, 6, 30), date(2026, 1, 1)])
def test_steps_are_chosen_by_the_state_that_the_rule_gives_them(adopted: Publication, on: date) -> None:
    Milestone.objects.filter(position=1).update(is_done=True)
    every = queries.milestones_of(adopted.cycle)
    expected = {
        state: {
            step.pk
            for step in every
            if milestone_state(start=step.start_date, end=step.end_date, is_done=step.is_done, on=on) == state
        }
        for state in MilestoneState
    }

    chosen = {
        state: {step.pk for step in queries.milestones_of(adopted.cycle, on=on, state=state.value)}
        for state in MilestoneState
    }

    assert chosen == expected
    assert queries.milestone_states(adopted.cycle, on=on) == {
        state: len(steps) for state, steps in expected.items()
    }


def test_focus_tasks_come_zones_first_with_their_milestones_counted(adopted: Publication) -> None:
    counted = [(task.group, vars(task)["milestone_count"]) for task in queries.focus_tasks_of(adopted.cycle)]

    assert counted == [("zones", 4), ("tasks", 2)]


def test_findings_are_narrowed_by_severity_and_subject(adopted: Publication) -> None:
    adopted.findings.all().delete()
    for position, (severity, subject) in enumerate(
        [("warning", "plans/전북/budget"), ("error", "plans/전북권/budget"), ("error", "headline")], start=1
    ):
        adopted.findings.create(
            position=position, rule="r", severity=severity, category="accuracy", subject=subject, message="m"
        )

    assert [finding.position for finding in queries.findings_on(adopted)] == [2, 3, 1]
    assert [finding.position for finding in queries.findings_on(adopted, severity="warning")] == [1]
    assert [
        finding.position for finding in queries.findings_on(adopted, within=Path.parse("plans/전북"))
    ] == [1]
    assert [finding.position for finding in queries.findings_on(adopted, rule="other")] == []
    assert queries.finding_counts(adopted) == {Severity.ERROR: 2, Severity.WARNING: 1}
