"""The Committee's focus tasks and their dated steps."""

from __future__ import annotations

from goru.book.writing.package import in_few_words
from goru.domain.plans.models import FocusTask, Milestone
from goru.pipelines.issuing.datasets import shared
from goru.pipelines.issuing.datasets.definition import Column, DataSet

_GROUP = ("중점 이행과제의 구분.", "Its group.")

FOCUS_TASKS = DataSet(
    name="focus-tasks",
    title_ko="중점 이행과제",
    title_en="Focus tasks",
    meaning_ko="지방시대위원회의 중점 이행과제.",
    meaning_en="The focus tasks of the Committee.",
    model=FocusTask,
    cycle="cycle",
    key=("group", "number"),
    order=("-group", "number"),
    columns=(
        shared.year("cycle__year"),
        Column("group", "group", "구분", "Group", *_GROUP),
        Column("number", "number", "번호", "Number", "구분 안의 번호.", "Its number in the group."),
        Column("title", "title", "과제", "Task", "과제의 이름.", "The task's title."),
        *shared.PLACE,
    ),
)

MILESTONES = DataSet(
    name="milestones",
    title_ko="중점 이행과제의 일정",
    title_en="Milestones",
    meaning_ko="중점 이행과제의 날짜가 적힌 일. 날짜는 인쇄된 만큼만 정밀하다.",
    meaning_en="The dated steps of focus tasks. A date is only as fine as it is printed.",
    model=Milestone,
    cycle="subtask__focus_task__cycle",
    key=("group", "number", "subtask_position", "position"),
    order=("-subtask__focus_task__group", "subtask__focus_task__number", "subtask__position", "position"),
    columns=(
        shared.year("subtask__focus_task__cycle__year"),
        Column("group", "subtask__focus_task__group", "구분", "Group", *_GROUP),
        Column(
            "number", "subtask__focus_task__number", "번호", "Number", "과제의 번호.", "The task's number."
        ),
        Column(
            *("subtask_position", "subtask__position", "세부 추진과제 순서", "Subtask's position"),
            "세부 추진과제의 순서.",
            "The place of the subtask.",
        ),
        Column(
            "subtask", "subtask__title", "세부 추진과제", "Subtask", "세부 추진과제.", "The subtask's title."
        ),
        shared.position("세부 추진과제 안의 순서.", "Its place in the subtask."),
        Column(
            *("text", "text", "일", "Step", "무슨 일인가, 몇 낱말로.", "What happens, in a few words."),
            shortened_by=in_few_words,
        ),
        Column(
            "start_date",
            "start_date",
            "시작",
            "Start",
            "첫날. 비면 열려 있음.",
            "The first day; empty: open.",
        ),
        Column(
            "end_date", "end_date", "끝", "End", "마지막 날. 비면 열려 있음.", "The last day; empty: open."
        ),
        Column(
            "precision",
            "precision",
            "날짜 정밀도",
            "Precision",
            "인쇄된 날짜의 단위.",
            "How fine the date is printed.",
        ),
        Column(
            "is_done",
            "is_done",
            "계획서에서 완료",
            "Done by the book",
            "계획서가 끝났다고 적었거나 계획서를 의결한 날까지 끝난 일인가. 그 뒤의 결과는 계획서에 없다.",
            "Whether the book says that it is done, or it was over when the book was decided; what came later is not in it.",
        ),
        *shared.PLACE,
    ),
)
