import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import models, transaction

from goru.domain.plans.models import (
    ActionTask,
    ActionTaskMinistry,
    CoreTask,
    FocusTask,
    Item,
    Milestone,
    PlanCoreTask,
    Project,
    Publication,
    PublishedPlan,
    Statement,
    Strategy,
    Subtask,
    TaskItem,
)
from goru.domain.plans.vocabulary import ItemKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
Refused = Callable[[str, Any], None]
CopyOf = Callable[..., Any]
PLACED = [
    (Strategy, "strategy_position_in_its_cycle", {"code": "Ⅸ"}),
    (Strategy, "strategy_code_in_its_cycle", {"position": 900}),
    (CoreTask, "core_task_position_in_its_strategy", {"code": "Ⅸ-1"}),
    (CoreTask, "core_task_code_in_its_cycle", {"position": 900}),
    (ActionTask, "action_task_position_in_its_core_task", {"code": "Ⅸ-1-(1)"}),
    (ActionTask, "action_task_code_in_its_cycle", {"position": 900}),
    (PlanCoreTask, "plan_core_task_position_in_its_plan", {}),
    (TaskItem, "task_item_position_in_its_task", {}),
    (FocusTask, "focus_task_number_in_its_group", {}),
    (Subtask, "subtask_position_in_its_task", {}),
    (Statement, "statement_position_under_its_owner", {}),
    (Milestone, "milestone_position_in_its_subtask", {}),
    (Project, "project_position_in_its_action_task", {}),
]


def another_item() -> uuid.UUID:
    return Item.objects.create(kind=ItemKind.STATEMENT).pk


@pytest.mark.parametrize(("model", "name", "others"), PLACED, ids=[name for _, name, _ in PLACED])
def test_a_place_is_not_given_twice(
    adopted: Publication,
    refused: Refused,
    copy_of: CopyOf,
    model: type[models.Model],
    name: str,
    others: dict[str, object],
) -> None:
    first = model._default_manager.order_by("pk")[0]

    refused(name, copy_of(first, item_id=another_item(), **others))


def test_two_may_change_places(adopted: Publication) -> None:
    first, second = Strategy.objects.order_by("position")[:2]
    with transaction.atomic():
        Strategy.objects.filter(pk=first.pk).update(position=second.position)
        Strategy.objects.filter(pk=second.pk).update(position=first.position)

    assert list(Strategy.objects.order_by("position").values_list("pk", flat=True)[:2]) == [
        second.pk,
        first.pk,
    ]


def test_an_item_is_one_row_of_a_cycle(adopted: Publication, refused: Refused, copy_of: CopyOf) -> None:
    refused("taskitem_once_in_its_cycle", copy_of(TaskItem.objects.all()[0], position=900))


def test_a_row_protects_its_item(adopted: Publication) -> None:
    with pytest.raises(models.ProtectedError):
        TaskItem.objects.all()[0].item.delete()


def test_a_plan_is_published_once(adopted: Publication, refused: Refused, copy_of: CopyOf) -> None:
    plan = PublishedPlan.objects.all()[0]

    refused("plans_publishedplan_plan_id_key", copy_of(plan, duty=None, position=900))


def test_plans_stand_in_their_order(adopted: Publication, refused: Refused) -> None:
    plan, other = PublishedPlan.objects.order_by("position")[:2]
    plan.position = other.position

    refused("published_plan_position_in_its_cycle", plan)


def test_a_statement_belongs_to_exactly_one_thing(
    adopted: Publication, refused: Refused, copy_of: CopyOf
) -> None:
    statement = Statement.objects.filter(plan__isnull=False)[0]
    own = {"item_id": another_item(), "position": 900}

    refused(
        "statement_belongs_to_one_thing",
        copy_of(statement, focus_task_id=FocusTask.objects.all()[0].pk, **own),
    )
    refused("statement_belongs_to_one_thing", copy_of(statement, plan_id=None, **own))


def test_an_action_task_has_one_lead(adopted: Publication, refused: Refused) -> None:
    second = ActionTaskMinistry.objects.filter(is_lead=False)[0]
    second.is_lead = True

    refused("action_task_has_one_lead", second)


def test_an_action_task_names_a_ministry_once(
    adopted: Publication, refused: Refused, copy_of: CopyOf
) -> None:
    refused(
        "action_task_names_a_ministry_once",
        copy_of(ActionTaskMinistry.objects.filter(is_lead=True)[0], is_lead=False),
    )


def test_a_project_stands_under_one_task(adopted: Publication, refused: Refused) -> None:
    project = Project.objects.all()[0]
    project.core_task = PlanCoreTask.objects.all()[0]
    refused("project_stands_under_one_task", project)

    project.core_task = project.action_task = None
    refused("project_stands_under_one_task", project)


def test_a_project_does_not_end_before_it_starts(adopted: Publication, refused: Refused) -> None:
    project = Project.objects.all()[0]
    project.start_date, project.end_date = date(2025, 2, 1), date(2025, 1, 31)

    refused("project_start_before_end", project)


def test_a_milestone_is_of_one_thing(adopted: Publication, refused: Refused) -> None:
    milestone = Milestone.objects.filter(subtask__isnull=False)[0]
    milestone.project = Project.objects.all()[0]
    refused("milestone_belongs_to_one_thing", milestone)

    milestone.project = milestone.subtask = None
    refused("milestone_belongs_to_one_thing", milestone)


def test_a_milestone_does_not_end_before_it_starts(adopted: Publication, refused: Refused) -> None:
    milestone = Milestone.objects.all()[0]
    milestone.start_date, milestone.end_date = date(2025, 2, 1), date(2025, 1, 31)

    refused("milestone_start_before_end", milestone)


def test_a_fact_ends_on_its_first_line_or_later_unless_it_runs_on_to_another_page(
    adopted: Publication, refused: Refused
) -> None:
    item = TaskItem.objects.all()[0]
    item.page, item.last_page, item.first_line, item.last_line = 1, 2, 40, 3
    item.save()

    item.last_page = None
    refused("taskitem_first_line_before_last", item)


@pytest.mark.parametrize("missing", ["first_line", "last_line"])
def test_lines_go_together(adopted: Publication, refused: Refused, missing: str) -> None:
    item = TaskItem.objects.all()[0]
    setattr(item, missing, None)

    refused("taskitem_lines_go_together", item)


def test_what_was_written_has_no_lines(adopted: Publication) -> None:
    item = TaskItem.objects.all()[0]
    item.first_line = item.last_line = None

    item.save()
