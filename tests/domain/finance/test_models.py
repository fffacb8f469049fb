import pytest
from django.db import IntegrityError, transaction

from goru.domain.finance.models import BudgetLine, StatedShare, StatedTotal
from goru.domain.plans.models import Publication

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def test_a_line_belongs_to_a_plan_or_an_action_task(adopted: Publication) -> None:
    line = BudgetLine.objects.filter(action_task=None)[0]
    line.plan = None

    with pytest.raises(IntegrityError, match="budget_line_belongs_to_a_plan_or_an_action_task"):
        line.save()


def test_a_precision_is_positive(adopted: Publication) -> None:
    line = BudgetLine.objects.all()[0]
    line.precision = 0

    with pytest.raises(IntegrityError, match="budgetline_precision_is_positive"):
        line.save()


@pytest.mark.parametrize(
    ("model", "name"),
    [(StatedTotal, "stated_total_is_stated_once"), (StatedShare, "stated_share_is_stated_once")],
)
def test_the_same_is_not_stated_twice(
    adopted: Publication, model: type[StatedTotal] | type[StatedShare], name: str
) -> None:
    row = model.objects.all()[0]
    row.pk = None
    row._state.adding = True

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        row.save()
