"""The plans of institutions: what each prints of its own."""

from __future__ import annotations

from django.db.models import Q

from goru.domain.plans.models import PlanCoreTask, PublishedPlan, TaskItem
from goru.pipelines.issuing.datasets import shared
from goru.pipelines.issuing.datasets.definition import Column, DataSet

_WORDING = Column(
    *("strategy_wording", "strategy_wording", "전략(계획서의 말)", "Strategy as worded"),
    "계획서가 쓴 전략 이름. 기관마다 다르게 쓴다.",
    "The strategy as the plan words it; institutions word it differently.",
)

PLANS = DataSet(
    name="plans",
    title_ko="시행계획",
    title_en="Plans",
    meaning_ko="기관마다 하나인 그해의 시행계획. 부처의 계획은 과제별로 합쳐 인쇄되어 제자리가 없다.",
    meaning_en="The plan of each institution for the year. Ministries' plans are printed merged by task.",
    model=PublishedPlan,
    cycle="cycle",
    key=("institution",),
    order=("position",),
    columns=(
        shared.year("cycle__year"),
        shared.institution("institution"),
        shared.institution_name("institution"),
        Column("kind", "kind", "구분", "Kind", "계획 구분.", "Which of the three kinds of plan it is."),
        Column(
            *("full_name", "full_name", "정식 명칭", "Name at the time"),
            "그해 계획서에 인쇄된 기관의 정식 명칭.",
            "The institution's official name at the time, as the book prints it.",
        ),
        *shared.PLACE,
    ),
    only=Q(duty__isnull=False),
)

PLAN_CORE_TASKS = DataSet(
    name="plan-core-tasks",
    title_ko="기관별 핵심과제",
    title_en="Institutions' core tasks",
    meaning_ko="시·도와 초광역권이 제 계획에 적은 핵심과제.",
    meaning_en="The core tasks of provinces' and megaregions' own plans.",
    model=PlanCoreTask,
    cycle="plan__cycle",
    key=("institution", "position"),
    order=("plan__position", "position"),
    columns=(
        shared.year("plan__cycle__year"),
        shared.institution("plan__institution"),
        shared.institution_name("plan__institution"),
        shared.position("계획 안의 순서.", "Its place in the plan."),
        _WORDING,
        Column("name", "name", "핵심과제", "Core task", "핵심과제의 이름.", "The core task's name."),
        Column(
            *("national_core_task", "national__code", "국가 핵심과제", "National core task"),
            "이름을 딴 국가 핵심과제의 번호(core-tasks의 code). 제 말로 쓴 과제에는 없다.",
            "The national core task it is named after (core-tasks, code); none where it is in the plan's own words.",
        ),
        *shared.PLACE,
    ),
)

PLAN_ITEMS = DataSet(
    name="plan-items",
    title_ko="기관별 세부과제",
    title_en="Institutions' items",
    meaning_ko="핵심과제 아래의 세부과제(§ 줄).",
    meaning_en="The items (§ lines) under institutions' core tasks.",
    model=TaskItem,
    cycle="core_task__plan__cycle",
    key=("institution", "core_task_position", "position"),
    order=("core_task__plan__position", "core_task__position", "position"),
    columns=(
        shared.year("core_task__plan__cycle__year"),
        shared.institution("core_task__plan__institution"),
        shared.institution_name("core_task__plan__institution"),
        Column(
            *("core_task_position", "core_task__position", "핵심과제 순서", "Core task's position"),
            "속한 핵심과제의 계획 안 순서(plan-core-tasks의 position).",
            "The place of its core task in the plan (plan-core-tasks, position).",
        ),
        Column(
            *("core_task", "core_task__name", "핵심과제", "Core task"),
            "속한 핵심과제의 이름.",
            "The name of its core task.",
        ),
        shared.position("핵심과제 안의 순서.", "Its place in the core task."),
        Column("text", "text", "세부과제", "Item", "세부과제.", "The item."),
        *shared.PLACE,
    ),
)
