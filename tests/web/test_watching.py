"""Each step of an attack is a line of the program's log: who, by number, from where, and nothing that was typed."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests import cast

from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]
Attack = Callable[[Client], object]
TYPED = "a password in the wrong field\nsigned in: person 1"


def attempts(name: str, times: int) -> Attack:
    def attack(client: Client) -> None:
        for _ in range(times):
            client.post("/accounts/sign-in/", {"username": name, "password": TYPED}, REMOTE_ADDR="192.0.2.7")

    return attack


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    caplog.set_level("INFO", "goru.security")
    return lambda: [one.getMessage() for one in caplog.records if one.name == "goru.security"]


def test_a_wrong_password_is_a_line_with_the_number_of_whose_it_would_be(
    client: Client, author_in_seoul: Person, told: Callable[[], list[str]]
) -> None:
    attempts("author-in-seoul", 1)(client)
    attempts(TYPED, 1)(client)

    assert told() == [
        f"sign-in failed: person {author_in_seoul.pk} from 192.0.2.7",
        "sign-in failed: nobody known from 192.0.2.7",
    ]


def test_too_many_are_held_back_and_told_for_a_name_that_is_and_one_that_is_not(
    client: Client, author_in_seoul: Person, told: Callable[[], list[str]]
) -> None:
    attempts("author-in-seoul", 12)(client)
    attempts("nobody", 12)(client)

    events = [line.partition(":")[0] for line in told()]
    assert events == (["sign-in failed"] * 10 + ["sign-in held back"] * 2) * 2


def test_what_somebody_may_not_see_or_do_is_told(
    author_in_seoul: Person, told: Callable[[], list[str]]
) -> None:
    client = cast.signed_in(author_in_seoul)

    client.get("/audit/")
    client.get("/imports/")

    assert told() == [
        f"hidden at web:audit: person {author_in_seoul.pk} from 127.0.0.1",
        f"forbidden at web:imports: person {author_in_seoul.pk} from 127.0.0.1",
    ]


def test_that_a_password_was_lost_is_told_without_the_address(
    client: Client, told: Callable[[], list[str]]
) -> None:
    client.post("/accounts/lost-password/", {"email": "somebody@example.org"})

    assert told() == ["lost password: nobody known from 127.0.0.1"]


def test_known_and_unknown_names_are_answered_alike(client: Client, author_in_seoul: Person) -> None:
    answers = [
        client.post("/accounts/sign-in/", {"username": name, "password": TYPED})
        for name in ("author-in-seoul", "nobody-here----")
    ]

    known, unknown = (answer.content.decode() for answer in answers)
    assert answers[0].status_code == answers[1].status_code
    assert "일치하지 않습니다" in known
    assert len(known) == len(unknown)
