from collections import Counter
from datetime import date

import pytest
from pydantic import ValidationError

from goru.book.register import Institution, Years, by_printed_name, institutions, ministry_named

KNOWN = {one.key: one for one in institutions()}


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


def test_no_name_is_printed_for_two_institutions_of_a_kind() -> None:
    names = Counter((one.kind, name) for one in institutions() for name in one.printed_names)

    assert [name for name, count in names.items() if count > 1] == []


def test_who_follows_an_institution_is_in_the_register_and_begins_when_it_is_over() -> None:
    gone = [one for one in institutions() if one.successors]

    for one in gone:
        assert one.valid_to
        for successor in one.successors:
            assert (KNOWN[successor].valid_from or date.max).toordinal() == one.valid_to.toordinal() + 1


@pytest.mark.parametrize(
    ("before", "after", "day"),
    [
        ("환경부", ["기후에너지환경부"], date(2025, 10, 1)),
        ("여성가족부", ["성평등가족부"], date(2025, 10, 1)),
        ("방송통신위원회", ["방송미디어통신위원회"], date(2025, 10, 1)),
        ("통계청", ["국가데이터처"], date(2025, 10, 1)),
        ("특허청", ["지식재산처"], date(2025, 10, 1)),
        ("기획재정부", ["재정경제부", "기획예산처"], date(2026, 1, 2)),
        ("검찰청", ["공소청", "중대범죄수사청"], date(2026, 10, 2)),
    ],
)
def test_ministries_are_followed_as_the_government_was_reorganised(
    before: str, after: list[str], day: date
) -> None:
    one = by_printed_name("ministry")[before]

    successors = [KNOWN[key] for key in one.successors]

    assert [successor.full_name_at(day) for successor in successors] == after
    assert {successor.valid_from for successor in successors} == {day}


def test_a_ministry_that_only_got_another_name_is_the_same() -> None:
    [industry] = {
        by_printed_name("ministry")[name].key for name in ("산업통상자원부", "산업통상부", "산업부")
    }

    assert KNOWN[industry].full_name_at(date(2025, 9, 30)) == "산업통상자원부"
    assert KNOWN[industry].full_name_at(date(2025, 10, 1)) == "산업통상부"


@pytest.mark.parametrize(
    ("printed", "short"),
    [
        ("기후부", "기후부"),
        ("기획 예산처", "기획처"),
        ("성평등가족부", "성평등부"),
        ("인사처", "인사처"),
        ("국방부", "국방부"),
    ],
)
def test_ministries_of_2026_are_known_by_their_names(printed: str, short: str) -> None:
    assert ministry_named(printed) == short


def test_what_is_marked_as_unconfirmed_is_a_field_that_is_filled() -> None:
    marked = [(one, name) for one in institutions() for name in one.unconfirmed]

    assert marked
    assert all(name in Institution.model_fields and getattr(one, name) for one, name in marked)
