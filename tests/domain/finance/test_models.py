from collections.abc import Callable
from typing import Any

import pytest

from goru.domain.finance.models import BudgetLine, StatedShare, StatedTotal
from goru.domain.plans.models import Item, Project, Publication
from goru.domain.plans.vocabulary import ItemKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
Refused = Callable[[str, Any], None]
CopyOf = Callable[..., Any]


def test_a_line_belongs_to_a_plan_or_an_action_task(adopted: Publication, refused: Refused) -> None:
    line = BudgetLine.objects.filter(action_task=None)[0]
    line.plan = None

    refused("budget_line_belongs_to_a_plan_or_an_action_task", line)


def test_a_line_of_a_project_is_of_nothing_else(adopted: Publication, refused: Refused) -> None:
    line = BudgetLine.objects.filter(action_task__isnull=False)[0]
    line.project = Project.objects.all()[0]

    refused("budget_line_stands_under_one_thing", line)


def test_an_item_is_one_line_of_a_cycle(adopted: Publication, refused: Refused, copy_of: CopyOf) -> None:
    refused("budgetline_once_in_its_cycle", copy_of(BudgetLine.objects.all()[0], position=900))


def test_the_lines_of_a_plan_stand_in_their_order(
    adopted: Publication, refused: Refused, copy_of: CopyOf
) -> None:
    item = Item.objects.create(kind=ItemKind.MONEY_LINE)

    for of in ({"action_task": None}, {"action_task__isnull": False}):
        line = BudgetLine.objects.filter(**of)[0]
        refused("budget_line_position_under_its_owner", copy_of(line, item_id=item.pk))


def test_a_precision_is_positive(adopted: Publication, refused: Refused) -> None:
    line = BudgetLine.objects.all()[0]
    line.precision = 0

    refused("budgetline_precision_is_positive", line)


@pytest.mark.parametrize(
    ("model", "name"),
    [(StatedTotal, "stated_total_is_stated_once"), (StatedShare, "stated_share_is_stated_once")],
)
def test_the_same_is_not_stated_twice(
    adopted: Publication,
    refused: Refused,
    copy_of: CopyOf,
    model: type[StatedTotal] | type[StatedShare],
    name: str,
) -> None:
    refused(name, copy_of(model.objects.all()[0]))
