"""Departments and affiliates open and close."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests import cast
from tests.at_once import beside

from goru.core.audit import queries as audit
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions import queries
from goru.domain.institutions.actions import close_unit, end_holding, load_register, open_unit, system_person
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import UnitKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2026, 5, 4, 9, tzinfo=UTC)
DAY = date(2026, 5, 4)
TOMORROW = DAY + timedelta(days=1)


def test_a_unit_opens_under_a_name_that_no_other_has(author_in_seoul: Person) -> None:
    seoul = Institution.objects.get(key="seoul")
    given: dict[str, Any] = {"institution": seoul, "name": "서울연구원", "by": author_in_seoul, "at": AT}

    unit = open_unit(kind=UnitKind.AFFILIATE, first_day=DAY, **given)

    assert (unit.kind, unit.valid_from, unit.valid_to) == ("affiliate", DAY, None)
    assert audit.acts_about("institution", "seoul")[-1].act == "institutions.unit_opened"
    with pytest.raises(Refused, match="같은 이름"):
        open_unit(kind=UnitKind.DEPARTMENT, first_day=TOMORROW, **given)


def test_a_unit_closes_with_its_posts(contributor: Person, author_in_seoul: Person) -> None:
    [held] = queries.posts_of(contributor, DAY)
    unit = held.post.unit
    assert unit
    given: dict[str, Any] = {"unit_id": unit.pk, "by": author_in_seoul, "at": AT}

    closed = close_unit(version=1, last_day=DAY, **given)

    held.refresh_from_db()
    assert closed.valid_to == held.valid_to == DAY
    act = audit.acts_about("institution", "seoul")[-1]
    assert (act.act, act.by_id, act.at) == ("institutions.unit_closed", author_in_seoul.pk, AT)
    assert act.line.details == {
        "unit": unit.name,
        "last_day": str(DAY),
        "ended": [f"{contributor.username} contributor"],
    }
    assert (len(queries.posts_of(contributor, DAY)), queries.posts_of(contributor, TOMORROW)) == (1, [])
    with pytest.raises(Outdated):
        close_unit(version=1, last_day=DAY, **given)


def test_no_unit_closes_before_it_opened_or_by_a_stranger(
    author_in_seoul: Person, stranger_in_busan: Person
) -> None:
    unit = cast.department("seoul", "문화본부")

    with pytest.raises(Refused, match="마지막 날"):
        close_unit(unit_id=unit.pk, version=1, last_day=date(2024, 1, 1), by=author_in_seoul, at=AT)
    with pytest.raises(Refused, match="총괄 담당자와"):
        close_unit(unit_id=unit.pk, version=1, last_day=DAY, by=stranger_in_busan, at=AT)


def test_a_stranger_opens_no_unit(author_in_seoul: Person, stranger_in_busan: Person) -> None:
    seoul = Institution.objects.get(key="seoul")

    with pytest.raises(Refused) as found:
        open_unit(
            institution=seoul,
            kind=UnitKind.DEPARTMENT,
            name="문화본부",
            first_day=DAY,
            by=stranger_in_busan,
            at=AT,
        )

    assert (found.value.why is not Why.STATE, found.value.about) == (True, ("institution", "seoul"))
    assert not seoul.units.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_a_unit_of_one_name_at_once_one_is_refused() -> None:
    load_register(by=system_person(), at=cast.BEGINNING)

    answer = beside(
        lambda: cast.department("seoul", "문화본부"), lambda: cast.department("seoul", "문화본부")
    )

    assert isinstance(answer, Refused)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_close_a_unit_at_once_one_looks_again() -> None:
    unit = cast.department("seoul", "문화본부")
    given: dict[str, Any] = {"unit_id": unit.pk, "version": 1, "by": system_person(), "at": AT}

    answer = beside(lambda: close_unit(last_day=DAY, **given), lambda: close_unit(last_day=TOMORROW, **given))

    unit.refresh_from_db()
    assert isinstance(answer, Outdated)
    assert unit.valid_to == DAY


@pytest.mark.django_db(transaction=True)
def test_who_was_taken_a_post_while_its_unit_closed_holds_it_no_longer_than_that(contributor: Person) -> None:
    [held] = queries.posts_of(contributor, DAY)
    given: dict[str, Any] = {"version": 1, "by": system_person(), "at": AT}
    unit = held.post.unit
    assert unit

    answer = beside(
        lambda: end_holding(holding_id=held.pk, last_day=DAY, **given),
        lambda: close_unit(unit_id=unit.pk, last_day=TOMORROW, **given),
    )

    held.refresh_from_db()
    assert answer == unit
    assert held.valid_to == DAY
