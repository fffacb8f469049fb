"""Sign in and out: what is said, how often it may be tried, where it leads."""

import secrets
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from goru.domain.institutions.actions import load_register, open_account, system_person

pytestmark = [pytest.mark.web, pytest.mark.django_db]
RIGHT, WRONG = secrets.token_urlsafe(), secrets.token_urlsafe()


@pytest.fixture(autouse=True)
def officer(db: None, settings: Any) -> None:
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # hundreds of tries are made
    at = datetime(2025, 4, 5, tzinfo=UTC)
    load_register(by=system_person(), at=at)
    posts = ["secretariat"]
    open_account(username="officer", name="담당자", password=RIGHT, posts=posts, by=system_person(), at=at)


def sign_in(client: Client, password: str, address: str = "192.0.2.1", **fields: str) -> str:
    fields = {"username": "officer", "password": password, **fields}
    answer = client.post("/accounts/sign-in/", fields, REMOTE_ADDR=address)
    return answer.headers.get("Location", "") or answer.content.decode()


def test_who_signs_in_goes_on_to_where_they_wanted(client: Client) -> None:
    assert sign_in(client, RIGHT, next="/imports/new/") == "/imports/new/"
    assert "담당자 로그아웃" in client.get("/imports/").content.decode()


def test_nobody_is_sent_to_another_host(client: Client) -> None:
    assert sign_in(client, RIGHT, next="https://example.org/") == "/imports/"


@pytest.mark.parametrize(
    "here", ["/accounts/sign-in/", "/accounts/sign-in/?next=/imports/", "/accounts/sign-in/#a"]
)
def test_nobody_is_sent_to_sign_in_again(client: Client, here: str) -> None:
    assert sign_in(client, RIGHT, next=here) == "/imports/"
    assert client.get("/accounts/sign-in/", {"next": here}).headers["Location"] == "/imports/"


@pytest.mark.parametrize(("fields", "address"), [({}, "/"), ({"next": "/2025/"}, "/2025/")])
def test_who_may_not_bring_in_books_is_not_sent_there(
    client: Client, fields: dict[str, str], address: str
) -> None:
    at = datetime(2025, 4, 5, tzinfo=UTC)
    open_account(username="seoul", name="서울", password=RIGHT, posts=[], by=system_person(), at=at)

    assert sign_in(client, RIGHT, username="seoul", **fields) == address
    assert client.get("/accounts/sign-in/").headers["Location"] == "/"


def test_a_wrong_password_is_said_and_ten_are_enough(client: Client) -> None:
    first = sign_in(client, WRONG)
    for _ in range(9):
        sign_in(client, WRONG)

    even_the_right_one = sign_in(client, RIGHT)

    assert "아이디 또는 비밀번호가 일치하지 않습니다" in first
    assert "로그인 시도 횟수를 넘었습니다" in even_the_right_one


def test_a_stranger_locks_nobody_out(client: Client) -> None:
    for _ in range(11):
        sign_in(client, WRONG, address="192.0.2.66")

    assert sign_in(client, RIGHT) == "/imports/"


def test_fifty_names_are_enough_from_an_address(client: Client) -> None:
    for number in range(50):
        sign_in(client, WRONG, username=f"name-{number}")

    assert "로그인 시도 횟수를 넘었습니다" in sign_in(client, RIGHT)
    assert sign_in(client, RIGHT, address="192.0.2.2") == "/imports/"


def test_an_own_account_does_not_help_to_try_others(client: Client) -> None:
    for number in range(50):
        sign_in(client, WRONG, username=f"name-{number}")
        if number % 7 == 0:
            sign_in(Client(), RIGHT)

    assert "로그인 시도 횟수를 넘었습니다" in sign_in(client, RIGHT)


def test_who_is_always_right_is_never_asked_to_wait() -> None:
    answers = [sign_in(Client(), RIGHT) for _ in range(51)]

    assert set(answers) == {"/imports/"}


def test_the_tries_are_forgotten_once_it_is_right(client: Client) -> None:
    for _ in range(9):
        sign_in(client, WRONG)
    sign_in(client, RIGHT)
    client.post("/accounts/sign-out/")

    assert "아이디 또는 비밀번호가 일치하지 않습니다" in sign_in(client, WRONG)


def test_who_goes_out_is_asked_again(client: Client) -> None:
    sign_in(client, RIGHT)

    client.post("/accounts/sign-out/")

    assert client.get("/imports/").status_code == 302


def test_the_account_nobody_has_cannot_be_entered(client: Client) -> None:
    answer = client.post("/accounts/sign-in/", {"username": "goru", "password": ""})

    assert answer.status_code == 200
    assert not client.session.keys()
