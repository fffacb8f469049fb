"""The national frame of the year: strategy, core task, action task, its ministries, the projects the book names."""

from __future__ import annotations

from goru.domain.plans.models import ActionTask, ActionTaskMinistry, CoreTask, Project, Strategy
from goru.pipelines.issuing.datasets import shared
from goru.pipelines.issuing.datasets.definition import Column, DataSet

_PROJECTS = Column(
    *("projects_printed", "projects_printed", "사업 수(인쇄)", "Projects as printed"),
    "계획서에 인쇄된 사업 수. 이름이 적힌 사업을 센 것이 아니다.",
    "The count of projects as printed; no count of the projects that are named.",
    unit="개",
)
_HEADING = Column(
    *("heading", "heading", "본문의 이름", "Heading in the body"),
    "본문에서 다르게 쓴 이름.",
    "The body's wording of the name.",
)

STRATEGIES = DataSet(
    name="strategies",
    title_ko="전략",
    title_en="National strategies",
    meaning_ko="그해의 전략.",
    meaning_en="The national strategies of the year.",
    model=Strategy,
    cycle="cycle",
    key=("code",),
    order=("position",),
    columns=(
        shared.year("cycle__year"),
        Column("code", "code", "번호", "Code", "로마 숫자, 예: Ⅱ.", "A Roman number, e.g. Ⅱ."),
        Column("name", "name", "전략", "Strategy", "전략의 이름.", "The strategy's name."),
        shared.position("순서.", "Its place."),
        Column(
            *("action_tasks_printed", "action_tasks_printed", "실천과제 수(인쇄)", "Action tasks as printed"),
            "총괄표에 인쇄된 실천과제 수.",
            "The count of action tasks as the summary table prints it.",
            unit="개",
        ),
        _PROJECTS,
    ),
)

CORE_TASKS = DataSet(
    name="core-tasks",
    title_ko="핵심과제",
    title_en="Core tasks",
    meaning_ko="부문별 계획의 핵심과제.",
    meaning_en="The core tasks of the national frame.",
    model=CoreTask,
    cycle="strategy__cycle",
    key=("code",),
    order=("strategy__position", "position"),
    columns=(
        shared.year("strategy__cycle__year"),
        Column("code", "code", "번호", "Code", "예: Ⅱ-2.", "E.g. Ⅱ-2."),
        Column(
            *(
                "strategy",
                "strategy__code",
                "전략",
                "Strategy",
                "속한 전략의 번호.",
                "The code of its strategy.",
            ),
            refers_to=("strategies", "code"),
        ),
        Column("name", "name", "핵심과제", "Core task", "핵심과제의 이름.", "The core task's name."),
        _HEADING,
        *shared.PLACE,
    ),
)

ACTION_TASKS = DataSet(
    name="action-tasks",
    title_ko="실천과제",
    title_en="Action tasks",
    meaning_ko="부문별 계획의 실천과제. 재정 없이 제도만 고치는 과제도 같은 과제다.",
    meaning_en="The action tasks of the national frame. A task without money, which mends rules, is as good as the others.",
    model=ActionTask,
    cycle="core_task__strategy__cycle",
    key=("code",),
    order=("position",),
    columns=(
        shared.year("core_task__strategy__cycle__year"),
        Column("code", "code", "번호", "Code", "예: Ⅱ-2-(1).", "E.g. Ⅱ-2-(1)."),
        Column(
            *("core_task", "core_task__code", "핵심과제", "Core task"),
            "속한 핵심과제의 번호.",
            "The code of its core task.",
            refers_to=("core-tasks", "code"),
        ),
        Column("name", "name", "실천과제", "Action task", "총괄표의 이름.", "The name in the summary table."),
        _HEADING,
        _PROJECTS,
        *shared.PLACE,
    ),
)

ACTION_TASK_MINISTRIES = DataSet(
    name="action-task-ministries",
    title_ko="실천과제의 소관 부처",
    title_en="Ministries of action tasks",
    meaning_ko="실천과제마다 소관 부처. 처음 인쇄된 부처가 주관한다.",
    meaning_en="The ministries of each action task; the first one printed leads.",
    model=ActionTaskMinistry,
    cycle="action_task__core_task__strategy__cycle",
    key=("action_task", "ministry"),
    order=("action_task__position", "position"),
    columns=(
        shared.year("action_task__core_task__strategy__cycle__year"),
        shared.action_task("action_task"),
        shared.institution("ministry", name="ministry", title=("부처", "Ministry")),
        shared.institution_name("ministry", name="ministry_name"),
        shared.position("인쇄된 순서.", "Its place in print."),
        Column("is_lead", "is_lead", "주관", "Leads", "주관 부처인가.", "Whether it leads the task."),
    ),
)

PROJECTS = DataSet(
    name="projects",
    title_ko="사업",
    title_en="Projects",
    meaning_ko="계획서가 이름을 적은 사업.",
    meaning_en="The projects that the book names.",
    model=Project,
    cycle="action_task__core_task__strategy__cycle",
    key=("action_task", "position"),
    order=("action_task__position", "position"),
    columns=(
        shared.year("action_task__core_task__strategy__cycle__year"),
        shared.action_task("action_task"),
        shared.position("실천과제 안의 순서.", "Its place in the action task."),
        Column("name", "name", "사업", "Project", "사업의 이름.", "The project's name."),
        shared.institution("plan__institution", title=("계획의 부처", "Ministry of the plan")),
        *shared.PLACE,
    ),
)
