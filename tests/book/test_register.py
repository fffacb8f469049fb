import pytest
from pydantic import ValidationError

from goru.book.register import Years, institutions


def test_the_seven_megaregions_of_2024_have_a_five_year_plan_and_nobody_else() -> None:
    planned = {
        one.key: [(years.first_year, years.last_year) for years in one.development_plans]
        for one in institutions()
        if one.development_plans
    }

    assert planned.keys() == {one.key for one in institutions() if one.kind == "megaregion"}
    assert len(planned) == 7
    assert all(years == [(2023, 2027)] for years in planned.values())


@pytest.mark.parametrize(("first", "last"), [(2027, 2023), (23, 27), (2023, 20277)])
def test_years_are_years_in_order(first: int, last: int) -> None:
    with pytest.raises(ValidationError):
        Years(first_year=first, last_year=last)


def test_years_may_be_one() -> None:
    assert Years(first_year=2024, last_year=2024).last_year == 2024
