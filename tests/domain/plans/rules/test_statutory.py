"""The calendar of the law, held against what was read out of the articles by hand."""

from datetime import date

import pytest
from pydantic import ValidationError

from goru.domain.plans.rules import statutory as law
from goru.domain.plans.vocabulary import DutyKind

EFFECTIVE = """
      2024        2025        2026        2027        2028
E1    2024-01-15  2025-01-15  2026-01-15  2027-01-15  2028-01-17
C1    2024-01-15  2025-01-15  2026-01-15  2027-01-15  2028-01-17
C2    2024-01-31  2025-01-31  2026-02-02  2027-02-01  2028-01-31
C3    2024-01-31  2025-01-31  2026-02-02  2027-02-01  2028-01-31
L1    2024-01-31  2025-01-31  2026-02-02  2027-02-01  2028-01-31
P1    2024-02-15  2025-02-17  2026-02-19  2027-02-15  2028-02-15
S1    2024-02-29  2025-02-28  2026-03-03  2027-03-02  2028-02-29
R1    2024-04-30  2025-04-30  2026-04-30  2027-04-30  2028-05-03
B1    2024-04-30  2025-04-30  2026-04-30  2027-04-30  2028-05-03
T1    2024-05-31  2025-06-02  2026-06-01  2027-05-31  2028-05-31
B2    2024-05-31  2025-06-02  2026-06-01  2027-05-31  2028-05-31
L2    2024-05-31  2025-06-02  2026-06-01  2027-05-31  2028-05-31
B3    2024-06-17  2025-06-16  2026-06-15  2027-06-15  2028-06-15
A1    2024-09-01  2025-08-31  2026-08-31  2027-08-31  2028-08-31
G1    2024-12-02  2025-12-01  2026-11-30  2027-11-30  2028-11-30
C0    2024-12-31  2025-12-31  2026-12-31  2027-12-31  2028-12-31
"""
"""The day on which each is due, by the holidays of its year."""
STATUTORY = {"P1": date(2025, 2, 15), "T1": date(2025, 5, 31), "G1": date(2025, 11, 30)}
YEARS = [int(year) for year in EFFECTIVE.split("\n")[1].split()]


@pytest.mark.parametrize("year", YEARS)
def test_every_day_moves_as_the_holidays_of_its_year_say(year: int) -> None:
    rows = [line.split() for line in EFFECTIVE.strip().split("\n")[1:]]

    found = {one.entry.id: str(one.effective) for one in law.days_of(year)}

    assert found == {name: days[YEARS.index(year)] for name, *days in rows}


def test_the_statutory_day_stays_where_the_effective_one_moves() -> None:
    found = {one.entry.id: one.statutory for one in law.days_of(2025)}

    assert {name: found[name] for name in STATUTORY} == STATUTORY


def test_days_stand_in_their_order() -> None:
    days = [one.statutory for one in law.days_of(2026)]

    assert days == sorted(days)


def test_a_holiday_that_comes_late_moves_what_is_due_on_it() -> None:
    found = {one.entry.id: one.effective for one in law.days_of(2025, {date(2025, 2, 17)})}

    assert found["P1"] == date(2025, 2, 18)


def test_before_the_law_there_is_nothing() -> None:
    assert law.days_of(2022) == []
    assert [one.entry.id for one in law.days_of(2023)] == ["A1", "G1", "C0"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(DutyKind.YEARLY_PLAN, date(2024, 2, 15)), (DutyKind.SELF_EVALUATION, date(2025, 2, 28))],
)
def test_a_duty_is_owed_by_the_day_of_the_year_that_it_falls_in(kind: DutyKind, expected: date) -> None:
    assert law.due_day(kind, 2024) == expected


def test_an_evaluation_of_a_leap_year_is_owed_by_the_29th() -> None:
    assert law.due_day(DutyKind.SELF_EVALUATION, 2023) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("kind", "on", "expected"),
    [
        (DutyKind.YEARLY_PLAN, date(2023, 11, 29), False),
        (DutyKind.YEARLY_PLAN, date(2023, 11, 30), True),
        (DutyKind.YEARLY_PLAN, date(2031, 1, 1), True),
        (DutyKind.SELF_EVALUATION, date(2025, 1, 14), False),
        (DutyKind.SELF_EVALUATION, date(2025, 1, 15), True),
        (DutyKind.SELF_EVALUATION, date(2025, 6, 2), True),
        (DutyKind.SELF_EVALUATION, date(2025, 6, 3), False),
    ],
)
def test_a_duty_waits_from_what_opens_it_to_what_is_built_on_it(
    kind: DutyKind, on: date, expected: bool
) -> None:
    assert law.waits(kind, 2024, on) is expected


def test_every_kind_of_duty_has_its_entry() -> None:
    assert [law.entry_of(kind).id for kind in DutyKind] == ["P1", "S1"]


def test_what_is_law_names_an_article_on_every_day() -> None:
    for one in law.statutory().entries:
        if one.force == "law":
            for day in (date(2024, 1, 1), date(2026, 12, 2), date(2026, 12, 3)):
                assert all(any(article.is_in_force(day) for article in way.basis) for way in one.ways)


def test_the_article_of_a_megaregions_plan_is_another_from_its_day_on() -> None:
    way = law.entry("P1").ways[2]
    before, after = (
        [one.article for one in way.basis if one.law == "act" and one.is_in_force(day)]
        for day in (date(2026, 12, 2), date(2026, 12, 3))
    )

    assert (before, after) == (["9④"], ["9⑤"])


def test_who_is_not_known_cannot_owe() -> None:
    with pytest.raises(ValidationError, match="Nobody is called"):
        law.Way(by=("committee",), to=("somebody",))


def test_an_entry_that_names_none_is_refused() -> None:
    said = law.statutory().model_dump()
    said["entries"][0]["opens"] = "X9"

    with pytest.raises(ValidationError, match="not there"):
        law.Statutory.model_validate(said)
