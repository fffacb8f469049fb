"""The days of a year in words, for all and for one institution."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Institution, Person
from goru.domain.plans import actions, queries
from goru.domain.plans.models import Duty
from goru.domain.plans.queries import CalendarEntry

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("register_loaded")]
AT = datetime(2025, 1, 20, tzinfo=UTC)


def entries(year: int, key: str = "") -> dict[str, CalendarEntry]:
    institution = Institution.objects.get(key=key) if key else None
    found = queries.calendar_of(year, institution)
    return {one.id: one for one in [*found.dated, *found.undated]}


def test_an_entry_says_what_by_whom_to_whom_on_which_article() -> None:
    plan = entries(2025)["P1"]

    assert plan.what == "2025년 시행계획과 2024년 추진실적"
    assert (plan.statutory, plan.effective, plan.due) == (
        date(2025, 2, 15),
        date(2025, 2, 17),
        date(2025, 2, 17),
    )
    assert [(one.kind, one.by, one.to, one.basis) for one in plan.ways] == [
        ("provincial", "시·도지사", "관계 중앙행정기관의 장, 지방시대위원회", "법 제7조④, 영 제8조③"),
        ("sectoral", "중앙행정기관의 장", "지방시대위원회", "법 제8조④, 영 제10조③"),
        (
            "megaregional",
            "초광역권설정 지방자치단체의 장",
            "지방시대위원회, 관계 중앙행정기관의 장",
            "법 제9조④, 영 제12조③",
        ),
    ]


@pytest.mark.parametrize(
    ("year", "expected"), [(2025, "기획재정부, 감사원"), (2026, "재정경제부, 기획예산처, 감사원")]
)
def test_ministries_have_the_names_of_the_day(year: int, expected: str) -> None:
    assert entries(year)["C2"].ways[0].to == expected


def test_articles_and_laws_are_those_of_the_day() -> None:
    assert entries(2027)["P1"].ways[2].basis == "법 제9조⑤, 영 제12조③"
    names = [dict(queries.calendar_of(year).laws)["법"] for year in (2025, 2026)]
    assert names == [
        "지방자치분권 및 지역균형발전에 관한 특별법",
        "지방자치분권 및 균형성장에 관한 특별법",
    ]


def test_english_says_the_same() -> None:
    with override("en"):
        plan = entries(2025)["P1"]

    assert plan.what == "Plan of 2025, with the results of 2024"
    assert plan.ways[0].basis == "Act Article 7(4), Decree Article 8(3)"
    assert plan.ways[0].by == "Provinces"


def test_law_and_practice_are_told_apart() -> None:
    found = entries(2025)

    assert found["P1"].is_law
    assert not found["V4"].is_law
    assert found["V4"].statutory is None
    assert found["V4"].when


def test_next_is_the_first_whose_day_is_not_over() -> None:
    calendar = queries.calendar_of(2025)

    assert [one and one.id for one in map(calendar.next_on, [date(2025, 2, 17), date(2025, 2, 18)])] == [
        "P1",
        "S1",
    ]
    assert calendar.next_on(date(2026, 1, 1)) is None


def test_an_institution_sees_what_it_owes_with_its_exception(secretariat: Person) -> None:
    cycle = actions.open_cycle(year=2025, by=system_person(), at=AT)
    actions.keep_duties(cycle=cycle, ministries=[])
    duty = Duty.objects.get(cycle=cycle, institution__key="seoul", kind="yearly-plan")
    later = date(2025, 3, 4)
    actions.except_duty(duty_id=duty.pk, version=0, due_date=later, reason="수해", by=secretariat, at=AT)

    found = entries(2025, "seoul")

    assert set(found) == {"C1", "P1", "S1", "B1", "C0", "K1", "V2", "V3"}
    assert (found["P1"].due, found["P1"].reason) == (later, "수해")
    assert len(found["P1"].ways) == 1
    assert "P1" not in entries(2025, "moe")  # it is known who owes, and this ministry does not


def test_a_ministry_owes_as_long_as_it_is_not_known_who_does() -> None:
    assert {"P1", "S1", "B2", "C2"} <= set(entries(2026, "moe"))


def test_a_megaregion_owes_nothing_in_years_without_a_five_year_plan() -> None:
    actions.load_development_plans(by=system_person(), at=AT)

    assert "P1" in entries(2027, "chungcheong")
    assert "P1" not in entries(2028, "chungcheong")


def test_the_committee_owes_what_the_law_asks_of_it() -> None:
    assert {"G1", "E1", "T1", "B3", "A1", "R1"} <= set(entries(2026, "committee"))


def test_years_begin_with_the_law_and_end_where_little_is_known() -> None:
    assert queries.calendar_years(date(2025, 5, 1)) == range(2023, 2029)
