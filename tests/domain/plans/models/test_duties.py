from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from goru.domain.plans.models import (
    ApprovalStep,
    DevelopmentPlan,
    Duty,
    DutyException,
    ParentChange,
    ParentItem,
    Publication,
    TemporaryHoliday,
)

pytestmark = [pytest.mark.web, pytest.mark.django_db]
Refused = Callable[[str, Any], None]
DAY = date(2025, 3, 4)


def test_an_exception_has_a_reason(adopted: Publication, refused: Refused) -> None:
    duty = Duty.objects.filter(cycle=adopted.cycle)[0]

    refused("duty_exception_has_a_reason", DutyException(duty=duty, due_date=DAY, reason=""))


def test_a_temporary_holiday_has_a_name_and_a_source_and_is_one_day(refused: Refused) -> None:
    constraint = "temporary_holiday_has_a_name_and_a_source"
    refused(constraint, TemporaryHoliday(day=DAY, name="", source="관보"))
    refused(constraint, TemporaryHoliday(day=DAY, name="임시공휴일", source=""))
    TemporaryHoliday.objects.create(day=DAY, name="임시공휴일", source="관보")
    refused("day", TemporaryHoliday(day=DAY, name="임시공휴일", source="관보"))


def test_what_belongs_to_a_five_year_plan_belongs_to_one(adopted: Publication, refused: Refused) -> None:
    both = {
        "comprehensive_plan": adopted.cycle.comprehensive_plan,
        "development_plan": DevelopmentPlan.objects.all()[0],
    }

    for of in ({}, both):
        refused("approval_step_is_of_one_plan", ApprovalStep(step="sent", day=DAY, **of))
        refused("parent_change_is_of_one_plan", ParentChange(day=DAY, ground="law", what="가", **of))
        refused("parent_item_is_of_one_plan", ParentItem(code="1", name="가", position=1, **of))


def test_a_step_is_taken_once_and_a_code_is_one_items(adopted: Publication, refused: Refused) -> None:
    of: dict[str, Any] = {"comprehensive_plan": adopted.cycle.comprehensive_plan}
    ApprovalStep.objects.create(step="sent", day=DAY, **of)
    ParentItem.objects.create(code="1", name="가", position=1, **of)

    refused("approval_step_is_taken_once", ApprovalStep(step="sent", day=DAY, **of))
    refused("parent_item_code_in_its_plan", ParentItem(code="1", name="나", position=2, **of))


@pytest.mark.parametrize("percent", [None, Decimal("10.01")])
def test_a_minor_change_of_size_says_how_much_and_is_minor(
    adopted: Publication, refused: Refused, percent: Decimal | None
) -> None:
    of: dict[str, Any] = {"comprehensive_plan": adopted.cycle.comprehensive_plan}

    refused(
        "parent_change_of_size_says_how_much",
        ParentChange(day=DAY, ground="size", percent=percent, what="가", **of),
    )
