"""Nobody learns by asking which names, addresses and accounts there are."""

import re
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth import hashers
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import int_to_base36
from tests.web.accounts.conftest import RIGHT, WRONG, sign_in

from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]
Asks = Callable[[str], Any]


def answered(ask: Asks, what: str) -> tuple[object, ...]:
    """All that who asks can see of an answer, and what was asked of the database for it."""
    with CaptureQueriesContext(connection) as queries:
        answer = ask(what)
    page = without_token(answer.content.decode())
    return answer.status_code, answer.headers.get("Location"), page.replace(what, ""), len(queries)


def without_token(page: str) -> str:
    return re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', r"\1", page)


def signing_in(name: str) -> Any:
    return Client().post("/accounts/sign-in/", {"username": name, "password": WRONG})


def losing_the_password(address: str) -> Any:
    return Client().post("/accounts/lost-password/", {"email": address})


def following_a_link(link: str) -> Any:
    return Client().get(link)


@pytest.fixture
def locked(officer: Person) -> Person:
    person = Person(username="locked", email="locked@example.org", is_active=False)
    person.set_password(RIGHT)
    person.save()
    return person


def test_sign_in_answers_unknown_locked_and_known_names_alike(officer: Person, locked: Person) -> None:
    known, unknown, shut = (answered(signing_in, name) for name in ("officer", "nobody", "locked"))

    assert known[0] == 200
    assert known == unknown == shut


def test_a_locked_account_is_not_told_by_its_right_password(officer: Person, locked: Person) -> None:
    right, wrong = (sign_in(Client(), password, username="locked") for password in (RIGHT, WRONG))

    assert "일치하지 않습니다" in right
    assert without_token(right) == without_token(wrong)


def test_a_password_is_digested_for_unknown_names_too(officer: Person) -> None:
    times = []
    for name in ("officer", "nobody"):
        with patch.object(
            hashers.MD5PasswordHasher, "encode", autospec=True, side_effect=hashers.MD5PasswordHasher.encode
        ) as encode:
            signing_in(name)
        times.append(encode.call_count)

    assert times == [1, 1]


def test_a_lost_password_is_answered_alike_for_known_and_unknown_addresses(
    officer: Person, locked: Person
) -> None:
    known, unknown, shut = (
        answered(losing_the_password, f"{name}@example.org") for name in ("officer", "nobody", "locked")
    )

    assert known[:2] == (302, "/accounts/lost-password/sent/")
    assert known == unknown == shut


def test_a_wrong_link_is_answered_alike_whosever_it_would_be(officer: Person, locked: Person) -> None:
    numbers = (officer.pk, locked.pk, 999_999)
    links = [f"/accounts/new-password/{int_to_base36(number)}-d1wqkl-{'0' * 32}/" for number in numbers]

    known, shut, unknown = (answered(following_a_link, link) for link in links)

    assert "쓸 수 없는 주소입니다" in str(known[2])
    assert known == unknown == shut


@pytest.mark.parametrize("is_from_many", [False, True])
def test_tries_are_held_back_after_as_many_for_unknown_names(
    officer: Person, locked: Person, is_from_many: bool
) -> None:
    def held_back(name: str, net: int) -> list[bool]:
        asked_from = (f"198.51.{net}.{number if is_from_many else 0}" for number in range(31))
        pages = (sign_in(Client(), WRONG, address, username=name) for address in asked_from)
        return ["시도 횟수를 넘었습니다" in page for page in pages]

    known, unknown, shut = (held_back(name, net) for net, name in enumerate(("officer", "nobody", "locked")))

    most = 30 if is_from_many else 10
    assert known == [False] * most + [True] * (31 - most)
    assert known == unknown == shut
