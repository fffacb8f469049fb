"""A session ends when its time is over, when the password changes, when somebody leaves everywhere; stolen ones too."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from tests.web.accounts.conftest import NEW, RIGHT, is_in, sign_in

from goru.domain.institutions.models import Person
from goru.web.accounts import sessions

pytestmark = [pytest.mark.web, pytest.mark.django_db]
HOUR = 3600


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The hour it is, for what ends sessions."""
    hours = [0.0]
    monkeypatch.setattr(sessions, "time", lambda: 1_800_000_000 + hours[0] * HOUR)
    return hours


def test_a_session_ends_an_hour_after_the_last_page(clock: list[float], officer: Person) -> None:
    client = Client()
    sign_in(client)

    clock[0] = 0.9
    still = is_in(client)
    clock[0] = 1.8
    and_still = is_in(client)
    clock[0] = 2.9

    assert (still, and_still, is_in(client)) == (True, True, False)
    assert Session.objects.count() == 0


def test_a_session_ends_twelve_hours_after_signing_in_whatever_is_done(
    clock: list[float], officer: Person
) -> None:
    client = Client()
    sign_in(client)
    for number in range(1, 24):
        clock[0] = number / 2
        assert is_in(client)

    clock[0] = 12.01

    assert not is_in(client)


def test_an_old_session_is_refused_also_where_its_time_was_never_noticed(officer: Person) -> None:
    client = Client()
    sign_in(client)
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")

    assert not is_in(client)


def test_the_key_of_a_session_is_another_after_signing_in(officer: Person) -> None:
    victim = Client()
    victim.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    sign_in(victim)

    attacker = Client()
    attacker.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32

    assert victim.cookies[settings.SESSION_COOKIE_NAME].value != "a" * 32
    assert not is_in(attacker)


def test_a_stolen_session_is_nothing_after_signing_out(officer: Person) -> None:
    client, thief = Client(), Client()
    sign_in(client)
    thief.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert is_in(thief)

    client.post("/accounts/sign-out/")

    assert not is_in(thief)


def test_all_other_sessions_end_with_the_password(officer: Person) -> None:
    client, other = Client(), Client()
    sign_in(client)
    sign_in(other)

    client.post("/accounts/password/", {"oldpassword": RIGHT, "password1": NEW, "password2": NEW})

    assert (is_in(client), is_in(other)) == (True, False)


def test_who_leaves_everywhere_is_nowhere_and_keeps_the_password(officer: Person) -> None:
    client, other = Client(), Client()
    sign_in(client)
    sign_in(other)

    wrong = client.post("/accounts/everywhere/", {"password": NEW})
    client.post("/accounts/everywhere/", {"password": RIGHT})

    assert "비밀번호가 일치하지 않습니다" in wrong.content.decode()
    assert (is_in(client), is_in(other)) == (False, False)
    assert sign_in(client) == "/desk/"


def test_who_may_sign_in_no_more_is_out_at_once(officer: Person) -> None:
    client = Client()
    sign_in(client)

    Person.objects.update(is_active=False)

    assert not is_in(client)


def test_a_cookie_of_a_session_ends_with_the_browser(officer: Person) -> None:
    client = Client()
    sign_in(client)

    cookie = client.cookies[settings.SESSION_COOKIE_NAME]

    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_whoever_has_no_session_makes_none(client: Client) -> None:
    answer = client.get("/about/")

    assert settings.SESSION_COOKIE_NAME not in answer.cookies
    assert Session.objects.count() == 0
