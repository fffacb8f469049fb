import pytest

from goru.domain.finance import queries as money
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication
from goru.pipelines.issuing.pictures.maps import Outlines
from goru.pipelines.issuing.pictures.provinces import ShapeMissing, maps_of

pytestmark = pytest.mark.web


def test_a_province_without_a_shape_is_not_left_out_in_silence(adopted: Publication) -> None:
    own_plans = list(plans.plans_of(adopted.cycle))
    first = next(plan for plan in own_plans if plan.kind == "provincial")

    with pytest.raises(ShapeMissing, match=first.full_name):
        list(maps_of(2025, own_plans, money.plan_totals_of(adopted.cycle), Outlines("0 0 1 1", {})))
