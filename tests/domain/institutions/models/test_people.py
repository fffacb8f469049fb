"""One name, one person: however it is spelt."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError
from django.test import Client
from tests import cast

from goru.core.verdict import Refused
from goru.domain.institutions import actions, queries
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 3, 3, tzinfo=UTC)
PASSWORD = "세 낱말로 된 비밀번호"  # noqa: S105 - of a test
SPELLINGS = ["Hong", "ｈｏｎｇ", "HONG", "hong"]


@pytest.fixture
def hong(db: None) -> Person:
    return actions.open_account(
        username="Hong", name="홍", password=PASSWORD, posts=(), by=actions.system_person(), at=AT
    )


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_whoever_signs_in_is_known_by_any_spelling_of_the_name(hong: Person, spelling: str) -> None:
    answer = Client().post("/accounts/sign-in/", {"username": spelling, "password": PASSWORD})

    assert (answer.status_code, hong.username) == (302, "hong")
    assert queries.account_of(spelling) == hong


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_name_that_looks_like_another_is_taken(hong: Person, secretariat: Person, spelling: str) -> None:
    with pytest.raises(Refused, match="이미 쓰는 아이디입니다"):
        actions.invite(
            username=spelling,
            name="홍",
            email="hong@example.org",
            post=cast.post(Role.AUTHOR, "seoul"),
            first_day=AT.date(),
            by=secretariat,
            at=AT,
        )


@pytest.mark.parametrize("spelling", ["Hong", "ｈｏｎｇ"])
def test_the_database_keeps_one_spelling(db: None, spelling: str) -> None:
    with pytest.raises(IntegrityError, match="person_username_has_one_spelling"):
        Person(username=spelling).save()


def test_the_name_of_the_system_is_nobody_s_in_any_spelling(db: None) -> None:
    with pytest.raises(Refused, match="이 이름은 프로그램이 씁니다"):
        actions.open_account(
            username="ＧＯＲＵ", name="", password=PASSWORD, posts=(), by=actions.system_person(), at=AT
        )
