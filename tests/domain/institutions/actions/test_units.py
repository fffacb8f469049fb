"""Departments and affiliates open and close."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests import cast

from goru.core.audit import queries as audit
from goru.core.verdict import Outdated, Refused
from goru.domain.institutions import queries
from goru.domain.institutions.actions import close_unit, open_unit
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
