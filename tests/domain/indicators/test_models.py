from collections.abc import Callable
from typing import Any

import pytest

from goru.domain.indicators.models import Indicator, Measure, Target
from goru.domain.indicators.vocabulary import IndicatorKind
from goru.domain.plans.models import CoreTask, Item, Publication
from goru.domain.plans.vocabulary import ItemKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
Refused = Callable[[str, Any], None]
CopyOf = Callable[..., Any]


@pytest.fixture
def indicator(adopted: Publication) -> Indicator:
    return Indicator.objects.filter(plan__isnull=False)[0]


def test_an_indicator_belongs_to_one_thing(indicator: Indicator, refused: Refused) -> None:
    indicator.core_task = CoreTask.objects.all()[0]
    refused("indicator_belongs_to_one_thing", indicator)

    indicator.core_task = indicator.plan = None
    refused("indicator_belongs_to_one_thing", indicator)


def test_only_the_indicator_of_a_task_is_a_goal(indicator: Indicator, refused: Refused) -> None:
    indicator.kind = IndicatorKind.GOAL

    refused("indicator_of_a_task_is_a_goal", indicator)


def test_indicators_stand_in_their_order(indicator: Indicator, refused: Refused, copy_of: CopyOf) -> None:
    item = Item.objects.create(kind=ItemKind.INDICATOR)

    refused("indicator_position_under_its_owner", copy_of(indicator, item_id=item.pk))


def test_an_indicator_has_one_target_a_year(indicator: Indicator, refused: Refused) -> None:
    Target.objects.create(indicator=indicator, year=2026, printed="3", value=3)

    refused("target_one_a_year", Target(indicator=indicator, year=2026, printed="4", value=4))


def test_an_item_is_one_measure_of_a_cycle(adopted: Publication, refused: Refused) -> None:
    item = Item.objects.create(kind=ItemKind.MEASURE)
    Measure.objects.create(cycle=adopted.cycle, item=item, name="고용률")

    refused("measure_once_in_its_cycle", Measure(cycle=adopted.cycle, item=item, name="취업률"))
