import re
from datetime import date

import pytest
from django.db import IntegrityError, models, transaction

from goru.domain.plans.models import (
    ActionTaskMinistry,
    ComprehensivePlan,
    FocusTask,
    Milestone,
    Publication,
    PublishedPlan,
    Statement,
    Subtask,
    TaskItem,
)

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def refused(name: str, row: models.Model) -> None:
    with pytest.raises(IntegrityError, match=re.escape(name)), transaction.atomic():
        row.save()


def copy_of(row: models.Model, **changes: object) -> models.Model:
    """A new row like this one but for some fields."""
    row.pk = None
    row._state.adding = True
    for field, value in changes.items():
        setattr(row, field, value)
    return row


def test_an_institution_has_one_plan_in_a_cycle(adopted: Publication) -> None:
    refused("plan_one_of_an_institution_and_cycle", copy_of(PublishedPlan.objects.all()[0]))


def test_a_cycle_has_one_current_document(adopted: Publication) -> None:
    refused("document_is_the_only_current_one_of_its_cycle", copy_of(adopted))


def test_a_statement_belongs_to_exactly_one_thing(adopted: Publication) -> None:
    statement = Statement.objects.filter(plan__isnull=False)[0]
    focus_task = FocusTask.objects.all()[0]

    refused("statement_belongs_to_one_thing", copy_of(statement, focus_task=focus_task))
    refused("statement_belongs_to_one_thing", copy_of(statement, focus_task=None, plan=None))


def test_a_place_is_not_given_twice(adopted: Publication) -> None:
    refused("statement_position_under_its_owner", copy_of(Statement.objects.all()[0]))
    refused("task_item_position_in_its_task", copy_of(TaskItem.objects.all()[0]))
    refused("focus_task_number_in_its_group", copy_of(FocusTask.objects.all()[0]))
    refused("subtask_position_in_its_task", copy_of(Subtask.objects.all()[0]))


def test_an_action_task_has_one_lead(adopted: Publication) -> None:
    second = ActionTaskMinistry.objects.filter(is_lead=False)[0]
    second.is_lead = True

    refused("action_task_has_one_lead", second)


def test_a_milestone_does_not_end_before_it_starts(adopted: Publication) -> None:
    milestone = Milestone.objects.all()[0]
    milestone.start_date, milestone.end_date = date(2025, 2, 1), date(2025, 1, 31)

    refused("milestone_start_before_end", milestone)


def test_a_fact_ends_on_its_first_line_or_later_unless_it_runs_on_to_another_page(
    adopted: Publication,
) -> None:
    item = TaskItem.objects.all()[0]
    item.page, item.last_page, item.first_line, item.last_line = 1, 2, 40, 3
    item.save()

    item.last_page = None
    refused("taskitem_first_line_before_last", item)


def test_a_comprehensive_plan_ends_after_it_began(adopted: Publication) -> None:
    refused(
        "comprehensive_plan_first_year_before_last",
        ComprehensivePlan(number=9, first_year=2030, last_year=2030),
    )
