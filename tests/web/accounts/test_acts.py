"""What is done to an account, and who fails to prove whose it is, is a line of the program's log."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from tests.web.accounts.conftest import NEW, RIGHT, WRONG, code_of, sign_in, turn_on

from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db(transaction=True)]
Told = Callable[[], list[str]]


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Told:
    """The lines since it was asked last."""
    caplog.set_level("INFO", "goru.security")

    def lines() -> list[str]:
        found = [one.getMessage() for one in caplog.records if one.name == "goru.security"]
        caplog.clear()
        return found

    return lines


def test_what_was_done_to_an_account_is_a_line(desk: Client, officer: Person, told: Told) -> None:
    turn_on(desk)
    desk.post("/accounts/password/", {"oldpassword": RIGHT, "password1": NEW, "password2": NEW})
    told()

    desk.post("/accounts/everywhere/", {"password": NEW}, REMOTE_ADDR="192.0.2.7")
    call_command("end_second_factor", "officer", stdout=StringIO())

    assert told() == [
        f"accounts.left_everywhere: person {officer.pk} from 192.0.2.7",
        f"accounts.second_factor_off: person {officer.pk} from a command",
    ]


def test_each_wrong_code_is_a_line(desk: Client, officer: Person, told: Told) -> None:
    secret, _ = turn_on(desk)
    client, again = Client(), Client()
    code = code_of(secret)
    for one in (client, again):
        sign_in(one)
    told()

    client.post("/accounts/code/", {"code": code})
    cache.clear()  # as in another process, which has one of its own
    again.post("/accounts/code/", {"code": code})
    for _ in range(10):
        again.post("/accounts/code/", {"code": "000000"})

    events = [line.partition(":")[0] for line in told()]
    assert events == ["signed in", "code used again", *["code failed"] * 9, "code held back"]


def test_who_does_not_know_the_password_of_an_open_session_is_told(
    desk: Client, officer: Person, told: Told
) -> None:
    told()

    for _ in range(11):
        desk.post("/accounts/everywhere/", {"password": WRONG})

    assert told() == [
        *[f"password again failed: person {officer.pk} from 127.0.0.1"] * 10,
        f"password again held back: person {officer.pk} from 127.0.0.1",
    ]


def test_too_many_links_asked_for_are_told_without_their_address(client: Client, told: Told) -> None:
    for _ in range(6):
        client.post("/accounts/lost-password/", {"email": "somebody@example.org"})

    lines = told()
    assert lines == [*["lost password: nobody known from 127.0.0.1"] * 5, lines[-1]]
    assert lines[-1] == "lost password held back: nobody known from 127.0.0.1"
