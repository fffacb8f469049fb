from datetime import date
from decimal import Decimal

import pytest

from goru.domain.plans.rules import roads
from goru.domain.plans.vocabulary import ChangeGround, ParentKind

DAY = date(2023, 10, 30)


def test_every_kind_has_a_road_with_one_step_that_establishes_the_plan() -> None:
    assert set(roads.roads()) == set(ParentKind)
    assert all(sum(one.establishes for one in road) == 1 for road in roads.roads().values())


def test_a_condition_stands_before_what_it_is_one_of() -> None:
    for road in roads.roads().values():
        ids = [one.id for one in road]

        assert len(ids) == len(set(ids))
        assert all(ids.index(name) < at for at, one in enumerate(road) for name in one.needs)


def test_a_road_has_the_steps_of_the_law_of_the_day() -> None:
    ids = [
        {one.id for one in roads.roads()[ParentKind.MEGAREGIONAL] if one.is_in_force(day)}
        for day in (date(2026, 12, 2), date(2026, 12, 3))
    ]

    assert ids[1] - ids[0] == {"conflicts-settled"}


@pytest.mark.parametrize(
    ("done", "expected"),
    [({}, False), ({"regional-resolution": date(2023, 10, 31)}, False), ({"regional-resolution": DAY}, True)],
)
def test_a_provincial_plan_is_submitted_once_its_committee_resolved(
    done: dict[str, date], expected: bool
) -> None:
    submitted = roads.step(ParentKind.PROVINCIAL, "submitted")
    assert submitted

    assert bool(roads.may_follow(submitted, DAY, done, ParentKind.PROVINCIAL)) is expected


def test_what_is_no_condition_follows_in_any_order() -> None:
    first = roads.step(ParentKind.PROVINCIAL, "guideline")
    assert first

    assert roads.may_follow(first, DAY, {}, ParentKind.PROVINCIAL)


def test_a_step_stays_on_record_as_long_as_another_needs_it() -> None:
    done = {"cabinet": DAY, "president": DAY}

    assert not roads.may_lack("cabinet", done, ParentKind.COMPREHENSIVE)
    assert roads.may_lack("president", done, ParentKind.COMPREHENSIVE)


@pytest.mark.parametrize(
    ("kind", "ground", "percent", "expected"),
    [
        (ParentKind.COMPREHENSIVE, ChangeGround.WHOLE_ROAD, None, True),
        (ParentKind.COMPREHENSIVE, ChangeGround.SIZE, Decimal(10), True),
        (ParentKind.COMPREHENSIVE, ChangeGround.SIZE, Decimal(-10), True),
        (ParentKind.COMPREHENSIVE, ChangeGround.SIZE, Decimal("10.1"), False),
        (ParentKind.COMPREHENSIVE, ChangeGround.SIZE, Decimal("-10.1"), False),
        (ParentKind.COMPREHENSIVE, ChangeGround.SIZE, None, False),
        (ParentKind.COMPREHENSIVE, ChangeGround.ERROR, None, True),
        (ParentKind.PROVINCIAL, ChangeGround.ERROR, None, False),
        (ParentKind.PROVINCIAL, ChangeGround.WHOLE_ROAD, None, True),
    ],
)
def test_a_change_is_minor_on_the_grounds_of_the_decree_alone(
    kind: ParentKind, ground: ChangeGround, percent: Decimal | None, expected: bool
) -> None:
    assert bool(roads.may_rest_on(kind, ground, percent)) is expected
