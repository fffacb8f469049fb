"""What the database itself keeps within the ranges of core/ranges.py."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import and_

from django.db.models import CheckConstraint, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from goru.core import ranges


def within_ranges(
    name: str,
    *,
    years: Sequence[str] = (),
    places: Sequence[str] = (),
    counts: Sequence[str] = (),
    amounts: Sequence[str] = (),
    names: Sequence[str] = (),
    texts: Sequence[str] = (),
) -> CheckConstraint:
    """The constraint of this name that the fields of a model, by their kinds, are within their ranges, or null."""
    kinds = (
        (years, ranges.FIRST_YEAR, ranges.LAST_YEAR),
        (places, 1, ranges.MOST_PLACE),
        (counts, 0, ranges.MOST_COUNT),
        (amounts, -ranges.MOST_WON, ranges.MOST_WON),
    )
    figures = [Q((f"{field}__range", (least, most))) for fields, least, most in kinds for field in fields]
    words = [
        Q(LessThanOrEqual(Length(field), longest))
        for fields, longest in ((names, ranges.LONGEST_NAME), (texts, ranges.LONGEST_TEXT))
        for field in fields
    ]
    return CheckConstraint(name=name, condition=reduce(and_, [*figures, *words]))
