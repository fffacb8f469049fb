from __future__ import annotations

import pytest
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from goru.core import ranges
from goru.core.constraints import within_ranges


@pytest.mark.web
def test_fields_are_kept_within_the_ranges_of_their_kinds() -> None:
    made = within_ranges(
        "all", years=("y",), places=("p",), counts=("c",), amounts=("a", "b"), names=("n",), texts=("t",)
    )

    assert made.name == "all"
    assert made.condition == (
        Q(y__range=(ranges.FIRST_YEAR, ranges.LAST_YEAR))
        & Q(p__range=(1, ranges.MOST_PLACE))
        & Q(c__range=(0, ranges.MOST_COUNT))
        & Q(a__range=(-ranges.MOST_WON, ranges.MOST_WON))
        & Q(b__range=(-ranges.MOST_WON, ranges.MOST_WON))
        & Q(LessThanOrEqual(Length("n"), ranges.LONGEST_NAME))
        & Q(LessThanOrEqual(Length("t"), ranges.LONGEST_TEXT))
    )


@pytest.mark.web
def test_a_kind_that_is_not_named_is_not_bound() -> None:
    assert within_ranges("years", years=("y",)).condition == Q(y__range=(ranges.FIRST_YEAR, ranges.LAST_YEAR))
