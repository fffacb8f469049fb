"""Who owes what of a cycle, who gets it, and what of it waits for whom."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from tests import cast

from goru.core.verdict import Subject
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.actions import appoint, system_person
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import actions, queries
from goru.domain.plans.models import Cycle, Duty, Publication
from goru.domain.plans.vocabulary import DutyKind, DutyState

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("register_loaded")]
AT = datetime(2025, 12, 15, tzinfo=UTC)
Opened = Callable[[int], Cycle]


@pytest.fixture
def opened() -> Opened:
    """A cycle that nothing is published of, owed by provinces, two ministries and megaregions with a plan."""

    def of(year: int) -> Cycle:
        actions.load_development_plans(by=system_person(), at=AT)
        cycle = actions.open_cycle(year=year, by=system_person(), at=AT)
        actions.keep_duties(cycle=cycle, ministries=["교육부", "국토부"])
        return cycle

    return of


def waits(person: Person, on: date, **said: object) -> list[tuple[str, str, date | None, date | None]]:
    found = queries.waiting(institutions.posts_of(person, on), on, **said)  # type: ignore[arg-type]
    return [(one.what, one.where.key, one.statutory, one.due) for one in found]


def test_two_duties_are_owed_of_each_cycle(opened: Opened) -> None:
    opened(2026)

    found = {(one.what, one.statutory, one.effective) for one in queries.duties_of(2026, AT.date())}

    assert found == {
        ("2026년 시행계획과 2025년 추진실적", date(2026, 2, 15), date(2026, 2, 19)),
        ("2026년 자체평가", date(2027, 2, 28), date(2027, 3, 2)),
    }


def test_a_megaregion_without_a_five_year_plan_owes_nothing(opened: Opened) -> None:
    owing = [
        {one.duty.institution.kind for one in queries.duties_of(opened(year).year, AT.date())}
        for year in (2027, 2028)
    ]

    assert owing == [{"province", "ministry", "megaregion"}, {"province", "ministry"}]


@pytest.mark.parametrize(
    ("handed_in", "expected"),
    [
        (None, DutyState.OVERDUE),
        (date(2026, 2, 19), DutyState.IN_TIME),
        (date(2026, 2, 20), DutyState.LATE),
    ],
)
def test_how_a_duty_stands_is_counted(opened: Opened, handed_in: date | None, expected: DutyState) -> None:
    duty = Duty.objects.get(cycle=opened(2026), institution__key="seoul", kind=DutyKind.YEARLY_PLAN)
    known = {duty.pk: handed_in} if handed_in else {}

    found = next(one for one in queries.duties_of(2026, date(2026, 3, 1), known) if one.duty == duty)

    assert (found.state, found.days_left) == (expected, -10)


def test_what_is_owed_waits_for_the_own_institutions_posts(opened: Opened, author_in_seoul: Person) -> None:
    opened(2025)
    opened(2026)

    assert waits(author_in_seoul, date(2026, 1, 20)) == [
        ("서울: 2025년 시행계획과 2024년 추진실적", "2025/seoul", date(2025, 2, 15), date(2025, 2, 17)),
        ("서울: 2026년 시행계획과 2025년 추진실적", "2026/seoul", date(2026, 2, 15), date(2026, 2, 19)),
        ("서울: 2025년 자체평가", "2025/seoul/self-evaluation", date(2026, 2, 28), date(2026, 3, 3)),
    ]


def test_nothing_waits_before_the_guideline_is_due_and_nothing_for_others(
    opened: Opened, author_in_seoul: Person, secretariat: Person
) -> None:
    opened(2026)

    assert waits(author_in_seoul, date(2025, 11, 29)) == []
    assert len(waits(author_in_seoul, date(2025, 11, 30))) == 1
    assert waits(secretariat, date(2025, 11, 30)) == []


def test_what_is_published_or_handed_in_waits_no_more(adopted: Publication, opened: Opened) -> None:
    sejong = cast.officer("author-in-sejong", Role.AUTHOR, "sejong")
    duty = Duty.objects.get(cycle=opened(2026), institution__key="sejong", kind=DutyKind.YEARLY_PLAN)
    on = date(2026, 1, 10)

    assert [one[1] for one in waits(sejong, on)] == ["2026/sejong"]
    assert waits(sejong, on, handed_in={duty.pk: on}) == []


def test_what_an_institution_that_ended_owes_waits_for_its_successor(opened: Opened) -> None:
    opened(2026)
    author, begins = cast.person("author-of-two"), datetime(2026, 7, 1, tzinfo=UTC)
    appoint(
        post=cast.post(Role.AUTHOR, "jeonnam-gwangju"),
        person=author,
        first_day=begins.date(),
        by=system_person(),
        at=begins,
    )

    found = waits(author, date(2027, 2, 1))

    assert {key for _, key, *_ in found} >= {"2026/gwangju/self-evaluation", "2026/jeonnam/self-evaluation"}


def test_why_says_the_article_and_an_exception(
    opened: Opened, author_in_seoul: Person, secretariat: Person
) -> None:
    duty = Duty.objects.get(cycle=opened(2026), institution__key="seoul", kind=DutyKind.YEARLY_PLAN)
    later = date(2026, 3, 9)
    actions.except_duty(duty_id=duty.pk, version=0, due_date=later, reason="수해", by=secretariat, at=AT)
    on = date(2026, 1, 10)

    found = queries.waiting(institutions.posts_of(author_in_seoul, on), on)[0]

    assert found.where == Subject("plan", "2026/seoul")
    assert (found.due, found.statutory) == (later, date(2026, 2, 15))
    assert found.why == "기한 전. 근거: 법 제7조④, 영 제8조③ 기한 예외: 수해"


@pytest.mark.parametrize(
    ("owing", "expected"),
    [
        ("seoul", ["committee", "moe", "molit"]),
        ("chungcheong", ["committee", "moe", "molit"]),
        ("moe", ["committee"]),
    ],
)
@pytest.mark.parametrize("kind", DutyKind)
def test_plans_go_to_the_committee_and_those_of_regions_to_the_ministries_concerned(
    opened: Opened, owing: str, expected: list[str], kind: DutyKind
) -> None:
    duty = Duty.objects.get(cycle=opened(2026), institution__key=owing, kind=kind)

    assert [one.key for one in queries.recipients_of(duty, AT.date())] == expected


def test_a_ministry_that_ended_is_followed_as_a_recipient(opened: Opened) -> None:
    cycle = opened(2025)
    actions.keep_duties(cycle=cycle, ministries=["환경부"])
    duty = Duty.objects.get(cycle=cycle, institution__key="seoul", kind=DutyKind.SELF_EVALUATION)

    found = [
        [one.key for one in queries.recipients_of(duty, day)]
        for day in (date(2025, 2, 15), date(2026, 2, 15))
    ]

    assert found == [["committee", "me"], ["committee", "mcee"]]


def test_an_institution_of_a_cycle_is_asked_by_its_key() -> None:
    assert Institution.objects.get(key="seoul") in queries.owing_institutions(AT.date())
